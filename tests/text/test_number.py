"""Numbers as a reader sees them."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.text.number import as_json, exact, fixed, half_even, signed, spaced


@given(st.integers(), st.integers().filter(bool))
def test_half_even_is_the_rounding_of_exact_fractions(numerator: int, denominator: int) -> None:
    assert half_even(numerator, denominator) == round(Fraction(numerator, denominator))


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"), [(5, 2, 2), (7, 2, 4), (-5, 2, -2), (-7, 2, -4), (5, -2, -2)]
)
def test_a_tie_goes_to_the_even_neighbour_on_both_sides_of_zero(
    numerator: int, denominator: int, rounded: int
) -> None:
    assert half_even(numerator, denominator) == rounded


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (28_000, "28"),
        (56, "0.056"),
        (-3500, "-3.5"),
        (-5, "-0.005"),
        (-20, "-0.02"),
        (1_234_500, "1,234.5"),
        (-1_000_000_000, "-1,000,000"),
        (999_999, "999.999"),
        (0, "0"),
    ],
)
def test_exact_writes_all_of_a_number_and_no_idle_zero(value: int, text: str) -> None:
    assert exact(value) == text


@given(st.integers(-(10**12), 10**12))
def test_exact_loses_nothing(value: int) -> None:
    assert Fraction(exact(value).replace(",", "")) * 1000 == value


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (28_456, 1, "28.5"),
        (28_450, 1, "28.4"),
        (28_550, 1, "28.6"),
        (-28_456, 1, "-28.5"),
        (999_960, 1, "1,000.0"),
        (1500, 0, "2"),
        (2500, 0, "2"),
        (-1500, 0, "-2"),
        (1_234_567, 2, "1,234.57"),
        (7, 3, "0.007"),
        (-7, 3, "-0.007"),
    ],
)
def test_fixed_rounds_half_even_to_so_many_decimals(value: int, decimals: int, text: str) -> None:
    assert fixed(value, decimals) == text


def test_a_small_negative_number_that_rounds_to_nothing_has_no_sign() -> None:
    assert fixed(-50) == "0.0"


@given(st.integers(-(10**9), 10**9), st.integers(0, 3))
def test_fixed_is_within_half_a_unit_of_the_number(value: int, decimals: int) -> None:
    written = Fraction(fixed(value, decimals).replace(",", ""))
    assert abs(written * 1000 - value) * 2 <= 10 ** (3 - decimals)


@pytest.mark.parametrize(
    ("value", "text"), [(3000, "+3"), (-56, "-0.056"), (1_500_250, "+1,500.25"), (0, "+0")]
)
def test_a_change_shows_its_sign(value: int, text: str) -> None:
    assert signed(value) == text


def test_a_unit_follows_after_a_space_and_no_unit_leaves_none() -> None:
    assert (spaced("%"), spaced("")) == (" %", "")


@given(st.integers(-(10**12), 10**12))
def test_json_readers_get_the_number_that_a_player_reads(value: int) -> None:
    assert Fraction(json.dumps(as_json(value))) * 1000 == value


def test_whole_numbers_are_whole_in_json() -> None:
    assert [json.dumps(as_json(value)) for value in (2000, -56, 0)] == ["2", "-0.056", "0"]
