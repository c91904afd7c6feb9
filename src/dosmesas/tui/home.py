"""The home table in a debate: who listens, how far each supports the choice, what each doubts. Plain text."""

from collections.abc import Iterable, Mapping
from textwrap import wrap

from attrs import evolve, frozen

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
    band = band_word(now.band, language) if now.band else ""
    grid = _grid(now, width, say(language, "home_together"), band, _columns(now) if picked else {})
    old = {one.id: one.support for one in before.listeners}
    lines = [grid.listener(one, old.get(one.id)) for one in now.listeners]
    if now.support is not None:
        together = grid.level(say(language, "home_together"), "", now.support, before.support)
        lines.append(f"{together} {band}".rstrip())
    if picked is None:
        return lines
    marks = grid.row(picked.status, [picked.marks.get(one, "") for one in grid.columns])
    legend = say(language, "home_legend" if now.support is not None else "home_legend_theirs")
    return [*grid.heads(legend), *lines, marks]


@frozen
class _Grid:
    """How wide each part of a line is; `cells` is 0 where support is not seen."""

    name: int
    share: int
    cells: int
    columns: Mapping[str, int]

    @property
    def left(self) -> int:
        """The width of all that stands left of the columns: name, share; number, change and bar."""
        return self.name + 1 + self.share + (len(f" 100 +10 {bar(0, self.cells)}") if self.cells else 0)

    def heads(self, legend: str) -> list[str]:
        """The legend, and the questions over their columns, on two lines."""
        texts, halves = [*wrap(legend, self.left), "", ""], [_halves(question) for question in self.columns]
        return [self.row(texts[at], [half[at] for half in halves]) for at in (0, 1)]

    def row(self, text: str, cells: Iterable[str]) -> str:
        """A line: a text, and a cell under each question."""
        parts = [f" {cell:>{width}}" for cell, width in zip(cells, self.columns.values(), strict=True)]
        return "".join([clipped(text, self.left).ljust(self.left), *parts]).rstrip()

    def listener(self, one: ListenerView, before: int | None) -> str:
        """An audience and what it doubts."""
        weights = dict(one.doubts)
        text = self.level(one.name, str(one.share), one.support, before)
        return self.row(text, [str(weights.get(question, "·")) for question in self.columns])

    def level(self, text: str, share: str, support: int | None, before: int | None) -> str:
        """A name with its share; where the support is seen, the number, its change, and the bar."""
        shown = f"{clipped(text, self.name):<{self.name}} {share:>{self.share}}"
        if support is None or before is None:
            return shown
        change = support // 1000 - before // 1000
        return f"{shown} {points(support):>3} {f'{change:+}' if change else '':<3} {bar(support, self.cells)}"


def _grid(now: Standing, width: int, together: str, band: str, columns: Mapping[str, int]) -> _Grid:
    """The widest names for which questions, numbers and the verdict still fit on the line."""
    names = [one.name for one in now.listeners] + [together]
    seen = now.support is not None
    cells = 0 if not seen else _CELLS_WIDE if width >= _ROOMY else _CELLS
    share = max((len(str(one.share)) for one in now.listeners), default=1)
    bare = _Grid(0, share, cells, columns)
    room = width - bare.left - max(sum(columns.values()) + len(columns), len(band) + 1)
    wanted = max(map(len, names)) if seen else _LONG_NAME
    return evolve(bare, name=max(_SHORTEST_NAME, min(wanted, room)))


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


def clipped(text: str, width: int) -> str:
    """A text cut to a width, with a sign that it was."""
    return text if len(text) <= width else text[: width - 1] + "…"
