"""Numbers as a reader sees them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.text.number import as_json, exact, fixed, half_even, signed, spaced


@given(st.integers(), st.integers().filter(bool))
def test_half_even_is_the_rounding_of_exact_fractions(numerator: int, denominator: int) -> None:
    assert half_even(numerator, denominator) == round(Fraction(numerator, denominator))


@pytest.mark.parametrize(
    ("value", "text"),
    [(28_000, "28"), (56, "0.056"), (-3500, "-3.5"), (1_234_500, "1,234.5"), (0, "0"), (-5, "-0.005")],
)
def test_exact_writes_all_of_a_number_and_no_idle_zero(value: int, text: str) -> None:
    assert exact(value) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (28_456, 1, "28.5"),
        (28_450, 1, "28.4"),
        (-50, 1, "0.0"),
        (999_960, 1, "1,000.0"),
        (1500, 0, "2"),
        (7, 3, "0.007"),
    ],
)
def test_fixed_rounds_half_even_to_so_many_decimals(value: int, decimals: int, text: str) -> None:
    assert fixed(value, decimals).removeprefix("-") == text


def test_signs_units_and_json() -> None:
    assert (signed(3000), signed(-56)) == ("+3", "-0.056")
    assert (spaced("%"), spaced("")) == (" %", "")
    assert (as_json(2000), as_json(-56)) == (2, -0.056)
