"""NO_COLOR in the terminal's own theme: text can be read, and what is a bar or a cursor still stands out."""

import asyncio
from collections.abc import Iterator

import pytest
from rich.color import ColorType
from rich.segment import Segment
from textual.filter import LineFilter

from dosmesas.session.session import Session
from dosmesas.session.settings import Settings
from dosmesas.session.setup import Setup
from dosmesas.tui.app import DosMesasApp
from tests.support.midway import SECRETARY
from tests.support.screens import opened, press
from tests.support.shipped import shipped


def filtered(app: DosMesasApp) -> Iterator[list[Segment]]:
    """The rows as they reach the terminal."""
    for strip in app.screen._compositor.render_strips():
        found = list(strip)
        filters: list[LineFilter] = list(app.get_line_filters())
        for one in filters:
            found = one.apply(found, app.screen.styles.background)
        yield found


async def rows_of(theme: str, *keys: str) -> list[list[Segment]]:
    session = Session.start(shipped("culiacan"), Setup((SECRETARY,), 3, argue="auto"))
    async with opened(session, settings=Settings(theme=theme)) as (app, pilot):
        await press(pilot, *keys)
        return [*filtered(app)]


@pytest.mark.parametrize("keys", [(), ("a",), ("l",), ("h",)], ids=["table", "settings", "ledger", "help"])
def test_in_the_terminals_theme_only_its_own_two_colours_are_left(
    keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for row in asyncio.run(rows_of("terminal", *keys)):
        for _, style, _ in row:
            assert style is None or style.color is None or style.color.type is ColorType.DEFAULT
            assert style is None or style.bgcolor is None or style.bgcolor.type is ColorType.DEFAULT


def test_the_bar_above_and_the_chosen_setting_are_reversed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    rows = asyncio.run(rows_of("terminal", "a", "down"))
    wide = [sum(len(text) for text, style, _ in row if style and style.reverse) for row in rows]
    chosen = next(at for at, row in enumerate(rows) if "Theme:" in "".join(one.text for one in row))
    assert wide[0] == 80
    assert wide[chosen] > 70
    assert wide[chosen - 1] == 0


def test_with_colours_the_bar_above_is_one_solid_colour_from_side_to_side() -> None:
    top = asyncio.run(rows_of("terminal", "a"))[0]
    grounds = {style.bgcolor.number for _, style, _ in top if style and style.bgcolor}
    assert len(grounds) == 1
    assert sum(len(text) for text, style, _ in top if style and style.bgcolor) == 80
    assert None not in grounds
