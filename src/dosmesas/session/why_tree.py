"""The tree behind one number: receipts, what set each going, claims, paragraphs, and what is against them."""

from attrs import frozen

from dosmesas.session.ledger import Filter, ledger
from dosmesas.session.session import Session
from dosmesas.session.tell import Teller
from dosmesas.session.tell_ledger import LedgerTeller
from dosmesas.session.tree import Branch
from dosmesas.session.turns import finished_turns
from dosmesas.session.why import Reason, reason_of, why
from dosmesas.text.catalog import say
from dosmesas.text.number import signed


@frozen
class WhyTree:
    """Lines over the tree, and its branches: one for each receipt, in order."""

    heading: tuple[str, ...]
    branches: tuple[Branch, ...]
    sizes: tuple[int, ...] = ()

    def place_of(self, receipt: str) -> int:
        """Where a receipt's branch stands; without one, the largest."""
        for place, branch in enumerate(self.branches):
            if branch.receipt == receipt:
                return place
        sizes = [abs(one) for one in self.sizes]
        return sizes.index(max(sizes)) if sizes else 0


def tree_of(session: Session, indicator: str, turn: int, seat: str | None, language: str) -> WhyTree:
    """The tree of one indicator's change in one turn."""
    found = why(session, indicator, turn, seat, language)
    lines = Teller(language).why_head(found, so_far=turn > finished_turns(session) and not session.over)
    return WhyTree(
        tuple(lines),
        tuple(_branch(one, signed(one.applied)) for one in found.reasons),
        tuple(one.applied for one in found.reasons),
    )


def tree_of_receipt(session: Session, receipt: str, seat: str | None, language: str) -> WhyTree:
    """The tree of a receipt that moves no number: a flag, a draw, something set going."""
    book = ledger(session, seat, language)
    line = next((one for one in book.lines if one.receipt == receipt), None)
    if line is None:
        return WhyTree((say(language, "why_nothing"),), ())
    teller = LedgerTeller(book, language)
    whole = next(one for one in session.receipts if one.id == receipt)
    branch = _branch(reason_of(session, whole, seat, language), line.what)
    return WhyTree((teller.turn(line.turn), teller.line(line, Filter())), (branch,))


def _branch(reason: Reason, what: str) -> Branch:
    """A receipt with everything behind it."""
    basis = f" ({reason.basis})" if reason.basis and reason.cited else ""
    return Branch(f"{what} {reason.text}{basis}", (*reason.tree, *reason.grounds), receipt=reason.receipt)
