"""What home tables make of argued options: sittings are what a game would make of them, and told apart rightly."""

from attrs import evolve

from dosmesas.bots.bot import make_bot
from dosmesas.debate.graph import ONE
from dosmesas.engine.game import Game
from dosmesas.engine.home import Band, Heard
from dosmesas.engine.playout import playout
from dosmesas.engine.state import Point
from dosmesas.engine.turn import judged
from dosmesas.model.arguments import Ratify
from dosmesas.sim.home_tables import Sitting, Sittings, Speech, sittings
from tests.support.small import parley

PACK = parley()
VIEW = PACK.ruleset.worldviews["authors"]
GAMES = 3
SAT = sittings(PACK, VIEW, GAMES)
OPTIONS = [option for event in PACK.events.values() for options in event.seats.values() for option in options]


def sitting(number: int, silent: int, played: int, best: int, *, chosen: bool = False) -> Sitting:
    """A sitting of an option with one audience: supports in points."""
    heard = {
        speech: (Heard("fishers", 1, 1000 * points, 0, 0),)
        for speech, points in zip(Speech, (silent, played, best), strict=True)
    }
    return Sitting("haul", "no.envoy", OPTIONS[number], heard, chosen)


def test_a_chosen_option_stands_in_a_sitting_as_it_stood_in_the_game() -> None:
    game, seen = Game(PACK, VIEW), 0
    for seed in range(GAMES):
        path = playout(game, seed, make_bot("persona", PACK, VIEW, seed).choose)
        last = {one.state.turn: one.state for one in path if one.state.point is not Point.END}
        for turn, state in last.items():
            ended = evolve(state, decisions=path[-1].state.decisions)
            debates, found = judged(game.tables, ended)
            consented = PACK.events[state.event].ratify is Ratify.CONSENT
            for seat in debates if consented else ():
                heard = found[seat].audiences
                assert any(
                    one.chosen
                    and one.option.id == found[seat].option.id
                    and one.heard[Speech.PLAYED] == heard
                    for one in SAT.found
                ), (turn, seat)
                seen += 1
    assert seen == sum(one.chosen for one in SAT.found) > 0


def test_every_option_that_may_be_chosen_where_consent_is_asked_sits_and_is_heard_by_its_own_table() -> None:
    assert {"haul/share-haul", "haul/keep-haul"} <= {one.option.id for one in SAT.found}
    for one in SAT.found:
        audiences = [name for name, _ in PACK.ruleset.offices[one.seat].audiences]
        for heard in one.heard.values():
            assert [each.audience for each in heard] == audiences
            assert all(each.strength is not None and 0 <= each.strength <= ONE for each in heard)


def test_a_pack_without_debates_has_no_sittings() -> None:
    plain = evolve(PACK, stages=tuple(one for one in PACK.stages if one not in {"argue", "ratify"}))
    assert sittings(plain, VIEW, 1).found == []


def test_the_share_of_decisions_that_argument_changes_is_counted_against_silence() -> None:
    found = Sittings(1, [sitting(0, 45, 51, 52), sitting(0, 45, 49, 52), sitting(1, 38, 39, 39, chosen=True)])
    assert round(found.changed(Speech.PLAYED)) == 33
    assert round(found.changed(Speech.BEST)) == 67
    assert found.bands(Speech.PLAYED, chosen=True)[Band.BLOCKED] == 100
    assert [round(share) for share in found.bands(Speech.PLAYED).values()] == [33, 33, 33]


def test_an_option_that_no_case_helps_is_named_and_one_that_best_play_saves_is_not() -> None:
    found = Sittings(1, [sitting(0, 45, 49, 50), sitting(1, 30, 35, 39), sitting(2, 52, 53, 55)])
    assert dict(found.settled()) == {OPTIONS[1].id: Band.BLOCKED, OPTIONS[2].id: Band.CARRIED}
    assert (found.certain(Band.CARRIED), found.certain(Band.BLOCKED)) == ([OPTIONS[2].id], [OPTIONS[1].id])


def test_an_option_that_once_went_otherwise_is_not_certain() -> None:
    found = Sittings(2, [sitting(0, 45, 51, 52), sitting(0, 45, 49, 52)])
    assert found.certain(Band.CARRIED) == []
    assert found.settled() == []
    once_saved = Sittings(2, [sitting(0, 30, 35, 39), sitting(0, 30, 35, 41)])
    assert once_saved.settled() == []


def test_an_option_that_every_audience_prefers_is_named() -> None:
    found = Sittings(1, [sitting(0, 40, 51, 52), sitting(1, 40, 45, 52)])
    assert found.unrivalled() == [OPTIONS[0].id]
    assert Sittings(1, [sitting(0, 40, 50, 52), sitting(1, 40, 50, 52)]).unrivalled() == []
    assert Sittings(1, [sitting(0, 40, 50, 52)]).unrivalled() == []


def test_progress_is_told_game_by_game() -> None:
    steps: list[tuple[int, int]] = []
    sittings(PACK, VIEW, 2, lambda done, total: steps.append((done, total)))
    assert steps == [(0, 2), (1, 2), (2, 2)]
