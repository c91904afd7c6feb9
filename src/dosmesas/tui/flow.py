"""What comes onto the screen next: a pure decision on the session, so that screens need not make it."""

from enum import StrEnum

from attrs import frozen

from dosmesas.engine.state import Point
from dosmesas.session.coda.course import Course, Part
from dosmesas.session.session import Session


class Step(StrEnum):
    """The kinds of screens that a game goes through."""

    OUTCOME = "outcome"
    CURTAIN = "curtain"
    TABLE = "table"
    CASE = "case"
    REBUT = "rebut"
    REPLY = "reply"
    SWAP = "swap"
    SWAP_REPLY = "swap_reply"
    SWAP_TOLD = "swap_told"
    STATEMENT = "statement"
    STATEMENT_TOLD = "statement_told"
    SENTENCE = "sentence"
    DEBRIEF = "debrief"


@frozen
class Next:
    """A step, with the turn to tell of or the seat that acts."""

    step: Step
    turn: int = 0
    seat: str = ""


_STEPS = {Point.CASE: Step.CASE, Point.REBUT: Step.REBUT, Point.REPLY: Step.REPLY}

_PARTS = {part: Step(part.value) for part in Part}


def step_of(session: Session) -> Step:
    """Where a seat acts now: at the table, or in one of the rounds of a debate."""
    return _STEPS.get(session.state.point, Step.TABLE)


def finished_turns(session: Session) -> int:
    """How many turns are over."""
    decided = max((one.turn for one in session.state.decisions), default=0)
    return decided if session.over else session.state.turn - 1


def next_step(session: Session, told: int, last_seat: str, course: Course | None = None) -> Next:
    """First outcomes that nobody has seen, then a curtain between two players, then the seat.

    After the last turn come the parts that lie ahead on the course, then the end.
    """
    if told < finished_turns(session):
        return Next(Step.OUTCOME, turn=told + 1)
    found = _asked(session, course)
    if found is None:
        return Next(Step.DEBRIEF)
    if len(session.setup.seats) > 1 and last_seat not in {"", found.seat}:
        return Next(Step.CURTAIN, seat=found.seat)
    return found


def _asked(session: Session, course: Course | None) -> Next | None:
    """What a seat is asked now, or reads of what it has said after the last turn."""
    seat = session.next_seat()
    if seat is not None:
        return Next(step_of(session), seat=seat)
    ahead = course.ahead() if course else None
    return Next(_PARTS[ahead.part], seat=ahead.seat) if ahead else None
