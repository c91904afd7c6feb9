"""The debates and verdicts of a turn that is over, worked out again from its decisions."""

from collections.abc import Mapping

from attrs import evolve, frozen

from dosmesas.engine.floor import Debate
from dosmesas.engine.home import Verdict
from dosmesas.engine.turn import judged
from dosmesas.session.session import Session
from dosmesas.session.turns import Turn, finished_turns


@frozen
class Judged:
    """What was argued in a turn, and what the home tables made of it, by seat."""

    turn: int
    debates: Mapping[str, Debate]
    verdicts: Mapping[str, Verdict]


def judged_turn(session: Session, number: int) -> Judged | None:
    """The debates and verdicts of a finished turn; None for any other, or in a pack without home tables."""
    return session.once(("judged", number), lambda: _judged_turn(session, number))


def _judged_turn(session: Session, number: int) -> Judged | None:
    if session.game.tables.home is None or not 1 <= number <= finished_turns(session):
        return None
    last = max(place for place, one in enumerate(session.path[:-1]) if one.state.turn == number)
    state = evolve(session.path[last].state, decisions=session.path[last + 1].state.decisions)
    debates, verdicts = judged(session.game.tables, state)
    return Judged(number, debates, verdicts)


def verdicts_of(session: Session, turn: Turn) -> Mapping[str, Verdict]:
    """What the home tables made of a turn's choices; empty where they were not asked."""
    judged = judged_turn(session, turn.number) if turn.event else None
    return judged.verdicts if judged else {}


def judged_turns(session: Session) -> list[Judged]:
    """All finished turns with home tables, in order."""
    found = (judged_turn(session, number) for number in range(1, finished_turns(session) + 1))
    return [one for one in found if one is not None]
