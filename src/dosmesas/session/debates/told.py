"""Debates of finished turns for a seat: the lines of an outcome, the flow sheet, the three views."""

from dosmesas.session.debates.credit import explained
from dosmesas.session.debates.flow import FlowSheet, flow_sheet
from dosmesas.session.debates.past import Judged, judged_turn
from dosmesas.session.debates.story import story_of
from dosmesas.session.debates.tell_flow import FlowTeller, faces_of
from dosmesas.session.session import Session


def debate_lines(
    session: Session, number: int, seat: str | None, language: str, *, points: bool = True
) -> list[str]:
    """How the seat's own case went: the verdict, and why it stands there; nothing where none was made."""
    judged = judged_turn(session, number)
    if judged is None or seat is None or seat not in judged.verdicts:
        return []
    teller = FlowTeller(language, points)
    verdict = judged.verdicts[seat]
    if seat not in judged.debates:
        return [teller.heard(session.pack, verdict)]
    sheet = sheet_of(session, judged, seat, language)
    story = story_of(judged.debates[seat], sheet)
    return [*teller.story(story, mine=True), teller.verdict(sheet)]


def sheet_of(session: Session, judged: Judged, seat: str, language: str, *, seen: bool = True) -> FlowSheet:
    """The flow sheet of a seat's debate; not `seen`, without what only its own country sees."""
    verdict = judged.verdicts[seat] if seen else None
    return flow_sheet(session, judged.turn, judged.debates[seat], verdict, language)


def flow_lines(session: Session, number: int, seat: str | None, language: str) -> list[str]:
    """The flow sheets of a turn, the seat's own first; with no seat (the debrief) all of them, opened."""
    judged = judged_turn(session, number)
    if judged is None:
        return []
    lines: list[str] = []
    for one in sorted(judged.debates, key=lambda other: (other != seat, other)):
        seen = seat is None or one == seat
        lines += FlowTeller(language).sheet(sheet_of(session, judged, one, language, seen=seen))
    return lines


def credit_lines(session: Session, number: int, seat: str, language: str) -> list[str]:
    """The seat's own case in the three views."""
    judged = judged_turn(session, number)
    if judged is None or seat not in judged.debates:
        return []
    faces = faces_of(sheet_of(session, judged, seat, language))
    return FlowTeller(language).explained(explained(judged.debates[seat]), faces)
