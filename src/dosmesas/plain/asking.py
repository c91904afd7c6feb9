"""Questions in plain mode: one line of input is one answer; commands are answered on the way."""

from collections.abc import Callable
from typing import TextIO

from attrs import field, frozen

from dosmesas.plain.commands import Commands
from dosmesas.plain.manner import Manner
from dosmesas.plain.opened import note_opened
from dosmesas.plain.page import Page
from dosmesas.session.session import Session

_TRY = ("try", "probar")
Picked = tuple[int, ...]
Cited = tuple[tuple[str, ...], ...]


@frozen
class Asker:
    """Asks the seat at the keyboard."""

    session: Session
    source: TextIO
    page: Page
    manner: Manner = field(factory=Manner)

    def read(self, seat: str) -> str:
        """One line of input, echoed where the input is not typed at a terminal.

        Raises:
            EOFError: the input has ended.
        """
        self.page.out.flush()
        line = self.source.readline()
        if not line:
            raise EOFError(seat)
        if not self.source.isatty():
            self.page.line(line.strip())
        return line.strip()

    def commands(self, seat: str) -> Commands:
        """What a player may type besides an answer."""
        return Commands(self.session, self.page, seat, self.manner)

    def number(self, seat: str, count: int, details: tuple[str, ...] = (), cited: Cited = ()) -> int:
        """A number from 1 to count; `details` are what `? N` opens, `cited` the claims that each rests on."""
        while True:
            line = self._line(seat, details, cited)
            if line is None:
                continue
            found = numbers_in(line)
            if found is not None and len(found) == 1 and 1 <= found[0] <= count:
                return found[0]
            self._unknown(line)
            self.page.say("pick_number", count=count)

    def numbers(
        self,
        seat: str,
        count: int,
        most: int,
        details: tuple[str, ...],
        tried: Callable[[Picked], str] | None = None,
        cited: Cited = (),
    ) -> Picked:
        """Up to `most` different numbers from 1 to count, none for 0; `tried` tells what picks would do."""
        while True:
            line = self._line(seat, details, cited)
            if line is None:
                continue
            word, _, rest = line.partition(" ")
            if tried and word.lower() in _TRY:
                picks = picked(rest, count, most)
                self.page.line(tried(picks)) if picks is not None else self.page.say("tried_nothing")
                continue
            picks = picked(line, count, most)
            if picks is not None:
                return picks
            self._unknown(line)
            self.page.say("pick_numbers", count=count, most=most)

    def _line(self, seat: str, details: tuple[str, ...], cited: Cited) -> str | None:
        """The next line that is neither a command nor the opening of a detail; None after one of these."""
        self.page.prompt()
        line = self.read(seat)
        opened = numbers_in(line[1:]) if line.startswith("?") else None
        if opened and details and len(opened) == 1 and 1 <= opened[0] <= len(details):
            self.page.line(details[opened[0] - 1])
            if cited:
                note_opened(self.session, seat, cited[opened[0] - 1], self.page)
            return None
        return None if self.commands(seat).run(line) else line

    def _unknown(self, line: str) -> None:
        if line and numbers_in(line) is None:
            self.page.say("unknown_command", word=line[:40])


def numbers_in(line: str) -> Picked | None:
    """The numbers of a line, parted by spaces or commas; None where it holds anything else, or nothing."""
    parts = line.replace(",", " ").split()
    if not parts or not all(part.isascii() and part.isdigit() and len(part) < 7 for part in parts):
        return None
    return tuple(int(part) for part in parts)


def picked(line: str, count: int, most: int) -> Picked | None:
    """Different numbers from 1 to count, at most so many; none for a lone 0; None where it is not that."""
    found = numbers_in(line)
    if found == (0,):
        return ()
    fits = found is not None and len(found) <= most and len({*found}) == len(found)
    return found if found and fits and all(1 <= number <= count for number in found) else None
