"""Charts of lines: a fixed scale, a mark a line, names at the ends of the lines instead of a legend."""

from textwrap import wrap

from attrs import frozen

from dosmesas.tui.drawing.grid import Dots, Grid, Picture
from dosmesas.tui.drawing.scale import Range, Scale, common_part, scale_of, scale_of_all, shared

MARKS = "●▲■◆"
"""One a line: they tell lines apart without colours."""
TAKEN = "┻"
"""On the time axis, where something was decided."""
_PLAYED = 60
"""The least share of the width, in 100, for the game itself."""
_NAME = 22
_AXIS = 3
_BELOW = 2


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


def chart(lines: tuple[Line, ...], axis: Axis, size: tuple[int, int], *, whole: bool) -> Picture:
    """One to four lines on one scale."""
    grid = Grid(*size)
    ranges = shared([one.range for one in lines])
    scale = scale_of_all(ranges, whole=whole)
    drawn = [Line(one.name, now, one.told) for one, now in zip(lines, ranges, strict=True)]
    gutter = min(_NAME, max(len(f"{one.name} {one.told}") for one in lines) if len(lines) > 1 else 0)
    gutter = max(gutter, max(len(one.told) for one in lines)) + 3
    plot = _Plot(grid, scale, axis, gutter)
    plot.frame()
    plot.draw(drawn)
    plot.label(drawn if len(drawn) > 1 else [Line("", drawn[0].range, drawn[0].told)])
    return grid.picture()


def multiples(lines: tuple[Line, ...], axis: Axis, size: tuple[int, int], *, whole: bool) -> Picture:
    """A small chart of each line, numbered: all show the same part of their own ranges."""
    grid = Grid(*size)
    across = 3 if len(lines) > 2 else max(len(lines), 1)
    down = -(-len(lines) // across)
    part = common_part([one.range for one in lines], whole=whole)
    width, height = size[0] // across, size[1] // max(down, 1)
    head = max((len(_title(n, one, width)) for n, one in enumerate(lines)), default=1)
    for n, one in enumerate(lines):
        small = Grid(width - 1, height)
        for y, text in enumerate(_title(n, one, width)):
            small.put(0, y, text, "title")
        body = Grid(width - 1, height - head)
        plot = _Plot(body, scale_of(one.range, part), axis.short, len(one.told) + 2)
        plot.frame()
        plot.draw([one])
        plot.label([Line("", one.range, one.told)])
        small.paste(body, 0, head)
        grid.paste(small, n % across * width, n // across * height)
    return grid.picture()


def _title(number: int, one: Line, width: int) -> list[str]:
    return wrap(f"{number + 1} {one.name}", width - 2)


@frozen
class _Plot:
    """A plot on a grid, with room for names at the right."""

    grid: Grid
    scale: Scale
    axis: Axis
    gutter: int

    @property
    def rows(self) -> int:
        """The rows of the plot itself."""
        return self.grid.height - _BELOW

    @property
    def left(self) -> int:
        """The first column of the plot."""
        return max((len(text) for _, text in self.scale.ticks(self.rows)), default=0) + 2

    @property
    def columns(self) -> int:
        """How many columns the plot has."""
        return max(self.grid.width - self.left - self.gutter, 2)

    def column(self, moment: int) -> int:
        """Where a moment lies; the months of an outlook are narrower, so that the game has room."""
        played, last = self.axis.played, max(len(self.axis.labels) - 1, 1)
        edge = self.columns - 1 if played == last else max(played * 100 // last, _PLAYED) * (self.columns - 1) // 100
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
            self.grid.put(self.left + self.column(self.axis.played), row, "┊", "grid")
        self.grid.put(self.left - 1, self.rows, "└" + "─" * self.columns, "axis")
        after = 0
        for moment, label in enumerate(self.axis.labels):
            taken = moment in self.axis.taken
            at = self.left + self.column(moment)
            self.grid.put(at, self.rows, TAKEN if taken else "┴", "taken" if taken else "axis")
            start = min(max(at - len(label) // 2, 0), self.grid.width - len(label))
            if start >= after:
                self.grid.put(start, self.rows + 1, label, "axis")
                after = start + len(label) + 1

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
                self.grid.put(x, y, MARKS[n], f"line{n + 1}")

    def _dot(self, value: int) -> int:
        return self.scale.dot(value, self.rows * 4)

    def label(self, lines: list[Line]) -> None:
        """At the end of each line its mark, name and number; where ends are close, the texts move apart."""
        last = len(lines[0].range.values) - 1
        x = self.left + self.column(last) + 1 + len(lines)
        room = max(self.grid.width - x, 4)
        marks = [f"{MARKS[n]} " if len(lines) > 1 else "" for n in range(len(lines))]
        pairs = zip(lines, marks, strict=True)
        texts = [wrap(f"{mark}{one.name} {one.told}".strip(), room, subsequent_indent=" " * len(mark)) for one, mark in pairs]
        wanted = [self._dot(one.range.values[-1]) // 4 for one in lines]
        for n, y in enumerate(apart(wanted, [len(text) for text in texts], self.rows)):
            for row, text in enumerate(texts[n]):
                self.grid.put(x - 1, y + row, f" {text} ", f"line{n + 1}")


def apart(wanted: list[int], heights: list[int], rows: int) -> list[int]:
    """Where texts begin that would stand at these rows, so that none lies on another or below the last row."""
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
