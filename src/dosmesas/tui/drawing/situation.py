"""The situation: the indicators on screen, each with its path, last change and unit; what is on its way."""

from textual.content import Content

from dosmesas.session.views import IndicatorRow, TableView
from dosmesas.text.catalog import say
from dosmesas.tui.drawing.bars import arrows, mark, tint
from dosmesas.tui.drawing.ink import QUIET, STRONG, broken, columns, folded, ink, row
from dosmesas.tui.panes import blocks

_TWO_COLUMNS = 70
_GAP = 4
_FEWEST, _MOST = 2, 12


def situation(rows: tuple[IndicatorRow, ...], width: int) -> list[Content]:
    """One indicator a line, in two columns where there is room; below them the units that need a word."""
    if width < _TWO_COLUMNS:
        lines = _table(rows, width)
    else:
        half, middle = (width - _GAP) // 2, (len(rows) + 1) // 2
        # Both halves are laid out by all rows, so that their columns stand alike.
        tables = [_table(part, half, rows) for part in (rows[:middle], rows[middle:])]
        lines = columns([(table, half) for table in tables], gap=_GAP) if tables[1] else tables[0]
    return lines + _units(rows, width)


def _units(rows: tuple[IndicatorRow, ...], width: int) -> list[Content]:
    """The units that do not stand with their numbers, each with the indicators that are measured in it."""
    names: dict[str, list[str]] = {}
    for one in rows:
        if one.unit and not _attached(one):
            names.setdefault(one.unit, []).append(one.name)
    told = " · ".join(f"{', '.join(measured)}: {unit}" for unit, measured in names.items())
    return folded(told, width, QUIET) if told else []


def _attached(one: IndicatorRow) -> bool:
    """Whether the unit is a sign that stands with the number."""
    return len(one.unit) == 1


def _value(one: IndicatorRow) -> str:
    return f"{one.value}{one.unit}" if _attached(one) else one.value


def _table(rows: tuple[IndicatorRow, ...], width: int, every: tuple[IndicatorRow, ...] = ()) -> list[Content]:
    """Rows with name, value, path and change in columns; a name that is too long goes on below."""
    every = every or rows
    value = max(len(_value(one)) for one in every)
    change = max(len(mark(one)) for one in every)
    path = min(_MOST, max(_FEWEST, *(len(one.history) for one in every)))
    name = min(max(len(one.name) for one in every), max(10, width - value - change - path - 3))
    path = max(_FEWEST, min(path, width - name - value - change - 3))
    lines = []
    for one in rows:
        lines += columns(
            [
                (folded(one.name, name, indent=1), name),
                ([ink(_value(one).rjust(value), STRONG)], value),
                ([ink(blocks(one, path), QUIET)], path),
                ([ink(mark(one), tint(one.better))], change),
            ]
        )
    return lines


def coming(view: TableView, width: int, language: str, *, points: bool) -> list[Content]:
    """What is on its way, with its month and where it comes from."""
    if not view.pending:
        return folded(say(language, "coming_nothing"), width, QUIET)
    lines = []
    for one in view.pending:
        what = Content(", ").join([arrows(move, language, points=points) for move in one.moves])
        lines += broken(row(ink(f"{one.month}  ", STRONG), what), width)
        lines += folded(f"  {say(language, 'pane_from', source=one.source)}", width, QUIET, indent=2)
    return lines
