"""Texts in two languages, and months."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.text.local import NO_TEXT, Month, Text, plain


def test_a_text_is_given_in_the_language_asked_for() -> None:
    both = Text((("en", "a"), ("es", "b")))
    assert (both("en"), both("es")) == ("a", "b")


def test_a_text_falls_back_to_the_language_it_has() -> None:
    assert plain("a")("es") == "a"
    assert Text((("es", "b"),))("en") == "b"


def test_no_text_is_empty_in_every_language() -> None:
    assert (NO_TEXT("en"), NO_TEXT("es")) == ("", "")


@pytest.mark.parametrize(
    ("month", "later", "english", "spanish"),
    [
        (Month(2019, 10), 0, "October 2019", "octubre de 2019"),
        (Month(2019, 10), 2, "December 2019", "diciembre de 2019"),
        (Month(2019, 10), 3, "January 2020", "enero de 2020"),
        (Month(2019, 12), 12, "December 2020", "diciembre de 2020"),
        (Month(2020, 1), -1, "December 2019", "diciembre de 2019"),
    ],
)
def test_months_run_over_the_year_and_are_named_in_both_languages(
    month: Month, later: int, english: str, spanish: str
) -> None:
    assert month.plus(later)("en") == english
    assert month.plus(later)("es") == spanish


@given(st.integers(1, 12), st.integers(0, 60), st.integers(0, 60))
def test_adding_months_twice_is_adding_them_at_once(month: int, first: int, second: int) -> None:
    start = Month(2019, month)
    assert start.plus(first).plus(second) == start.plus(first + second)


def test_all_twelve_months_have_names_of_their_own_in_both_languages() -> None:
    for language in ("en", "es"):
        assert len({Month(2019, month)(language) for month in range(1, 13)}) == 12
