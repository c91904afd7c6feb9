"""What is asked after the last turn, in which order, and that nothing is asked twice."""

import pytest

from dosmesas.debate.judge import REST
from dosmesas.engine.plays import answer_of
from dosmesas.journal.journal import JournalError
from dosmesas.session.coda.course import Ahead, Course, Part, missing
from dosmesas.session.coda.kept import kept_statement, kept_swap
from dosmesas.session.coda.statement import let_stand
from dosmesas.session.session import Session
from dosmesas.session.setup import ALTERNATE, Setup
from tests.support.debating import WARDEN
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import finish, start
from tests.support.small import parley

PARTS = [Ahead(part, NORDEN) for part in (Part.SWAP, Part.STATEMENT, Part.SENTENCE)]


def over(*seats: str) -> Session:
    return finish(Session.start(parley(), Setup(seats or (NORDEN,), 7, argue=ALTERNATE)), which=3)


def through(session: Session) -> tuple[Course, list[Part]]:
    """The whole course, everything said, and the parts that came."""
    course, parts = Course(session), list[Part]()
    while (ahead := course.ahead()) is not None and len(parts) < 9:
        parts.append(ahead.part)
        seat = ahead.seat
        match ahead.part:
            case Part.SWAP:
                course.argue(seat, tuple(sorted(card.id for card in course.swap(seat).debate.bench.hand[:2])))
            case Part.SWAP_REPLY:
                course.answer(seat, answer_of(course.swap(seat).actions[1]))
            case Part.STATEMENT:
                course.sign(let_stand(session)[:1])
            case Part.SENTENCE:
                session.say_sentence(seat, "because it held")
            case _:
                course.told()
    return course, parts


def test_case_answer_what_came_of_it_statement_what_was_signed_and_sentence_follow_each_other_once() -> None:
    session = over()
    course, parts = through(session)
    assert parts == [*Part]
    assert course.ahead() is None
    assert Course(session).ahead() is None
    assert [*missing(session)] == []


def test_each_part_that_the_save_lacks_is_missing_in_order() -> None:
    assert [*missing(over())] == PARTS


def test_a_part_left_out_is_not_asked_again_and_leaves_nothing_in_the_save() -> None:
    session = over()
    course, seen = Course(session), list[Ahead]()
    while (ahead := course.ahead()) is not None and len(seen) < 9:
        seen.append(ahead)
        course.leave_out()
    assert seen == PARTS
    assert session.notes.closings == {}
    assert [*missing(session)] == PARTS


def test_leaving_out_the_answer_leaves_out_the_case_made_before_it() -> None:
    course = Course(over())
    course.argue(NORDEN, tuple(sorted(card.id for card in course.swap(NORDEN).debate.bench.hand[:2])))
    assert course.ahead() == Ahead(Part.SWAP_REPLY, NORDEN)
    course.leave_out()
    assert course.ahead() == PARTS[1]


def test_a_case_against_which_nothing_is_said_is_kept_at_once_and_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("dosmesas.session.coda.swap.advocate", lambda *_: ())
    session = over()
    course = Course(session)
    case = (course.swap(NORDEN).debate.bench.hand[0].id,)
    course.argue(NORDEN, case)
    assert course.ahead() == Ahead(Part.SWAP_TOLD, NORDEN)
    kept = kept_swap(session, NORDEN)
    assert kept is not None
    assert (kept.debate.case, kept.debate.answer) == (case, REST)


def test_who_signs_nothing_is_not_shown_an_empty_statement_and_not_asked_again() -> None:
    session = over()
    course = Course(session)
    course.leave_out()
    course.sign(())
    assert course.ahead() == PARTS[2]
    assert kept_statement(session) == ()


def test_what_cannot_be_saved_is_asked_again_as_it_stood(monkeypatch: pytest.MonkeyPatch) -> None:
    session = over()
    course = Course(session)
    course.argue(NORDEN, tuple(sorted(card.id for card in course.swap(NORDEN).debate.bench.hand[:2])))

    def full(*_: object) -> None:
        raise JournalError("No space left on device")

    monkeypatch.setattr(Session, "note", full)
    with pytest.raises(JournalError):
        course.answer(NORDEN, REST)
    assert course.ahead() == Ahead(Part.SWAP_REPLY, NORDEN)
    monkeypatch.undo()
    course.answer(NORDEN, REST)
    assert course.ahead() == Ahead(Part.SWAP_TOLD, NORDEN)


def test_of_two_players_opposite_each_other_each_takes_the_others_chair_one_signs_and_both_have_a_sentence() -> (
    None
):
    session = over(NORDEN, SUDEN)
    parts = [*missing(session)]
    assert [one for one in parts if one.part is not Part.STATEMENT] == [
        Ahead(Part.SWAP, NORDEN),
        Ahead(Part.SWAP, SUDEN),
        Ahead(Part.SENTENCE, NORDEN),
        Ahead(Part.SENTENCE, SUDEN),
    ]
    assert [one.seat for one in parts if one.part is Part.STATEMENT] in ([], [NORDEN])


def test_of_two_players_on_one_side_each_with_a_computer_opposite_changes_chairs() -> None:
    parts = [*missing(over(NORDEN, WARDEN))]
    assert Ahead(Part.SWAP, NORDEN) in parts
    assert Ahead(Part.SWAP, WARDEN) not in parts  # only the floor answers the warden
    assert [one.seat for one in parts if one.part is Part.SENTENCE] == [NORDEN, WARDEN]


def test_a_pack_without_debates_and_a_game_of_bots_have_nothing_ahead() -> None:
    assert Course(finish(start(NORDEN))).ahead() is None
    assert Course(Session.start(parley(), Setup((), 7))).ahead() is None
