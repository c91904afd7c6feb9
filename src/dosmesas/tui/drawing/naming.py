"""Names on a map: near the middle of what they name, and never one on another."""

from collections import defaultdict

from attrs import define, field

from dosmesas.tui.drawing.grid import Grid
from dosmesas.tui.drawing.outlines import Point, Window

_AWAY = sorted(
    ((dx, dy) for dx in range(-6, 7) for dy in range(-3, 4)),
    key=lambda one: (one[0] ** 2 + 4 * one[1] ** 2, one),
)
"""Where a name may move to, the nearest first: a row is as tall as two columns are wide."""


@define
class Namer:
    """Writes names on a part of the map; `owners` says whose each cell is."""

    part: Grid
    window: Window
    owners: dict[Point, str]
    cells: dict[str, list[Point]] = field(factory=lambda: defaultdict(list))
    taken: set[Point] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        """Sort the cells by whose they are."""
        for cell, owner in self.owners.items():
            self.cells[owner].append(cell)

    def name(
        self, code: str, text: str, ink: str, middle: Point | None = None, *, always: bool = False
    ) -> None:
        """Write a name once: in its state, or (where it is always wanted) as near to it as there is room.

        `middle` is where on the earth; without it, the middle of the cells.
        """
        if code not in self.cells:
            return
        x, y = self.window.cell(middle) if middle else self._middle(code)
        otherwise = None
        for dx, dy in _AWAY:
            start, row = x - (len(text) - 1) // 2 + dx, y + dy
            if self._inside(code, start, row, text) and self._free(start, row, text):
                self._write(start, row, text, ink)
                return
            if always and otherwise is None and self._free(start, row, text):
                otherwise = start, row
        if otherwise:
            self._write(*otherwise, text, ink)

    def _middle(self, code: str) -> Point:
        cells = self.cells[code]
        return sum(x for x, _ in cells) // len(cells), sum(y for _, y in cells) // len(cells)

    def _free(self, x: int, y: int, text: str) -> bool:
        sight = x >= 0 and x + len(text) <= self.window.width and 0 <= y < self.window.height
        return sight and not any((x + n, y) in self.taken for n in range(-1, len(text) + 1))

    def _inside(self, code: str, x: int, y: int, text: str) -> bool:
        """Whether it lies in its state: one cell of three may be the border's."""
        return sum(self.owners.get((x + n, y)) != code for n in range(len(text))) <= len(text) // 3

    def _write(self, x: int, y: int, text: str, ink: str) -> None:
        for n, char in enumerate(text):
            self.part.put(x + n, y, char, ink, self.part.at(x + n, y).ground)
            self.taken.add((x + n, y))
