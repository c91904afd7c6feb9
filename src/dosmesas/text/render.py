"""Diagnostics as lines for a terminal: place, severity, code, message; the source line; a caret; a hint."""

from typing import TYPE_CHECKING

from dosmesas.text.safe import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dosmesas.text.diagnostic import Diagnostic
    from dosmesas.text.span import Span

_WIDTH = 100


def render(diagnostics: "Iterable[Diagnostic]", read_line: "Callable[[str, int], str]") -> str:
    """All diagnostics as text; `read_line(file, line)` gives a source line, or nothing."""
    return "\n".join(_one(diagnostic, read_line) for diagnostic in diagnostics)


def _one(diagnostic: "Diagnostic", read_line: "Callable[[str, int], str]") -> str:
    head = f"{diagnostic.span} {diagnostic.severity} {diagnostic.code} {diagnostic.message}"
    source = read_line(diagnostic.span.file, diagnostic.span.line)
    lines = [head, *snippet(diagnostic.span, source, diagnostic.hint)]
    lines += [f"      {note}: {span}" for note, span in diagnostic.related]
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
