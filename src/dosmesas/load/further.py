"""Where to read on behind a fault at which YAML's reader stops: the part that holds it is blanked out.

The lines stay, empty, so that every later place is still true.
"""

import re
from collections.abc import Callable

from dosmesas.text.diagnostic import Problems

Whole = Callable[[str, Problems], bool]
"""Reads a text, notes its faults, and says whether it could be read to its end."""
_LOCAL = {"E0103", "E0104", "E0108"}
"""The codes of faults behind which a file can be read on."""
_PASSES, _READ = 20, 2_000_000
"""So often a faulty file is read on, and so many characters are read for it."""
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


def read_on(text: str, found: Problems, whole: Whole) -> None:
    """Add the faults behind the one that stopped the reader, each read without those before it.

    What is told must lie behind all that was left out: another fault may come of the leaving out.
    """
    for _ in range(min(_PASSES, _READ // (len(text) + 1))):
        last = found.found[-1]
        if last.code not in _LOCAL:
            return
        for without in (without_part, without_entry):
            shorter, end = without(text, last.span.line)
            later = Problems()
            stopped = None if whole(shorter, later) else later.found[-1]
            if stopped is None or stopped.span.line > end:
                break
        else:
            return
        for one in later.found:
            if one.span.line > end:
                found.note(one)
        if stopped is None:
            return
        text = shorter
