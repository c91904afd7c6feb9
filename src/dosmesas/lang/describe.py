"""An expression as canonical text, with no more brackets than it needs."""

from collections.abc import Mapping

from dosmesas.lang.nodes import (
    Arithmetic,
    Asked,
    Call,
    Compare,
    Junction,
    Name,
    Node,
    Not,
    Number,
    Sign,
    YesNo,
)
from dosmesas.text.number import exact

_LEVELS = {"or": 1, "and": 2, "not": 3, "compare": 4, "+": 5, "-": 5, "*": 6, "/": 6, "sign": 7, "atom": 8}


_AS_WRITTEN: Mapping[str, str] = {}


def unparse(node: Node, names: Mapping[str, str] = _AS_WRITTEN) -> str:
    """The text of an expression; parsing it gives the same expression.

    With `names`, ids stand there as they are called on screen, and the text is for reading only.
    """
    match node:
        case Number(value=value):
            return exact(value).replace(",", "")
        case YesNo(value=value):
            return "yes" if value else "no"
        case Name(name=name):
            return names.get(name, name)
        case Sign(op=op, operand=inner):
            return op + _inside(inner, _LEVELS["atom"], names)  # two signs in a row are not read back
        case Arithmetic(op=op, left=left, right=right):
            level = _LEVELS[op]
            return f"{_inside(left, level, names)} {op} {_inside(right, level + 1, names)}"
        case Compare(operators=operators, operands=operands):
            first, *rest = (_inside(one, _LEVELS["compare"] + 1, names) for one in operands)
            return first + "".join(f" {op} {one}" for op, one in zip(operators, rest, strict=True))
        case Not(operand=inner):
            return f"not {_inside(inner, _LEVELS['not'], names)}"
        case Junction(op=op, operands=operands):
            return f" {op} ".join(_inside(one, _LEVELS[op] + 1, names) for one in operands)
        case Call(function=function, arguments=arguments):
            return f"{function}({', '.join(unparse(one, names) for one in arguments)})"
        case Asked(function=function, argument=argument):
            return f"{function}('{names.get(argument, argument)}')"


def _inside(node: Node, wanted: int, names: Mapping[str, str]) -> str:
    text = unparse(node, names)
    return text if _level(node) >= wanted else f"({text})"


def _level(node: Node) -> int:
    match node:
        case Junction(op=op) | Arithmetic(op=op):
            return _LEVELS[op]
        case Not():
            return _LEVELS["not"]
        case Compare():
            return _LEVELS["compare"]
        case Sign():
            return _LEVELS["sign"]
        case _:
            return _LEVELS["atom"]
