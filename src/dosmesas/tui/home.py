"""The home table in a debate: who listens, how far each supports the choice, what each doubts. Plain text."""

from collections.abc import Iterable, Mapping
from textwrap import wrap

from attrs import frozen

from dosmesas.session.debates.standing import ListenerView, Standing
from dosmesas.session.debates.tell import band_word, points
from dosmesas.text.catalog import say

_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
_CELLS = 8
_CELLS_WIDE = 20
_ROOMY = 100
_SHORTEST_NAME = 12
_LONG_NAME = 40
_COLUMN = 6
"""Room for the numbers of three cards under a question."""


@frozen
class Picked:
    """What has been picked: the status in words, and under each question the marks of the cards."""

    status: str
    marks: Mapping[str, str]


def bar(support: int, cells: int) -> str:
    """Support, in thousandths of 100, as a bar with a mark at 50."""
    whole, part = divmod(support * cells * 8 // 100_000, 8)
    drawn = ("█" * whole + _EIGHTHS[part]).ljust(cells)
    return f"▕{drawn[: cells // 2]}│{drawn[cells // 2 : cells]}▏"


def home_lines(
    now: Standing, before: Standing, width: int, language: str, picked: Picked | None = None
) -> list[str]:
    """The home table as lines; with `picked`, the doubts stand beside it, and what the cards do to them."""
    columns = _columns(now) if picked else {}
    cells = _CELLS_WIDE if width >= _ROOMY else _CELLS
    numbers = cells + 13 if now.support is not None else 4
    names = [one.name for one in now.listeners] + [say(language, "home_together")]
    wanted = max(map(len, names)) if now.support is not None else _LONG_NAME
    room = width - sum(columns.values()) - len(columns) - numbers
    name = max(_SHORTEST_NAME, min(wanted, room))
    old = {one.id: one.support for one in before.listeners}
    lines = [_listener(one, old.get(one.id), name, cells, columns) for one in now.listeners]
    if now.support is not None:
        together = _level(say(language, "home_together"), "", now.support, before.support, name, cells)
        lines.append(f"{together}  {band_word(now.band or '', language) if now.band else ''}".rstrip())
    if picked is None:
        return lines
    left = name + numbers
    marks = _row(picked.status, left, (picked.marks.get(one, "") for one in columns), columns)
    legend = say(language, "home_legend" if now.support is not None else "home_legend_theirs")
    return [*_heads(legend, left, columns), *lines, marks]


def _columns(standing: Standing) -> dict[str, int]:
    """The questions, heaviest at this table first, each with the width of its column."""
    weights: dict[str, int] = {}
    for one in standing.listeners:
        for question, weight in one.doubts:
            weights[question] = weights.get(question, 0) + one.share * weight
    ordered = sorted(weights, key=lambda question: (-weights[question], question))
    return {question: max(_COLUMN, *map(len, _halves(question))) for question in ordered}


def _halves(question: str) -> tuple[str, str]:
    """A short question on two lines, as narrow as its words allow."""
    words = question.split() or [""]
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) + 1)]
    return min(cuts, key=lambda pair: max(len(pair[0]), len(pair[1])))


def _heads(legend: str, left: int, columns: dict[str, int]) -> list[str]:
    texts = [*wrap(legend, left), "", ""]
    halves = [_halves(question) for question in columns]
    return [_row(texts[at], left, [half[at] for half in halves], columns) for at in (0, 1)]


def _row(text: str, left: int, cells: Iterable[str], columns: dict[str, int]) -> str:
    parts = [f"{cell:>{width}}" for cell, width in zip(cells, columns.values(), strict=True)]
    return " ".join([clipped(text, left).ljust(left), *parts]).rstrip()


def _listener(one: ListenerView, before: int | None, name: int, cells: int, columns: dict[str, int]) -> str:
    weights = dict(one.doubts)
    text = _level(one.name, str(one.share), one.support, before, name, cells)
    return _row(text, len(text), (str(weights.get(question, "·")) for question in columns), columns)


def _level(text: str, share: str, support: int | None, before: int | None, name: int, cells: int) -> str:
    """A name with its share; where the support is seen, the number, its change, and the bar."""
    shown = f"{clipped(text, name):<{name}} {share:>2} "
    if support is None or before is None:
        return shown
    change = support // 1000 - before // 1000
    return f"{shown}{points(support):>3} {f'{change:+}' if change else '':<3} {bar(support, cells)}"


def clipped(text: str, width: int) -> str:
    """A text cut to a width, with a sign that it was."""
    return text if len(text) <= width else text[: width - 1] + "…"
