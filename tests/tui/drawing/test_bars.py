"""Bars that never flatter, paths on a fixed scale, changes that need no colour."""

import pytest
from attrs import evolve

from dosmesas.session.forecast import moves_of
from dosmesas.session.views import IndicatorRow
from dosmesas.tui.drawing.bars import arrows, mark, support_bar
from dosmesas.tui.panes import blocks
from tests.support.making import NORDEN, after, chance, change, set_flag
from tests.support.playing import BOTH, start

ROW = IndicatorRow("x", "Trust", "", "38.8", -2_230, False, (41_000, 0, 100_000, 38_770), 0, 100_000)


@pytest.mark.parametrize(
    ("now", "best", "drawn"),
    [
        (0, 0, "─────┃─────"),
        (49_999, 49_999, "━━━━╸┃─────"),
        (50_000, 50_000, "━━━━━┃─────"),
        (50_001, 50_001, "━━━━━┃╸────"),
        (43_000, 49_999, "━━━━─┃─────"),
        (43_000, 54_000, "━━━━╍┃╍────"),
        (43_000, 50_000, "━━━━╍┃─────"),
        (52_000, 100_000, "━━━━━┃╸╍╍╍╍"),
        (140_000, 140_000, "━━━━━┃━━━━━"),
        (-10_000, -10_000, "─────┃─────"),
    ],
)
def test_a_bar_touches_its_mark_at_50_and_not_before_and_passes_it_right_after(
    now: int, best: int, drawn: str
) -> None:
    assert support_bar(now, best, 10).plain == drawn


def test_the_mark_stands_where_it_is_asked_to() -> None:
    assert support_bar(39_999, 39_999, 10, 40).plain == "━━━╸┃──────"
    assert support_bar(40_001, 40_001, 10, 40).plain == "━━━━┃╸─────"


def test_a_path_is_drawn_on_the_whole_range_and_no_longer_than_there_is_room() -> None:
    assert blocks(ROW) == "▄▁█▄"
    assert blocks(ROW, 2) == "█▄"
    assert blocks(evolve(ROW, high=400_000)) == "▁▁▃▁"


def test_a_change_has_an_arrow_an_amount_and_a_verdict() -> None:
    assert mark(ROW) == "▼2.23!"
    assert mark(evolve(ROW, change=1_500, better=True)) == "▲1.5+"
    assert mark(evolve(ROW, change=3_000, better=None)) == "▲3"
    assert mark(evolve(ROW, change=0)) == ""


def test_a_move_is_told_by_arrows_or_by_points_each_with_its_verdict() -> None:
    effects = (
        change("stock", "-5"),
        change("stock", "+1"),
        chance("x~1", 30, change("goodwill", "+3"), change("stock", "+2")),
        after("x~2", 2, change("stock", "-1")),
        set_flag("pact"),
    )
    moves = moves_of(start(*BOTH), effects, NORDEN, "en")
    assert [arrows(one, "en", points=False).plain for one in moves] == [
        "Stock ▼▼!",
        "Stock ▴+",
        "30 in 100: Goodwill ▲+, Stock ▲+",
        "in 2 turns: Stock ▾!",
        "begins: a fishing pact",
    ]
    assert arrows(moves[2], "es", points=True).plain == "30 de 100: Goodwill +3+, Stock +2+"
