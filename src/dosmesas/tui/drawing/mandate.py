"""The mandate of an office, drawn: a row a goal, heaviest first, with where it stands and what that gives."""

from textual.content import Content

from dosmesas.session.mandate import GoalView, Mandate
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed
from dosmesas.tui.drawing.bars import direction
from dosmesas.tui.drawing.ink import QUIET, STRONG, columns, folded, ink, row
from dosmesas.tui.marks import FILLED, THEN, UNFILLED, UNKNOWN

_BAR = 10
_GAP = 2
_HEADS = ("goal", "now", "path", "points")


def mandate(view: Mandate, width: int, language: str) -> list[Content]:
    """The goals in columns, the sum of their points, and whom the office answers to."""
    heads = tuple(say(language, f"mandate_col_{name}") for name in _HEADS)
    rows = [_cells(one) for one in view.goals]
    sizes = [max(len(cells[at]) for cells in (heads, *rows)) for at in range(1, len(heads))]
    name = width - sum(sizes) - _BAR - _GAP * (len(heads))
    lines = _line(heads, "", [name, *sizes], QUIET)
    for one, cells in zip(view.goals, rows, strict=True):
        lines += _line(cells, _bar(one), [name, *sizes], "")
    lines += [ink(""), *folded(say(language, "mandate_total", points=fixed(view.points)), width, STRONG)]
    if view.publics:
        lines += [ink(""), *folded(say(language, "mandate_publics", publics=view.publics), width)]
    return lines


def _cells(one: GoalView) -> tuple[str, ...]:
    mark = direction(1 if one.up else -1)
    path = f"{one.worst} {THEN} {one.best}"
    points = f"{fixed(one.points) if one.now else UNKNOWN}/{one.weight}"
    return f"{mark} {one.name}", one.now or UNKNOWN, path, points


def _bar(one: GoalView) -> str:
    """How much of its weight a goal gives now."""
    full = one.points * _BAR // (one.weight * 1000)
    return FILLED * full + UNFILLED * (_BAR - full)


def _line(cells: tuple[str, ...], bar: str, sizes: list[int], style: str) -> list[Content]:
    """A row: the first column to the left, the others to the right."""
    drawn = [(folded(cells[0], sizes[0], style, indent=2), sizes[0])]
    drawn += [([ink(text.rjust(size), style)], size) for text, size in zip(cells[1:], sizes[1:], strict=True)]
    return columns([*drawn, ([ink(bar)], _BAR)], gap=_GAP)


def mandate_brief(goals: tuple[tuple[str, bool], ...], key: str, width: int, language: str) -> Content:
    """The main goals for the border of a pane, with the key that shows all; as many as have room."""
    named = [f"{name} {direction(1 if up else -1)}" for name, up in goals]
    for count in range(len(named), 0, -1):
        told = " · ".join(named[:count])
        for text in (f"{say(language, 'mandate_mark')} ({key}): {told}", told):
            if len(text) + 2 <= width:
                return row(" ", ink(text, QUIET), " ")
    return Content("")
