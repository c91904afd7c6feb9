"""The home table in a debate: who listens, how far a choice goes with each, what each doubts. Plain text."""

from collections.abc import Callable, Iterable, Mapping
from textwrap import wrap

from attrs import evolve, frozen

from dosmesas.session.debates.standing import ListenerView, Standing
from dosmesas.session.debates.tell import band_word
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed, half_even

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
    grid = _grid(now, width, say(language, "home_together"), band, columns, scale)
    old = {one.id: scale.level(one) for one in before.listeners}
    lines = [grid.listener(one, old.get(one.id)) for one in now.listeners]
    level = scale.level(now)
    if level is not None:
        together = grid.level(say(language, "home_together"), "", level, scale.level(before))
        lines.append(f"{together} {band}".rstrip())
    if picked is None:
        return lines
    marks = grid.row(picked.status, [picked.marks.get(one, "") for one in grid.columns])
    legend = say(language, scale.legend if level is not None else "home_legend_theirs")
    return [*grid.heads(legend), *lines, marks]


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
        text = self.level(one.name, str(one.share), self.scale.level(one), before)
        return self.row(text, [str(weights.get(question, "·")) for question in self.columns])

    def level(self, text: str, share: str, level: int | None, before: int | None) -> str:
        """A name with its share; where the level is seen, the number, its change, and the bar."""
        named, scale = f"{clipped(text, self.name):<{self.name}} {share:>{self.share}}", self.scale
        if level is None or before is None:
            return named
        number = f"{scale.shown(level):>{scale.number}} {scale.moved(before, level):<{scale.change}}"
        return f"{named} {number} {bar(level, self.cells)}"


def _grid(
    now: Standing, width: int, together: str, band: str, columns: Mapping[str, int], scale: Scale
) -> _Grid:
    """The widest names for which questions, numbers and the verdict still fit on the line."""
    names = [one.name for one in now.listeners] + [together]
    seen = scale.level(now) is not None
    cells = 0 if not seen else _CELLS_WIDE if width >= _ROOMY else _CELLS
    share = max((len(str(one.share)) for one in now.listeners), default=1)
    bare = _Grid(0, share, cells, columns, scale)
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
