"""`# allow W0506: the reason`: what such comments name, and which lines they are about."""

import re

from attrs import frozen

from dosmesas.load.comments import comments
from dosmesas.text.span import Span

_WORD = "allow"
_CODE = re.compile(r"[A-Za-z]\d{4}")
_BEGINS = re.compile(rf"#[ \t]*{_WORD}[ \t]+(?={_CODE.pattern}\b)")
_NAMED = re.compile(rf"(?:{_CODE.pattern}(?:[ \t]*,[ \t]*)?)+")
_REASON = re.compile(r"[ \t]*:[ \t]*(\S.*)")


@frozen
class Allowance:
    """One comment, with the codes that it names at their places and its reason, if it gives one.

    `line` is the line that it is about.
    """

    span: Span
    codes: tuple[tuple[str, Span], ...]
    reason: str
    line: int


def allowances(file: str, text: str) -> list[Allowance]:
    """The comments of a file that silence something, in order.

    A comment behind a line is about that line; on a line of its own it is about the next line that has more
    than a comment on it.
    """
    if not _BEGINS.search(text):
        return []  # before all of it is looked through
    found = []
    for at, comment in comments(text):
        begins = _BEGINS.match(comment)
        if begins:
            found.append(_allowance(file, text, at, comment, begins.end()))
    return found


def _allowance(file: str, text: str, at: int, comment: str, named_at: int) -> Allowance:
    line, begin = text.count("\n", 0, at) + 1, text.rfind("\n", 0, at) + 1
    column = at - begin + 1

    def place(start: int, end: int) -> Span:
        return Span(file, line, column + start, line, column + end - 1)

    named = _NAMED.match(comment, named_at)
    end = named.end() if named else named_at
    codes = tuple((one[0], place(one.start(), one.end())) for one in _CODE.finditer(comment, named_at, end))
    reason = _REASON.fullmatch(comment, end)
    alone = not text[begin:at].strip()
    about = _next(text, line) if alone else line
    return Allowance(place(0, len(comment)), codes, reason[1] if reason else "", about)


def _next(text: str, line: int) -> int:
    """The next line that has more than a comment on it."""
    lines = text.split("\n")
    for number in range(line, len(lines)):
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            return number + 1
    return line
