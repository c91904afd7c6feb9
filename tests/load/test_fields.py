"""A field gives its value a type: what an author writes means what it says there."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.load.fields import Fields, is_digits, is_id
from dosmesas.load.shapes.declared import DECIMAL, YES_NO, Key, Value, optional, text, whole, word
from dosmesas.text.number import thousandths
from tests.support.fields import codes, fields_of


def asked(
    written: str, value: Value, ask: Callable[[Fields], object], *languages: str
) -> tuple[object, list[str]]:
    """What a field reads from `a: written`, and the codes of what is wrong."""
    fields = fields_of(written, value, languages=languages or ("en", "es"))
    return ask(fields), codes(fields)


@pytest.mark.parametrize("written", ["no", "yes", "010", "12:30", "1e3", "2019-10-17", "~", "null", "3.50"])
def test_in_a_text_field_every_word_is_a_text(written: str) -> None:
    assert asked(written, word(), lambda one: one.word("a")) == (written, [])
    found, wrong = asked(written, text(), lambda one: one.text("a"))
    assert callable(found)
    assert (found("en"), wrong) == (written, [])


@pytest.mark.parametrize(
    ("written", "value"), [("yes", True), ("no", False), ("true", True), ("false", False), ("'no'", False)]
)
def test_yes_and_no_are_read_where_they_are_wanted(written: str, value: object) -> None:
    assert asked(written, YES_NO, lambda one: one.yes_no("a")) == (value, [])


@pytest.mark.parametrize("written", ["on", "off", "No", "y", "1", "nein"])
def test_other_words_for_yes_and_no_are_not_guessed(written: str) -> None:
    assert asked(written, YES_NO, lambda one: one.yes_no("a"))[1] == ["E0112"]


@pytest.mark.parametrize(
    ("written", "value"), [("010", 10), ("0", 0), ("12", 12), ("-3", -3), ("000000012", 12)]
)
def test_whole_numbers_are_decimal_whatever_they_begin_with(written: str, value: int) -> None:
    assert asked(written, whole(-5, 20), lambda one: one.whole("a")) == (value, [])


@pytest.mark.parametrize(
    "written",
    ["--3", "'-'", "+3", "1.0", "0x1F", "1_000", "²", "٣", "12:30", "1e3", "1234567890", "9" * 5000, "''"],
)
def test_what_is_no_whole_number_is_told_and_never_raised(written: str) -> None:
    assert asked(written, whole(0, 10), lambda one: one.whole("a"))[1] == ["E0112"]


def test_a_whole_number_out_of_bounds_is_told_with_the_bounds() -> None:
    assert asked("11", whole(0, 10), lambda one: one.whole("a"))[1] == ["E0114"]
    assert asked("-1", whole(0, 10), lambda one: one.whole("a"))[1] == ["E0114"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2.4", 2400),
        ("-0.05", -50),
        ("+3", 3000),
        ("010", 10_000),
        ("0.001", 1),
        ("-12.345", -12_345),
        ("0", 0),
    ],
)
def test_decimals_are_exact_thousandths(written: str, value: int) -> None:
    assert thousandths(written) == value
    assert asked(written, DECIMAL, lambda one: one.decimal("a")) == (value, [])


@pytest.mark.parametrize(
    "written",
    ["1.2345", "1.", ".5", "1,5", "1e3", "--1", "+-1", "1.2.3", "²", "1.²", "٣", "", "-", "inf", "1 000"],
)
def test_what_is_no_decimal_is_none(written: str) -> None:
    assert thousandths(written) is None


@given(st.text())
def test_no_text_makes_a_number_raise(written: str) -> None:
    value = thousandths(written)
    assert value is None or written.lstrip("+-")[0].isdigit()
    assert not is_digits(written, 3) or 0 <= int(written) <= 999


@pytest.mark.parametrize("written", ["trust", "mx.president", "talks-help", "local_capacity", "a2", "a" * 40])
def test_small_letters_digits_and_joints_make_an_id(written: str) -> None:
    assert is_id(written)


@pytest.mark.parametrize("written", ["", "Trust", "2a", "-a", "a b", "á", "a/b", "a" * 41, "a\n"])
def test_anything_else_is_no_id(written: str) -> None:
    assert not is_id(written)


def test_a_text_in_two_languages_is_read_in_the_order_of_the_game() -> None:
    found, wrong = asked("\n  es: uno\n  en: one", text(), lambda one: one.text("a"))
    assert callable(found)
    assert (found("en"), found("es"), wrong) == ("one", "uno", [])


def test_a_translation_is_missed_only_where_the_pack_speaks_that_language() -> None:
    assert asked("\n  en: one", text(), lambda one: one.text("a"), "en", "es")[1] == ["E0211"]
    assert asked("\n  en: one", text(), lambda one: one.text("a"), "en")[1] == []


def test_a_text_as_long_as_its_place_fits_and_one_more_does_not() -> None:
    assert asked("x" * 60, text(60), lambda one: one.text("a"))[1] == []
    assert asked("x" * 61, text(60), lambda one: one.text("a"))[1] == ["E0402"]


def test_a_key_that_is_not_declared_is_told_when_the_mapping_is_closed() -> None:
    fields = fields_of("3\nbb: 4", word())
    fields.close()
    assert codes(fields) == ["E0110"]


def test_a_key_that_is_not_declared_cannot_be_read() -> None:
    with pytest.raises(KeyError):
        fields_of("3", word()).word("b")


def test_a_missing_key_is_told_once_and_an_optional_one_is_not() -> None:
    needed = fields_of("3", word(), Key("b", word(), "A word."))
    assert (needed.word("b"), codes(needed)) == ("", ["E0111"])
    free = fields_of(
        "3", word(), optional("b", whole(0, 9), "A number.", 7), optional("c", DECIMAL, "A number.")
    )
    assert (free.whole("b"), free.decimal("c"), codes(free)) == (7, None, [])
