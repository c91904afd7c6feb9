"""From a game in which something breaks to the shortest one that does."""

import pytest

from dosmesas.testing.conformance.check import Wrong
from dosmesas.testing.conformance.walk import Walk, walk
from dosmesas.testing.fuzz.chase import shortest
from dosmesas.testing.fuzz.hunt import Caught
from dosmesas.testing.fuzz.properties import Property
from dosmesas.testing.fuzz.replay import Replay
from dosmesas.testing.fuzz.target import Target
from tests.support.making import NORDEN, SUDEN
from tests.support.small import SMALL

REGATTA = str(SMALL / "content" / "regatta")


def caught(target: Target, name: str, seeds: range, breaks) -> Caught:  # type: ignore[no-untyped-def]
    """A game of a target in which something is wrong that a function says of a walk."""

    def look(found: Walk):  # type: ignore[no-untyped-def]
        if breaks(found):
            yield Wrong(len(found.steps) - 1, name)

    one = Property(name, "", look)
    for seed in seeds:
        found = walk(target.game("authors"), seed)
        wrong = one.first(found)
        if wrong:
            return Caught(Replay.of(found), one, wrong)
    raise AssertionError("no game breaks it")


def chose(option: str):  # type: ignore[no-untyped-def]
    return lambda found: any(one.action == option for one in found.steps[-1].state.decisions)


@pytest.fixture(scope="module")
def target() -> Target:
    return Target.of(REGATTA)


def test_an_option_of_the_first_turn_takes_one_decision_a_seat(target: Target) -> None:
    event = target.pack.events["start"]
    last = event.seats[SUDEN][-1].id
    found = shortest(target, caught(target, "it", range(60), chose(last)), 20)
    assert found.replay.decisions == 2
    assert found.replay.seed == 0
    assert found.replay.plays[-1][NORDEN] == event.seats[NORDEN][0].id
    assert found.replay.plays[-1][SUDEN] == last


def test_what_breaks_late_is_shown_early_where_it_can_be(target: Target) -> None:
    def trusts(found: Walk) -> bool:
        return found.steps[-1].state.turn > 1

    late = caught(target, "a second turn", range(1), trusts)
    assert late.replay.plays[3:]
    found = shortest(target, late, 20)
    assert {found.wrong.at} == {len(found.replay.plays)}
    assert found.replay.decisions == 2


def test_without_time_the_caught_game_is_told_cut_where_it_breaks(target: Target) -> None:
    late = caught(target, "a second turn", range(1), lambda found: found.steps[-1].state.turn > 1)
    found = shortest(target, late, 0)
    assert 0 < len(found.replay.plays) < len(late.replay.plays)


def test_what_breaks_at_once_needs_no_decision(target: Target) -> None:
    found = shortest(target, caught(target, "any", range(1), lambda found: True), 20)
    assert found.replay == Replay("authors", found.replay.seed)


def test_what_breaks_now_and_then_is_told_as_it_was_caught(target: Target) -> None:
    calls = []

    def now_and_then(found: Walk) -> bool:
        calls.append(1)
        return len(calls) % 7 == 1

    found = shortest(target, caught(target, "flaky", range(1), now_and_then), 2)
    assert found.wrong.text == "flaky"


def test_ctrl_c_ends_the_search_with_the_shortest_that_is_known(target: Target) -> None:
    calls = []

    def stopped(found: Walk) -> bool:
        calls.append(1)
        if len(calls) > 12:
            raise KeyboardInterrupt
        return found.steps[-1].state.turn > 1

    late = caught(target, "a second turn", range(1), lambda found: found.steps[-1].state.turn > 1)
    one = caught(target, "a second turn", range(1), stopped)
    found = shortest(target, one, 60)
    assert len(calls) == 13
    assert 0 < len(found.replay.plays) < len(late.replay.plays)
