"""From a finding to the change of text that mends it, where there can be only one."""

import re
from collections.abc import Callable

from attrs import frozen

from dosmesas.desk.silence.silencing import STALE
from dosmesas.text.diagnostic import Diagnostic
from dosmesas.text.span import Span

_MEANT = re.compile(r"did you mean '([^']+)'\?")
_QUOTED = re.compile(r"'([^']+)'")
_SWAPPED = re.compile(r"write (\S+)$")
_SPACE = "type a space"


@frozen
class Edit:
    """A stretch of one line, and what is to stand there instead."""

    span: Span
    text: str

    def applied(self, line: str) -> str:
        """The line with the change."""
        return line[: self.span.column - 1] + self.text + line[self.span.end_column :]


def edit_of(one: Diagnostic, line: str) -> Edit | None:
    """The repair of a finding whose first line is given; None where somebody has to decide.

    Only what stands on one line is repaired: a name that is nearly one that is known, point and comma of a
    number, a space that is none, a comment that silences nothing.
    """
    if one.span.end_line != one.span.line or not one.span.line:
        return None
    return _REPAIRS.get(one.code, _name)(one, line)


def _name(one: Diagnostic, line: str) -> Edit | None:
    """A name in place of the one that nearly is one; the message has the wrong one in quotation marks."""
    meant = _MEANT.fullmatch(str(one.hint))
    if not meant:
        return None
    stretch = line[one.span.column - 1 : one.span.end_column]
    for wrong in _QUOTED.findall(str(one.message)):
        if _whole(wrong, stretch) == 1:
            at = re.search(_bounded(wrong), stretch)
            if at:
                return Edit(one.span.inside(at.start(), at.end()), meant[1])
    return Edit(one.span, meant[1]) if re.fullmatch(r"[\w.-]+", stretch) else None


def _whole(word: str, text: str) -> int:
    return len(re.findall(_bounded(word), text))


def _bounded(word: str) -> str:
    return rf"(?<![\w.-]){re.escape(word)}(?![\w.-])"


def _number(one: Diagnostic, line: str) -> Edit | None:
    """The number with point and comma the right way round."""
    meant, wrong = _SWAPPED.search(str(one.hint)), _QUOTED.search(str(one.message))
    if not meant or not wrong or line.count(wrong[1]) != 1:
        return None
    at = line.index(wrong[1])
    span = Span(one.span.file, one.span.line, at + 1, one.span.line, at + len(wrong[1]))
    return Edit(span, meant[1])


def _space(one: Diagnostic, _: str) -> Edit | None:
    return Edit(one.span, " ") if str(one.hint) == _SPACE else None


def _comment(one: Diagnostic, line: str) -> Edit | None:
    """Nothing in place of the comment and of the spaces before it."""
    begin = len(line[: one.span.column - 1].rstrip()) + 1
    return Edit(Span(one.span.file, one.span.line, begin, one.span.line, one.span.end_column), "")


_REPAIRS: dict[str, Callable[[Diagnostic, str], Edit | None]] = {
    "W0607": _number,
    "E0102": _space,
    STALE: _comment,
}
