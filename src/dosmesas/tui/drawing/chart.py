"""Charts of lines: a fixed scale, a mark a line, names at the ends of the lines instead of a legend."""

from textwrap import wrap

from dosmesas.tui.drawing.grid import Grid, Picture
from dosmesas.tui.drawing.plot import BELOW, Axis, Line, Plot
from dosmesas.tui.drawing.scale import Scale, common_part, scale_of, scale_of_all, shared

_ACROSS = 3
_NAME = 22
"""How wide a name at the end of a line may be before it is folded."""


def chart(lines: tuple[Line, ...], axis: Axis, size: tuple[int, int], *, whole: bool) -> Picture:
    """One to four lines on one scale; a line alone has its name in the heading."""
    grid = Grid(*size)
    ranges = shared([one.range for one in lines])
    named = [one.name if len(lines) > 1 else "" for one in lines]
    drawn = [Line(name, now, one.told) for name, now, one in zip(named, ranges, lines, strict=True)]
    _plotted(grid, scale_of_all(ranges, whole=whole), axis, drawn)
    return grid.picture()


def multiples(lines: tuple[Line, ...], axis: Axis, size: tuple[int, int], *, whole: bool) -> Picture:
    """A small chart of each line, numbered: all show the same part of their own ranges."""
    grid = Grid(*size)
    across = min(len(lines), _ACROSS) or 1
    down = -(-len(lines) // across) or 1
    part = common_part([one.range for one in lines], whole=whole)
    width, height = size[0] // across, size[1] // down
    titles = [wrap(f"{n} {one.name}", max(width - 2, 4)) for n, one in enumerate(lines, 1)]
    head = max(map(len, titles), default=1)
    for n, one in enumerate(lines):
        x, y = n % across * width, n // across * height
        for row, text in enumerate(titles[n]):
            grid.put(x, y + head - len(titles[n]) + row, text, "title")
        body = Grid(width - 1, max(height - head, BELOW + 1))
        _plotted(body, scale_of(one.range, part), axis.short, [Line("", one.range, one.told)])
        grid.paste(body, x, y + head)
    return grid.picture()


def _plotted(grid: Grid, scale: Scale, axis: Axis, lines: list[Line]) -> None:
    """Draw with just so much room at the right that the names find it beside the ends of the lines."""
    wanted = min(_NAME, max(len(f"{one.name} {one.told}") for one in lines)) + 2
    plots = (Plot(grid, scale, axis, gutter) for gutter in range(1, _NAME + 8))
    plot = next((one for one in plots if one.room(lines) >= wanted), Plot(grid, scale, axis, _NAME))
    plot.frame()
    plot.draw(lines)
    plot.label(lines)
