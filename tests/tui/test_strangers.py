"""A stranger's texts on the screens: shown as they are on every one of them, and nothing in them acts."""

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from dosmesas.journal.records import Header, encode
from dosmesas.load import locate
from dosmesas.load.loading import read
from dosmesas.load.locate import Roots
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.text.safe import faults
from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.screens import setup as setup_screen
from tests.support.full import cases
from tests.support.hostile import ALIVE, CLICK, hostile_world
from tests.support.small import roots_of

SIZE = (110, 40)


def cells(app: DosMesasApp) -> str:
    """The characters of the whole screen, row by row, after a look at what each cell would do."""
    strips = app.screen._compositor.render_strips()
    for segment in (one for strip in strips for one in strip):
        assert segment.style is None or "@click" not in segment.style.meta, segment
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def seen(app: DosMesasApp, pilot: Pilot[None], found: dict[str, str]) -> None:
    """Keep what the screen shows, click all over it, and see that the game still stands there."""
    await pilot.pause()
    name = type(app.screen).__name__
    text = cells(app)
    assert faults(text) == []
    found[name] = found.get(name, "") + text
    at = text.find(CLICK)
    if at >= 0 and not any(app.screen.query(OptionList)):
        y, x = text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1
        await pilot.click(offset=(x + CLICK.index("x["), y))
        await pilot.pause()
        assert type(app.screen).__name__ == name
    assert app.is_running
    assert app.return_code is None


async def tour(app: DosMesasApp, pilot: Pilot[None], found: dict[str, str]) -> None:
    """Every screen of a game of two at one keyboard, from the first table to the debrief."""
    for key in ("3", "w", "down", "escape", "d", "escape", "question_mark", "escape"):
        await pilot.press(key)
        await seen(app, pilot, found)
    for _ in range(60):
        await seen(app, pilot, found)
        if type(app.screen).__name__ == "DebriefScreen":
            break
        await pilot.press("3")
        await pilot.press("enter")  # the third option is not always open: then a notice comes up
        await seen(app, pilot, found)
        await pilot.press("2", "enter")
    for _ in range(4):
        await pilot.press("pagedown")
        await seen(app, pilot, found)
    for key in ("l", "i", "escape", "w", "b", "escape", "j", "enter", "escape", "escape", "d", "enter"):
        await pilot.press(key)
        await app.workers.wait_for_complete()
        await seen(app, pilot, found)
    await pilot.press("escape", "escape")
    await pilot.resize_terminal(60, 12)
    await seen(app, pilot, found)


@pytest.mark.parametrize("text", ALIVE[: cases(4, 2)])
def test_on_every_screen_a_hostile_text_is_shown_and_does_nothing(tmp_path: Path, text: str) -> None:
    base = hostile_world(tmp_path, text)
    pack = read(base / "content/harbour", roots_of(base)).pack
    assert pack is not None
    session = Session.start(pack, Setup(("no.minister", "su.minister"), 1))
    found: dict[str, str] = {}

    async def whole() -> None:
        app = DosMesasApp("en", session)
        async with app.run_test(size=SIZE) as pilot:
            await tour(app, pilot, found)

    asyncio.run(whole())
    names = {"TableScreen", "WhyScreen", "LookupScreen", "CurtainScreen", "OutcomeScreen", "DebriefScreen"}
    names |= {"LedgerScreen", "DossierScreen", "ClaimScreen", "TurnsScreen", "PastTurnScreen"}
    assert names | {"SmallScreen"} <= set(found)
    assert session.over
    assert {name for name in names if text not in found[name]} == set()


@pytest.mark.parametrize("text", ALIVE[: cases(4, 2)])
def test_in_a_debate_a_hostile_text_is_shown_and_does_nothing(tmp_path: Path, text: str) -> None:
    base = hostile_world(tmp_path, text)
    pack = read(base / "content/parley", roots_of(base)).pack
    assert pack is not None
    session = Session.start(pack, Setup(("no.minister",), 1, argue="all"))
    found: dict[str, str] = {}

    async def whole() -> None:
        app = DosMesasApp("en", session)
        async with app.run_test(size=SIZE) as pilot:
            for _ in range(40):
                await seen(app, pilot, found)
                if type(app.screen).__name__ == "OutcomeScreen":
                    break
                await pilot.press("enter")
            for key in ("f", "pagedown", "v"):
                await pilot.press(key)
                await seen(app, pilot, found)

    asyncio.run(whole())
    names = {"CaseScreen", "RebutScreen", "ReplyScreen", "FlowScreen"}
    assert names <= set(found)
    assert {name for name in names if text not in found[name]} == set()


@pytest.mark.parametrize("text", ALIVE[: cases(4, 2)])
def test_where_a_game_is_set_up_hostile_names_are_shown_and_do_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    base = hostile_world(tmp_path, text)
    home = roots_of(base)
    pack = read(base / "content/harbour", home).pack
    monkeypatch.setattr(locate, "roots", lambda: Roots(home.seeds, home.game, home.content))
    monkeypatch.setattr(setup_screen, "load_pack", lambda _: pack)
    found: dict[str, str] = {}

    async def whole() -> None:
        app = DosMesasApp("en", None)
        async with app.run_test(size=SIZE) as pilot:
            await seen(app, pilot, found)
            await pilot.press("o")
            await seen(app, pilot, found)
            await pilot.press("tab", "enter")
            await seen(app, pilot, found)

    asyncio.run(whole())
    assert set(found) == {"TitleScreen", "SetupScreen"}
    assert text in found["SetupScreen"]


def test_a_save_that_names_a_hostile_folder_is_told_on_the_title_and_the_title_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))
    header = Header("\x1b[2J" + CLICK, "", "0", 1, ("no.minister",), "persona", "authors", "en")
    line, _ = encode(header, 0, "")
    (tmp_path / "a.jsonl").write_text(line + "\n")
    found: dict[str, str] = {}

    async def whole() -> None:
        app = DosMesasApp("en", None)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("r")
            await app.workers.wait_for_complete()
            await seen(app, pilot, found)

    asyncio.run(whole())
    assert f"no pack '\ufffd[2J{CLICK}'" in found["TitleScreen"]
