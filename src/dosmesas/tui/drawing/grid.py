"""A grid of characters with roles for ink and ground; a screen turns the roles into colours."""

from collections.abc import Iterable
from itertools import groupby

from attrs import define, field, frozen

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bits of a braille character, by row and column of its dots."""
BRAILLE = 0x2800


@frozen
class Cell:
    """A character, what it is drawn as, and what lies below it: roles such as `line1`; empty is the usual."""

    char: str = " "
    ink: str = ""
    ground: str = ""


@frozen
class Run:
    """Characters of one row that look alike."""

    text: str
    ink: str
    ground: str


Picture = tuple[tuple[Run, ...], ...]


@define
class Grid:
    """Characters by column and row, from the upper left; what lies outside is left out."""

    width: int
    height: int
    cells: dict[tuple[int, int], Cell] = field(factory=dict)

    def put(self, x: int, y: int, text: str, ink: str = "", ground: str = "") -> None:
        """Write a text."""
        for n, char in enumerate(text):
            if 0 <= x + n < self.width and 0 <= y < self.height:
                self.cells[x + n, y] = Cell(char, ink, ground)

    def at(self, x: int, y: int) -> Cell:
        """What stands there."""
        return self.cells.get((x, y), Cell())

    def free(self, x: int, y: int, width: int) -> bool:
        """Whether nothing stands in so many cells."""
        return all((x + n, y) not in self.cells for n in range(width))

    def paste(self, other: "Grid", x: int, y: int) -> None:
        """Lay another grid over this one, where something stands on it."""
        for (column, row), cell in other.cells.items():
            if 0 <= x + column < self.width and 0 <= y + row < self.height:
                self.cells[x + column, y + row] = cell

    def picture(self) -> Picture:
        """All rows as runs of cells that look alike."""
        return tuple(self._row(y) for y in range(self.height))

    def _row(self, y: int) -> tuple[Run, ...]:
        cells = (self.at(x, y) for x in range(self.width))
        alike = groupby(cells, key=lambda cell: (cell.ink, cell.ground))
        return tuple(Run("".join(cell.char for cell in run), ink, ground) for (ink, ground), run in alike)


def text_of(picture: Picture) -> str:
    """The characters alone: all that is left without colours."""
    return "\n".join("".join(run.text for run in row).rstrip() for row in picture)


@define
class Dots:
    """Braille dots, two columns and four rows a cell, each cell in the ink of its last dot."""

    marks: dict[tuple[int, int], tuple[int, str]] = field(factory=dict)

    def set(self, x: int, y: int, ink: str = "") -> None:
        """One dot; dots left of and above everything are left out."""
        if x >= 0 and y >= 0:
            bits = self.marks.get((x // 2, y // 4), (0, ""))[0]
            self.marks[x // 2, y // 4] = (bits | _DOTS[y % 4][x % 2], ink)

    def line(self, start: tuple[int, int], end: tuple[int, int], ink: str = "") -> None:
        """A straight line of dots."""
        (x0, y0), (x1, y1) = start, end
        steps = max(abs(x1 - x0), abs(y1 - y0), 1)
        for n in range(steps + 1):
            self.set(x0 + round((x1 - x0) * n / steps), y0 + round((y1 - y0) * n / steps), ink)

    def way(self, points: Iterable[tuple[int, int]], ink: str = "") -> None:
        """Straight lines from point to point."""
        before = None
        for point in points:
            self.line(before or point, point, ink)
            before = point

    def onto(self, grid: Grid, x: int = 0, y: int = 0) -> None:
        """Put the dots on a grid; what lies below keeps its ground."""
        for (column, row), (bits, ink) in self.marks.items():
            grid.put(x + column, y + row, chr(BRAILLE | bits), ink, grid.at(x + column, y + row).ground)
