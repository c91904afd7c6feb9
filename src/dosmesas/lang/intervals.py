"""Ranges of values, in thousandths: what an expression can come to, given the ranges of its names."""

from attrs import frozen

from dosmesas.text.number import half_even


@frozen(eq=False, repr=False, match_args=False)
class Range:
    """All numbers from low to high."""

    low: int
    high: int


def arithmetic(op: str, left: Range, right: Range) -> Range:
    """The range of a sum, difference, product or quotient (whose divisor excludes 0)."""
    if op == "+":
        return Range(left.low + right.low, left.high + right.high)
    if op == "-":
        return Range(left.low - right.high, left.high - right.low)
    pairs = [(one, other) for one in (left.low, left.high) for other in (right.low, right.high)]
    corners = [
        half_even(one * other, 1000) if op == "*" else half_even(one * 1000, other) for one, other in pairs
    ]
    return Range(min(corners), max(corners))


def join(function: str, ranges: list[Range]) -> Range:
    """The range of min, max, abs or clamp."""
    lows, highs = [one.low for one in ranges], [one.high for one in ranges]
    if function == "min":
        return Range(min(lows), min(highs))
    if function == "max":
        return Range(max(lows), max(highs))
    if function == "abs":
        ends = [abs(lows[0]), abs(highs[0])]
        return Range(0 if lows[0] <= 0 <= highs[0] else min(ends), max(ends))
    low, high = min(max(lows[0], lows[1]), lows[2]), min(max(highs[0], highs[1]), highs[2])
    return Range(low, high)


def compare(operator: str, left: Range, right: Range) -> bool | None:
    """Whether a comparison always (True) or never (False) holds; None where it depends."""
    if operator in {">", ">="}:
        return compare("<" if operator == ">" else "<=", right, left)
    if operator == "<":
        return True if left.high < right.low else False if left.low >= right.high else None
    if operator == "<=":
        return True if left.high <= right.low else False if left.low > right.high else None
    apart = left.high < right.low or right.high < left.low
    same = left.low == left.high == right.low == right.high
    equal = True if same else False if apart else None
    return equal if operator == "==" or equal is None else not equal
