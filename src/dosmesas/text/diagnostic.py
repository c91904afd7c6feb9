"""One problem in an author's file, and the list in which a whole run's problems are gathered."""

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from dosmesas.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Severity(StrEnum):
    """How bad a problem is: an error keeps a pack from being played, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@frozen
class Diagnostic:
    """A problem, said to the person at the keyboard: what, where, what was probably meant, what to do."""

    code: str
    message: str
    span: Span
    hint: str = ""
    related: tuple[tuple[str, Span], ...] = ()
    severity: Severity = Severity.ERROR


@define(eq=False, repr=False, match_args=False)
class Problems:
    """Everything found wrong in one run, in the order of files and lines."""

    found: list[Diagnostic] = Factory(list)

    def add(
        self,
        code: str,
        message: str,
        span: Span,
        *,
        hint: str = "",
        related: tuple[tuple[str, Span], ...] = (),
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Note one problem; the same problem at the same place is kept once."""
        diagnostic = Diagnostic(code, message, span, hint, related, severity)
        if diagnostic not in self.found:
            self.found.append(diagnostic)

    def __iter__(self) -> "Iterator[Diagnostic]":
        return iter(sorted(self.found, key=_in_order))

    def __len__(self) -> int:
        return len(self.found)

    @property
    def errors(self) -> int:
        """How many are errors."""
        return sum(one.severity is Severity.ERROR for one in self.found)


def _in_order(one: Diagnostic) -> tuple[str, int, int, str, str]:
    return one.span.file, one.span.line, one.span.column, one.code, one.message


def nearest(word: str, known: "Iterable[str]") -> str:
    """The known name most like `word`, or an empty text when none comes close."""
    from difflib import get_close_matches

    names = sorted(known)
    exact = [name for name in names if name.replace("-", "_").lower() == word.replace("-", "_").lower()]
    close = exact or get_close_matches(word, names, n=1, cutoff=0.6)
    return close[0] if close else ""


def did_you_mean(word: str, known: "Iterable[str]") -> str:
    """A hint that offers the nearest known name, or an empty text."""
    close = nearest(word, known)
    return f"did you mean '{close}'?" if close else ""
