"""The steps of a finished turn, drawn: what was done, how home took it, what changed, why, the papers."""

from attrs import frozen
from textual.content import Content

from dosmesas.session.largest import own_line
from dosmesas.session.outcome import Decided, Moved
from dosmesas.session.tell import front
from dosmesas.session.unfolding import Cause, Step, Unfolding
from dosmesas.text.catalog import say
from dosmesas.text.number import exact, fixed
from dosmesas.tui.drawing.bars import direction, tint, verdict
from dosmesas.tui.drawing.ink import HEAD, QUIET, STRONG, columns, folded, ink, row
from dosmesas.tui.drawing.vote import DOTS, TONES, vote
from dosmesas.tui.marks import THEN

_GAP = 2
_ROOMY = 96
_NUMBER = 6


@frozen
class Drawer:
    """Draws the steps of one turn in one language; `unfolded`, with every receipt.

    `fold` and `vote` are what is printed on the keys that unfold, and that show a vote at the table.
    """

    view: Unfolding
    language: str
    fold: str
    vote: str
    unfolded: bool = False

    def step(self, step: Step, width: int) -> list[Content]:
        """A step with its heading, and an empty line after it."""
        made = {
            Step.ACT: self._acts,
            Step.HOME: self._home,
            Step.CHANGE: self._changes,
            Step.WHY: self._causes,
            Step.PRESS: self._press,
        }[step]
        return [self._heading(step, width), *made(width), ink("")]

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def _heading(self, step: Step, width: int) -> Content:
        """The name of a step on a rule."""
        shown, folded_ = len(self.view.largest), len(self.view.folded)
        key = "step_why_all" if step is Step.WHY and (self.unfolded or not folded_) else f"step_{step}"
        name = self._say(key, count=shown, all=shown + folded_)
        return row(ink(f"{name} ", HEAD), ink("─" * max(0, width - len(name) - 1), QUIET))

    def _acts(self, width: int) -> list[Content]:
        lines = [line for one in self.view.acts for line in self._act(one, width)]
        lines += [line for text in self.view.events for line in folded(f"· {text}", width, indent=2)]
        if self.view.home is None and any(one.fate for one in self.view.acts):
            lines += folded(self._say("vote_at_table", typed=self.vote), width, QUIET)
        return lines

    def _act(self, one: Decided, width: int) -> list[Content]:
        """An office and its choice; what became of it stands at the end, its mark at the beginning."""
        mine = self._say("mine") if one.mine else ""
        head, band = f"{one.office}{mine}: ", f"({one.band})" if one.band else ""
        style, mark = TONES.get(one.fate, ""), DOTS[one.fate]
        text = folded(f"{head}{one.label} {band}".rstrip(), width - 2)
        first = row(ink(head, STRONG if one.mine else ""), text[0][len(head) :])
        lines = [first, *text[1:]]
        if band and lines[-1].plain.endswith(band):
            kept = lines[-1][: -len(band)]
            lines[-1] = row(kept, ink(band, style))
        return columns([([ink(mark, style)], 1), (lines, width - 2)])

    def _home(self, width: int) -> list[Content]:
        return vote(self.view.home, width, self.language) if self.view.home else []

    def _changes(self, width: int) -> list[Content]:
        """What the reader's own decisions moved; then the indicators, in two columns where names allow it."""
        rows = [_Change.of(one, whole=width >= _ROOMY) for one in self.view.changed]
        lines = self._own(width)
        lines += _table(rows, width) if rows else [ink(self._say("change_none"))]
        notes = [self._say("change_legend")] if rows else []
        notes += [self._say("change_few", count=self.view.slightly)] if self.view.slightly else []
        return lines + folded("   ".join(notes), width, QUIET)

    def _own(self, width: int) -> list[Content]:
        """What the reader's own decisions moved, apart from what others and the months did."""
        return (
            [] if self.view.own is None else folded(own_line(self.view.own, self.language), width, indent=2)
        )

    def _causes(self, width: int) -> list[Content]:
        """The largest receipts, or all of them."""
        shown = (*self.view.largest, *self.view.folded) if self.unfolded else self.view.largest
        lines = [line for one in shown for line in _cause(one, width)]
        if self.unfolded or not self.view.folded:
            return lines
        more = self._say("step_more", count=len(self.view.folded), typed=self.fold)
        return [*lines, *folded(more, width, QUIET)]

    def _press(self, width: int) -> list[Content]:
        return [
            line
            for one in front(self.view.headlines, 1)
            for line in folded(self._say("headline_line", paper=one.paper, text=one.text), width, indent=2)
        ]


def _cause(one: Cause, width: int) -> list[Content]:
    """A receipt: by how much, of what, by what, on which ground."""
    basis = f" ({one.entry.basis})" if one.entry.basis else ""
    told = signed_one(one.entry.applied)
    if one.place:
        told = direction(one.entry.applied)
    text = folded(f"{one.name} · {one.entry.text}{basis}", width - _NUMBER - 1)
    head = len(one.name)
    first = row(ink(text[0].plain[:head], STRONG), text[0][head:])
    number = told.rjust(_NUMBER)
    return columns([([ink(number, tint(one.better))], _NUMBER), ([first, *text[1:]], width - _NUMBER - 1)])


def signed_one(value: int) -> str:
    """A change with its sign; small ones keep what makes them differ from nothing."""
    text = fixed(value) if abs(value) >= 100 else exact(value)
    return text if value < 0 else f"+{text}"


@frozen
class _Change:
    """An indicator's change as parts of a row."""

    name: str
    path: str
    moved: str
    style: str

    @classmethod
    def of(cls, one: Moved, *, whole: bool) -> "_Change":
        """A change; `whole`, with where it began."""
        change = one.after - one.before
        if one.levels:
            path = f" {THEN} ".join(one.levels)
            return cls(one.name, path, f"{direction(change)}{verdict(one.better)}", tint(one.better))
        amount = fixed(abs(change), 2).rstrip("0").rstrip(".") if change else ""
        path = fixed(one.after)
        path = f"{fixed(one.before)} → {path}" if whole else path
        return cls(one.name, path, f"{direction(change)}{amount}{verdict(one.better)}", tint(one.better))


def _table(rows: list[_Change], width: int) -> list[Content]:
    """Two columns of rows, read downwards; names that are too long for that stand below, one a line."""
    path, moved = max(len(one.path) for one in rows), max(len(one.moved) for one in rows)
    half = (width - _GAP) // 2
    name = half - path - moved - 2
    short = [one for one in rows if len(one.name) <= name]
    middle = (len(short) + 1) // 2
    halves = [
        [line for one in part for line in _line(one, name, path, moved)] for part in _cut(short, middle)
    ]
    lines = columns([(halves[0], half), (halves[1], half)], gap=_GAP) if short else []
    long = [one for one in rows if len(one.name) > name]
    widest = max([name, *(len(one.name) for one in long)])
    room = max(8, min(widest, width - path - moved - 2))
    return lines + [line for one in long for line in _line(one, room, path, moved)]


def _cut(rows: list[_Change], at: int) -> tuple[list[_Change], list[_Change]]:
    return rows[:at], rows[at:]


def _line(one: _Change, name: int, path: int, moved: int) -> list[Content]:
    return columns(
        [
            (folded(one.name, name, indent=1), name),
            ([ink(one.path.rjust(path))], path),
            ([ink(one.moved, one.style)], moved),
        ]
    )
