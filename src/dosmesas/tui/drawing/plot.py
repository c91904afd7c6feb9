"""A plot: both axes, lines of dots with marks, and names that stand beside the ends of the lines."""

from functools import cached_property
from textwrap import wrap

from attrs import frozen

from dosmesas.tui.drawing.grid import Dots, Grid
from dosmesas.tui.drawing.scale import Range, Scale
from dosmesas.tui.marks import LINES, OUTLOOK, TAKEN

BELOW = 2
"""Rows of the time axis."""
_PLAYED = 60
"""The least share of the width, in 100, for the game itself."""


@frozen
class Line:
    """A line: its name, its numbers, and the last one in words."""

    name: str
    range: Range
    told: str


@frozen
class Axis:
    """The time axis: what stands below each moment, and at which something was decided.

    `played` is the last moment of the game itself; what comes after it is the outlook, drawn without marks.
    """

    labels: tuple[str, ...]
    played: int
    taken: frozenset[int] = frozenset()

    @property
    def short(self) -> "Axis":
        """The same for a small chart."""
        return Axis(tuple(label.split()[0] for label in self.labels), self.played, self.taken)


@frozen
class Plot:
    """A plot on a grid, with room for names at the right."""

    grid: Grid
    scale: Scale
    axis: Axis
    gutter: int

    @property
    def rows(self) -> int:
        """The rows of the plot itself."""
        return self.grid.height - BELOW

    @cached_property
    def left(self) -> int:
        """The first column of the plot."""
        return max((len(text) for _, text in self.scale.ticks(self.rows)), default=0) + 2

    @cached_property
    def columns(self) -> int:
        """How many columns the plot has."""
        return max(self.grid.width - self.left - self.gutter, 2)

    def column(self, moment: int) -> int:
        """Where a moment lies; the months of an outlook are narrower, so that the game has room."""
        played, last = self.axis.played, max(len(self.axis.labels) - 1, 1)
        edge = (
            self.columns - 1
            if played == last
            else max(played * 100 // last, _PLAYED) * (self.columns - 1) // 100
        )
        if moment <= played:
            return moment * edge // max(played, 1)
        return edge + (moment - played) * (self.columns - 1 - edge) // (last - played)

    def frame(self) -> None:
        """Both axes, with ticks."""
        for row in range(self.rows):
            self.grid.put(self.left - 1, row, "│", "axis")
        for row, text in self.scale.ticks(self.rows):
            self.grid.put(self.left - 1 - len(text), row, text, "axis")
            self.grid.put(self.left - 1, row, "┤", "axis")
            self.grid.put(self.left, row, "┈" * self.columns, "grid")
        for row in range(self.rows if self.axis.played < len(self.axis.labels) - 1 else 0):
            self.grid.put(self.left + self.column(self.axis.played), row, OUTLOOK, "grid")
        self.grid.put(self.left - 1, self.rows, "└" + "─" * self.columns, "axis")
        for moment in range(len(self.axis.labels)):
            taken = moment in self.axis.taken
            if taken or moment <= self.axis.played or moment == len(self.axis.labels) - 1:
                self.grid.put(
                    self.left + self.column(moment),
                    self.rows,
                    TAKEN if taken else "┴",
                    "taken" if taken else "axis",
                )
        self._dates()

    def _dates(self) -> None:
        """What stands below the time axis: the last moment always, the others where there is room."""
        last = len(self.axis.labels) - 1
        for moment in (last, *range(last)):
            label = self.axis.labels[moment]
            start = self.left + self.column(moment) - len(label) // 2
            start = min(max(start, 0), self.grid.width - len(label))
            if self.grid.free(start - 1, self.rows + 1, len(label) + 2):
                self.grid.put(start, self.rows + 1, label, "axis")

    def draw(self, lines: list[Line]) -> None:
        """Every line as dots, then its marks; where marks meet, they stand side by side."""
        dots = Dots()
        for n, one in enumerate(lines):
            points = enumerate(one.range.values)
            dots.way(((self.column(at) * 2, self._dot(value)) for at, value in points), f"line{n + 1}")
        dots.onto(self.grid, self.left)
        marked: set[tuple[int, int]] = set()
        for n, one in enumerate(lines):
            last = len(one.range.values) - 1
            for at, value in enumerate(one.range.values):
                if self.axis.played < at < last:
                    continue
                x, y = self.left + self.column(at), self._dot(value) // 4
                while (x, y) in marked:
                    x += 1
                marked.add((x, y))
                self.grid.put(x, y, LINES[n], f"line{n + 1}")

    def _dot(self, value: int) -> int:
        return self.scale.dot(value, self.rows * 4)

    def _after(self, lines: list[Line]) -> int:
        """The first column behind the ends of the lines, past marks that stand side by side."""
        return self.left + self.column(len(lines[0].range.values) - 1) + 1 + len(lines)

    def room(self, lines: list[Line]) -> int:
        """How many columns are left for the names."""
        return self.grid.width - self._after(lines)

    def label(self, lines: list[Line]) -> None:
        """At the end of each line its mark, name and number; where ends are close, the texts move apart."""
        x, room = self._after(lines), max(self.room(lines), 4)
        marks = [f"{LINES[n]} " if len(lines) > 1 else "" for n in range(len(lines))]
        pairs = zip(lines, marks, strict=True)
        texts = [
            wrap(f"{mark}{one.name} {one.told}".strip(), room, subsequent_indent=" " * len(mark))
            for one, mark in pairs
        ]
        wanted = [self._dot(one.range.values[-1]) // 4 for one in lines]
        for n, y in enumerate(apart(wanted, [len(text) for text in texts], self.rows)):
            for row, text in enumerate(texts[n]):
                self.grid.put(x - 1, y + row, f" {text} ", f"line{n + 1}")


def apart(wanted: list[int], heights: list[int], rows: int) -> list[int]:
    """Where texts begin that want to stand at these rows, so that none lies on another or below the last."""
    order = sorted(range(len(wanted)), key=lambda n: (wanted[n], n))
    found, after = [0] * len(wanted), 0
    for n in order:
        found[n] = max(wanted[n], after)
        after = found[n] + heights[n]
    below = rows
    for n in reversed(order):
        found[n] = min(found[n], below - heights[n])
        below = found[n]
    return found
