"""Problems as JSON: a list with an object for each, its keys those of a message of `check`."""

import json
from collections.abc import Iterable

from dosmesas.text.diagnostic import Diagnostic
from dosmesas.text.span import Span


def as_json(problems: Iterable[Diagnostic]) -> str:
    """A JSON list; columns count characters from 1, `end_column` is the last one covered."""
    return json.dumps([entry(one) for one in problems], ensure_ascii=False, indent=2)


def entry(one: Diagnostic) -> dict[str, object]:
    """One problem."""
    return {
        **place(one.span),
        "severity": str(one.severity),
        "code": one.code,
        "message": one.message,
        "hint": one.hint,
        "related": [{"note": note, **place(span)} for note, span in one.related],
        "fix": None,
    }


def place(span: Span) -> dict[str, object]:
    """The keys of a place."""
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
