"""Problems as JSON: a list with an object for each, its keys those of a message of `check`."""

import json
from collections.abc import Callable, Iterable

from dosmesas.desk.fix.edits import Edit, edit_of
from dosmesas.text.diagnostic import Diagnostic
from dosmesas.text.span import Span


def as_json(
    problems: Iterable[Diagnostic],
    language: str,
    silenced: Iterable[tuple[Diagnostic, str]] = (),
    line: Callable[[str, int], str] = lambda _file, _line: "",
) -> str:
    """A JSON list; columns count characters from 1, `end_column` is the last one covered.

    What was silenced comes last, with its reason under `suppressed`; `line` gives a line of a file.
    """
    found = [entry(one, language, edit_of(one, line(one.span.file, one.span.line))) for one in problems]
    found += [entry(one, language, suppressed=reason) for one, reason in silenced]
    return json.dumps(found, ensure_ascii=False, indent=2)


def entry(
    one: Diagnostic, language: str, edit: Edit | None = None, suppressed: str | None = None
) -> dict[str, object]:
    """One problem, told in a language; `fix` is what to put in which place, where that is sure."""
    return {
        **place(one.span),
        "severity": str(one.severity),
        "code": one.code,
        "message": one.message.told(language),
        "hint": one.hint.told(language),
        "related": [{"note": note.told(language), **place(span)} for note, span in one.related],
        "fix": {**place(edit.span), "text": edit.text} if edit else None,
        "suppressed": suppressed,
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
