"""Names and questions in conditions and amounts, put in place of others."""

from collections.abc import Callable, Iterator

from dosmesas.lang.nodes import Asked, Name, children
from dosmesas.lang.nodes import Node as Expression
from dosmesas.lang.parser import parse
from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence
from dosmesas.load.writing import mapping, scalar, sequence
from dosmesas.text.number import thousandths

Called = Callable[[str], str]
"""What an indicator or flag is called now."""
Asking = Callable[[str, str], str]
"""What is asked now, as a text, by the question and the id that was asked about."""


def called_in(node: Node, called: Called, asking: Asking) -> Node:
    """A condition or amount with other names and questions; of a list of conditions, each."""
    match node:
        case Scalar():
            text = _renamed(node.text, called, asking)
            return node if text == node.text else scalar(text)
        case Sequence():
            return sequence(called_in(one, called, asking) for one in node.items)
        case Mapping():
            return mapping((key, called_in(one, called, asking)) for key, one in node.items)
        case _:
            return node


def _renamed(text: str, called: Called, asking: Asking) -> str:
    if thousandths(text) is not None:
        return text
    for one in sorted(_leaves(parse(text)), key=lambda leaf: leaf.start, reverse=True):
        new = called(one.name) if isinstance(one, Name) else asking(one.function, one.argument)
        text = text[: one.start] + new + text[one.end :]
    return text


def _leaves(node: Expression) -> Iterator[Name | Asked]:
    if isinstance(node, (Name, Asked)):
        yield node
    for inside in children(node):
        yield from _leaves(inside)


def question(function: str, name: str) -> str:
    """A question to the history, as it is written."""
    return f"{function}('{name}')"
