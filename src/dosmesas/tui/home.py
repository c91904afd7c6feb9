"""The home table in a debate: who listens, how far a choice goes with each, what each doubts. Plain text."""

from collections.abc import Callable, Iterable, Mapping
from itertools import zip_longest
from textwrap import wrap

from attrs import evolve, frozen

from dosmesas.session.debates.standing import ListenerView, Standing
from dosmesas.session.debates.tell import band_word
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed, half_even

_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
_CELLS = 8
_CELLS_WIDE = 20
_CELLS_NARROW = 4
_ROOMY = 100
_SHORTEST_NAME = 8
_LONG_NAME = 40
_HEADS = 2
"""Lines of a question above its column, and so of the legend beside it, where that fits."""
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


@frozen
class _Told:
    """The words beside the names: what the numbers mean, what the last line is called, and its verdict."""

    legend: str
    together: str
    band: str


Level = Callable[[Standing | ListenerView], int | None]


@frozen
class Scale:
    """What numbers and bars tell: `level` in thousandths of 100, `number` and `change` their widths as text.

    `steps` are the smallest steps that are shown of a level, `written` so many steps as text.
    """

    legend: str
    level: Level
    number: int
    change: int
    steps: Callable[[int], int]
    written: Callable[[int], str]

    def shown(self, level: int | None) -> str:
        """A level as a number."""
        return "-" if level is None else self.written(self.steps(level))

    def moved(self, before: int | None, level: int | None) -> str:
        """How far it moved, with a sign; nothing where that would not be seen."""
        change = self.steps(level or 0) - self.steps(before or 0)
        return f"{'+' if change > 0 else ''}{self.written(change)}" if change else ""


SUPPORT = Scale("home_legend", lambda one: one.support, 3, 3, lambda level: level // 1000, str)
"""Support at home in points of 100, rounded down, so that 49.9 does not read as enough."""
STRENGTH = Scale(
    "home_legend_strength",
    lambda one: half_even(one.strength, 1_000_000) * 100,
    4,
    5,
    lambda level: half_even(level, 1000),
    lambda hundredths: fixed(hundredths * 10, 2),
)
"""How far the policy stands, 0.00 to 1.00, where support is not for the player to see."""


def home_lines(
    now: Standing,
    before: Standing,
    width: int,
    language: str,
    picked: Picked | None = None,
    scale: Scale = SUPPORT,
) -> list[str]:
    """The home table as lines; with `picked`, the doubts stand beside it, and what the cards do to them."""
    band = band_word(now.band, language) if now.band else ""
    columns = _columns(now) if picked else {}
    legend = say(language, scale.legend if scale.level(now) is not None else "home_legend_theirs")
    together = say(language, "home_together")
    grid = _grid(now, width, _Told(legend if picked else "", together, band), columns, scale)
    old = {one.id: scale.level(one) for one in before.listeners}
    lines = [line for one in now.listeners for line in grid.listener(one, old.get(one.id))]
    level = scale.level(now)
    if level is not None:
        lines.append(f"{grid.level(together, '', level, scale.level(before))} {band}".rstrip())
    if picked is None:
        return lines
    marks = grid.status(picked.status, [picked.marks.get(one, "") for one in grid.columns])
    return [*grid.heads(legend), *lines, *marks]


@frozen
class _Grid:
    """How wide each part of a line is; `cells` is 0 where there is no level to see."""

    name: int
    share: int
    cells: int
    columns: Mapping[str, int]
    scale: Scale

    @property
    def left(self) -> int:
        """The width of all that stands left of the columns: name, share; number, change and bar."""
        return self.name + 1 + self.share + (self._drawn if self.cells else 0)

    @property
    def _drawn(self) -> int:
        """The width of a number, its change and the bar."""
        return len(f" {'':{self.scale.number}} {'':{self.scale.change}} {bar(0, self.cells)}")

    def heads(self, legend: str) -> list[str]:
        """The legend, and the questions over their columns, on two lines or as many as the legend takes."""
        texts, halves = wrap(legend, self.left), [_halves(question) for question in self.columns]
        rows = [[half[at] for half in halves] for at in (0, 1)]
        pairs = zip_longest(texts, rows, fillvalue=None)
        return [self.row(text or "", cells or [""] * len(halves)) for text, cells in pairs]

    def row(self, text: str, cells: Iterable[str]) -> str:
        """A line: a text that fits, and a cell under each question."""
        parts = [f" {cell:>{width}}" for cell, width in zip(cells, self.columns.values(), strict=True)]
        return "".join([text.ljust(self.left), *parts]).rstrip()

    def status(self, text: str, cells: list[str]) -> list[str]:
        """A text, and at its first line a cell under each question."""
        first, *more = wrap(text, self.left) or [""]
        return [self.row(first, cells), *more]

    def listener(self, one: ListenerView, before: int | None) -> list[str]:
        """An audience and what it doubts; a name that is too long goes on below itself."""
        weights, (name, *more) = dict(one.doubts), wrap(one.name, self.name) or [""]
        text = self.level(name, str(one.share), self.scale.level(one), before)
        cells = [str(weights.get(question, "·")) for question in self.columns]
        return [self.row(text, cells), *(f"  {part}" for part in more)]

    def level(self, text: str, share: str, level: int | None, before: int | None) -> str:
        """A name with its share; where the level is seen, the number, its change, and the bar."""
        named, scale = f"{text:<{self.name}} {share:>{self.share}}", self.scale
        if level is None or before is None:
            return named
        number = f"{scale.shown(level):>{scale.number}} {scale.moved(before, level):<{scale.change}}"
        return f"{named} {number} {bar(level, self.cells)}"


def _grid(now: Standing, width: int, told: _Told, columns: Mapping[str, int], scale: Scale) -> _Grid:
    """The widest names for which questions, numbers and the verdict still fit on the line.

    A smaller bar is drawn where it keeps names from breaking.
    """
    texts = [*(one.name for one in now.listeners), told.together]
    names = max(map(len, texts))
    share = max((len(str(one.share)) for one in now.listeners), default=1)
    right = max(sum(columns.values()) + len(columns), len(told.band) + 1)
    if scale.level(now) is None:
        return _Grid(
            max(_SHORTEST_NAME, min(_LONG_NAME, width - right - 1 - share)), share, 0, columns, scale
        )
    grid = _Grid(0, share, _CELLS_WIDE if width >= _ROOMY else _CELLS, columns, scale)
    room = max(_SHORTEST_NAME, width - grid.left - right)
    roomier = room + grid.cells - _CELLS_NARROW
    if _rows(texts, roomier) < _rows(texts, room):
        grid, room = evolve(grid, cells=_CELLS_NARROW), roomier
    found = [evolve(grid, name=name) for name in range(min(names, room), room + 1)]
    return next((one for one in found if len(wrap(told.legend, one.left)) <= _HEADS), found[0])


def _rows(texts: list[str], width: int) -> int:
    """How many rows texts take that go on below themselves."""
    return sum(len(wrap(text, width)) for text in texts)


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
