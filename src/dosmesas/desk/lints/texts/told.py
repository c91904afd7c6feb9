"""Where a text stands: the value of one language, and in it the exact place of a piece."""

from dosmesas.desk.lints.world import World
from dosmesas.load.nodes import Mapping, Node, Scalar
from dosmesas.load.reading import Told
from dosmesas.text.local import Text
from dosmesas.text.span import NOWHERE, Span


def place_of(text: Text, language: str, world: World, piece: str = "") -> Span:
    """Where a text of the model stands in a language, or a piece of it."""
    for told in world.reading.texts:
        if told.text is text:
            return where(told, language, world, piece)
    return NOWHERE


def where(told: Told, language: str, world: World, piece: str = "") -> Span:
    """Where a text stands in a language, or a piece of it if it is written on one line."""
    node = version(told, language)
    lines = world.sources.texts.get(node.file, "").split("\n")
    first, last = node.begin.line, node.end.line
    for number in range(first, min(last + 1, len(lines))):
        line = lines[number]
        start = line.find(piece, node.begin.column if number == first else 0) if piece else -1
        if start >= 0:
            return Span(node.file, number + 1, start + 1, number + 1, start + len(piece))
    return node.span


def version(told: Told, language: str) -> Node:
    """The value that holds a text's version in a language."""
    return told.node.values.get(language, told.node) if isinstance(told.node, Mapping) else told.node


def key_of(told: Told, language: str) -> Span:
    """Where the key of a language stands."""
    items = told.node.items if isinstance(told.node, Mapping) else []
    return next((key.span for key, _ in items if key.text == language), told.node.span)


def is_plain(told: Told) -> bool:
    """Whether a text is written without a language."""
    return isinstance(told.node, Scalar)
