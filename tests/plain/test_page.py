"""Where plain mode writes: lines of at most 79 characters, broken between words."""

import io

import pytest

from dosmesas.plain.page import Page


def written(text: str) -> str:
    """What one line becomes."""
    out = io.StringIO()
    Page(out, "en").line(text)
    return out.getvalue()


def test_a_long_text_is_broken_between_words_and_keeps_its_indent() -> None:
    lines = written("    " + "word " * 40).splitlines()
    assert len(lines) > 2
    assert all(line.startswith("    word") and len(line) <= 79 for line in lines)


def test_words_and_hyphens_stay_whole_so_that_they_can_be_copied() -> None:
    path = "/a-very-long/" + "folder-name/" * 10
    assert path in written(f"saved in {path} now")


def test_an_empty_line_stays_one() -> None:
    assert written("") == "\n"


@pytest.mark.parametrize("text", ["\x1b[2J", "a\u202eb", "bell\x07"])
def test_what_could_harm_a_terminal_is_replaced(text: str) -> None:
    assert "\ufffd" in written(text)
    assert "\x1b" not in written(text)
    assert "\u202e" not in written(text)
