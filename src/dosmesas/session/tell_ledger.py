"""The ledger in words, for every face: lines, filters, sums."""

from collections.abc import Iterator

from attrs import frozen

from dosmesas.session.ledger import By, Filter, Ledger, Line
from dosmesas.text.catalog import say
from dosmesas.text.number import exact, signed, spaced

_BY = {
    By.ALL: "ledger_by_all",
    By.INDICATOR: "ledger_by_indicator",
    By.CLAIM: "ledger_by_claim",
    By.SOURCE: "ledger_by_source",
}


@frozen
class LedgerTeller:
    """Tells a ledger in one language."""

    book: Ledger
    language: str

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def filtered(self, wanted: Filter, count: int) -> str:
        """What is looked for, and how many lines that leaves."""
        words = self._say("ledger_words", words=wanted.words) if wanted.words else ""
        value = self.book.named(wanted)
        named = self._say(_BY[wanted.by], value=value or wanted.value)
        return self._say("ledger_shown", what=named + words, count=count, all=len(self.book.lines))

    def turn(self, number: int) -> str:
        """The heading over the lines of a turn."""
        key = "ledger_turn" if number <= self.book.turns else "ledger_outlook"
        return self._say(key, turn=number)

    def line(self, line: Line, wanted: Filter) -> str:
        """One receipt; by indicator its running sum in place of its name."""
        basis = f" ({line.basis})" if line.basis else ""
        if wanted.by is By.INDICATOR:
            total = self._say("ledger_running", sum=signed(line.sum))
            return f"{line.what} {line.text}{basis}; {total}"
        name = f"{line.name}: " if line.name else ""
        return f"{line.what} {name}{line.text}{basis}"

    def _verdict(self, line: Line) -> str:
        """What a mark and a colour say on the screens."""
        if line.better is None:
            return ""
        return "; " + self._say("ledger_better" if line.better else "ledger_worse")

    def total(self, wanted: Filter, lines: tuple[Line, ...]) -> str:
        """The sum at the end of a filter by indicator, beside the change; nothing for another filter."""
        return sum_line(self.book, wanted, lines, self.language)

    def told(self, wanted: Filter) -> Iterator[str]:
        """All lines that a filter leaves, by turn, and their sum."""
        if not self.book.lines:
            yield self._say("ledger_none_yet")
            return
        found = self.book.narrowed(wanted)
        yield self.filtered(wanted, len(found))
        turn = 0
        for line in found:
            if line.turn != turn:
                turn = line.turn
                yield self.turn(turn)
            yield f"  {self.line(line, wanted)}{self._verdict(line)}"
        if total := self.total(wanted, found):
            yield total


def sum_line(book: Ledger, wanted: Filter, lines: tuple[Line, ...], language: str) -> str:
    """What the lines of an indicator add up to, beside its change; nothing for another filter."""
    if wanted.by is not By.INDICATOR or wanted.value not in book.changes:
        return ""
    change = book.changes[wanted.value]
    total = sum(one.applied for one in lines if one.moves)
    whole = change.now - change.start
    values = {
        "name": change.name,
        "sum": signed(total),
        "start": exact(change.start),
        "now": exact(change.now),
        "unit": spaced(change.unit),
        "change": signed(whole),
    }
    return say(language, "ledger_sum" if total == whole else "ledger_sum_part", **values)
