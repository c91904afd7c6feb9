"""What comes onto the screen next, and what the panes say: decisions and words without any screen."""

from pathlib import Path

from dosmesas.engine.state import Point
from dosmesas.session.coda.course import Course
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.views import table_view
from dosmesas.tui.flow import Next, Step, finished_turns, next_step
from tests.support.playing import finish
from tests.support.small import harbour, parley

TWO = ("no.minister", "su.minister")


def started(*seats: str) -> Session:
    return Session.start(harbour(), Setup(seats, 1))


def test_a_game_goes_from_table_to_outcome_to_debrief() -> None:
    session = started("no.minister")
    steps = []
    told = 0
    while True:
        following = next_step(session, told, "no.minister")
        steps.append(following.step)
        if following.step is Step.OUTCOME:
            told = following.turn
        elif following.step is Step.TABLE:
            session.decide(following.seat, session.legal(following.seat)[0])
        else:
            break
    assert steps[-2:] == [Step.OUTCOME, Step.DEBRIEF]
    assert steps.count(Step.OUTCOME) == 3
    assert finished_turns(session) == 3


def test_a_curtain_falls_between_two_players_and_not_before_the_first() -> None:
    session = started(*TWO)
    assert next_step(session, 0, "").step is Step.TABLE
    session.decide("no.minister", "silent")
    assert next_step(session, 0, "no.minister").step is Step.CURTAIN


def test_a_debate_goes_from_case_to_rebuttal_to_reply_each_with_its_own_step() -> None:
    session = Session.start(parley(), Setup(("no.minister",), 1, argue="all"))
    steps = []
    while (following := next_step(session, 0, "no.minister")).step is not Step.OUTCOME:
        steps.append(following.step)
        session.decide(following.seat, session.legal(following.seat)[-1])
    assert list(dict.fromkeys(steps)) == [Step.TABLE, Step.CASE, Step.REBUT, Step.REPLY]


def test_a_curtain_falls_between_two_players_in_each_round_of_a_debate() -> None:
    session = Session.start(parley(), Setup(TWO, 1, argue="all"))
    while session.state.point is not Point.CASE:
        seat = session.next_seat() or ""
        session.decide(seat, session.legal(seat)[0])
    first = session.next_seat() or ""
    assert next_step(session, 0, first).step is Step.CASE
    session.decide(first, session.legal(first)[-1])
    assert next_step(session, 0, first).step is Step.CURTAIN


def test_after_the_last_outcome_come_the_parts_of_the_end_one_by_one_then_the_debrief() -> None:
    session = finish(Session.start(parley(), Setup(("no.minister",), 7, argue="all")), which=3)
    course, steps = Course(session), list[Step]()
    assert next_step(session, 3, "no.minister", course).step is Step.OUTCOME
    while (following := next_step(session, 4, "no.minister", course)).step is not Step.DEBRIEF:
        steps.append(following.step)
        course.leave_out()
    assert steps == [Step.SWAP, Step.STATEMENT, Step.SENTENCE]
    assert following.step is Step.DEBRIEF


def test_a_curtain_falls_before_a_part_of_the_end_that_is_another_players() -> None:
    session = finish(Session.start(parley(), Setup(TWO, 7, argue="all")), which=3)
    course = Course(session)
    assert next_step(session, 4, TWO[1], course) == Next(Step.CURTAIN, seat=TWO[0])
    assert next_step(session, 4, TWO[0], course).step is Step.SWAP
    course.leave_out()
    assert next_step(session, 4, TWO[0], course) == Next(Step.CURTAIN, seat=TWO[1])


def test_nothing_is_written_by_looking(tmp_path: Path) -> None:
    session = Session.start(harbour(), Setup(("no.minister",), 1), save=tmp_path / "a.jsonl")
    before = (tmp_path / "a.jsonl").read_bytes()
    table_view(session, "no.minister", "en")
    assert (tmp_path / "a.jsonl").read_bytes() == before
