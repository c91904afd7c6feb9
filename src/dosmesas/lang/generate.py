"""The generated evaluator: an expression as Python text that holds slot numbers and integer literals only.

No name or id that an author wrote gets into the text: names become slots such as `v[3]`, operators are looked
up in closed tables, numbers are written from integers. `lang.compiled` turns the text into functions.
"""

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

_COMPARISONS = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "==": "==", "!=": "!="}
_JUNCTIONS = {"and": " and ", "or": " or "}
_FUNCTIONS = {"min": "min", "max": "max", "abs": "abs"}


class Slots(Protocol):
    """Where the generated code finds what an expression reads."""

    def name(self, name: str) -> str:
        """The Python text of a name: thousandths, or true and false."""

    def asked(self, function: str, argument: str) -> str:
        """The Python text of a question to the history: true and false, or thousandths for `turns_since`."""


def source(node: Node, slots: Slots) -> str:
    """The Python text of a checked expression, bracketed where it needs to be."""
    match node:
        case Number(value=value):
            return str(int(value)) if value >= 0 else f"({int(value)})"
        case YesNo(value=value):
            return str(int(value))
        case Name(name=name):
            return slots.name(name)
        case Compare(operators=operators, operands=operands):
            first, *rest = (source(one, slots) for one in operands)
            links = zip(operators, rest, strict=True)
            return f"({first}{''.join(f' {_COMPARISONS[op]} {right}' for op, right in links)})"
        case Junction(op=op, operands=operands):
            return f"({_JUNCTIONS[op].join(source(one, slots) for one in operands)})"
        case Not(operand=inner):
            return f"(not {source(inner, slots)})"
        case Sign(op=op, operand=inner):
            return f"(-{source(inner, slots)})" if op == "-" else source(inner, slots)
        case Arithmetic():
            return _arithmetic(node, slots)
        case Call(function=function, arguments=arguments):
            return _call(function, [source(one, slots) for one in arguments])
        case Asked(function=function, argument=argument):
            return slots.asked(function, argument)


def rounded(product: str, divisor: int) -> str:
    """The text of a half-even quotient by 1000 or 100, without a call.

    With q, r = divmod(x, d) and d even, (x + d/2 - 1 + (q odd)) // d is q + 1 just where r > d/2, or r = d/2
    and q is odd.
    """
    return f"(((x := {product}) + {divisor // 2 - 1} + (x // {divisor} & 1)) // {divisor})"


def _arithmetic(node: Arithmetic, slots: Slots) -> str:
    left, right = source(node.left, slots), source(node.right, slots)
    if node.op in {"+", "-"}:
        return f"({left} {'+' if node.op == '+' else '-'} {right})"
    if node.op == "/":
        return f"half_even({left} * 1000, {right})"
    for number, other in ((node.left, right), (node.right, left)):
        if isinstance(number, Number) and number.value % 1000 == 0:
            return f"({number.value // 1000} * {other})"
    return rounded(f"{left} * {right}", 1000)


def _call(function: str, arguments: list[str]) -> str:
    if function == "clamp":
        value, low, high = arguments
        return f"min(max({value}, {low}), {high})"
    return f"{_FUNCTIONS[function]}({', '.join(arguments)})"
