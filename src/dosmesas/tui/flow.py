"""What comes onto the screen next: a pure decision on the session, so that screens need not make it."""

from enum import StrEnum

from attrs import frozen

from dosmesas.session.session import Session


class Step(StrEnum):
    """The kinds of screens that a game goes through."""

    OUTCOME = "outcome"
    CURTAIN = "curtain"
    TABLE = "table"
    DEBRIEF = "debrief"


@frozen
class Next:
    """A step, with the turn to tell of or the seat that acts."""

    step: Step
    turn: int = 0
    seat: str = ""


def finished_turns(session: Session) -> int:
    """How many turns are over."""
    decided = max((one.turn for one in session.state.decisions), default=0)
    return decided if session.over else session.state.turn - 1


def next_step(session: Session, told: int, last_seat: str) -> Next:
    """First outcomes that nobody has seen, then a curtain between two players, then the table or the end."""
    if told < finished_turns(session):
        return Next(Step.OUTCOME, turn=told + 1)
    seat = session.next_seat()
    if seat is None:
        return Next(Step.DEBRIEF)
    if len(session.setup.seats) > 1 and last_seat not in {"", seat}:
        return Next(Step.CURTAIN, seat=seat)
    return Next(Step.TABLE, seat=seat)
