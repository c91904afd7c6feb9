"""The debates and verdicts of a turn that is over, worked out again from its decisions."""

from collections.abc import Mapping

from attrs import evolve, frozen

from dosmesas.engine.floor import Debate
from dosmesas.engine.home import Verdict
from dosmesas.engine.turn import judged
from dosmesas.session.session import Session


@frozen
class Judged:
    """What was argued in a turn, and what the home tables made of it, by seat."""

    turn: int
    debates: Mapping[str, Debate]
    verdicts: Mapping[str, Verdict]


def judged_turn(session: Session, number: int) -> Judged | None:
    """The debates and verdicts of a finished turn; None in a pack without home tables."""
    if session.game.tables.home is None:
        return None
    places = [place for place, one in enumerate(session.path[:-1]) if one.state.turn == number]
    if not places:
        return None
    last = places[-1]
    state = evolve(session.path[last].state, decisions=session.path[last + 1].state.decisions)
    debates, verdicts = judged(session.game.tables, state)
    return Judged(number, debates, verdicts)


def judged_turns(session: Session) -> list[Judged]:
    """All finished turns with home tables, in order."""
    last = max((one.turn for one in session.state.decisions), default=0)
    finished = last if session.over else session.state.turn - 1
    found = (judged_turn(session, number) for number in range(1, finished + 1))
    return [one for one in found if one is not None]
