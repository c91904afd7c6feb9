"""At 80x24, in a language a third longer than English, every text is in sight or a key away: nothing is clipped."""

import asyncio
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import OptionList, Static

from dosmesas.text.catalog_en import ENGLISH
from dosmesas.tui.app import DosMesasApp
from tests.support import pseudo
from tests.support.full import cases
from tests.support.places import PLACES, Place
from tests.support.screens import opened
from tests.support.shipped import shipped
from tests.support.sight import Sight, all_seen

SMALL = (80, 24)
KNOWN: dict[str, str] = {
    "map": "the name of a region is cut on the map; below it and in the table it is whole",
}
"""Places where something is clipped, and what; whoever mends one takes it out here."""


def marked(place: Place) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=KNOWN[place.name])] if place.name in KNOWN else []
    return pytest.param(place, id=place.name, marks=marks)


@pytest.mark.parametrize("place", [marked(one) for one in PLACES if not one.size][:: cases(1, 4)])
def test_nothing_is_clipped_in_a_longer_language(place: Place, machine: None) -> None:
    assert clipped(place, pseudo.LANGUAGE) == []


def test_no_place_is_known_to_be_clipped_that_is_not_there() -> None:
    assert set(KNOWN) <= {one.name for one in PLACES}


def clipped(place: Place, language: str) -> list[str]:
    async def whole() -> Sight:
        session = place.moment(shipped("culiacan"), language)
        async with opened(session, SMALL, language) as (app, pilot):
            await place.reach(app, pilot)
            return await all_seen(app, pilot)

    with pseudo.spoken():
        return asyncio.run(whole()).clipped()


def test_a_text_grows_by_a_third_and_keeps_its_fields() -> None:
    for key, text in ENGLISH.items():
        grown, bare = pseudo.longer(text), pseudo._FIELD.sub("", text)
        assert pseudo._FIELD.findall(grown) == pseudo._FIELD.findall(text), key
        assert grown.count("\n") == text.count("\n"), key
        if pseudo._VOWEL.search(bare):
            assert len(grown) - len(text) == len(bare) * 35 // 100 + 1, key


TEXT = "\n".join(f"line {number}" for number in range(40))


class Pane(Screen[None]):
    """A text in a pane that scrolls, with or without a key; a line that is too long for one row; a list."""

    CSS = "#line { height: 1; } #cut { text-wrap: nowrap; }"

    def __init__(self, *, keys: bool = True, line: str = "", cut: str = "", rows: int = 0) -> None:
        super().__init__()
        self.keys, self.line, self.cut, self.rows = keys, line, cut, rows

    def compose(self) -> ComposeResult:
        if self.line:
            yield Static(self.line, id="line")
        if self.cut:
            yield Static(self.cut, id="cut")
        if self.rows:
            yield OptionList(*(f"row {number}" for number in range(self.rows)), id="rows")
        else:
            with VerticalScroll(can_focus=self.keys):
                yield Static(TEXT, id="text")


@pytest.mark.parametrize(
    ("pane", "expected"),
    [
        (Pane(), ""),
        (Pane(keys=False), "Static #text: rows [24, 25"),
        (Pane(line="word " * 20), "Static #line: rows [1] of 2"),
        (Pane(cut="word " * 20), "Static #cut: rows ["),
        (Pane(line="a name that is cu…"), "an ellipsis: a name that is cu…"),
        (Pane(rows=50), ""),
    ],
)
def test_what_cannot_be_seen_with_keys_alone_is_found(pane: Pane, expected: str, tmp_path: Path) -> None:
    async def whole() -> list[str]:
        async with opened(None, SMALL) as (app, pilot):
            await shown(app, pilot, pane)
            return (await all_seen(app, pilot)).clipped()

    found = asyncio.run(whole())
    assert [one[: len(expected)] for one in found] == ([expected] if expected else [])


async def shown(app: DosMesasApp, pilot: Pilot[None], pane: Pane) -> None:
    await app.push_screen(pane)
    await pilot.pause()
