"""The situation and what is on its way, in the room there is."""

import pytest
from attrs import evolve

from dosmesas.session.views import IndicatorRow, table_view
from dosmesas.tui.drawing.situation import coming, situation
from tests.support.making import NORDEN, after, change, set_flag
from tests.support.playing import do, one_day, start
from tests.tui.drawing.views import WIDTHS, bare, text

PATH = (28_000, 28_158)
ROWS = (
    IndicatorRow("a", "Homicides", "per 100,000 a year", "28.2", 158, False, PATH, 0, 120_000),
    IndicatorRow("b", "Approval", "%", "67.0", -1_000, False, (68_000, 67_000), 0, 100_000),
    IndicatorRow(
        "c", "Michoacán", "(calm 0, tense 1, violent 2)", "2 (violent)", 0, None, (2_000,), 0, 2_000
    ),
)


def test_an_indicator_has_value_path_change_and_unit() -> None:
    lines = text(situation(ROWS, 60))
    assert lines[0].split() == ["Homicides", "28.2", "▂▂", "▲0.16!"]
    assert lines[1].split() == ["Approval", "67.0%", "▆▆", "▼1!"]
    assert lines[2].split() == ["Michoacán", "2", "(violent)", "█"]
    units = "Homicides: per 100,000 a year · Michoacán: (calm 0, tense 1, violent 2)"
    assert " ".join(lines[3:]) == units


@pytest.mark.parametrize("change", [4, -4, 80, -99])
def test_a_change_of_less_than_a_tenth_has_no_arrow(change: int) -> None:
    (line, *_) = text(situation((evolve(ROWS[0], change=change),), 60))
    assert line.split() == ["Homicides", "28.2", "▂▂"]


def test_a_unit_that_several_share_is_told_once() -> None:
    places = tuple(evolve(ROWS[2], name=name) for name in ("Chiapas", "Guerrero"))
    assert text(situation(places, 76))[-1] == "Chiapas, Guerrero: (calm 0, tense 1, violent 2)"


def test_in_two_columns_the_second_half_stands_beside_the_first() -> None:
    lines = text(situation(ROWS, 76))
    assert "Homicides" in lines[0]
    assert "Michoacán" in lines[0]
    assert lines[1].startswith("Approval")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_long_names_go_on_below_and_no_line_is_too_wide(width: int, count: int) -> None:
    name = "Preparación de la Guardia Nacional en los estados"
    rows = tuple(evolve(one, name=name, history=PATH * 6) for one in ROWS[:count])
    lines = text(situation(rows, width))
    assert max(map(len, lines)) <= width
    assert " ".join(lines).count("Nacional") >= count


def test_what_is_on_its_way_has_month_moves_and_origin() -> None:
    pack = one_day(after("day/act~1", 2, change("goodwill", "+4"), set_flag("pact")))
    view = table_view(do(start(NORDEN, pack=pack), "day/act"), NORDEN, "en")
    lines = text(coming(view, 60, "en", points=False))
    assert lines == ["March 2020  Goodwill ▲▲+, begins: a fishing pact", "  from: act"]
    assert "Goodwill +4+" in text(coming(view, 60, "en", points=True))[0]
    assert max(map(len, text(coming(view, 24, "en", points=True)))) <= 24


def test_nothing_on_its_way_is_said() -> None:
    assert text(coming(bare(), 36, "en", points=False)) == ["Nothing that you know of."]
