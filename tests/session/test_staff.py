"""Which part of a debate a player takes: the case, and by turns the reply or the rebuttal; all of it; or none."""

from itertools import pairwise

import pytest
from attrs import evolve

from dosmesas.bots.speaker import ADVOCATE, Speaker
from dosmesas.engine.floor import ARGUING
from dosmesas.engine.state import Decision, Point, State
from dosmesas.session.session import Session
from dosmesas.session.setup import ALL, ALTERNATE, AUTO, Setup
from dosmesas.session.staff import staffed
from tests.support.debating import WARDEN, parley_game, reach
from tests.support.making import NORDEN, SUDEN
from tests.support.small import parley


def at(turn: int, point: Point, *made: Decision) -> State:
    return evolve(reach(parley_game(), 1, Point.CHOOSE), turn=turn, point=point, decisions=made)


def case(turn: int, seat: str = NORDEN) -> Decision:
    return Decision(turn, Point.CASE, seat, "none")


def rebuttal(turn: int, seat: str = NORDEN) -> Decision:
    return Decision(turn, Point.REBUT, seat, "none")


@pytest.mark.parametrize("argue", [ALL, ALTERNATE, AUTO])
@pytest.mark.parametrize("point", [Point.WORD, Point.CHOOSE])
def test_nobody_gives_a_word_or_chooses_for_a_player(argue: str, point: Point) -> None:
    assert not staffed(at(1, point), NORDEN, argue)


@pytest.mark.parametrize("point", ARGUING)
def test_all_leaves_everything_to_the_player_and_auto_nothing(point: Point) -> None:
    assert not staffed(at(2, point, case(1)), NORDEN, ALL)
    assert staffed(at(2, point, case(1)), NORDEN, AUTO)


@pytest.mark.parametrize(
    ("earlier", "rebuts", "replies"),
    [
        ((), False, True),
        ((case(1),), True, False),
        ((case(1), case(2)), False, True),
        ((case(1), case(2), case(3)), True, False),
        ((case(1, SUDEN),), False, True),
    ],
)
def test_by_turns_a_player_replies_for_the_own_case_or_answers_the_other(
    earlier: tuple[Decision, ...], rebuts: bool, replies: bool
) -> None:
    now = (*earlier, case(4), rebuttal(4))
    assert not staffed(at(4, Point.CASE, *earlier), NORDEN, ALTERNATE)
    assert staffed(at(4, Point.REBUT, *earlier, case(4)), NORDEN, ALTERNATE) is not rebuts
    assert staffed(at(4, Point.REPLY, *now), NORDEN, ALTERNATE) is not replies


def test_who_had_nothing_to_rebut_replies_instead() -> None:
    assert not staffed(at(2, Point.REPLY, case(1), case(2)), NORDEN, ALTERNATE)
    assert staffed(at(2, Point.REPLY, case(1), case(2), rebuttal(2)), NORDEN, ALTERNATE)
    assert not staffed(at(2, Point.REPLY, case(1), case(2), rebuttal(2, SUDEN)), NORDEN, ALTERNATE)


def asked(argue: str, *seats: str) -> list[tuple[int, Point, str]]:
    """What the humans of a game of parley were asked."""
    session = Session.start(parley(), Setup(seats or (NORDEN,), argue=argue))
    found = []
    while (seat := session.next_seat()) is not None:
        found.append((session.state.turn, session.state.point, seat))
        session.decide(seat, session.legal(seat)[-1 if session.state.point is Point.CASE else 0])
    assert session.over
    return found


def test_a_game_asks_its_player_for_the_case_and_by_turns_for_the_reply_or_the_rebuttal() -> None:
    points = [(turn, point) for turn, point, _ in asked(ALTERNATE) if point in ARGUING]
    assert points == [
        (1, Point.CASE),
        (1, Point.REPLY),
        (2, Point.CASE),
        (2, Point.REBUT),
        (4, Point.CASE),
        (4, Point.REPLY),
    ]


def test_a_game_in_which_all_is_argued_asks_for_all_and_one_without_for_nothing() -> None:
    argued = [(turn, point) for turn, point, _ in asked(ALL) if point in ARGUING]
    assert argued == [(turn, point) for turn in (1, 2, 4) for point in ARGUING]
    assert {point for _, point, _ in asked(AUTO)} == {Point.WORD, Point.CHOOSE}


def test_who_faces_nobody_is_asked_for_case_and_reply_alone() -> None:
    assert {point for _, point, _ in asked(ALL, WARDEN)} == {Point.CHOOSE, Point.CASE, Point.REPLY}


@pytest.mark.parametrize("level", ["novice", "advocate", "expert"])
def test_the_staff_argues_as_an_advocate_whatever_the_others_can(level: str) -> None:
    session = Session.start(parley(), Setup((NORDEN,), argue=AUTO, level=level))
    while (seat := session.next_seat()) is not None:
        session.decide(seat, session.legal(seat)[0])
    speaker = Speaker(parley(), session.game.view, ADVOCATE, session.setup.seed)
    for before, after in pairwise(session.path):
        if before.state.point in ARGUING and NORDEN in session.game.to_move(before.state):
            made = {one.seat: one.action for one in after.state.decisions[len(before.state.decisions) :]}
            assert made[NORDEN] == speaker.choose(session.game.information_state(before.state, NORDEN))
