"""The charts and the map as lines of plain text: the same numbers and the same happenings as drawn."""

from textwrap import wrap

from dosmesas.session.charts import ChartsView, Series
from dosmesas.session.places import PlaceView
from dosmesas.text.catalog import say
from dosmesas.text.number import exact, half_even, signed, spaced

_SHOWN = 100
"""What a number is shown to, in thousandths: a tenth."""


def all_lines(view: ChartsView, language: str) -> list[str]:
    """Every indicator in a line, with its number as each turn began."""
    moments = view.moments[: len(view.series[0].told)] if view.series else ()
    lines = [say(language, "chart_heading", moments="; ".join(one.long for one in moments))]
    rows = ((title(one, language), "; ".join(one.told)) for one in view.series)
    return [*lines, *(say(language, "chart_row", name=name, values=values) for name, values in rows)]


def one_lines(view: ChartsView, one: Series, language: str) -> list[str]:
    """One indicator, a line for each moment, and below it what was decided then."""
    lines = [f"{title(one, language)}."]
    before = one.values[0]
    for moment, value, told in zip(view.moments, one.values, one.told, strict=False):
        change = moved_by(before, value)
        key = "chart_value_changed" if change else "chart_value"
        lines.append(say(language, key, moment=moment.long, value=told, change=change))
        lines += [
            say(language, "chart_taken", office=taken.office, label=taken.label)
            for taken in view.taken
            if taken.turn == moment.turn
        ]
        before = value
    return lines


def table_lines(view: ChartsView, series: tuple[Series, ...], width: int, language: str) -> list[str]:
    """A table: an indicator a row, a moment a column; what is too wide goes on in a second table."""
    heads = [one.short for one in view.moments[: len(series[0].told)]]
    names = [title(one, language) for one in series]
    first = min(max(len(name) for name in names), width // 2)
    cell = max(len(text) for one in series for text in (*heads, *one.told)) + 2
    fitting = max((width - first) // cell, 1)
    lines = []
    for begin in range(0, len(heads), fitting):
        end = begin + fitting
        lines += ["", " " * first + "".join(head.rjust(cell) for head in heads[begin:end])]
        for one, name in zip(series, names, strict=True):
            *above, last = wrap(name, first)
            lines += [*above, last.ljust(first) + "".join(text.rjust(cell) for text in one.told[begin:end])]
    return lines[1:]


def moved_by(before: int, value: int) -> str:
    """A change with its sign, between the numbers as they are shown, so that a reader's own sums come out."""
    change = half_even(value, _SHOWN) - half_even(before, _SHOWN)
    return signed(change * _SHOWN) if change else ""


def title(one: Series, language: str) -> str:
    """What is measured, in which unit, and its own range."""
    low, high = exact(one.low), exact(one.high)
    return say(language, "chart_name", name=one.name, unit=_bracketed(one.unit), low=low, high=high)


def _bracketed(unit: str) -> str:
    return spaced(unit if unit.startswith("(") or not unit else f"({unit})")


def map_lines(places: tuple[PlaceView, ...], language: str) -> list[str]:
    """Every place: how it stands, how that has moved, what happened there."""
    if not places:
        return [say(language, "map_none")]
    lines = [say(language, "map_heading")]
    for number, one in enumerate(places, 1):
        lines += place_lines(one, number, language)
    return lines


def place_lines(one: PlaceView, number: int, language: str) -> list[str]:
    """One place with its number on the map."""
    change = say(language, "map_change", change=signed(one.change)) if one.change else ""
    head = say(
        language, "map_place", number=number, name=one.name, level=one.told, change=change, about=one.about
    )
    lines = [head]
    if one.willing is not None:
        lines.append(say(language, "map_willing" if one.willing else "map_unwilling"))
    for happening in one.happened:
        facts = {"turn": happening.turn, "month": happening.month, "text": happening.text}
        key = "map_moved" if happening.moved else "map_event"
        lines.append(say(language, key, moved=happening.moved, **facts))
    return lines if one.happened else [*lines, say(language, "map_quiet")]
