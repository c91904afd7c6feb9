"""Which event comes and which bulletins: fixed, by tier, by exact odds, once each."""

from collections import Counter
from functools import cache

import pytest
from attrs import evolve

from dosmesas.bots.random import RandomBot
from dosmesas.engine.agenda import next_bulletins, next_event
from dosmesas.engine.draws import GREATEST, LEAST
from dosmesas.engine.playout import playout
from dosmesas.engine.tables import Tables
from dosmesas.model.events import Bulletin, Event
from dosmesas.model.rules import Pack
from tests.support.making import (
    NORDEN,
    SUDEN,
    after,
    bulletin,
    change,
    game_of,
    made,
    option,
    regatta,
    state,
)
from tests.support.making import event as an_event

GAMES = 6000


@cache
def tables_of(pack: Pack) -> Tables:
    """The tables of a pack, made once for thousands of draws."""
    return game_of(pack).tables


@cache
def made_of(bulletins: tuple[Bulletin, ...]) -> Pack:
    """A pack of these bulletins only."""
    return made((), bulletins=bulletins)


def drawn(pack: Pack, seed: int, **changed: object) -> str:
    """The event of turn 2 for a seed."""
    tables = tables_of(pack)
    before = state(**{"turn": 2, "seed": seed, **changed})
    return next_event(tables, (before.values, before.flags, (), before.turn), before.seed, before.happened).id


def news(*bulletins: Bulletin, seed: int = 7, turn: int = 1, **changed: object) -> list[str]:
    """The bulletins of a turn."""
    tables = tables_of(made_of(bulletins))
    before = state(turn=turn, **changed)
    world = (before.values, before.flags, (), before.turn)
    found = next_bulletins(tables, world, seed, before.happened)
    return [one.id for one in found]


def test_an_event_fixed_on_a_turn_comes_then_whatever_else_is_ready() -> None:
    pack = made((an_event("rival", tier=9, weight=10), an_event("fixed", turn=2)))
    assert {drawn(pack, seed) for seed in range(50)} == {"fixed"}
    assert drawn(pack, 7, turn=3) == "rival"


def test_the_highest_tier_that_is_ready_goes_first() -> None:
    events = (
        an_event("low", weight=10),
        an_event("high", tier=2),
        an_event("blocked", tier=3, condition="pact"),
    )
    assert {drawn(made(events), seed) for seed in range(50)} == {"high"}


@pytest.mark.parametrize("weights", [(1, 1), (1, 3), (1, 2, 5), (10, 1, 1)])
def test_events_come_in_proportion_to_their_weights(weights: tuple[int, ...]) -> None:
    pack = made(tuple(an_event(f"e{n}", weight=weight) for n, weight in enumerate(weights)))
    came = Counter(drawn(pack, seed) for seed in range(GAMES))
    for number, weight in enumerate(weights):
        assert abs(came[f"e{number}"] / GAMES - weight / sum(weights)) < 0.03


def test_the_order_of_files_changes_no_draw_of_the_agenda() -> None:
    events = tuple(an_event(f"e{n}", weight=n + 1) for n in range(5))
    there, back = made(events), made(events[::-1])
    assert all(drawn(there, seed) == drawn(back, seed) for seed in range(200))


def test_an_event_that_came_does_not_come_again_but_the_fallback_does() -> None:
    pack = made((an_event("once"), an_event("always", repeats=True)))
    assert drawn(pack, 7) == "once"
    assert drawn(pack, 7, happened=(("once", 1),)) == "always"
    assert drawn(pack, 7, happened=(("once", 1), ("always", 2))) == "always"


def test_the_fallback_waits_until_nothing_else_is_ready() -> None:
    pack = made((an_event("rare", condition="pact"), an_event("always", tier=5, weight=10, repeats=True)))
    assert drawn(pack, 7) == "always"
    assert drawn(pack, 7, flags=(True, True)) == "rare"


def test_in_whole_games_each_event_and_bulletin_comes_once_but_for_the_fallback() -> None:
    for seed in range(60):
        happened = playout(game_of(regatta()), seed, RandomBot(seed).choose)[-1].state.happened
        names = Counter(name for name, _ in happened if name != "harbour-day")
        assert set(names.values()) == {1}
        turns = Counter(turn for name, turn in happened if name in regatta().events)
        assert set(turns.values()) == {1}


def test_the_agenda_reads_the_world_after_delayed_effects_and_bulletins() -> None:
    late = after("first/wait~1", 1, change("goodwill", "+30"))
    seats = {NORDEN: (option("first/wait", late),), SUDEN: (option("first/rest"),)}
    events: tuple[Event, ...] = (
        an_event("first", seats, turn=1),
        an_event("warm", condition="goodwill >= 75"),
        an_event("usual", repeats=True),
    )
    pack = made(events, bulletins=(bulletin("sun", change("goodwill", "+5"), turn=2),))
    contest = game_of(pack)
    begun = contest.new_initial_state(7)
    assert contest.apply(begun, {NORDEN: "first/wait", SUDEN: "first/rest"}).state.event == "warm"
    without = game_of(evolve(pack, bulletins={}))
    assert without.apply(begun, {NORDEN: "first/wait", SUDEN: "first/rest"}).state.event == "usual"


@pytest.mark.parametrize("percent", [10, 50, 90])
def test_a_bulletin_comes_as_often_as_its_chance(percent: int) -> None:
    risky = bulletin("b", percent=percent)
    came = sum(bool(news(risky, seed=seed)) for seed in range(GAMES))
    assert abs(came / GAMES - percent / 100) < 0.03


def test_a_bulletin_waits_for_its_turn_and_its_condition_and_comes_once() -> None:
    assert news(bulletin("b", turn=2)) == []
    assert news(bulletin("b", turn=2), turn=2) == ["b"]
    assert news(bulletin("b", condition="pact")) == []
    assert news(bulletin("b", condition="informer")) == ["b"]
    assert news(bulletin("b"), happened=(("b", 1),), turn=2) == []


def test_at_most_four_bulletins_come_and_each_is_left_out_alike() -> None:
    five = tuple(bulletin(f"b{n}") for n in range(5))
    left = Counter()
    for seed in range(2000):
        came = news(*five, seed=seed)
        assert len(came) == 4
        assert came == sorted(came)
        left.update({one.id for one in five} - set(came))
    assert all(abs(times / 2000 - 0.2) < 0.05 for times in left.values())
    assert len(left) == 5


def test_the_doubles_bring_every_bulletin_or_only_the_certain_ones() -> None:
    pack = made((), bulletins=(bulletin("sure"), bulletin("risky", percent=99)))
    tables = [game_of(pack, draws=draws).tables for draws in (LEAST, GREATEST)]
    world = (state().values, state().flags, (), 1)
    found = [[bulletin.id for bulletin in next_bulletins(one, world, 7, ())] for one in tables]
    assert found == [["risky", "sure"], ["sure"]]
