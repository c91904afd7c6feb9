"""From text to tokens: ASCII only, and every sign of another language is answered with what to write."""

import pytest

from dosmesas.lang.errors import ExpressionError
from dosmesas.lang.lexer import MOST_CHARACTERS, tokens


def refusal(text: str) -> ExpressionError:
    with pytest.raises(ExpressionError) as caught:
        tokens(text)
    return caught.value


def test_tokens_carry_their_places() -> None:
    found = [(one.kind, one.text, one.start, one.end) for one in tokens("a>=0.5 and chose('x')")]
    assert found == [
        ("word", "a", 0, 1),
        ("operator", ">=", 1, 3),
        ("number", "0.5", 3, 6),
        ("word", "and", 7, 10),
        ("word", "chose", 11, 16),
        ("operator", "(", 16, 17),
        ("text", "x", 17, 20),
        ("operator", ")", 20, 21),
        ("end", "", 21, 21),
    ]


def test_both_kinds_of_quotation_marks_hold_an_id() -> None:
    assert [one.text for one in tokens("'mx.x/go-on_2' \"b\"")] == ["mx.x/go-on_2", "b", ""]


@pytest.mark.parametrize(
    ("text", "start", "end", "hint"),
    [
        ("a = 1", 2, 3, "to compare, write '=='"),
        ("a => 1", 2, 4, "write '>='"),
        ("a =< 1", 2, 4, "write '<='"),
        ("a <> 1", 2, 4, "write '!='"),
        ("a && b", 2, 4, "write 'and'"),
        ("a & b", 2, 3, "write 'and'"),
        ("a || b", 2, 4, "write 'or'"),
        ("a | b", 2, 3, "write 'or'"),
        ("!a", 0, 1, "write 'not'"),
        ("a ^ 2", 2, 3, "there is no power; write the product out"),
        ("a ** 2", 2, 4, "there is no power; write the product out"),
        ("a // 2", 2, 4, "write '/'; it keeps three decimals"),
        ("a % 2", 2, 3, "write the share as a number: 0.1 is 10 %"),
        ("10%", 2, 3, "write the share as a number: 0.1 is 10 %"),
        ("a[0]", 1, 2, "there are no lists here; use round brackets to group"),
        ("a.b", 1, 2, "a number begins with a digit: 0.5; names have no parts"),
    ],
)
def test_a_sign_of_another_language_is_answered_with_what_to_write(
    text: str, start: int, end: int, hint: str
) -> None:
    error = refusal(text)
    assert (error.code, error.start, error.end, str(error.hint)) == ("E0301", start, end, hint)
    assert str(error) == f"'{text[start:end]}' is not part of the language"


@pytest.mark.parametrize(
    "char", ["é", "≥", "１", "٣", "\u00a0", "\t", "\r", "\0", "ａ", "\u202e", "−", "@", ";", "\\"]
)
def test_a_character_without_meaning_is_named_at_its_place(char: str) -> None:
    error = refusal(f"a {char}")
    assert (error.code, error.start, error.end) == ("E0303", 2, 3)
    assert str(error).isascii()
    assert str(error).isprintable()


@pytest.mark.parametrize("text", ["'a b'", "'A'", "''", "'é'", "'a\"b'"])
def test_only_an_id_stands_in_quotation_marks(text: str) -> None:
    error = refusal(text)
    assert (error.code, error.start, error.end) == ("E0301", 0, len(text))


def test_an_open_quotation_mark_is_shown_where_it_stands() -> None:
    error = refusal("chose('hold)")
    assert (error.code, error.start, error.end) == ("E0301", 6, 7)


@pytest.mark.parametrize("text", ["999999999", "0.001", "999999999.999", "007"])
def test_numbers_of_nine_digits_and_three_decimals_are_read(text: str) -> None:
    assert tokens(text)[0].text == text


@pytest.mark.parametrize("text", ["1000000000", "1.0001", "1.", "0000000001"])
def test_longer_numbers_are_refused_whole(text: str) -> None:
    error = refusal(text)
    assert (error.code, error.start, error.end) == ("E0301", 0, len(text))


def test_four_hundred_characters_are_read_and_one_more_is_not() -> None:
    assert len(tokens("x" * MOST_CHARACTERS)) == 2
    error = refusal("é" * (MOST_CHARACTERS + 1))
    assert (error.code, error.start, error.end) == ("E0302", 0, 401)
