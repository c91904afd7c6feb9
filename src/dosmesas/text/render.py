"""Diagnostics as lines for a terminal: place, severity, code, message; the source line; a caret; a hint."""

from typing import TYPE_CHECKING

from dosmesas.text.safe import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dosmesas.text.diagnostic import Diagnostic
    from dosmesas.text.span import Span

_WIDTH = 100


def render(diagnostics: "Iterable[Diagnostic]", read_line: "Callable[[str, int], str]", language: str) -> str:
    """All diagnostics as text in a language; `read_line(file, line)` gives a source line, or nothing."""
    return "\n".join(_one(diagnostic, read_line, language) for diagnostic in diagnostics)


def _one(one: "Diagnostic", read_line: "Callable[[str, int], str]", language: str) -> str:
    head = f"{one.span} {one.severity.word.told(language)} {one.code} {one.message.told(language)}"
    source = read_line(one.span.file, one.span.line)
    lines = [head, *snippet(one.span, source, one.hint.told(language))]
    lines += [f"      {note.told(language)}: {span}" for note, span in one.related]
    return "\n".join(lines)


def snippet(span: "Span", source: str, hint: str) -> list[str]:
    """The source line with a caret under the place, and a hint behind it."""
    source = source.rstrip("\r\n")
    if not source.strip():
        return [f"      {hint}"] if hint else []
    start = max(0, span.column - 60) if span.column > _WIDTH - 20 else 0
    cut = source[start : start + _WIDTH]
    last = span.end_column if span.end_line == span.line else len(source.rstrip())
    width = max(1, min(last, start + len(cut)) - span.column + 1)
    number = f"{span.line:>5}"
    pad = " " * (span.column - 1 - start)
    return [f"{number} | {shown(cut)}", f"      | {pad}{'^' * width} {hint}".rstrip()]
