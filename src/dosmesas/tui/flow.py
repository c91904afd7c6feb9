"""What comes onto the screen next: a pure decision on the session, so that screens need not make it."""

from enum import StrEnum

from attrs import frozen

from dosmesas.engine.state import Point
from dosmesas.session.session import Session


class Step(StrEnum):
    """The kinds of screens that a game goes through."""

    OUTCOME = "outcome"
    CURTAIN = "curtain"
    TABLE = "table"
    CASE = "case"
    REBUT = "rebut"
    REPLY = "reply"
    DEBRIEF = "debrief"


@frozen
class Next:
    """A step, with the turn to tell of or the seat that acts."""

    step: Step
    turn: int = 0
    seat: str = ""


_STEPS = {Point.CASE: Step.CASE, Point.REBUT: Step.REBUT, Point.REPLY: Step.REPLY}


def step_of(session: Session) -> Step:
    """Where a seat acts now: at the table, or in one of the rounds of a debate."""
    return _STEPS.get(session.state.point, Step.TABLE)


def finished_turns(session: Session) -> int:
    """How many turns are over."""
    decided = max((one.turn for one in session.state.decisions), default=0)
    return decided if session.over else session.state.turn - 1


def next_step(session: Session, told: int, last_seat: str) -> Next:
    """First outcomes that nobody has seen, then a curtain between two players, then the seat or the end."""
    if told < finished_turns(session):
        return Next(Step.OUTCOME, turn=told + 1)
    seat = session.next_seat()
    if seat is None:
        return Next(Step.DEBRIEF)
    if len(session.setup.seats) > 1 and last_seat not in {"", seat}:
        return Next(Step.CURTAIN, seat=seat)
    return Next(step_of(session), seat=seat)
