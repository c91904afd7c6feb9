"""One problem in an author's file, and the list in which a whole run's problems are gathered."""

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import Factory, define, evolve, frozen

from dosmesas.text.phrase import NOTHING, Phrase, phrase
from dosmesas.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


MOST_PROBLEMS = 200
"""A reading stops here: whoever has so many begins with the first."""
_MESSAGE = 300
"""The most characters of a message, a hint or a note."""
_WORD = 80
"""Nothing longer was meant for an id; to look for the nearest to it would take for ever."""

_ALIKE = 0.6
_MEASURED = 12


Notes = tuple[tuple[Phrase, Span], ...]
"""What else is to be seen, and where."""


class TooManyError(Exception):
    """There are more problems than anyone reads."""


class Severity(StrEnum):
    """How bad a problem is: an error keeps a pack from being played, a warning does not."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def word(self) -> Phrase:
        """What it is called where people read; programs read the value."""
        return _SEVERITIES[self]


_SEVERITIES = {Severity.ERROR: phrase("error"), Severity.WARNING: phrase("warning")}


@frozen
class Diagnostic:
    """A problem, said to the person at the keyboard: what, where, what was probably meant, what to do."""

    code: str
    message: Phrase
    span: Span
    hint: Phrase = NOTHING
    related: Notes = ()
    severity: Severity = Severity.ERROR


@define(eq=False, repr=False, match_args=False)
class Problems:
    """Everything found wrong in one run, in the order of files and lines; `most` with errors end the run."""

    most: int | None = None
    found: list[Diagnostic] = Factory(list)
    _known: set[Diagnostic] = Factory(set)

    def add(
        self,
        code: str,
        message: Phrase,
        span: Span,
        *,
        hint: Phrase = NOTHING,
        related: Notes = (),
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Note one problem; the same problem at the same place is kept once.

        Raises:
            TooManyError: there are as many as there may be.
        """
        self.note(Diagnostic(code, message, span, hint, related, severity))

    def note(self, diagnostic: Diagnostic) -> None:
        """Note one problem that was found elsewhere; it is told in short.

        Raises:
            TooManyError: there are as many as there may be, and an error is among them. Of warnings alone no
                more are kept; a pack that has no errors can be read to its end and played.
        """
        diagnostic = _short(diagnostic)
        if diagnostic in self._known or (self.full and diagnostic.severity is Severity.WARNING):
            return
        self._known.add(diagnostic)
        self.found.append(diagnostic)
        if self.full and self.errors:
            raise TooManyError

    @property
    def full(self) -> bool:
        """Whether there is more than is told."""
        return self.most is not None and len(self.found) >= self.most

    def __iter__(self) -> "Iterator[Diagnostic]":
        return iter(sorted(self.found, key=_in_order))

    def __len__(self) -> int:
        return len(self.found)

    @property
    def errors(self) -> int:
        """How many are errors."""
        return sum(one.severity is Severity.ERROR for one in self.found)


def _in_order(one: Diagnostic) -> tuple[str, int, int, str, str]:
    """By place; two at one place by their English, so that the order is the same in either language."""
    return one.span.file, one.span.line, one.span.column, one.code, str(one.message)


def _short(one: Diagnostic) -> Diagnostic:
    """The same with a limit to each phrase: what it echoes may be as long as an author likes."""
    notes = tuple((note.short(_MESSAGE), place) for note, place in one.related)
    return evolve(one, message=one.message.short(_MESSAGE), hint=one.hint.short(_MESSAGE), related=notes)


def nearest(word: str, known: "Iterable[str]") -> str:
    """The known name most like `word`, or an empty text when none comes close."""
    names = sorted(known)
    exact = [name for name in names if name.replace("-", "_").lower() == word.replace("-", "_").lower()]
    return exact[0] if exact else _closest(word, names)


def _closest(word: str, names: list[str]) -> str:
    """The most similar name. The exact measure is slow, so only the likeliest by a rough one are measured."""
    from difflib import SequenceMatcher
    from heapq import nlargest

    if len(word) > _WORD:
        return ""
    matcher = SequenceMatcher(b=word)
    rough = []
    for name in names:
        matcher.set_seq1(name)
        if matcher.real_quick_ratio() >= _ALIKE and (ratio := matcher.quick_ratio()) >= _ALIKE:
            rough.append((ratio, name))
    best, closest = _ALIKE, ""
    for _, name in nlargest(_MEASURED, rough):
        matcher.set_seq1(name)
        if (ratio := matcher.ratio()) >= best:
            best, closest = ratio, name
    return closest


def declared_here(name: str) -> Phrase:
    """The note at the place of something that was meant, or is spoken of."""
    return phrase("'{name}' is declared here", name=name)


def did_you_mean(word: str, known: "Iterable[str]") -> Phrase:
    """A hint that offers the nearest known name, or both of two that are as near, or nothing."""
    names = [*known]
    close = nearest(word, names)
    second = nearest(word, [name for name in names if name != close]) if close else ""
    if second and _likeness(word, second) >= _likeness(word, close):
        return phrase("did you mean '{one}' or '{other}'?", one=close, other=second)
    return phrase("did you mean '{name}'?", name=close) if close else NOTHING


def _likeness(word: str, name: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(a=name, b=word).ratio()
