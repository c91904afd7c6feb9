"""No text of a stranger reaches a terminal alive."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.text.safe import faults, shown

HOSTILE = {
    "clears the screen": "\x1b[2J",
    "ends a C string": "a\x00b",
    "a carriage return that overwrites the line": "safe\rhurt",
    "a tab": "a\tb",
    "C1 control sequence": "\x9b31m",
    "right-to-left override": "abc\u202edef",
    "isolate": "\u2066x",
    "mark that cannot be seen": "a\u200eb",
    "zero width joiner": "a\u200db",
    "byte order mark inside": "a\ufeffb",
    "soft hyphen": "a\u00adb",
    "a heap of marks": "a" + "\u0301" * 9,
    "half a character": "\ud800",
    "line separator": "a\u2028b",
    "private use": "\ue000",
    "not a character": "\uffff",
    "delete": "a\x7fb",
    "a letter that cannot be seen": "a\u3164b",
    "a heap of rings": "a" + "\u20dd" * 9,
}
HARMLESS = [
    "Michoacán, 2 %",
    "«¿qué?» - sí…",
    "naïve",
    "[@click=app.quit]x[/]",
    "two\nlines",
    "€",
    "北",
    "😀",
    "",
]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_could_harm_a_terminal_is_named_and_replaced(text: str) -> None:
    assert faults(text)
    assert "\ufffd" in shown(text)
    assert not faults(shown(text))


@pytest.mark.parametrize("text", HARMLESS)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert faults(text) == []
    assert shown(text) == text


def test_letters_written_with_a_mark_of_their_own_stay_and_the_fifth_mark_goes() -> None:
    for count in range(5):
        assert faults("e" + "\u0301" * count) == []
    assert faults("e" + "\u0301" * 6) == [5, 6]
    assert faults(("e" + "\u0301" * 4) * 3) == []


def test_a_fault_is_found_at_its_place() -> None:
    assert faults("ab\x1bc\u202e") == [2, 4]


@given(st.text(st.characters()))
def test_whatever_is_shown_has_no_fault_left_and_the_rest_stands_where_it_stood(text: str) -> None:
    safe, bad = shown(text), set(faults(text))
    assert faults(safe) == []
    assert len(safe) == len(text)
    assert all((safe[n] == char) or n in bad for n, char in enumerate(text))


def test_of_the_characters_of_living_scripts_only_line_feed_is_let_through_as_a_control() -> None:
    passed = [chr(code) for code in range(0x11000) if not faults(chr(code))]
    assert [char for char in passed if unicodedata.category(char)[0] == "C"] == ["\n"]
    assert "\u2028" not in passed
