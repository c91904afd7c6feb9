"""Problems as the commands by which GitHub Actions marks lines of a change."""

from collections.abc import Iterable

from dosmesas.text.diagnostic import Diagnostic

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}
_IN_DATA, _IN_PROPERTY = str.maketrans(_DATA), str.maketrans(_PROPERTY)


def as_github(problems: Iterable[Diagnostic], language: str) -> str:
    """One command a line; no text of a file can end one or begin another."""
    return "\n".join(_command(one, language) for one in problems)


def _command(one: Diagnostic, language: str) -> str:
    span = one.span
    places: dict[str, object] = {"file": span.file, "line": span.line, "endLine": span.end_line}
    if span.end_line == span.line:  # GitHub refuses columns of more than one line
        places |= {"col": span.column, "endColumn": span.end_column}
    named = ",".join(
        f"{key}={str(value).translate(_IN_PROPERTY)}" for key, value in {**places, "title": one.code}.items()
    )
    message = "; ".join(said.told(language) for said in (one.message, one.hint) if said)
    return f"::{one.severity} {named}::{message.translate(_IN_DATA)}"
