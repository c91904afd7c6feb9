"""The *why* evaluator: the value of an expression with the values of all its parts. Total on checked ones.

Values are thousandths, or 1 and 0 for yes and no. The generated evaluator (`lang.generate`) gives the same
values bit for bit; this one is for showing why something fired, and for whatever is asked once.
"""

from typing import Protocol

from attrs import frozen

from dosmesas.lang.nodes import (
    Arithmetic,
    Asked,
    Call,
    Compare,
    Junction,
    Name,
    Node,
    Number,
    Sign,
    YesNo,
    children,
)
from dosmesas.text.number import half_even


class Env(Protocol):
    """What an expression reads."""

    def value(self, name: str) -> int:
        """The number of a name in thousandths, 1 or 0 for a flag."""

    def chose(self, option: str) -> bool:
        """Whether an option has been chosen."""

    def happened(self, event: str) -> bool:
        """Whether an event has come."""

    def turns_since(self, what: str) -> int:
        """Turns since an event last came or an option was last chosen, in thousandths, or NEVER."""


@frozen(eq=False, repr=False, match_args=False)
class Valued:
    """A part of an expression with its value, and those of its own parts that were read, in order."""

    node: Node
    value: int
    parts: "tuple[Valued, ...]"


def evaluate(node: Node, env: Env) -> int:
    """The value of a checked expression."""
    return valued(node, env).value


def valued(node: Node, env: Env) -> Valued:
    """A checked expression as a tree of values; what is settled before it is read has no part."""
    match node:
        case Junction(op=op, operands=operands):
            return _junction(node, op == "or", operands, env)
        case Compare(operators=operators, operands=operands):
            return _compare(node, operators, operands, env)
        case _:
            parts = tuple(valued(one, env) for one in children(node))
            return Valued(node, _value(node, [part.value for part in parts], env), parts)


def _junction(node: Node, settling: bool, operands: tuple[Node, ...], env: Env) -> Valued:
    """`and` is settled by the first part that is no, `or` by the first that is yes."""
    parts: list[Valued] = []
    for operand in operands:
        parts.append(valued(operand, env))
        if bool(parts[-1].value) is settling:
            return Valued(node, int(settling), tuple(parts))
    return Valued(node, int(not settling), tuple(parts))


def _compare(node: Node, operators: tuple[str, ...], operands: tuple[Node, ...], env: Env) -> Valued:
    parts = [valued(operands[0], env)]
    for operator, operand in zip(operators, operands[1:], strict=True):
        parts.append(valued(operand, env))
        if not _holds(operator, parts[-2].value, parts[-1].value):
            return Valued(node, 0, tuple(parts))
    return Valued(node, 1, tuple(parts))


def _value(node: Node, parts: list[int], env: Env) -> int:
    """The value of a node whose parts have these values."""
    match node:
        case Number(value=value) | YesNo(value=value):
            return int(value)
        case Name(name=name):
            return env.value(name)
        case Asked(function=function, argument=argument):
            return _answer(function, argument, env)
        case Sign(op=op):
            return -parts[0] if op == "-" else parts[0]
        case Arithmetic(op=op):
            return _arithmetic(op, *parts)
        case Call(function=function):
            return _call(function, parts)
        case _:
            return int(not parts[0])


def _answer(function: str, argument: str, env: Env) -> int:
    if function == "turns_since":
        return env.turns_since(argument)
    return int(env.chose(argument) if function == "chose" else env.happened(argument))


def _holds(operator: str, left: int, right: int) -> bool:
    match operator:
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case ">=":
            return left >= right
        case "==":
            return left == right
        case _:
            return left != right


def _arithmetic(op: str, left: int, right: int) -> int:
    match op:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return half_even(left * right, 1000)
        case _:
            return half_even(left * 1000, right)


def _call(function: str, values: list[int]) -> int:
    match function:
        case "min":
            return min(values)
        case "max":
            return max(values)
        case "abs":
            return abs(values[0])
        case _:
            return min(max(values[0], values[1]), values[2])
