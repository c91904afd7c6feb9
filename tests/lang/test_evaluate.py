"""Evaluation: integers in thousandths, half-even, total; and always inside the range the checker gives."""

from fractions import Fraction

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.lang.check import check
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import asked_in, names_in
from dosmesas.lang.parser import parse
from dosmesas.lang.scope import Kind
from dosmesas.text.diagnostic import Problems
from dosmesas.text.span import NOWHERE
from tests.lang.test_check import SCOPE


@frozen
class World:
    trust: int = 40_000
    rate: int = 1500
    pact: int = 0

    def value(self, name: str) -> int:
        return int(getattr(self, name))

    def chose(self, option: str) -> bool:
        return option == "hold"

    def happened(self, event: str) -> bool:
        return event == "culiacan"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", 7000),
        ("0.001 * 0.5", 0),
        ("0.003 * 0.5", 2),
        ("1 / 3", 333),
        ("2 / 3", 667),
        ("-1 / 8", -125),
        ("min(3, trust, 9)", 3000),
        ("clamp(trust, 0, 10)", 10_000),
        ("abs(-2.5)", 2500),
        ("1 < 2 < 3", 1),
        ("1 < 3 < 3", 0),
        ("not pact and chose('hold')", 1),
        ("pact or happened('culiacan')", 1),
        ("trust != 40", 0),
    ],
)
def test_values(text: str, value: int) -> None:
    assert evaluate(parse(text), World()) == value


numbers = st.integers(-9999, 9999).map(lambda n: f"({n / 1000:.3f})")
amounts = st.recursive(
    numbers | st.sampled_from(["trust", "rate"]),
    lambda inner: (
        st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})")
        | st.tuples(st.sampled_from(["min", "max"]), inner, inner).map(lambda t: f"{t[0]}({t[1]}, {t[2]})")
        | inner.map(lambda x: f"abs({x})")
    ),
    max_leaves=5,
)


@given(amounts, st.integers(0, 100_000), st.integers(-5000, 5000))
def test_a_value_lies_in_the_range_that_was_promised(text: str, trust: int, rate: int) -> None:
    problems = Problems()
    promised = check(parse(text), SCOPE, Kind.NUMBER, NOWHERE, problems)
    if promised is None:
        assert problems.errors
        return
    assert promised.low <= evaluate(parse(text), World(trust, rate)) <= promised.high


@given(st.integers(-(10**6), 10**6), st.integers(1, 10**6))
def test_division_rounds_half_to_even(left: int, right: int) -> None:
    exact = round(Fraction(left, right) * 1000)
    text = f"({left}) / {right}"
    assert evaluate(parse(text), World()) == exact


def test_names_and_questions_are_all_found() -> None:
    node = parse("not (trust > min(rate, 3)) and chose('hold') or happened('culiacan')")
    assert names_in(node) == {"trust", "rate"}
    assert asked_in(node) == {("chose", "hold"), ("happened", "culiacan")}
