"""Nodes that a program made, and nodes written as YAML again.

What is written reads back as it was; comments and layout are lost. It is for copies, never for an author's
own file.
"""

import json
import re
from collections.abc import Iterable, Iterator

from attrs import define

from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence

_BARE = re.compile(r"[+-]?[A-Za-z0-9]+([._/-][A-Za-z0-9]+)*")
"""What needs no quotation marks wherever it stands."""


@define
class _Nowhere:
    """The place of what stands in no file."""

    line: int = 0
    column: int = 0
    index: int = 0


_NOWHERE = _Nowhere()


def scalar(text: str) -> Scalar:
    """A text."""
    return Scalar("", _NOWHERE, _NOWHERE, text, plain=False)


def sequence(items: Iterable[Node]) -> Sequence:
    """A list."""
    return Sequence("", _NOWHERE, _NOWHERE, [*items])


def mapping(items: Iterable[tuple[Scalar, Node]]) -> Mapping:
    """A mapping; its keys differ."""
    listed = [*items]
    return Mapping("", _NOWHERE, _NOWHERE, listed, {key.text: value for key, value in listed})


def made(value: object) -> Node:
    """Dictionaries, lists and texts as nodes; a node in them stays as it is."""
    match value:
        case Node():
            return value
        case dict():
            return mapping((scalar(str(key)), made(inside)) for key, inside in value.items())
        case list() | tuple():
            return sequence(map(made, value))
        case _:
            return scalar(str(value))


def written(node: Node) -> str:
    """A document as a text."""
    return "\n".join([*_lines(node), ""])


def _lines(node: Node) -> Iterator[str]:
    match node:
        case Mapping(items=items) if items:
            for key, value in items:
                yield from _entry(key, value)
        case Sequence(items=items) if items:
            for item in items:
                first, *rest = _lines(item)
                yield f"- {first}"
                yield from (f"  {line}" for line in rest)
        case _:
            yield _in_line(node)


def _entry(key: Scalar, value: Node) -> Iterator[str]:
    if isinstance(value, (Mapping, Sequence)) and value.items:
        yield f"{_quoted(key.text)}:"
        yield from (f"  {line}" for line in _lines(value))
    else:
        yield f"{_quoted(key.text)}: {_in_line(value)}"


def _in_line(node: Node) -> str:
    match node:
        case Scalar():
            # A plain text of several lines is one line to whoever reads it.
            return _quoted(node.text.replace("\n", " ") if node.plain else node.text)
        case Sequence():
            return "[]"
        case _:
            return "{}"


def _quoted(text: str) -> str:
    return text if _BARE.fullmatch(text) else json.dumps(text, ensure_ascii=False)
