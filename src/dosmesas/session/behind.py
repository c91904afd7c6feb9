"""The office behind a receipt: the one that chose the option, or whose word was broken."""

from dosmesas.engine.receipts import Receipt
from dosmesas.engine.turn import BROKEN_WORD
from dosmesas.session.session import Session
from dosmesas.session.turns import turns_of


def office_of(session: Session, option: str) -> str:
    """The office that an option belongs to."""
    event = session.pack.events[option.partition("/")[0]]
    return next(seat for seat, options in event.seats.items() if any(one.id == option for one in options))


def office_behind(session: Session, receipt: Receipt) -> str:
    """The office that a receipt comes from; empty where it is no choice and no broken word."""
    if "/" in receipt.by:
        return office_of(session, receipt.by)
    return _breaker(session, receipt) if receipt.by == BROKEN_WORD else ""


def _breaker(session: Session, receipt: Receipt) -> str:
    """Whose word a receipt is about: each office that broke one has its own, in the same order."""
    turn = turns_of(session)[receipt.turn - 1]
    alike = [one.id for one in turn.receipts if (one.by, one.indicator) == (receipt.by, receipt.indicator)]
    broke = [office for kept in turn.deals for office in kept.broken]
    return broke[alike.index(receipt.id) * len(broke) // len(alike)]
