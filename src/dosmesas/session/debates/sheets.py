"""The debates that a seat may read on its flow sheet: the one going on, and those of finished turns."""

from attrs import frozen

from dosmesas.engine.floor import ARGUING
from dosmesas.engine.state import Point
from dosmesas.session.debates.asked import debate_of
from dosmesas.session.debates.credit import Explained, explained
from dosmesas.session.debates.flow import FlowSheet, flow_sheet
from dosmesas.session.debates.past import Judged, judged_turn, judged_turns
from dosmesas.session.debates.told import sheet_of
from dosmesas.session.session import Session


@frozen
class Argued:
    """A debate on paper; `views`, who moved the policy, is None while it goes on."""

    sheet: FlowSheet
    views: Explained | None


def argued(session: Session, seat: str | None, language: str, turn: int = 0) -> list[Argued]:
    """The debates of a finished turn, or (for 0) all: the last first, in order once the game is over.

    Of another seat's debate the support at its home is left out; with no seat all is opened.
    """
    if turn:
        judged = judged_turn(session, turn)
        return _of_turn(session, judged, seat, language) if judged else []
    turns = judged_turns(session)
    found = _going_on(session, seat, language)
    for one in turns if session.over else reversed(turns):
        found += _of_turn(session, one, seat, language)
    return found


def _of_turn(session: Session, judged: Judged, seat: str | None, language: str) -> list[Argued]:
    """The seat's own debate first; with no seat, those of the players."""
    first = session.setup.seats if seat is None else (seat,)
    ordered = sorted(judged.debates, key=lambda one: (one not in first, one))
    return [
        Argued(
            sheet_of(session, judged, one, language, seen=seat is None or one == seat),
            explained(judged.debates[one]),
        )
        for one in ordered
    ]


def _going_on(session: Session, seat: str | None, language: str) -> list[Argued]:
    """The debate in which the seat acts now, once a case has been made."""
    point, movers = session.state.point, session.game.to_move(session.state)
    if point not in ARGUING or point is Point.CASE or seat not in movers:
        return []
    debate = debate_of(session, seat)
    return [Argued(flow_sheet(session, session.state.turn, debate, None, language), None)]
