"""Every screen as it was when somebody last looked at it: the text strictly, the pictures on the same versions."""

import asyncio
from functools import cache
from pathlib import Path

import pytest

from dosmesas.model.rules import Pack
from tests.support import snapshots as kept_snapshots
from tests.support.full import FULL
from tests.support.pictures import THEMES, Look, looked_at
from tests.support.places import PLACES, Place
from tests.support.shipped import shipped
from tests.support.snapshots import KEPT, MADE_WITH, Snapshots

SIZES = ((80, 24), (120, 40))
LANGUAGES = ("en", "es")
TURNS_IN = [(place, LANGUAGES[number % 2]) for number, place in enumerate(PLACES)]
"""The gate looks at each place in one language, by turns; `.ci/full` in both."""
LOOKED_AT = [(place, language) for place in PLACES for language in LANGUAGES] if FULL else TURNS_IN


@cache
def pack() -> Pack:
    return shipped("culiacan")


def text_name(place: Place, language: str, size: tuple[int, int]) -> str:
    width, height = place.size or size
    return f"{place.name}.{language}.{width}x{height}"


def sizes_of(place: Place) -> tuple[tuple[int, int], ...]:
    return SIZES[:1] if place.size else SIZES


def pictured(place: Place) -> tuple[str, tuple[int, int]]:
    """One language at the larger size: a picture adds colours and styles, and these are the same in all others."""
    return LANGUAGES[0], sizes_of(place)[-1]


def seen(place: Place, language: str) -> dict[tuple[int, int], Look]:
    """The looks of a place by size.

    In English it is opened at each size; in Spanish it is opened large and made small, which has to be the same.
    """
    sizes = sizes_of(place)
    if language == "es":
        pairs = zip(reversed(sizes), looks(place, language, *reversed(sizes)), strict=True)
        return dict(pairs)
    return {size: looks(place, language, size)[0] for size in sizes}


def looks(place: Place, language: str, *sizes: tuple[int, int]) -> list[Look]:
    """With a second theme only where pictures are kept."""
    themes = THEMES if (language, sizes[0]) == pictured(place) else THEMES[:1]
    return asyncio.run(looked_at(place, pack(), language, sizes, themes))


@pytest.mark.parametrize(
    ("place", "language"), LOOKED_AT, ids=[f"{place.name}-{language}" for place, language in LOOKED_AT]
)
def test_a_screen_says_and_looks_what_it_did(
    place: Place, language: str, snapshots: Snapshots, machine: None
) -> None:
    looked = seen(place, language)
    for size, found in sorted(looked.items()):
        snapshots.text(text_name(place, language, size), found.text, found.pictures[THEMES[0]])
        if (language, size) == pictured(place):
            for theme, picture in found.pictures.items():
                snapshots.picture(f"{place.name}.{theme}", picture)


def test_nothing_is_kept_of_a_screen_that_is_gone() -> None:
    texts = {
        f"{text_name(one, of, size)}.txt" for one in PLACES for of in LANGUAGES for size in sizes_of(one)
    }
    pictures = {f"{one.name}.{theme}.svg" for one in PLACES for theme in THEMES}
    assert {path.name for path in KEPT.iterdir()} - texts - pictures == {MADE_WITH}


def test_all_places_have_names_of_their_own() -> None:
    assert len({one.name for one in PLACES}) == len(PLACES)


def test_a_text_that_has_changed_is_told_line_by_line_and_shown_beside_the_picture_of_now(
    tmp_path: Path,
) -> None:
    Snapshots(tmp_path, tmp_path, write=True).text("table", "Turn 1\nTrust 40\n", "<svg/>")
    with pytest.raises(pytest.fail.Exception) as failed:
        Snapshots(tmp_path, tmp_path).text("table", "Turn 1\nTrust 41\n", "<svg/>")
    told = str(failed.value)
    assert "-Trust 40\n+Trust 41" in told
    assert str(tmp_path / "table.html") in told
    page = (tmp_path / "table.html").read_text()
    assert "<pre>Turn 1\nTrust 40\n</pre>" in page
    assert "data:image/svg+xml" in page


def test_both_pictures_stand_side_by_side_where_they_differ(tmp_path: Path) -> None:
    Snapshots(tmp_path, tmp_path, write=True).picture("table.dark", "<svg>1</svg>\n")
    with pytest.raises(pytest.fail.Exception):
        Snapshots(tmp_path, tmp_path).picture("table.dark", "<svg>2</svg>\n")
    assert (tmp_path / "table.dark.html").read_text().count("<img ") == 2


def test_pictures_of_another_version_are_left_alone_and_texts_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Snapshots(tmp_path, tmp_path, write=True)
    kept.picture("table.dark", "<svg/>")
    kept.text("table", "Turn 1\n", "<svg/>")
    monkeypatch.setattr(kept_snapshots, "here", lambda: "Python 4.0, Textual 99.0")
    with pytest.raises(pytest.skip.Exception, match="this is Python 4"):
        Snapshots(tmp_path, tmp_path).picture("table.dark", "<svg>other</svg>")
    with pytest.raises(pytest.fail.Exception):
        Snapshots(tmp_path, tmp_path).text("table", "Turn 2\n", "<svg/>")


def test_a_screen_that_nobody_has_looked_at_yet_is_told(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="--snapshots=write"):
        Snapshots(tmp_path, tmp_path).text("new", "", "<svg/>")
