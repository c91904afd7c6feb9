"""Plain data as YAML that a person would write: blocks, and a list of short words on one line."""

import re
from collections.abc import Iterator
from typing import TypeAlias

Data: TypeAlias = str | list["Data"] | dict[str, "Data"]
"""A value of a file: a scalar as its text, a list, a mapping."""
_INDENT = "  "
_PLAIN = re.compile(r"(?:[\w(]|[-+](?=[\w(]))(?:(?!: | #)[^\n\\])*(?<![ :])", re.ASCII)
"""A scalar that needs no quotes: nothing that YAML takes for a sign stands at its begin or inside."""
_WORD = re.compile(r"[A-Za-z0-9_+-][A-Za-z0-9_./+-]*")
_MOST = 6
"""So many words stand on one line at most."""


def yaml_of(data: Data) -> str:
    """The text of a file that holds a mapping."""
    return "\n".join(_lines(data)) + "\n"


def _lines(data: Data) -> Iterator[str]:
    """The lines of a value that does not fit on one."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _entry(f"{key}:", value)
    elif isinstance(data, list):
        for value in data:
            yield from _item(value)
    else:
        yield _scalar(data)


def _entry(key: str, value: Data) -> Iterator[str]:
    short = _short(value)
    if short is not None:
        yield f"{key} {short}"
        return
    yield key
    yield from (f"{_INDENT}{line}" for line in _lines(value))


def _item(value: Data) -> Iterator[str]:
    short = _short(value)
    lines = _lines(value) if short is None else iter([short])
    yield f"- {next(lines)}"
    yield from (f"{_INDENT}{line}" for line in lines)


def _short(value: Data) -> str | None:
    """A value on one line, where it fits."""
    match value:
        case str():
            return _scalar(value)
        case []:
            return "[]"
        case {} if not value:
            return "{}"
        case list() if len(value) <= _MOST and all(_is_word(one) for one in value):
            return f"[{', '.join(map(str, value))}]"
        case _:
            return None


def _is_word(value: Data) -> bool:
    return isinstance(value, str) and _WORD.fullmatch(value) is not None


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"
