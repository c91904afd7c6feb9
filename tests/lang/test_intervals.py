"""Ranges: every value that can come out lies inside, and the ends are reached where the rule is exact."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.lang.intervals import Range, arithmetic, compare, join
from dosmesas.text.number import half_even

RESULTS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: half_even(a * b, 1000),
    "/": lambda a, b: half_even(a * 1000, b),
}
CALLS = {"min": min, "max": max, "abs": abs, "clamp": lambda v, low, high: min(max(v, low), high)}
HOLDS = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}
ranges = st.tuples(st.integers(-30, 30), st.integers(0, 6)).map(lambda t: Range(t[0], t[0] + t[1]))


def members(one: Range) -> range:
    return range(one.low, one.high + 1)


@given(st.sampled_from("+-*/"), ranges, ranges)
def test_arithmetic_reaches_its_ends_and_nothing_beyond(op: str, left: Range, right: Range) -> None:
    if op == "/" and right.low <= 0 <= right.high:
        return  # the checker refuses such a divisor before it asks
    values = [RESULTS[op](a, b) for a, b in product(members(left), members(right))]
    found = arithmetic(op, left, right)
    assert (found.low, found.high) == (min(values), max(values))


@pytest.mark.parametrize(
    ("function", "count"), [("min", 2), ("max", 2), ("min", 3), ("abs", 1), ("clamp", 3)]
)
@given(data=st.data())
def test_functions_reach_their_ends_and_nothing_beyond(
    function: str, count: int, data: st.DataObject
) -> None:
    given_ranges = [data.draw(ranges) for _ in range(count)]
    values = [CALLS[function](*one) for one in product(*map(members, given_ranges))]
    found = join(function, given_ranges)
    assert (found.low, found.high) == (min(values), max(values))


@given(st.sampled_from(sorted(HOLDS)), ranges, ranges)
def test_a_comparison_is_settled_exactly_when_all_values_agree(op: str, left: Range, right: Range) -> None:
    outcomes = {HOLDS[op](a, b) for a, b in product(members(left), members(right))}
    assert compare(op, left, right) == (outcomes.pop() if len(outcomes) == 1 else None)
