"""How a screen of a debate is divided between what is asked, the list, and what stands behind a row."""

import pytest

from dosmesas.tui.drawing.room import Room


@pytest.mark.parametrize(("size", "wide"), [((80, 24), False), ((120, 40), True), ((120, 30), False)])
def test_panes_stand_side_by_side_only_where_columns_and_rows_allow(
    size: tuple[int, int], wide: bool
) -> None:
    assert Room(*size).wide is wide


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize(("above", "listed"), [([6], 6), ([14, 9], 30), ([30, 30], 40)])
def test_however_much_there_is_five_rows_of_the_list_and_a_line_behind_them_stay_in_sight(
    size: tuple[int, int], above: list[int], listed: int
) -> None:
    border = 2 if Room(*size).wide else 1
    asked, rows = Room(*size).divided(above, listed, taken=2)
    assert rows >= min(5, listed) + border
    assert size[1] - 1 - 2 - asked - rows >= border + 1
