"""Names and ids in conditions and amounts, put in place of others."""

import re
from collections.abc import Callable, Iterator

from dosmesas.lang.nodes import Asked, Name, children
from dosmesas.lang.nodes import Node as Expression
from dosmesas.lang.parser import parse
from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence
from dosmesas.load.writing import mapping, scalar, sequence

Named = Callable[[str], str]
"""What an indicator or flag is called now."""
Asks = Callable[[str, str], str]
"""What the id in a question is now, by the question and the id."""
_QUOTED = re.compile(r"(['\"])([^'\"]*)['\"]")


def renamed_in(node: Node, named: Named, asked: Asks) -> Node:
    """A condition or amount with other names; in a list of conditions, in each of them."""
    match node:
        case Scalar():
            text = _renamed(node.text, named, asked)
            return node if text == node.text else scalar(text)
        case Sequence():
            return sequence(renamed_in(one, named, asked) for one in node.items)
        case Mapping():
            return mapping((key, renamed_in(one, named, asked)) for key, one in node.items)
        case _:
            return node


def _renamed(text: str, named: Named, asked: Asks) -> str:
    for one in sorted(_leaves(parse(text)), key=lambda one: one.start, reverse=True):
        begin, end = one.start, one.end
        if isinstance(one, Name):
            text = text[:begin] + named(one.name) + text[end:]
        else:
            new = asked(one.function, one.argument)
            question = _QUOTED.sub(lambda found, new=new: f"{found[1]}{new}{found[1]}", text[begin:end])
            text = text[:begin] + question + text[end:]
    return text


def _leaves(node: Expression) -> Iterator[Name | Asked]:
    if isinstance(node, (Name, Asked)):
        yield node
    for inside in children(node):
        yield from _leaves(inside)
