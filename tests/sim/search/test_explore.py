"""A search finds what can come with a way that leads there, proves what cannot, and says how far it came."""

from functools import cache

import pytest
from attrs import evolve

from dosmesas.engine.game import Game
from dosmesas.engine.state import Point
from dosmesas.model.events import Event
from dosmesas.model.rules import Pack
from dosmesas.sim.search.chances import ScriptedDraws
from dosmesas.sim.search.debates import Supposing
from dosmesas.sim.search.explore import Budget, Found, Progress, search
from dosmesas.sim.search.facts import Fact
from dosmesas.sim.search.plays import play
from tests.sim.search.packs import agenda, memory, words
from tests.support.small import harbour, parley


@cache
def found(pack: Pack, states: int = 1_000_000) -> Found:
    return search(pack, pack.ruleset.worldviews["authors"], budget=Budget(states))


def test_what_cannot_come_is_proven_and_nothing_else_is_missing() -> None:
    searched = found(harbour())
    assert searched.finished
    assert searched.exact
    assert [str(one) for one in searched.unseen] == ["ending:empty-sea", "option:talks/threaten"]
    assert searched.likely == []


@pytest.mark.parametrize("pack", [harbour, memory, agenda, words])
def test_every_way_leads_to_what_it_says_when_the_engine_goes_it(pack: object) -> None:
    searched = found(pack())
    assert len(searched.seen) >= 8
    for fact in searched.seen:
        assert fact in walked(searched, fact), fact


def walked(searched: Found, fact: Fact) -> set[Fact]:
    """What is seen by the engine on the way to a fact, the chances going as the way says."""
    pack = searched.pack
    draws = ScriptedDraws.of(pack)
    game = Game(pack, searched.view, draws)
    links = searched.way_to(fact)[1:]
    scripts = [[]]
    moves = []
    for link in links:
        if link.seats:
            moves.append(dict(zip(link.seats, link.moves, strict=True)))
            scripts.append([])
        scripts[-1] += [one.came for one in link.answers]
    draws.begin(tuple(scripts[0]))
    path = [game.begin(0)]
    for actions, script in zip(moves, scripts[1:], strict=True):
        draws.begin(tuple(script))
        path.append(game.apply(path[-1].state, actions))
    seen: set[Fact] = set()
    flags = [*pack.ruleset.flags]
    for one in path:
        state = one.state
        seen |= {Fact("event" if name in pack.events else "bulletin", name) for name, _ in state.happened}
        seen |= {Fact("ending", state.ending)}
        seen |= {Fact("flag", receipt.indicator) for receipt in one.receipts if receipt.indicator in flags}
        seen |= {Fact(kind, receipt.by) for receipt in one.receipts for kind in ("rule", "deal")}
        if state.point is Point.CHOOSE:
            seen |= {
                Fact("option", name)
                for seat in game.to_move(state)
                for name in game.legal_actions(state, seat)
            }
    return seen


def test_a_way_is_a_shortest_one() -> None:
    turns = [link.turn for link in found(harbour()).way_to(Fact("event", "calm"))]
    assert max(turns) == 2  # it can come in turn 3 only, for a storm always comes in turn 2


def test_a_budget_of_states_ends_it_and_what_was_seen_till_then_is_proven() -> None:
    searched = found(memory(), 150)
    assert searched.stopped == "states"
    assert not searched.exact
    assert 150 <= searched.states < 400
    assert any(row.open for row in searched.rows)
    assert {*searched.proven} <= {*found(memory()).proven}
    assert sum(row.states for row in searched.rows) == searched.states


def test_beyond_the_budget_a_sample_goes_on_to_the_end() -> None:
    searched = found(memory(), 150)
    assert {one.kind for one in searched.proven} >= {"ending", "event", "option", "bulletin", "rule"}
    assert searched.ends


def test_no_time_is_no_time() -> None:
    searched = search(memory(), memory().ruleset.worldviews["authors"], budget=Budget(seconds=0))
    assert searched.stopped == "minutes"


def test_an_interrupted_search_keeps_what_it_has() -> None:
    def stop(at: Progress) -> None:
        if at.states > 300:
            raise KeyboardInterrupt

    searched = search(memory(), memory().ruleset.worldviews["authors"], told=stop)
    assert searched.stopped == "interrupted"
    assert searched.proven
    assert sum(row.states for row in searched.rows) == searched.states


def test_what_sleeps_in_a_worldview_is_not_missed() -> None:
    rules = {str(one) for one in found(harbour()).declared if one.kind == "rule"}
    assert "rule:fish-return" not in rules
    doubted = search(harbour(), harbour().ruleset.worldviews["doubter"])
    assert Fact("rule", "fish-return") in doubted.proven


def test_where_a_debate_is_supposed_nothing_after_it_is_proven() -> None:
    searched = found(evolve(parley(), turns=1))
    assert searched.finished
    assert not searched.exact
    assert Fact("option", "haul/share-haul") in searched.proven
    assert Fact("rule", "stock-shrinks") in searched.likely


def idle(pack: Pack, name: str) -> Event:
    """An event of a pack that the agenda may draw, and in which nothing that is chosen does anything."""
    event = pack.events[name]
    bare = {"effects": (), "sure": (), "watered": (), "blocked": (), "clash": (), "home": ()}
    seats = {seat: tuple(evolve(one, **bare) for one in options) for seat, options in event.seats.items()}
    return evolve(event, turn=None, deals=(), seats=seats)


def test_what_a_supposed_debate_came_to_is_proven_where_another_way_leads_there_too() -> None:
    pack = parley()
    events = {name: idle(pack, name) for name in ("haul", "lull")}  # the first is argued, the second is not
    searched = found(evolve(pack, turns=1, events=events))
    assert Fact("rule", "stock-shrinks") in searched.proven
    ending = Fact("ending", "as-before")
    assert ending in searched.proven
    assert any(move.startswith("lull/") for link in searched.way_to(ending) for move in link.moves)


def test_a_game_that_was_played_proves_what_a_supposed_debate_could_not() -> None:
    searched = found(evolve(parley(), turns=1))
    pack = searched.pack
    searched = search(pack, searched.view, Supposing.PAR)
    searched.played = play(pack, searched.view, 3).seen
    assert Fact("rule", "stock-shrinks") in searched.proven
    assert Fact("rule", "stock-shrinks") not in searched.likely
