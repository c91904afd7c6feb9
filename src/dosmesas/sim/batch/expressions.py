"""The third back end of the expression language: text that reads whole columns and gives whole columns.

As in lang/generate.py the text holds slot numbers and integer literals only. `v`, `f` and `q` are columns of
values, flags and last turns, `t` is the turn, which all games of a batch share. Nothing is left unread, as
`and` and `or` do in Python: expressions are total, and where a condition guards a quotient by 0 its value
there is not used.
"""

from collections.abc import Callable
from typing import Protocol

from dosmesas.lang.nodes import (
    NEVER,
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

Keep = Callable[[str], str]
"""Keeps the value of a text under a name and gives the name: what is asked twice is worked out once."""


class Slots(Protocol):
    """Where columns are found."""

    def name(self, name: str) -> str:
        """The text of a name: a column, or a number for the turn."""

    def question(self, function: str, argument: str) -> int:
        """The number of the column that has the last turn of what is asked about."""


_JUNCTIONS = {"and": " & ", "or": " | "}
_COMPARISONS = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "==": "==", "!=": "!="}


def source(node: Node, slots: Slots, keep: Keep) -> str:
    """The text of a checked expression."""
    match node:
        case Number(value=value):
            return str(int(value)) if value >= 0 else f"({int(value)})"
        case YesNo(value=value):
            return str(bool(value))
        case Name(name=name):
            return slots.name(name)
        case Compare(operators=operators, operands=operands):
            texts = [source(one, slots, keep) for one in operands]
            links = zip(texts, operators, texts[1:], strict=False)
            return keep(" & ".join(f"({left} {_COMPARISONS[op]} {right})" for left, op, right in links))
        case Junction(op=op, operands=operands):
            return keep(_JUNCTIONS[op].join(source(one, slots, keep) for one in operands))
        case Not(operand=inner):
            return f"logical_not({source(inner, slots, keep)})"
        case Sign(op=op, operand=inner):
            text = source(inner, slots, keep)
            return f"(-{text})" if op == "-" else text
        case Arithmetic():
            return keep(_arithmetic(node, slots, keep))
        case Call(function=function, arguments=arguments):
            return keep(_call(function, [source(one, slots, keep) for one in arguments]))
        case Asked(function=function, argument=argument):
            return _asked(slots.question(function, argument), function)


def _asked(slot: int, function: str) -> str:
    if function == "turns_since":
        return f"where(q[{slot}] > 0, (t - q[{slot}]) * 1000, {NEVER})"
    return f"(q[{slot}] > 0)"


def _arithmetic(node: Arithmetic, slots: Slots, keep: Keep) -> str:
    left, right = source(node.left, slots, keep), source(node.right, slots, keep)
    if node.op in {"+", "-"}:
        return f"({left} {'+' if node.op == '+' else '-'} {right})"
    if node.op == "/":
        return f"half_even({left} * 1000, {right})"
    for number, other in ((node.left, right), (node.right, left)):
        if isinstance(number, Number) and number.value % 1000 == 0:
            return f"({number.value // 1000} * {other})"
    return f"near({left} * {right}, 1000)"


def _call(function: str, arguments: list[str]) -> str:
    if function == "clamp":
        value, low, high = arguments
        return f"minimum(maximum({value}, {low}), {high})"
    if function == "abs":
        return f"absolute({arguments[0]})"
    first, *others = arguments
    for other in others:
        first = f"{function}imum({first}, {other})"
    return first
