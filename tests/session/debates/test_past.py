"""Debates of finished turns are worked out again from the decisions, and only of those."""

import pytest

from dosmesas.engine.receipts import ReceiptKind
from dosmesas.engine.state import Point
from dosmesas.session.debates.past import judged_turn, judged_turns
from dosmesas.session.session import Session
from tests.support.playing import finish, start
from tests.support.rounds import EVERY, debates_at, richest, session_of, until


def played() -> Session:
    return finish(session_of(seed=5), which=7)


def test_a_finished_turn_is_judged_as_its_last_seat_left_it() -> None:
    session = until(session_of(), 1, Point.REPLY)
    while session.state.turn == 1:
        seat = session.next_seat()
        assert seat is not None
        before = debates_at(session)
        session.decide(seat, richest(Point.REPLY, session.legal(seat)))
    judged = judged_turn(session, 1)
    assert judged is not None
    said = {(one.point, one.seat): one.action for one in session.state.decisions}
    for seat, debate in judged.debates.items():
        assert debate.case == before[seat].case
        assert debate.against == before[seat].against
        assert debate.answer.kind == said[Point.REPLY, seat].partition(":")[0] == "concede"


def test_verdicts_are_those_that_moved_the_world() -> None:
    session = played()
    for judged in judged_turns(session):
        receipts = [one for one in session.receipts if one.turn == judged.turn]
        lost = [
            one
            for one in receipts
            if one.kind is ReceiptKind.CHANGE
            and one.by
            in {verdict.option.id for verdict in judged.verdicts.values() if not verdict.band.passes}
            and one.stage == "enact"
            and not one.cause
        ]
        assert lost == []
        assert set(judged.verdicts) == set(EVERY)


@pytest.mark.parametrize("point", [Point.CHOOSE, Point.CASE, Point.REBUT, Point.REPLY])
def test_a_turn_that_goes_on_is_not_judged(point: Point) -> None:
    session = until(session_of(), 2, point)
    assert judged_turn(session, 2) is None
    assert [one.turn for one in judged_turns(session)] == [1]


@pytest.mark.parametrize("number", [-1, 0, 5, 14, 16])
def test_a_turn_that_never_was_is_not_judged(number: int) -> None:
    assert judged_turn(played(), number) is None


def test_after_the_end_all_turns_are_judged_the_argued_ones_with_debates() -> None:
    found = judged_turns(played())
    assert [one.turn for one in found] == [1, 2, 3, 4]
    assert [bool(one.debates) for one in found] == [True, True, False, True]


def test_a_pack_without_home_tables_judges_nothing() -> None:
    assert judged_turns(finish(start(EVERY[0]))) == []
