"""What YAML's reader says when it stops, in words for someone who has never programmed."""

import re
from typing import Protocol

import yaml
from attrs import frozen

from dosmesas.text.phrase import Phrase, phrase
from dosmesas.text.span import Span

DASHES = frozenset("–—−•·")
"""What word processors make of a hyphen at the beginning of a line."""
QUOTES = frozenset("'\"")
BACKSLASH = phrase("inside \"…\" a backslash has a meaning of its own: write '…' or two backslashes")
QUESTION = phrase("inside [ ] and {{ }} a question mark has a meaning of its own")
QUOTE_IT = phrase("put the whole text in quotation marks")
_TIGHT = re.compile(r"^[ ]*(?:- )?([A-Za-z_][\w.-]*):[^\s:/\\]")
_GENERAL = phrase("YAML reads ': ' and ' #' and leading marks as its own: quote the text, check the indent")
_INDENT = phrase("check the indent: what belongs together begins in one column")
_CLOSE = phrase("close it in its line, or write '' for an apostrophe inside '…'")
_KEY_VALUE = phrase("write `key: value`")
NO_CHARACTER = phrase("this escape stands for no character")


class Quoted(Protocol):
    """A text in quotation marks, with its place."""

    @property
    def span(self) -> Span:
        """Where it opens."""

    @property
    def many_lines(self) -> bool:
        """Whether it closes on another line."""


@frozen(eq=False, repr=False, match_args=False)
class Fault:
    """What is wrong where (line and column from 1), and what to do."""

    message: Phrase
    line: int
    column: int
    hint: Phrase
    code: str = "E0103"

    def span(self, file: str, text: str) -> Span:
        """The place, never after the last character of the text."""
        body = text.rstrip("\n")
        lines = body.count("\n") + 1
        line, column = self.line, self.column
        if line > lines:
            line, column = lines, len(body.rpartition("\n")[2]) or 1
        return Span(file, line, column, line, column)


def explain(text: str, error: yaml.MarkedYAMLError, quoted: Quoted | None) -> Fault:
    """The fault that stopped the reader; `quoted` is the last text in quotation marks before it."""
    lines = text.split("\n")
    end, start = error.problem_mark or error.context_mark, error.context_mark
    at: tuple[int, int] = (end.line + 1, end.column + 1) if end else (1, 1)
    problem, context = str(error.problem or ""), str(error.context or "")
    tight = _tight(lines, at[0])
    if tight is not None:
        return tight
    if start is not None and "quoted scalar" in context and "end of stream" in problem:
        message = phrase("the quotation mark that opens here is never closed")
        hint = phrase("close it, or write '' for an apostrophe inside '…'")
        return Fault(message, start.line + 1, start.column + 1, hint)
    if start is not None and "expected ':'" in problem:
        message = phrase("this line is neither `key: value` nor part of the text above")
        hint = phrase("write `key: value`; or indent the line, if it goes on with the text above")
        return Fault(message, start.line + 1, start.column + 1, hint)
    before = lines[at[0] - 1][: at[1] - 1] if at[0] <= len(lines) else ""
    found = lines[at[0] - 1][at[1] - 1 :] if at[0] <= len(lines) else ""
    if start is not None and start.line + 1 < at[0] and "flow" in context and "but got" in problem:
        opening = lines[start.line][start.column : start.column + 1]
        message = phrase(
            "the '{bracket}' that opens here is never closed, or a ',' is missing", bracket=opening
        )
        hint = phrase("close it in its line, or write the entries one a line")
        return Fault(message, start.line + 1, start.column + 1, hint)
    if "expected <block end>" in problem and before.strip():
        return _going_on(before, found, at, quoted)
    return _told(problem, context, before, found, at)


def _told(problem: str, context: str, before: str, found: str, at: tuple[int, int]) -> Fault:
    """The fault in our words where the reader's problem is a known one, else in its own."""
    if "mapping values are not allowed" in problem:
        if ":" in before:
            hint = phrase("quote the text, or leave the space after ':' out")
            return Fault(phrase("a second ': ' in this line"), *at, hint)
        hint = phrase("quote the text, check the indent of this line and the one above")
        return Fault(phrase("a ':' where no key can stand"), *at, hint)
    if found.startswith("```"):
        return Fault(phrase("a fence of ``` is no YAML"), *at, phrase("delete the line"))
    if _BEGINS.search(problem):
        mark: str | Phrase = found[:1]
        if "alphanumeric" in problem or "alphabetic" in problem:
            mark = phrase("& or *")
        hint = phrase("quote the text: put all of it in quotation marks")
        return Fault(phrase("a text cannot begin with {mark}", mark=mark), *at, hint)
    if "chomping or indentation" in problem or "comment or a line break" in problem:
        hint = phrase("put it there, or quote the text")
        return Fault(phrase("after '|' or '>' the text begins on the next line"), *at, hint)
    if "flow" in context and "expected ',' or" in problem:
        return _in_brackets(problem, context, at)
    if "escape" in problem or "hexadecimal" in problem:
        return Fault(NO_CHARACTER, *at, BACKSLASH)
    if "expected <block end>" in problem and found[:1] == "-":
        return Fault(phrase("this '-' stands in no list"), *at, _INDENT)
    if "expected <block end>" in problem:
        return Fault(phrase("this line fits neither the lines above nor a new part"), *at, _INDENT)
    words = " ".join(part for part in (context, problem) if part)
    return Fault(phrase("not YAML: {problem}", problem=words), *at, _GENERAL)


_BEGINS = re.compile(
    "cannot start any token|alphabetic or numeric|sequence entries are not|mapping keys are not|node content"
)


def _going_on(before: str, found: str, at: tuple[int, int], quoted: Quoted | None) -> Fault:
    """Something follows a value that had come to its end."""
    if found[:1] == ",":
        return Fault(phrase("a ',' ends no line in YAML"), *at, phrase("delete the comma"))
    if before.rstrip()[-1:] in {"]", "}"}:
        hint = phrase("put a text that begins with [ or {{ in quotation marks")
        return Fault(phrase("the line goes on after its closing bracket"), *at, hint)
    if quoted is not None and quoted.many_lines:
        message = phrase("the quotation mark that opens here closes only in line {line}", line=at[0])
        return Fault(message, quoted.span.line, quoted.span.column, _CLOSE)
    return Fault(phrase("the text goes on after its closing quotation mark"), *at, QUOTE_IT)


def _in_brackets(problem: str, context: str, at: tuple[int, int]) -> Fault:
    """A slip inside [ ] or { }."""
    if "but got ':'" in problem:
        hint = phrase("put a text that holds ': ' in quotation marks")
        message = phrase("the colon ends the text, and a second value has no place")
        return Fault(message, *at, hint, "E0108")
    if "but got '?'" in problem:
        return Fault(QUESTION, *at, QUOTE_IT, "E0108")
    bracket = "]" if "sequence" in context else "}"
    message = phrase("not YAML: a ',' or the closing '{bracket}' is missing here or before", bracket=bracket)
    return Fault(message, *at, phrase("quote each text, or write the entries one a line"))


def _tight(lines: list[str], line: int) -> Fault | None:
    """A colon without its space, in the line where the reader stopped or the one it had read before."""
    for number in (line, line - 1):
        match = _TIGHT.match(lines[number - 1]) if 0 < number <= len(lines) else None
        if match:
            message = phrase("after the colon of '{key}:' a space is missing", key=match[1])
            return Fault(message, number, match.end(1) + 1, _KEY_VALUE)
    return None
