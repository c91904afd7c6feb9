"""What YAML's reader says when it stops, in words for someone who has never programmed."""

import re

import yaml
from attrs import frozen

from dosmesas.text.span import Span

DASHES = frozenset("–—−•·")
"""What word processors make of a hyphen at the beginning of a line."""
BACKSLASH = "inside \"…\" a backslash has a meaning of its own: write '…' or two backslashes"
_TIGHT = re.compile(r"^[ ]*(?:- )?([A-Za-z_][\w.-]*):[^\s:/\\]")
_MARKS_FIRST = "put a text that begins with this character in quotation marks"
_QUOTE = "YAML reads ': ' and ' #' and leading marks as its own: quote the text, check the indent"


@frozen(eq=False, repr=False, match_args=False)
class Fault:
    """What is wrong where (line and column from 1), and what to do."""

    message: str
    line: int
    column: int
    hint: str

    def span(self, file: str, text: str) -> Span:
        """The place, never after the last character of the text."""
        body = text.rstrip("\n")
        lines = body.count("\n") + 1
        line, column = self.line, self.column
        if line > lines:
            line, column = lines, len(body.rpartition("\n")[2]) or 1
        return Span(file, line, column, line, column)


def explain(text: str, error: yaml.MarkedYAMLError) -> Fault:
    """The fault that stopped the reader."""
    lines = text.split("\n")
    end = error.problem_mark or error.context_mark
    line, column = (end.line + 1, end.column + 1) if end else (1, 1)
    tight = _tight(lines, line)
    if tight is not None:
        return tight
    problem, context = str(error.problem or ""), str(error.context or "")
    start = error.context_mark
    if start is not None and "quoted scalar" in context and "end of stream" in problem:
        message = "the quotation mark that opens here is never closed"
        return Fault(
            message, start.line + 1, start.column + 1, "close it, or write '' for an apostrophe inside '…'"
        )
    if start is not None and "expected ':'" in problem:
        message = "this line is neither `key: value` nor part of the text above"
        return Fault(message, start.line + 1, start.column + 1, "write `key: value`, or quote the text")
    found = lines[line - 1][column - 1 : column] if line <= len(lines) else ""
    return _told(problem, context, found, (line, column), lines)


def _told(problem: str, context: str, found: str, at: tuple[int, int], lines: list[str]) -> Fault:
    """The fault in our words where the reader's problem is a known one, else in its own."""
    before = lines[at[0] - 1][: at[1] - 1] if at[0] <= len(lines) else ""
    if "mapping values are not allowed" in problem:
        if ":" in before:
            return Fault(
                "a second ': ' in this line", *at, "quote the text, or leave the space after ':' out"
            )
        return Fault(
            "a ':' where no key can stand",
            *at,
            "quote the text, check the indent of this line and the one above",
        )
    if "cannot start any token" in problem:
        return Fault(f"a text cannot begin with '{found}'", *at, f"quote the text: {_MARKS_FIRST}")
    if "chomping or indentation" in problem or "comment or a line break" in problem:
        return Fault(
            "after '|' or '>' the text begins on the next line", *at, "put it there, or quote the text"
        )
    if "alphabetic or numeric" in problem:
        return Fault("a text cannot begin with '&' or '*'", *at, f"quote the text: {_MARKS_FIRST}")
    if "flow" in context and "expected ',' or" in problem:
        bracket = "]" if "sequence" in context else "}"
        message = f"not YAML: a ',' or the closing '{bracket}' is missing here or before"
        return Fault(message, *at, "quote each text, or write the entries one a line")
    if "escape" in problem or "hexadecimal" in problem:
        return Fault("this escape stands for no character", *at, BACKSLASH)
    if "block" in context and "expected <block end>" in problem:
        return _misplaced(problem, before, at)
    message = " ".join(part for part in (context, problem) if part)
    return Fault(f"not YAML: {message}", *at, _QUOTE)


def _misplaced(problem: str, before: str, at: tuple[int, int]) -> Fault:
    if before.strip():
        return Fault(
            "the text goes on after its closing quotation mark", *at, "put the whole text in quotation marks"
        )
    if "'-'" in problem or "block sequence" in problem:
        return Fault(
            "this '-' stands in no list", *at, "check the indent: entries of one list begin in one column"
        )
    return Fault(
        "this line fits neither the lines above nor a new part",
        *at,
        "check the indent: keys that belong together begin in one column",
    )


def _tight(lines: list[str], line: int) -> Fault | None:
    """A colon without its space, in the line where the reader stopped or the one it had read before."""
    for number in (line, line - 1):
        match = _TIGHT.match(lines[number - 1]) if 0 < number <= len(lines) else None
        if match:
            message = f"after the colon of '{match[1]}:' a space is missing"
            return Fault(message, number, match.end(1) + 1, "write `key: value`")
    return None
