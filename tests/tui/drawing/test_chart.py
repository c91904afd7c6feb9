"""Charts as characters alone: what a reader without colours, at 80 columns, can still tell."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.tui.drawing.chart import chart, multiples
from dosmesas.tui.drawing.grid import Picture, text_of
from dosmesas.tui.drawing.plot import Axis, Line, apart
from dosmesas.tui.drawing.scale import Range
from dosmesas.tui.marks import LINES, TAKEN

AXIS = Axis(("1 Oct", "2 Nov", "3 Dec", "4 Jan", "end"), 4, frozenset({0, 1}))
OUTLOOK = Axis((*AXIS.labels, *(f"+{n}" for n in range(1, 13))), 4, frozenset(range(4)))
SIZE = (78, 14)


def line(name: str, *values: int) -> Line:
    return Line(name, Range(tuple(value * 1000 for value in values), 0, 100_000), f"{values[-1]}.0")


def drawn(*lines: Line, axis: Axis = AXIS, size: tuple[int, int] = SIZE, whole: bool = False) -> str:
    return text_of(chart(lines, axis, size, whole=whole))


def rows_of(text: str, mark: str) -> list[int]:
    return [y for y, row in enumerate(text.split("\n")) if mark in row]


def inks(picture: Picture) -> dict[str, set[str]]:
    """The characters that each ink draws."""
    found: dict[str, set[str]] = {}
    for row in picture:
        for run in row:
            found.setdefault(run.ink, set()).update(run.text)
    return found


def test_a_small_change_looks_small_and_a_large_one_large() -> None:
    flat, steep = drawn(line("a", 50, 51, 50, 51, 50)), drawn(line("a", 50, 60, 70, 80, 90))
    assert len(set(rows_of(flat, "●"))) <= 2
    assert len(set(rows_of(steep, "●"))) == 5


def test_the_whole_scale_begins_and_ends_with_the_range() -> None:
    text = drawn(line("a", 50, 51), whole=True)
    assert re.search(r"^ *100┤", text, re.MULTILINE)
    assert re.search(r"^ *0┤", text, re.MULTILINE)
    assert "100┤" not in drawn(line("a", 50, 51))


def test_each_series_has_a_mark_of_its_own_in_the_line_and_at_its_name() -> None:
    lines = tuple(line(name, 10 * n, 10 * n + 2) for n, name in enumerate(("one", "two", "three", "four"), 4))
    found = inks(chart(lines, AXIS, SIZE, whole=False))
    own = [found[f"line{n}"] & set(LINES) for n in range(1, 5)]
    assert own == [{mark} for mark in LINES]
    text = drawn(*lines)
    for mark, one in zip(LINES, lines, strict=True):
        assert f"{mark} {one.name} {one.told}" in text
        assert text.count(mark) == 3  # two moments and the name


def test_marks_of_series_that_meet_stand_side_by_side() -> None:
    text = drawn(line("one", 50, 50), line("two", 50, 50), line("three", 50, 50))
    assert text.count("●▲■") == 2


@given(st.lists(st.integers(0, 100), min_size=2, max_size=4), st.booleans(), st.integers(1, 5))
def test_names_at_the_ends_never_overlap_and_all_stand_whole(
    ends: list[int], whole: bool, moments: int
) -> None:
    lines = tuple(
        line(f"indicator {n} with a long name", *[50] * (moments - 1), end) for n, end in enumerate(ends)
    )
    picture = chart(lines, AXIS, SIZE, whole=whole)
    for n, one in enumerate(lines, 1):
        own = "".join(run.text for row in picture for run in row if run.ink == f"line{n}")
        words = re.sub(f"[{LINES}\u2800-\u28ff]", " ", own).split()
        assert words == f"{one.name} {one.told}".split()


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(1, 2)), min_size=1, max_size=4))
def test_texts_move_apart_and_stay_inside(wanted: list[tuple[int, int]]) -> None:
    heights = [height for _, height in wanted]
    found = apart([at for at, _ in wanted], heights, 12)
    covered = [
        row for start, height in zip(found, heights, strict=True) for row in range(start, start + height)
    ]
    assert len(covered) == len(set(covered))
    assert min(covered) >= 0
    assert max(covered) < 12


def test_a_name_that_has_room_stands_at_the_end_of_its_line() -> None:
    rows = drawn(line("one", 40, 42), line("two", 55, 56)).split("\n")
    for mark, told in {"●": "one 42.0", "▲": "two 56.0"}.items():
        row = next(row for row in rows if told in row)
        assert row.count(mark) >= 2
        assert f"{mark} {told}" in row


def test_turns_and_decisions_stand_on_the_time_axis() -> None:
    *_, axis, dates = drawn(line("a", 50, 50, 50)).split("\n")
    assert axis.count(TAKEN) == 2
    assert dates.split() == ["1", "Oct", "2", "Nov", "3", "Dec", "4", "Jan", "end"]


def test_the_axis_goes_to_the_end_of_the_game_from_its_first_turn_on() -> None:
    begun, later = drawn(line("a", 50)), drawn(line("a", 50, 51, 52))
    assert begun.split("\n")[-1] == later.split("\n")[-1]


def test_the_outlook_has_no_marks_but_its_last_and_a_line_before_it() -> None:
    text = drawn(line("a", *[50] * 17), axis=OUTLOOK)
    assert text.count("●") == 6
    assert "┊" in text
    assert text.split("\n")[-1].split()[-1] == "+12"


@pytest.mark.parametrize("size", [(78, 16), (118, 28), (78, 12)])
@pytest.mark.parametrize("axis", [AXIS, OUTLOOK])
def test_small_charts_name_every_indicator_and_its_number(size: tuple[int, int], axis: Axis) -> None:
    lines = tuple(line(f"indicator {n}", 50, 50 + n) for n in range(1, 7))
    text = text_of(multiples(lines, axis, size, whole=False))
    for n, one in enumerate(lines, 1):
        assert f"{n} {one.name}" in text
        assert one.told in text
    rows = text.split("\n")
    assert len(rows) == size[1]
    assert max(map(len, rows)) <= size[0]


def test_a_long_name_of_a_small_chart_is_folded_and_not_cut() -> None:
    lines = tuple(line(f"name {n} of an indicator that is long", 50) for n in range(6))
    text = " ".join(text_of(multiples(lines, AXIS, (78, 16), whole=False)).split())
    assert text.count("that is long") + text.count("is long") + text.count("long") >= 6


def test_every_meaning_is_in_the_characters_and_not_in_the_inks() -> None:
    down, up = drawn(line("a", 50, 45, 40)), drawn(line("a", 50, 55, 60))
    assert down != up
    assert drawn(line("a", 50, 45)) != drawn(line("a", 50, 45), axis=Axis(AXIS.labels, 4))
