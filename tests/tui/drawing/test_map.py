"""The map as characters alone: every place, its level and what happened, from 80 columns on."""

import pytest

from dosmesas.tui.drawing.grid import text_of
from dosmesas.tui.drawing.map import Spot, draw
from dosmesas.tui.drawing.outlines import Window, outlines, raster
from dosmesas.tui.marks import HAPPENED, PATTERNS

STATES = {
    "Sinaloa": ("MX-SIN",),
    "Sonora and Chihuahua": ("MX-SON", "MX-CHH"),
    "Guerrero": ("MX-GRO",),
    "Coahuila": ("MX-COA",),
    "Michoacán": ("MX-MIC",),
    "Chiapas": ("MX-CHP",),
}
LEVELS = ("violent", "tense", "violent", "calm", "violent", "tense")
SIZES = [(80, 16), (80, 17), (120, 30), (120, 33)]
CENTRE = {"MX-CMX", "MX-MEX", "MX-MOR", "MX-TLA", "MX-PUE", "MX-HID"}


def spots(*happened: int, levels: tuple[str, ...] = LEVELS) -> tuple[Spot, ...]:
    pairs = zip(STATES.items(), levels, strict=True)
    return tuple(
        Spot(name, states, level, level, n in happened) for n, ((name, states), level) in enumerate(pairs)
    )


def drawn(size: tuple[int, int], *happened: int, levels: tuple[str, ...] = LEVELS) -> str:
    return text_of(draw(spots(*happened, levels=levels), size))


@pytest.mark.parametrize("size", SIZES)
def test_every_place_stands_on_the_map_with_its_number_level_and_what_happened(size: tuple[int, int]) -> None:
    text = drawn(size, 0, 1)
    for n, one in enumerate(spots(0, 1)):
        for state in one.states:
            mark = f"{n + 1}{PATTERNS[one.level]}{state[3:]}"
            assert mark in text
            assert (mark + HAPPENED in text) is one.happened


@pytest.mark.parametrize("size", SIZES)
def test_every_place_stands_in_the_list_by_name_and_level(size: tuple[int, int]) -> None:
    rows = drawn(size, 1).split("\n")
    for n, (name, level) in enumerate(zip(STATES, LEVELS, strict=True)):
        assert f"{n + 1} {PATTERNS[level] * 2} {name}" in rows[n]
        assert rows[n].endswith(level)
        assert rows[n].endswith(f"{HAPPENED} {level}") is (n == 1)


@pytest.mark.parametrize("size", SIZES)
def test_the_small_states_of_the_centre_are_named(size: tuple[int, int]) -> None:
    text = drawn(size)
    assert {code for code in CENTRE if code[3:] not in text} == set()


def test_on_a_large_map_every_state_is_named() -> None:
    text = drawn((120, 33))
    assert [one.code for one in outlines().home if one.code[3:] not in text] == []


@pytest.mark.parametrize("level", PATTERNS)
def test_levels_differ_in_the_characters_and_not_in_colour_alone(level: str) -> None:
    text = drawn((80, 17), levels=(level,) * 6)
    others = {pattern for name, pattern in PATTERNS.items() if name != level}
    assert text.count(PATTERNS[level]) > 50
    assert not others & set(text)


def test_the_chosen_place_is_told_apart() -> None:
    picture = draw(spots(), (80, 17), 3)
    chosen = "".join(run.text for row in picture for run in row if run.ink == "chosen")
    assert "4░COA" in chosen
    assert "Coahuila" in chosen
    assert "Sinaloa" not in chosen


def test_a_name_that_is_too_long_for_the_list_is_cut_with_a_sign() -> None:
    long = (Spot("a name that has no room in any list of this width", ("MX-SIN",), "calm", "en calma", True),)
    first = text_of(draw(long, (80, 17))).split("\n")[0]
    assert "…" in first
    assert first.endswith("en calma")
    assert len(first) <= 80


def test_neighbours_share_their_borders_and_no_cell_is_claimed_by_the_sea_within() -> None:
    land = raster(Window.over((-11870, 1440, -8660, 3300), 100, 31))
    owned = {code for code in land.owners.values() if code.startswith("MX")}
    assert len(owned) >= 30
    durango = [cell for cell, code in land.owners.items() if code == "MX-DUR"]
    around = {(x + dx, y) for x, y in durango for dx in (-1, 1)}
    assert all(cell in land.owners for cell in around)


def test_the_credit_is_what_the_data_ask_for_and_their_notice_lies_beside_them() -> None:
    from importlib.resources import files

    assert outlines().credit == "Made with Natural Earth. U.S. state lines: U.S. Census Bureau."
    notice = files("dosmesas.tui.drawing").joinpath("mexico.txt").read_text(encoding="utf-8")
    assert "Copyright (c) 2012 Mark DiMarco" in notice
    assert "The above copyright notice and this permission notice shall be included" in " ".join(
        notice.split()
    )


def test_a_second_picture_of_the_same_size_is_not_drawn_again() -> None:
    assert draw(spots(), (80, 17)) is draw(spots(), (80, 17))
    before = raster.cache_info().misses
    draw(spots(2), (80, 17))
    assert raster.cache_info().misses == before
