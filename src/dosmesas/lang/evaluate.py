"""The value of an expression: thousandths, or 1 and 0 for yes and no. Total on checked expressions."""

from typing import Protocol

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
from dosmesas.text.number import half_even


class Env(Protocol):
    """What an expression reads."""

    def value(self, name: str) -> int:
        """The number of a name in thousandths, 1 or 0 for a flag."""

    def chose(self, option: str) -> bool:
        """Whether an option has been chosen."""

    def happened(self, event: str) -> bool:
        """Whether an event has come."""


def evaluate(node: Node, env: Env) -> int:
    """The value of a checked expression."""
    match node:
        case Number(value=value) | YesNo(value=value):
            return int(value)
        case Name(name=name):
            return env.value(name)
        case Compare(operators=operators, operands=operands):
            return _compare(operators, operands, env)
        case Junction(op=op, operands=operands):
            if op == "and":
                return int(all(evaluate(one, env) for one in operands))
            return int(any(evaluate(one, env) for one in operands))
        case Not(operand=inner):
            return int(not evaluate(inner, env))
        case Sign(op=op, operand=inner):
            return -evaluate(inner, env) if op == "-" else evaluate(inner, env)
        case Arithmetic(op=op, left=left, right=right):
            return _arithmetic(op, evaluate(left, env), evaluate(right, env))
        case Call(function=function, arguments=arguments):
            return _call(function, [evaluate(one, env) for one in arguments])
        case Asked(function=function, argument=argument):
            return int(env.chose(argument) if function == "chose" else env.happened(argument))


def _compare(operators: tuple[str, ...], operands: tuple[Node, ...], env: Env) -> int:
    left = evaluate(operands[0], env)
    for operator, operand in zip(operators, operands[1:], strict=True):
        right = evaluate(operand, env)
        if not _holds(operator, left, right):
            return 0
        left = right
    return 1


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
