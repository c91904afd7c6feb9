"""The deals on the table as one of their seats sees them."""

from collections.abc import Mapping

from attrs import evolve, frozen

from dosmesas.engine.deals import open_deals
from dosmesas.engine.state import DECLINE, SILENT
from dosmesas.model.events import Deal
from dosmesas.session.session import Session
from dosmesas.session.winsets import WinSets


@frozen
class DealView:
    """A deal as one of its seats sees it; `said` is the partner's word: a deal, decline, silent or empty.

    `own` is the seat's own word likewise; `win` says whose home table would carry it, where they are asked.
    """

    id: str
    name: str
    mine: str
    partner: str
    theirs: str
    said: str
    win: WinSets | None = None
    own: str = ""


def deals_of(session: Session, seat: str, wins: Mapping[str, WinSets], language: str) -> tuple[DealView, ...]:
    """The open deals of a seat; `wins` are their win-sets by deal, where home tables are asked."""
    state, pack = session.state, session.pack
    event = pack.events[state.event]
    said = state.words(state.turn)
    found = open_deals(pack, event, session.game.tables.scene(state))
    return tuple(
        evolve(_deal(session, deal, seat, said, language), win=wins.get(deal.id), own=said.get(seat, ""))
        for deal in found
        if deal.option_of(seat)
    )


def _deal(session: Session, deal: Deal, seat: str, said: dict[str, str], language: str) -> DealView:
    partner, theirs = next((party, option) for party, option in deal.between if party != seat)
    word = said.get(partner, "")
    if word not in {"", DECLINE, SILENT, deal.id}:
        word = SILENT
    return DealView(
        deal.id,
        deal.name(language),
        deal.option_of(seat) or "",
        session.pack.ruleset.offices[partner].name(language),
        session.pack.option(theirs).label(language),
        word,
    )
