"""What was said after the last turn, as lines of plain text for every face."""

from dosmesas.engine.floor import Debate
from dosmesas.session.coda.kept import kept_statement, kept_swap
from dosmesas.session.coda.statement import draft
from dosmesas.session.coda.swap import Swap
from dosmesas.session.debates.flow import flow_sheet
from dosmesas.session.debates.story import story_of
from dosmesas.session.debates.tell_flow import FlowTeller, faces_of
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed


def swap_heading(session: Session, swap: Swap, language: str) -> str:
    """Which debate it is, and for whom the player speaks."""
    return say(language, "swap_heading", turn=swap.turn, office=_office(session, swap, language))


def swap_title(session: Session, swap: Swap, language: str) -> str:
    """The same in few words."""
    return say(language, "swap_title", turn=swap.turn, office=_office(session, swap, language))


def swap_lines(session: Session, swap: Swap, language: str) -> list[str]:
    """What came of it: why the case stands where it stands, and beside that what others kept."""
    sheet = flow_sheet(session, swap.turn, swap.debate, None, language)
    told = FlowTeller(language)
    reached, kept, best = (fixed(one, 2) for one in (swap.reached, swap.kept, swap.best))
    office = _office(session, swap, language)
    result = say(language, "swap_result", reached=reached, office=office, kept=kept, best=best)
    return [*told.story(story_of(swap.debate, sheet), mine=True), told.path(sheet), result]


def swap_again(session: Session, swap: Swap, language: str) -> list[str]:
    """The same for one who was not there: what was said comes first."""
    option = swap.debate.option.label(language)
    lines = [say(language, "swap_option", label=option), *_said(session, swap, swap.debate, language)]
    return [*lines, *swap_lines(session, swap, language)]


def closing_lines(session: Session, language: str) -> list[str]:
    """All that the save has of what was said after the last turn, but the sentences."""
    lines: list[str] = []
    for seat in session.setup.seats:
        swap = kept_swap(session, seat)
        if swap is not None:
            told = swap_again(session, swap, language)
            lines += ["", swap_heading(session, swap, language), *told]
    signed = kept_statement(session)
    if signed is not None:
        unsigned = [say(language, "statement_unsigned")]
        lines += ["", *(draft(session, signed, language) if signed else unsigned)]
    return lines


def _office(session: Session, swap: Swap, language: str) -> str:
    return session.pack.ruleset.offices[swap.debate.seat].name(language)


def _said(session: Session, swap: Swap, debate: Debate, language: str) -> list[str]:
    """The cards of the case and those against it, by what they say."""
    faces = faces_of(flow_sheet(session, swap.turn, debate, None, language))
    lines = []
    for key, cards in (("swap_case", debate.case), ("swap_against", debate.against)):
        text = "; ".join(faces.get(one, one) for one in cards)
        lines += [say(language, key, cards=text)] if cards else []
    return lines or [say(language, "no_case").strip()]
