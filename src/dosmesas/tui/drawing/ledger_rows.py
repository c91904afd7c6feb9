"""The rows of the ledger: turns to fold, and receipts in columns: how much, of what, by what, the ground."""

from functools import cached_property

from attrs import frozen
from textual.content import Content

from dosmesas.session.ledger import By, Filter, Line
from dosmesas.text.catalog import say
from dosmesas.text.number import signed
from dosmesas.tui.drawing.bars import tint, verdict
from dosmesas.tui.drawing.ink import QUIET, STRONG, broken, columns, folded, ink, row
from dosmesas.tui.marks import FOLDED, UNFOLDED

_ROOMY = 100
"""Columns from which on names and grounds have columns of their own."""
_INDENT, _GAP = 2, 2
_NAME, _BASIS = 30, 26


@frozen
class LedgerRows:
    """Draws the lines that a filter leaves, in one language; all of them share their columns."""

    lines: tuple[Line, ...]
    wanted: Filter
    language: str

    def turn(self, text: str, unfolded: bool, width: int) -> list[Content]:
        """The heading of a turn."""
        mark = UNFOLDED if unfolded else FOLDED
        return columns([([ink(mark, STRONG)], 1), (folded(text, width - 2, STRONG), width - 2)])

    def line(self, one: Line, width: int) -> list[Content]:
        """A receipt; where there is less room, its name and ground stand with its words, wrapped."""
        first = [([ink("")], _INDENT - _GAP), ([self._amount(one)], self._amounts)]
        if self._summed:
            first.append(([ink(self._sum(one).rjust(self._sums), QUIET)], self._sums))
        room = width - sum(cell + _GAP for _, cell in first)
        if width < _ROOMY:
            return columns([*first, (self._words(one, room), room)], gap=_GAP)
        name, basis = self._names, self._bases
        room -= sum(cell + _GAP for cell in (name, basis) if cell)
        cells = [*first, *([(folded(one.name, name, STRONG, indent=1), name)] if name else [])]
        cells.append((folded(self._text(one), room, indent=1), room))
        if basis:
            cells.append((folded(one.basis, basis, QUIET), basis))
        return columns(cells, gap=_GAP)

    def _words(self, one: Line, room: int) -> list[Content]:
        """Name, words and ground one after the other."""
        name = "" if self._summed else one.name
        parts = [ink(f"{name} · ", STRONG)] if name else []
        parts.append(ink(self._text(one)))
        if one.basis:
            parts.append(ink(f" ({one.basis})", QUIET))
        return broken(row(*parts), room, indent=2)

    @staticmethod
    def _text(one: Line) -> str:
        """What moves no number says what it does in words."""
        return one.text if one.moves else f"{one.what} {one.text}"

    def _amount(self, one: Line) -> Content:
        """With + or ! behind it, in a column of its own."""
        if not one.moves:
            return ink("")
        return ink(f"{one.what.rjust(self._amounts - 2)} {verdict(one.better)}", tint(one.better))

    def _sum(self, one: Line) -> str:
        return say(self.language, "ledger_running", sum=signed(one.sum)) if one.moves else ""

    @property
    def _summed(self) -> bool:
        return self.wanted.by is By.INDICATOR

    @cached_property
    def _amounts(self) -> int:
        return max((len(one.what) for one in self.lines if one.moves), default=0) + 2

    @cached_property
    def _sums(self) -> int:
        return max((len(self._sum(one)) for one in self.lines), default=0)

    @cached_property
    def _names(self) -> int:
        longest = max((len(one.name) for one in self.lines), default=0)
        return 0 if self._summed else min(_NAME, longest)

    @cached_property
    def _bases(self) -> int:
        return min(_BASIS, max((len(one.basis) for one in self.lines), default=0))
