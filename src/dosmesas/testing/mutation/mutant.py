"""A mutant: a small edit of the text of one file, of which somebody ought to notice that it was made."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from hashlib import blake2b
from itertools import accumulate

from attrs import field, frozen


class Kind(StrEnum):
    """What was changed, in the order in which tables list it."""

    FLIP = "flip"
    SHIFT = "shift"
    DROP = "drop"
    NEGATE = "negate"
    SCALE = "scale"
    OFFICE = "office"
    CITATION = "citation"
    DELAY = "delay"
    CHANCE = "chance"


AMOUNTS = frozenset({Kind.DROP, Kind.NEGATE, Kind.SCALE, Kind.DELAY})
"""Kinds that change what happens, and not whether it does: they matter only where their owner was at work."""


@frozen
class Owner:
    """Whose text was changed: its kind (option, deal, event, bulletin, rule, conduct, ending) and id.

    `event` is the event of an option or deal.
    """

    kind: str
    id: str
    event: str = ""


@frozen
class Edit:
    """A stretch of a file's text, in characters, and what is to stand there instead."""

    start: int
    end: int
    text: str


@frozen
class Hunk:
    """Lines of a file as they were, from a line on, and as they are now."""

    line: int
    old: tuple[str, ...]
    new: tuple[str, ...]


@frozen
class Mutant:
    """One small change of one file; `nth` counts those of an owner that read alike."""

    kind: Kind
    owner: Owner
    file: str
    line: int
    column: int
    edits: tuple[Edit, ...]
    hunks: tuple[Hunk, ...]
    nth: int = 0

    @property
    def id(self) -> str:
        """A name of twelve digits: the same wherever the lines stand, as long as they read so."""
        told = [self.kind, self.owner.kind, self.owner.id, str(self.nth)]
        told += [str((one.old, one.new)) for one in self.hunks]
        return blake2b("\n".join(told).encode(), digest_size=6).hexdigest()

    @property
    def place(self) -> str:
        """`file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"

    def of(self, text: str) -> str:
        """The text of the file with the change made."""
        return edited(text, self.edits)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made that do not overlap."""
    for one in sorted(edits, key=lambda it: it.start, reverse=True):
        text = text[: one.start] + one.text + text[one.end :]
    return text


@frozen(eq=False)
class Page:
    """A file that is edited: its name as messages show it, its text, and where its lines begin."""

    name: str
    text: str
    starts: tuple[int, ...] = field(init=False)

    @starts.default
    def _starts(self) -> tuple[int, ...]:
        return tuple(accumulate((len(line) + 1 for line in self.text.split("\n")), initial=0))

    def at(self, line: int, column: int) -> int:
        """The character at a line and column, both counted from 0."""
        return self.starts[line] + column

    def before(self, line: int, column: int) -> str:
        """What stands on a line before a column."""
        return self.text[self.starts[line] : self.at(line, column)]

    def line_of(self, index: int) -> int:
        """The line of a character, from 0."""
        return self.text.count("\n", 0, index)

    def whole_lines(self, first: int, last: int) -> Edit:
        """What takes lines away, from the first to the last."""
        return Edit(self.starts[first], self.starts[last + 1], "")

    def mutant(self, kind: Kind, owner: Owner, edits: tuple[Edit, ...]) -> Mutant:
        """The mutant that these edits make."""
        first = min(one.start for one in edits)
        line = self.line_of(first)
        lines = self.text[self.starts[line] : self.starts[line + 1] - 1]
        column = first - self.starts[line] or len(lines) - len(lines.lstrip())
        return Mutant(kind, owner, self.name, line + 1, column + 1, edits, tuple(self._hunks(edits)))

    def _hunks(self, edits: tuple[Edit, ...]) -> Iterator[Hunk]:
        """The lines that edits touch; those of one line are one hunk."""
        by_lines: dict[tuple[int, int], list[Edit]] = {}
        for one in sorted(edits, key=lambda it: it.start):
            lines = self.line_of(one.start), self.line_of(max(one.start, one.end - 1))
            by_lines.setdefault(lines, []).append(one)
        for (first, last), group in by_lines.items():
            begin, end = self.starts[first], self.starts[last + 1]
            moved = (Edit(one.start - begin, one.end - begin, one.text) for one in group)
            old = self.text[begin:end]
            yield Hunk(first + 1, _lines(old), _lines(edited(old, moved)))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.removesuffix("\n").split("\n")) if text else ()
