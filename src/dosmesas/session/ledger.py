"""The ledger: every receipt that an office may see, turn by turn, and what a filter leaves of it."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from itertools import accumulate

from attrs import evolve, field, frozen

from dosmesas.engine.receipts import LIMIT, Receipt, ReceiptKind
from dosmesas.session.behind import office_behind
from dosmesas.session.forecast import better, moves_of
from dosmesas.session.outcome import Entry, entry
from dosmesas.session.session import Session
from dosmesas.session.turns import finished_turns
from dosmesas.session.views import EVERYBODY, headline_of, source_name, unexplained, visible
from dosmesas.text.catalog import say
from dosmesas.text.number import signed

_PARAGRAPH = re.compile(r"p[0-9]+")
_WORD = re.compile(r"\w+")


class By(StrEnum):
    """What a filter goes by."""

    ALL = "all"
    INDICATOR = "indicator"
    CLAIM = "claim"
    SOURCE = "source"


@frozen
class Filter:
    """What is looked for: all, or the lines of one indicator, claim or source; and words that must occur."""

    by: By = By.ALL
    value: str = ""
    words: str = ""


@frozen
class Line:
    """One receipt. `applied` is in thousandths where it `moves` a number; `what` says it in words.

    `better` says whether it is the good way, where one of both is. `by` is the id of its option, deal, rule
    or bulletin; it is empty, like `basis` and `claims`, where it
    rests on what the office does not see. `sum` is the running sum of a filter by indicator.
    """

    receipt: str
    turn: int
    indicator: str
    name: str
    moves: bool
    applied: int
    what: str
    text: str
    basis: str = ""
    by: str = ""
    claims: tuple[str, ...] = ()
    sum: int = 0
    better: bool | None = None

    @cached_property
    def said(self) -> str:
        """Everything that can be found by typing, without accents or capitals."""
        return folded(" ".join((self.what, self.name, self.text, self.basis, self.by, *self.claims)))


@frozen
class Value:
    """Something to filter by, with its name on screen."""

    id: str
    name: str


@frozen
class Change:
    """An indicator from the beginning to now: what its lines must add up to, in thousandths."""

    name: str
    unit: str
    start: int
    now: int


@frozen
class Ledger:
    """All lines of a game as an office sees them, in order; `values` are what they can be filtered by.

    `newest` are the last turn that is over, and the one that is being played.
    """

    lines: tuple[Line, ...]
    values: dict[By, tuple[Value, ...]]
    changes: dict[str, Change]
    turns: int
    newest: tuple[int, ...] = ()

    def narrowed(self, wanted: Filter) -> tuple[Line, ...]:
        """The lines that a filter leaves; by indicator, each with the running sum."""
        words = folded(wanted.words).split()
        found = [
            one for one in self.lines if _fits(one, wanted) and all(_holds(one.said, word) for word in words)
        ]
        if wanted.by is not By.INDICATOR:
            return tuple(found)
        sums = accumulate(one.applied if one.moves else 0 for one in found)
        return tuple(evolve(one, sum=total) for one, total in zip(found, sums, strict=True))

    def meant(self, typed: str) -> Filter:
        """The filter that typed words mean: an indicator, claim, paragraph or source where they name one."""
        wanted = folded(typed.strip())
        for by in (By.INDICATOR, By.CLAIM, By.SOURCE):
            for value in self.values[by]:
                if wanted and wanted in {folded(value.id), folded(value.name)}:
                    return Filter(by, value.id)
        begins = [one for one in self.values[By.INDICATOR] if wanted and folded(one.name).startswith(wanted)]
        return Filter(By.INDICATOR, begins[0].id) if len(begins) == 1 else Filter(words=typed.strip())

    def stepped(self, wanted: Filter, by: By, step: int = 1) -> Filter:
        """The next value of a kind; from the last one, or from another kind, to the first; words stay."""
        ids = [one.id for one in self.values.get(by, ())]
        if not ids:
            return evolve(wanted, by=By.ALL, value="")
        same = wanted.by is by and wanted.value in ids
        place = (ids.index(wanted.value) + step) % len(ids) if same else 0
        return evolve(wanted, by=by, value=ids[place])

    def named(self, wanted: Filter) -> str:
        """The value of a filter as it stands on screen."""
        return next((one.name for one in self.values.get(wanted.by, ()) if one.id == wanted.value), "")


def folded(text: str) -> str:
    """A text without accents and capitals, for looking things up."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(one for one in parts if unicodedata.category(one) != "Mn")


def ledger(session: Session, seat: str | None, language: str) -> Ledger:
    """The ledger of a game as a seat sees it so far; with no seat, everything is opened (the debrief)."""
    writer = _Writer(session, seat, language)
    lines = tuple(writer.lines())
    values, changes = _values(session, lines, seat, language), _changes(session, seat, language)
    last = finished_turns(session)
    newest = (last,) if session.over else (last, last + 1)
    return Ledger(lines, values, changes, session.pack.turns, newest)


def _holds(said: str, word: str) -> bool:
    """Whether a word occurs; a paragraph is a whole word, since P1 is not P10."""
    if not _PARAGRAPH.fullmatch(word):
        return word in said
    return word in _WORD.findall(said)


def _fits(line: Line, wanted: Filter) -> bool:
    match wanted.by:
        case By.INDICATOR:
            return line.indicator == wanted.value
        case By.CLAIM:
            return wanted.value in line.claims
        case By.SOURCE:
            return line.by == wanted.value
        case _:
            return True


def _changes(session: Session, seat: str | None, language: str) -> dict[str, Change]:
    scene = session.game.tables.scene(session.state)
    return {
        one.id: Change(one.name(language), one.unit(language), one.start, scene.value(one.id))
        for one in session.pack.ruleset.indicators.values()
        if seat is None or one.seen(seat)
    }


def _values(
    session: Session, lines: tuple[Line, ...], seat: str | None, language: str
) -> dict[By, tuple[Value, ...]]:
    """What occurs in the lines: indicators as on screen, claims by paragraph, sources by name."""
    claims = session.pack.ruleset.dossier.claims
    moved = {one.indicator for one in lines if one.moves}
    cited = {name for one in lines for name in one.claims}
    places = {name: int(claims[name].paragraph[1:] or 0) if name in claims else 99 for name in cited}
    sources = {one.by: source_name(session, one.by, language) for one in lines if one.by}
    return {
        By.INDICATOR: tuple(
            Value(*one) for one in seen_indicators(session, seat, language) if one[0] in moved
        ),
        By.CLAIM: tuple(Value(one, one) for one in sorted(cited, key=lambda one: (places[one], one))),
        By.SOURCE: tuple(
            Value(one, name) for one, name in sorted(sources.items(), key=lambda one: one[::-1])
        ),
    }


def seen_indicators(session: Session, seat: str | None, language: str) -> tuple[tuple[str, str], ...]:
    """The ids and names of the indicators that a seat sees: those on screen first, the rest by name."""
    first = headline_of(session, seat) if seat else session.pack.headline
    seen = [one for one in session.pack.ruleset.indicators.values() if seat is None or one.seen(seat)]
    named = sorted(
        ((one.name(language), one.id) for one in seen if one.id not in first), key=lambda one: folded(one[0])
    )
    names = {one.id: one.name(language) for one in seen}
    return (*((one, names[one]) for one in first if one in names), *((one, name) for name, one in named))


@frozen
class _Writer:
    session: Session
    seat: str | None
    language: str
    _known: dict[tuple[object, ...], tuple[Entry, bool]] = field(factory=dict)

    def lines(self) -> Iterable[Line]:
        """The lines in order; a draw or a delay stands only where it is the office's to know."""
        shown = [one for one in self.session.receipts if self._shown(one)]
        led = self._led(shown)
        for receipt in shown:
            if receipt.kind not in _SILENT or receipt.id in led or self._announced(receipt):
                yield self._line(receipt)

    def _shown(self, receipt: Receipt) -> bool:
        """What an outcome shows too: numbers of hidden origin, but nothing else of hidden origin."""
        if self.seat is None:
            return True
        if not visible(self.session, receipt.indicator, self.seat):
            return False
        return receipt.moves or not self._told(receipt)[1]

    def _led(self, shown: list[Receipt]) -> set[str]:
        """The draws and delays that something in sight came of."""
        found: set[str] = set()
        for receipt in reversed(shown):
            if receipt.cause and (receipt.kind not in _SILENT or receipt.id in found):
                found.add(receipt.cause)
        return found

    def _announced(self, receipt: Receipt) -> bool:
        """Whether a draw is told in the outcome, or a delay on the table, though nothing has come of it."""
        if self.seat is None:
            return True
        if receipt.kind is ReceiptKind.DRAWN:
            return "/" in receipt.by
        waiting = [one.after for one in self.session.state.pending if one.cause == receipt.id]
        delayed = self.session.game.tables.delayed
        return any(moves_of(self.session, delayed[one].effects, self.seat, self.language) for one in waiting)

    def _line(self, receipt: Receipt) -> Line:
        told, hidden = self._told(receipt)
        ruleset = self.session.pack.ruleset
        thing = ruleset.indicators.get(receipt.indicator) or ruleset.flags.get(receipt.indicator)
        return Line(
            receipt.id,
            receipt.turn,
            receipt.indicator,
            thing.name(self.language) if thing else "",
            receipt.moves,
            receipt.applied,
            self._what(receipt),
            told.text,
            told.basis if told.claims else "",
            "" if hidden or receipt.by == LIMIT else receipt.by,
            told.claims,
            better=self._better(receipt),
        )

    def _better(self, receipt: Receipt) -> bool | None:
        indicator = self.session.pack.ruleset.indicators.get(receipt.indicator)
        if indicator is None or not receipt.moves or not receipt.applied:
            return None
        return better(indicator, receipt.applied)

    def _told(self, receipt: Receipt) -> tuple[Entry, bool]:
        """A receipt as elsewhere, and whether it is of hidden origin; rules say the same turn after turn."""
        by = f"{receipt.by} {office_behind(self.session, receipt)}"
        key = by, receipt.claims, receipt.figure, receipt.indicator, receipt.reads, receipt.cause
        if key not in self._known:
            hidden = self.seat is not None and unexplained(self.session, receipt, self.seat)
            self._known[key] = entry(self.session, receipt, self.seat, self.language), hidden
        return self._known[key]

    def _what(self, receipt: Receipt) -> str:
        match receipt.kind:
            case ReceiptKind.FLAG:
                return say(self.language, "ledger_flag_on" if receipt.applied else "ledger_flag_off")
            case ReceiptKind.DRAWN:
                return say(self.language, "ledger_came" if receipt.applied else "ledger_stayed")
            case ReceiptKind.SCHEDULED:
                return say(self.language, "ledger_due", turn=receipt.applied)
            case _:
                return signed(receipt.applied)


_SILENT = {ReceiptKind.SCHEDULED, ReceiptKind.DRAWN}
"""Receipts that change nothing themselves."""


def eyes(session: Session, seat: str) -> str | None:
    """With whose eyes a player at the keyboard reads: after the end everything is open.

    A seat of "" is everybody's: between two players, what both may see.
    """
    if session.over:
        return None
    return seat or (session.setup.seats[0] if len(session.setup.seats) == 1 else EVERYBODY)
