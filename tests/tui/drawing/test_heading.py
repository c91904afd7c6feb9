"""The first line, and the titles of panes that share a place."""

import pytest
from attrs import evolve

from dosmesas.session.views import table_view
from dosmesas.tui.drawing.heading import PANES, after, heading, tab_line, tab_title
from tests.support.making import NORDEN, change
from tests.support.making import after as delayed
from tests.support.playing import do, one_day, start
from tests.tui.drawing.views import bare, text


def test_the_heading_tells_game_turn_month_office_and_seed_as_far_as_there_is_room() -> None:
    (line,) = text(heading("Harbour", bare(), 7, 78, "en"))
    assert line.startswith("Harbour  Turn 1/3 · January 2020 ")
    assert line.endswith("●○○  Minister of Norden  seed 7")
    assert len(line) == 78
    long = evolve(bare(), office="Minister of Fisheries, Harbours and Lights")
    (line,) = text(heading("Harbour", long, 7, 78, "en"))
    assert line.endswith("  Minister of Fisheries, Harbours and Lights")
    assert len(line) == 78


@pytest.mark.parametrize("width", [40, 78, 118])
def test_a_heading_is_one_line_of_no_more_than_its_width(width: int) -> None:
    (line,) = text(heading("A very long name of a game", bare(), 7, width, "es"))
    assert len(line) <= width


def test_the_panes_follow_each_other_in_a_circle() -> None:
    assert [after(one) for one in PANES] == ["joint", "situation", "coming", "home"]


def test_the_open_pane_stands_out_without_colour_and_what_is_coming_is_counted() -> None:
    line = tab_line(bare(), "joint", "en")
    assert line.plain == " Home table   Joint table   Situation   Coming "
    marked = [line.plain[one.start : one.end].strip() for one in line.spans if "reverse" in str(one.style)]
    assert marked == ["Joint table"]
    pack = one_day(delayed("day/act~1", 2, change("goodwill", "+4")))
    view = table_view(do(start(NORDEN, pack=pack), "day/act"), NORDEN, "en")
    assert tab_title(view, "coming", "en") == "Coming 1"
