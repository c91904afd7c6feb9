"""The home table: shares, standings, and where each stands on an option."""

import pytest
from attrs import evolve

from dosmesas.tui.drawing.home_table import home_table, leanings
from tests.tui.drawing.views import WIDTHS, at_home, bare, foretold, text

LONG = "the chambers of commerce of both coasts and of the islands"


def test_each_audience_has_its_share_its_standing_and_a_bar() -> None:
    view = at_home()
    (audience,) = view.audiences
    two = evolve(view, audiences=(evolve(audience, standing=38_900), evolve(audience, name="Press", share=3)))
    fishers, bar, press, _ = text(home_table(two, 36, "en"))
    assert fishers.split() == ["Fishers", "5/8", "38"]
    assert bar == "━━━━━━━━━━━━━────┃─────────────────"
    assert press.split() == ["Press", "3/8", "50"]


def test_where_there_is_room_the_bar_stands_on_the_same_line() -> None:
    (line,) = text(home_table(at_home(), 76, "en"))
    assert line.startswith("Fishers 5/5  50 ━")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_long_name_goes_on_below_and_no_line_is_too_wide(width: int) -> None:
    view = at_home()
    view = evolve(view, audiences=(evolve(view.audiences[0], name=LONG),))
    lines = text(home_table(view, width, "es"))
    assert max(map(len, lines)) <= width
    words = [word for line in lines for word in line.split() if word in LONG.split()]
    assert words == LONG.split()


def test_where_nobody_is_asked_there_is_one_line_to_say_so() -> None:
    assert text(home_table(bare(), 36, "en")) == ["Nobody at home is asked here."]


@pytest.mark.parametrize("width", [30, 44, 60])
def test_where_an_audience_stands_on_an_option_is_told_in_a_word_or_in_points(width: int) -> None:
    view = foretold(at_home(), 43_000, 54_000)
    home = view.options[0].home
    assert home is not None
    (line,) = text(leanings(home, view.audiences, width, "en", points=False))
    assert line.endswith("can be won")
    assert len(line) <= width
    (line,) = text(leanings(home, view.audiences, width, "en", points=True))
    assert line.endswith("43 › 54")
