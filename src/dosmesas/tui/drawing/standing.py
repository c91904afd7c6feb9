"""The home table in a debate: who listens, how far a choice goes with each, what each doubts."""

from collections.abc import Callable, Iterable, Mapping
from textwrap import wrap

from attrs import frozen
from textual.content import Content

from dosmesas.session.debates.standing import ListenerView, Standing
from dosmesas.session.debates.tell import band_word
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed, half_even
from dosmesas.tui import marks
from dosmesas.tui.drawing.bars import grade, moved_bar
from dosmesas.tui.drawing.ink import BAD, GOOD, QUIET, STRONG, columns, folded, ink, row

_CELLS = (40, 30, 20, 16, 10, 8, 6, 4)
"""The bars that are drawn, the longest that keeps names from breaking."""
_SHORTEST_NAME, _LONG_NAME = 8, 40
_COLUMN = 6
"""Room for a doubt with its signs, and for the numbers of three cards, under a question."""
_SIGNS = 2


@frozen
class Picked:
    """What lies on the table: the status in words, and under each question the marks of the cards."""

    status: str
    marks: Mapping[str, str]


Level = Callable[[Standing | ListenerView], int | None]


@frozen
class Scale:
    """What numbers and bars tell: `level` in thousandths of 100, `number` and `change` their widths as text.

    `steps` are the smallest steps that are shown of a level, `written` so many steps as text; `legend` is the
    catalog's key for what it measures.
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

    def told(self, before: int | None, level: int | None) -> Content:
        """A level as a number, then how far it moved, in columns."""
        moved, better = self.moved(before, level), (level or 0) > (before or 0)
        number = ink(f"{self.shown(level):>{self.number}}", grade(level or 0))
        return row(number, ink(f" {moved:<{self.change}}", GOOD if better else BAD))


SUPPORT = Scale("pane_home_scale", lambda one: one.support, 3, 3, lambda level: level // 1000, str)
"""Support at home in points of 100, rounded down, so that 49.9 does not read as enough."""
STRENGTH = Scale(
    "pane_strength_scale",
    lambda one: half_even(one.strength, 1_000_000) * 100,
    4,
    5,
    lambda level: half_even(level, 1000),
    lambda hundredths: fixed(hundredths * 10, 2),
)
"""How far the policy stands, 0.00 to 1.00, where support is not for the player to see."""


def standing_lines(  # noqa: PLR0913 - what stands, from where, how wide, in what words
    now: Standing,
    before: Standing,
    width: int,
    language: str,
    *,
    head: str = "",
    legend: Iterable[str] = (),
    picked: Picked | None = None,
    scale: Scale = SUPPORT,
) -> list[Content]:
    """The home table as lines, below a heading or a legend; with `picked`, the doubts stand beside it.

    A doubt has a sign for answered or still open by what lies on the table, and `!` where that feeds it.
    """
    band = band_word(now.band, language) if now.band else ""
    questions = _columns(now) if picked else {}
    grid = _grid(now, width, (say(language, "home_together"), band), questions, scale)
    old = {one.id: scale.level(one) for one in before.listeners}
    lines = folded(head, width, STRONG) if head and not picked else []
    lines += grid.heads(head, legend) if picked else []
    lines += [
        line
        for one in now.listeners
        for line in grid.listener(one, old[one.id], picked.marks if picked else {})
    ]
    level = scale.level(now)
    if level is not None:
        verdict = ink(f" {band}", grade(level))
        (line,) = grid.level(grid.together, "", level, scale.level(before), [])
        lines.append(row(line, verdict))
    if picked is not None:
        lines += grid.status(picked)
    return lines


@frozen
class _Grid:
    """How wide each part of a line is; `cells` is 0 where there is no level to see."""

    together: str
    name: int
    total: int
    cells: int
    questions: Mapping[str, int]
    scale: Scale

    @property
    def left(self) -> int:
        """The width of all that stands left of the doubts: name, share; number, change and bar."""
        return _left(self.name, self.total, self.cells, self.scale)

    @property
    def share(self) -> int:
        """The width of a share."""
        return len(f"{self.total}/{self.total}")

    def heads(self, text: str, legend: Iterable[str]) -> list[Content]:
        """A text or a legend, and the questions over their columns, on two lines where they need two."""
        halves = [_halves(question) for question in self.questions]
        deep = any(below for _, below in halves)
        heads = [
            ([ink(half.rjust(width), QUIET) for half in pair[: 1 + deep]], width)
            for width, pair in zip(self.questions.values(), halves, strict=True)
        ]
        told = folded(text, self.left, STRONG) if text else [legend_of(legend, self.left)]
        return columns([(told, self.left), *heads])

    def status(self, picked: Picked) -> list[Content]:
        """What lies on the table in words, and under each question the names of the cards."""
        under = [
            ([_named(picked.marks.get(question, ""), width)], width)
            for question, width in self.questions.items()
        ]
        return columns([(folded(picked.status, self.left, QUIET), self.left), *under])

    def listener(self, one: ListenerView, before: int | None, on_table: Mapping[str, str]) -> list[Content]:
        """An audience and what it doubts; a name that is too long goes on below itself."""
        weights = dict(one.doubts)
        cells = [
            ([_doubt(weights.get(question), on_table.get(question, ""), width)], width)
            for question, width in self.questions.items()
        ]
        return self.level(one.name, f"{one.share}/{self.total}", self.scale.level(one), before, cells)

    def level(
        self,
        name: str,
        share: str,
        level: int | None,
        before: int | None,
        doubts: list[tuple[list[Content], int]],
    ) -> list[Content]:
        """A name with its share; where the level is seen, the number, its change, and the bar."""
        cells = [
            (folded(name, self.name, indent=1), self.name),
            ([ink(share.rjust(self.share), QUIET)], self.share),
        ]
        if level is not None and before is not None:
            told = self.scale.told(before, level)
            cells += [([told], told.cell_length), ([moved_bar(before, level, self.cells)], self.cells + 1)]
        return columns([*cells, *doubts])


def _left(name: int, total: int, cells: int, scale: Scale) -> int:
    """The width of name and share; with `cells`, also of number, change and bar."""
    named = name + 1 + len(f"{total}/{total}")
    return named + (1 + scale.number + 1 + scale.change + 1 + cells + 1 if cells else 0)


def _grid(
    now: Standing, width: int, told: tuple[str, str], questions: Mapping[str, int], scale: Scale
) -> _Grid:
    """The longest bars for which doubts and the verdict still fit, and that break no name."""
    together, band = told
    names = [*(one.name for one in now.listeners), together]
    total, longest = sum(one.share for one in now.listeners), max(map(len, names))
    right = max(sum(questions.values()) + len(questions), len(band) + 1 if not questions else 0)
    if scale.level(now) is None:
        room = max(_SHORTEST_NAME, min(_LONG_NAME, width - right - _left(0, total, 0, scale)))
        return _Grid(together, room, total, 0, questions, scale)
    rooms = {
        cells: max(_SHORTEST_NAME, min(longest, width - right - _left(0, total, cells, scale)))
        for cells in _CELLS
    }
    taken = {room: _rows(names, room) for room in {*rooms.values()}}
    fewest = taken[rooms[_CELLS[-1]]]
    fits = [
        cells
        for cells, room in rooms.items()
        if taken[room] == fewest and _left(room, total, cells, scale) + right <= width
    ]
    cells = next(iter(fits), _CELLS[-1])
    return _Grid(together, rooms[cells], total, cells, questions, scale)


def _rows(texts: list[str], width: int) -> int:
    """How many rows texts take that go on below themselves."""
    return sum(len(wrap(text, width)) for text in texts)


def _doubt(weight: int | None, on_table: str, width: int) -> Content:
    """A doubt in percent, with a sign for answered or open, and a mark where it is fed."""
    if weight is None:
        return ink(f"{'·':>{width - _SIGNS}}", QUIET)
    names = on_table.split(",") if on_table else []
    fed = any(name.startswith(marks.WORSE) for name in names)
    answered = any(not name.startswith(marks.WORSE) for name in names)
    sign = ink(marks.FULL if answered else marks.EMPTY, GOOD if answered else QUIET)
    return row(f"{weight:>{width - _SIGNS}}", sign, ink(marks.WORSE if fed else "", BAD))


def _named(names: str, width: int) -> Content:
    """The names of the cards under a question."""
    style = BAD if names.startswith(marks.WORSE) else GOOD
    return ink(names.rjust(width - _SIGNS), style)


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


def legend_of(parts: Iterable[str], width: int) -> Content:
    """What numbers and signs mean; what does not fit is left to the help."""
    told = [part for part in parts if part]
    while told and len(" · ".join(told)) > width:
        told.pop()
    return ink(" · ".join(told), QUIET)
