"""Scales: fixed by the indicator and by where the game began, never by how far its numbers went."""

from hypothesis import given
from hypothesis import strategies as st

from dosmesas.tui.drawing.scale import Range, common_part, scale_of, scale_of_all, shared

VALUES = st.lists(st.integers(0, 100_000), min_size=1, max_size=20).map(tuple)


def of(*values: int) -> Range:
    return Range(tuple(value * 1000 for value in values), 0, 100_000)


def test_a_scale_is_a_quarter_a_half_or_the_whole_of_the_range_and_nothing_between() -> None:
    assert (scale_of_all([of(50, 51)], whole=False).low, scale_of_all([of(50, 51)], whole=False).high) == (
        35_000,
        60_000,
    )
    assert scale_of_all([of(50, 70)], whole=False).part == 2
    assert scale_of_all([of(50, 99)], whole=False).part == 1


@given(VALUES, st.booleans())
def test_every_number_is_on_the_scale_and_a_scale_is_never_narrower_than_a_quarter(
    values: tuple[int, ...], whole: bool
) -> None:
    scale = scale_of_all([Range(values, 0, 100_000)], whole=whole)
    assert scale.low <= min(values) <= max(values) <= scale.high
    assert 0 <= scale.low < scale.high <= 100_000
    assert scale.high - scale.low == 100_000 // scale.part
    assert scale.part in ({1} if whole else {1, 2, 4})


def test_numbers_that_stay_near_the_start_leave_the_scale_where_it_was() -> None:
    scales = [scale_of_all([of(50, *range(50, end))], whole=False) for end in range(51, 61)]
    assert len(set(scales)) == 1


def test_a_range_that_begins_at_its_end_is_not_left() -> None:
    assert scale_of(of(0), 4).low == 0
    assert scale_of(of(100), 4).high == 100_000


def test_unlike_ranges_stand_on_one_scale_in_percent_of_each() -> None:
    homicides = Range((30_000,), 0, 120_000)
    assert [one.values for one in shared([homicides, of(50)])] == [(25_000,), (50_000,)]
    assert shared([of(1), of(2)]) == [of(1), of(2)]


def test_small_charts_show_the_same_part_of_each() -> None:
    assert common_part([of(50, 51), of(10, 90)], whole=False) == 1


@given(st.integers(0, 100_000), st.integers(3, 40), st.sampled_from([1, 2, 4]))
def test_ticks_are_round_numbers_of_the_scale_and_no_two_share_a_row(
    start: int, rows: int, part: int
) -> None:
    scale = scale_of(Range((start,), 0, 100_000), part)
    ticks = scale.ticks(rows)
    assert ticks
    assert len({row for row, _ in ticks}) == len(ticks)
    assert all(0 <= row < rows and scale.low <= int(text) * 1000 <= scale.high for row, text in ticks)
