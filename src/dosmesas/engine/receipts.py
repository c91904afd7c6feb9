"""Receipts: the ledger of everything that happened. Only `change` and `limit` move numbers."""

from enum import StrEnum

from attrs import frozen


class ReceiptKind(StrEnum):
    """What a receipt is for."""

    CHANGE = "change"
    LIMIT = "limit"
    FLAG = "flag"
    SCHEDULED = "scheduled"
    DRAWN = "drawn"


LIMIT = "limit"
"""The `by` of a receipt that says what a range or a `max_step` cut off."""


@frozen
class Receipt:
    """One entry.

    `id` is `turn.n`; `indicator` names an indicator or flag, or is empty; `applied` is in thousandths for
    change and limit, 1 or 0 for a flag set or a draw that did or did not happen, the turn due for a
    scheduled one; `by` is the id of the option, deal, rule or bulletin; `cause` is the id of the receipt
    that led to it, or empty; `saw` is what its conditions and amount read.
    """

    id: str
    kind: ReceiptKind
    indicator: str
    applied: int
    by: str
    claims: tuple[str, ...]
    stage: str
    cause: str = ""
    figure: str = ""
    saw: tuple[tuple[str, int], ...] = ()

    @property
    def turn(self) -> int:
        """The turn it belongs to."""
        return int(self.id.partition(".")[0])

    @property
    def moves(self) -> bool:
        """Whether it moved a number."""
        return self.kind in {ReceiptKind.CHANGE, ReceiptKind.LIMIT}
