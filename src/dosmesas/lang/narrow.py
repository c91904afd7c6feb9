"""What a condition that holds, or fails, says about its names: ranges narrowed, never too far.

Every step keeps all states that are possible; some impossible ones may be left. A condition is gone over
three times at most, so the work is bounded by its size.
"""

from dosmesas.lang.facts import Facts, key_of, value_range
from dosmesas.lang.intervals import Range, compare
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
from dosmesas.lang.scope import Kind

_ROUNDS = 3
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
_TURNED = {">": "<", ">=": "<="}


def assume(node: Node, facts: Facts, *, holds: bool) -> Facts | None:
    """What is known if a checked condition holds (or fails); None where it cannot."""
    found = _assume(node, facts, holds=holds)
    if isinstance(node, (Junction, Not)) or (isinstance(node, Compare) and len(node.operators) > 1):
        for _ in range(_ROUNDS - 1):  # what a later part says may narrow an earlier one
            if found is None or found is facts:
                break
            facts, found = found, _assume(node, found, holds=holds)
    return found


def links(node: Compare) -> tuple[Compare, ...]:
    """A chain of comparisons as its single ones."""
    pairs = zip(node.operators, node.operands, node.operands[1:], strict=False)
    return tuple(Compare(node.start, node.end, (op,), (left, right)) for op, left, right in pairs)


def _assume(node: Node, facts: Facts, *, holds: bool) -> Facts | None:
    match node:
        case YesNo(value=value):
            return facts if value is holds else None
        case Name() | Asked():
            return facts.narrowed(key_of(node), int(holds), int(holds))
        case Not(operand=inner):
            return _assume(inner, facts, holds=not holds)
        case Junction(op=op, operands=operands):
            return _parts(operands, facts, holds=holds, together=(op == "and") is holds)
        case Compare(operators=[op], operands=[left, right]):
            return _link(op if holds else _OPPOSITE[op], left, right, facts)
        case Compare():
            return _parts(links(node), facts, holds=holds, together=holds)
        case _:
            return facts


def _parts(parts: tuple[Node, ...], facts: Facts, *, holds: bool, together: bool) -> Facts | None:
    """All of the parts hold (or fail) together, or one of them does."""
    if together:
        for part in parts:
            found = _assume(part, facts, holds=holds)
            if found is None:
                return None
            facts = found
        return facts
    ways = [way for part in parts if (way := _assume(part, facts, holds=holds)) is not None]
    joined = ways[0] if ways else None
    for way in ways[1:]:
        joined = way.joined(joined) if joined else way
    return joined


def _link(op: str, left: Node, right: Node, facts: Facts) -> Facts | None:
    if isinstance(left, Name) and isinstance(right, Number):  # most comparisons: the rest would say the same
        return _name_and_number(op, left.name, right.value, facts)
    if op in _TURNED:
        return _link(_TURNED[op], right, left, facts)
    if _is_condition(left, facts) or _is_condition(right, facts):
        return _same_or_not(left, right, facts, same=op == "==")
    one, two = value_range(left, facts), value_range(right, facts)
    if compare(op, one, two) is False:
        return None
    if op == "!=":
        found = _other_than(left, one, two, facts)
        return _other_than(right, two, one, found) if found else None
    apart = 1 if op == "<" else 0
    equal = op == "=="
    found = _fit(left, max(one.low, two.low) if equal else one.low, min(one.high, two.high - apart), facts)
    if found is None:
        return None
    return _fit(right, max(two.low, one.low + apart), min(one.high, two.high) if equal else two.high, found)


def _name_and_number(op: str, name: str, number: int, facts: Facts) -> Facts | None:
    now = facts.of(name)
    match op:
        case "<":
            return facts.narrowed(name, now.low, number - 1)
        case "<=":
            return facts.narrowed(name, now.low, number)
        case ">":
            return facts.narrowed(name, number + 1, now.high)
        case ">=":
            return facts.narrowed(name, number, now.high)
        case "==":
            return facts.narrowed(name, number, number)
        case _:
            return facts.narrowed(name, now.low + (now.low == number), now.high - (now.high == number))


def _other_than(node: Node, own: Range, other: Range, facts: Facts) -> Facts | None:
    """A value that is not the one number of the other side."""
    if other.low != other.high:
        return facts
    low, high = own.low + (own.low == other.low), own.high - (own.high == other.low)
    return _fit(node, low, high, facts)


def _is_condition(node: Node, facts: Facts) -> bool:
    if isinstance(node, (Name, Asked)):
        return facts.declared(key_of(node)).kind is Kind.YES_NO
    return isinstance(node, (YesNo, Not, Junction, Compare))


def _same_or_not(left: Node, right: Node, facts: Facts, *, same: bool) -> Facts | None:
    """Two yes-or-nos: one that is settled settles the other."""
    for one, other in ((left, right), (right, left)):
        if isinstance(one, (YesNo, Name, Asked)):
            known = value_range(one, facts)
            if known.low == known.high:
                return _assume(other, facts, holds=bool(known.low) is same)
    return facts


def _fit(node: Node, low: int, high: int, facts: Facts) -> Facts | None:
    """What is known if an amount lies between two ends."""
    now = value_range(node, facts)
    low, high = max(low, now.low), min(high, now.high)
    if low > high:
        return None
    if (low, high) == (now.low, now.high):
        return facts
    match node:
        case Name() | Asked():
            return facts.narrowed(key_of(node), low, high)
        case Sign(op=op, operand=inner):
            return _fit(inner, -high, -low, facts) if op == "-" else _fit(inner, low, high, facts)
        case Arithmetic(op=op) if op in "+-":
            return _fit_sum(node, low, high, facts)
        case Arithmetic():
            return _fit_product(node, low, high, facts)
        case Call(function="abs", arguments=[inner]):
            return _fit(inner, -high, high, facts)
        case Call(function=function, arguments=arguments) if function in {"min", "max"}:
            return _fit_each(arguments, Range(low, high), facts, least=function == "min")
        case _:
            return facts


def _fit_sum(node: Arithmetic, low: int, high: int, facts: Facts) -> Facts | None:
    right = value_range(node.right, facts)
    if node.op == "-":
        found = _fit(node.left, low + right.low, high + right.high, facts)
    else:
        found = _fit(node.left, low - right.high, high - right.low, facts)
    if found is None:
        return None
    left = value_range(node.left, found)
    if node.op == "-":
        return _fit(node.right, left.low - high, left.high - low, found)
    return _fit(node.right, low - left.high, high - left.low, found)


def _fit_product(node: Arithmetic, low: int, high: int, facts: Facts) -> Facts | None:
    """A product with, or quotient by, one known number: half a thousandth is lost to rounding at most."""
    for inner, factor in ((node.left, node.right), (node.right, node.left)):
        known = value_range(factor, facts)
        if known.low != known.high or known.low == 0 or (node.op == "/" and factor is node.left):
            continue
        ends = [(2 * low - 1), (2 * high + 1)]
        if node.op == "*":
            ends, divisor = [end * 500 for end in ends], known.low
        else:
            ends, divisor = [end * known.low for end in ends], 2000
        if divisor < 0:
            ends, divisor = [-end for end in ends], -divisor
        ends.sort()
        return _fit(inner, -(-ends[0] // divisor), ends[1] // divisor, facts)
    return facts


def _fit_each(arguments: tuple[Node, ...], wanted: Range, facts: Facts, *, least: bool) -> Facts | None:
    """No argument of min lies below its value, none of max above."""
    found: Facts | None = facts
    for one in arguments:
        if found is not None:
            now = value_range(one, found)
            low, high = (wanted.low, now.high) if least else (now.low, wanted.high)
            found = _fit(one, low, high, found)
    return found
