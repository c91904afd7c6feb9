"""What is said of a character that must not stand in a text."""

import pytest

from dosmesas.text.refused import named, refused


@pytest.mark.parametrize(
    ("char", "english", "spanish"),
    [
        ("\x1b", "the character U+001B (escape)", "el carácter U+001B (escape)"),
        ("\t", "the character U+0009 (a tab)", "el carácter U+0009 (un tabulador)"),
        (
            "\u202e",
            "the character U+202E (right-to-left override)",
            "el carácter U+202E (right-to-left override)",
        ),
        ("\ue000", "the character U+E000", "el carácter U+E000"),
        ("\u0301", "more than 4 combining marks in a row", "más de 4 acentos sobre una letra"),
        (
            "\u034f",
            "the character U+034F (combining grapheme joiner)",
            "el carácter U+034F (combining grapheme joiner)",
        ),
    ],
)
def test_a_character_is_named_by_its_number_and_by_its_name_where_it_has_one(
    char: str, english: str, spanish: str
) -> None:
    assert (named(char).told("en"), named(char).told("es")) == (english, spanish)


def test_it_is_the_character_at_the_place_that_may_not_stand_there() -> None:
    assert str(refused("ab\x1b", 2)) == "the character U+001B (escape) may not stand in a text"
