"""No text of a stranger reaches a terminal alive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.text.safe import faults, shown

HOSTILE = [
    "\x1b[2J",
    "a\x00b",
    "\x9b31m",
    "abc\u202edef",
    "\u2066x",
    "a" + "\u0301" * 9,
    "\ud800",
    "\u2028",
    "\ue000",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_could_harm_a_terminal_is_named_and_replaced(text: str) -> None:
    assert faults(text)
    assert "�" in shown(text)
    assert not faults(shown(text))


@pytest.mark.parametrize(
    "text", ["Michoacán, 2 %", "«¿qué?» — sí…", "naïve", "[@click=app.quit]x[/]", "two\nlines", "€"]
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert faults(text) == []
    assert shown(text) == text


@given(st.text())
def test_whatever_is_shown_has_no_fault_left(text: str) -> None:
    assert faults(shown(text)) == []
    assert len(shown(text)) == len(text)
