"""Conditions are changed in one place at a time, and into conditions."""

import pytest

from dosmesas.lang.parser import parse
from dosmesas.testing.mutation.conditions import conditions_from
from dosmesas.testing.mutation.mutant import Kind
from tests.support.small import harbour


def changed(text: str, kind: Kind) -> list[str]:
    return [other for found, other in conditions_from(text, harbour()) if found is kind]


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("goodwill >= 90", ["goodwill < 90"]),
        ("turn == 2", ["turn != 2"]),
        ("20 <= goodwill < 40", ["20 > goodwill < 40", "20 <= goodwill >= 40"]),
        ("pact", ["not pact"]),
        ("not pact", ["pact"]),
        ("pact and stock > 5", ["pact or stock > 5", "not pact and stock > 5", "pact and stock <= 5"]),
        ("(goodwill + 5) > 40", ["(goodwill + 5) <= 40"]),
        ("chose('sign')", ["not chose('sign')"]),
    ],
)
def test_comparisons_and_words_are_turned_round_one_by_one(text: str, turned: list[str]) -> None:
    assert sorted(changed(text, Kind.FLIP)) == sorted(turned)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("goodwill >= 40", ["goodwill >= 50", "goodwill >= 30"]),
        ("goodwill >= 95", ["goodwill >= 85"]),  # 105 is beyond what goodwill can be
        ("turn == 1", ["turn == 2"]),  # a turn, and no tenth of a range
        ("turns_since('storm') > 1", ["turns_since('storm') > 2", "turns_since('storm') > 0"]),
    ],
)
def test_bounds_move_by_a_tenth_of_the_range_or_by_one_step_and_stay_within(
    text: str, moved: list[str]
) -> None:
    assert changed(text, Kind.SHIFT) == moved


def test_all_that_comes_of_a_condition_can_be_read() -> None:
    text = "(pact or not happened('storm')) and -5 < goodwill - stock"
    found = [other for _, other in conditions_from(text, harbour())]
    assert len(found) == len({*found}) >= 6
    for other in found:
        parse(other)


def test_what_is_no_condition_gives_none() -> None:
    assert [*conditions_from("goodwill >", harbour())] == []
