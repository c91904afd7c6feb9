"""Where to read on behind a fault at which YAML's reader stops: the part that holds it is blanked out.

The lines stay, empty, so that every later place is still true.
"""

import re

_ENTRY = re.compile(r" *- ")
_BEGINS = re.compile(r" *(?:- |#|[\w.-]+:(?:\s|$))")


def without_part(text: str, line: int) -> tuple[str, int]:
    """The text without a line (from 1) and all that is indented below it; and the last line left out."""
    return _blanked(text.split("\n"), line - 1, line)


def without_entry(text: str, line: int) -> tuple[str, int]:
    """The text without the entry of a list around a line (from 1); and the last line left out."""
    lines = text.split("\n")
    indent = _indent(lines[line - 1])
    for at in range(line - 1, -1, -1):
        if _ENTRY.match(lines[at]) and _indent(lines[at]) <= indent:
            return _blanked(lines, at, line)
        if lines[at].strip():
            indent = min(indent, _indent(lines[at]))
    return _blanked(lines, line - 1, line)


def _blanked(lines: list[str], first: int, end: int) -> tuple[str, int]:
    """Without the part that begins with a line (from 0) and goes on to `end` (from 1) at least."""
    while end < len(lines) and _belongs(lines[end], lines[first]):
        end += 1
    lines[first:end] = [""] * (end - first)
    return "\n".join(lines), end


def _belongs(line: str, first: str) -> bool:
    """Whether a line goes on with the part that began with another."""
    if not line.strip() or _indent(line) > _indent(first):
        return True
    if _ENTRY.match(line) and not _ENTRY.match(first):  # a list may begin in the column of its key
        return _indent(line) == _indent(first)
    return not _BEGINS.match(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
