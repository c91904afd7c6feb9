"""Receipts: the ledger of everything that happened. Only `change` and `limit` move numbers.

While a game runs a receipt is a tuple of three integers, and it becomes an object when it is read: making
objects would take longer than everything else in a turn together.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from typing import overload

from attrs import field, frozen

from dosmesas.lang.nodes import Node
from dosmesas.model.effects import Effect


class ReceiptKind(StrEnum):
    """What a receipt is for."""

    CHANGE = "change"
    LIMIT = "limit"
    FLAG = "flag"
    SCHEDULED = "scheduled"
    DRAWN = "drawn"


LIMIT = "limit"
"""The `by` of a receipt that says what a range or a `max_step` cut off."""


@frozen(eq=False)
class Site:
    """A place in the rules that writes receipts: all of a receipt that is the same each time.

    `reads` names what the conditions and the amount read; `conditions` are those on the way to the place,
    each with whether it held; `amount` is the amount as an expression, `odds` a chance in 100 and `draw` the
    name of its draw. `effect` is what an author wrote there, None where the engine writes by itself.
    """

    kind: ReceiptKind
    by: str
    indicator: str = ""
    claims: tuple[str, ...] = ()
    figure: str = ""
    reads: tuple[str, ...] = ()
    conditions: tuple[tuple[Node, bool], ...] = ()
    amount: Node | None = None
    odds: int = 0
    draw: str = ""
    effect: Effect | None = None


@frozen
class Receipt:
    """One entry.

    `id` is `turn.n`; `indicator` names an indicator or flag, or is empty; `applied` is in thousandths for
    change and limit, 1 or 0 for a flag set or a draw that did or did not happen, the turn due for a
    scheduled one; `by` is the id of the option, deal, rule or bulletin; `cause` is the id of the receipt
    that led to it, or empty; `reads` names what its conditions and amount read; `site` is the place in the
    rules that wrote it.
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
    reads: tuple[str, ...] = ()
    site: Site | None = field(default=None, eq=False, repr=False)

    @property
    def turn(self) -> int:
        """The turn it belongs to."""
        return int(self.id.partition(".")[0])

    @property
    def moves(self) -> bool:
        """Whether it moved a number."""
        return self.kind in {ReceiptKind.CHANGE, ReceiptKind.LIMIT}


Entry = tuple[int, int, int]
"""A compact receipt: the number of its site, what was applied, its cause (0 for none, see `cause_of`)."""

_TURN = 32
"""How many bits a receipt's number within its turn has in a cause."""


def cause_of(turn: int, number: int) -> int:
    """A receipt's id as one integer."""
    return turn << _TURN | number


def id_of(cause: int) -> str:
    """The id of a receipt, or nothing for 0."""
    return f"{cause >> _TURN}.{cause & (1 << _TURN) - 1}" if cause else ""


def cause_from(receipt: str) -> int:
    """The integer of a receipt's id."""
    turn, _, number = receipt.partition(".")
    return cause_of(int(turn), int(number)) if receipt else 0


Page = tuple[int, str, int, list[Entry]]
"""The entries of one stage: turn, stage, how many receipts of the turn came before, the entries."""


@frozen(eq=False, slots=False)
class Receipts(Sequence[Receipt]):
    """The receipts of a transition, in order; made when they are first read."""

    sites: Sequence[Site]
    pages: Sequence[Page] = ()

    @cached_property
    def _read(self) -> tuple[Receipt, ...]:
        return tuple(
            _made(self.sites[entry[0]], f"{turn}.{number}", stage, entry)
            for turn, stage, made, entries in self.pages
            for number, entry in enumerate(entries, made + 1)
        )

    def __iter__(self) -> Iterator[Receipt]:
        return iter(self._read)

    def __len__(self) -> int:
        return sum(len(entries) for *_, entries in self.pages)

    @overload
    def __getitem__(self, index: int) -> Receipt: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Receipt]: ...
    def __getitem__(self, index: int | slice) -> Receipt | Sequence[Receipt]:
        return self._read[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Receipts) and self._read == other._read

    def __hash__(self) -> int:
        return hash(self._read)


def _made(site: Site, name: str, stage: str, entry: Entry) -> Receipt:
    return Receipt(
        name,
        site.kind,
        site.indicator,
        entry[1],
        site.by,
        site.claims,
        stage,
        id_of(entry[2]),
        site.figure,
        site.reads,
        site,
    )
