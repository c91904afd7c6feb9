"""Lines that are safe, and that fit."""

from dosmesas.tui.drawing.ink import broken, columns, ends, filled, folded, ink, padded, page, row
from tests.tui.drawing.views import text

HOSTILE = "[@click=app.quit]x[/] \x1b[2J"


def test_a_text_is_made_safe_and_its_brackets_are_not_read() -> None:
    assert ink(HOSTILE).plain == "[@click=app.quit]x[/] �[2J"
    assert folded(HOSTILE, 60)[0].plain == "[@click=app.quit]x[/] �[2J"
    assert row(HOSTILE).plain.startswith("[@click=app.quit]x[/]")


def test_parts_stand_at_both_ends_of_a_line_or_on_two() -> None:
    assert text(ends(ink("left"), ink("right"), 12)) == ["left   right"]
    assert text(ends(ink("left"), ink("right"), 9)) == ["left", "    right"]


def test_long_text_goes_on_below_and_loses_nothing() -> None:
    assert text(folded("one two three", 8, indent=1)) == ["one two", " three"]
    assert text(broken(row("one ", ink("two", "bold"), " three"), 8)) == ["one two", "three"]
    assert text(folded("", 8)) == [""]


def test_cells_of_different_depth_keep_their_columns() -> None:
    cells = columns([(folded("one two", 8), 8), ([ink("1")], 1)])
    assert text(cells) == ["one two  1"]
    cells = columns([(folded("one two three", 8), 8), ([ink("1"), ink("2")], 1)])
    assert text(cells) == ["one two  1", "three    2"]
    assert columns([(folded("one two three", 8), 8), ([ink("1")], 1)])[1].plain == "three"


def test_panes_of_different_text_are_filled_to_one_size() -> None:
    assert len(padded([ink("a")], 3)) == 3
    assert len(padded([ink("a"), ink("b")], 1)) == 2
    assert filled(ink("a"), 3).plain == "a  "
    assert page([ink("a"), ink("b")]).plain == "a\nb"
