"""The saved games on the screen: read beside it, gone on with, deleted after two questions."""

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot

from dosmesas.journal.journal import Journal
from dosmesas.journal.records import Header
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.listing import Listing
from tests.support.hostile import CLICK
from tests.support.midway import SECRETARY
from tests.support.screens import in_sight, name, run, text_of
from tests.support.shipped import shipped


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))
    return tmp_path


def begun(path: Path, language: str = "en") -> Session:
    setup = Setup((SECRETARY,), 3, argue="auto", language=language)
    return Session.start(shipped("culiacan"), setup, save=path)


async def type_keys(app: DosMesasApp, pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()


def listed(app: DosMesasApp) -> list[str]:
    return [one.text for one in app.screen.query_one("#saves", Listing).rows]


def test_from_the_title_a_save_is_gone_on_with(folder: Path) -> None:
    begun(folder / "a.jsonl").close()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "s")
        (row,) = listed(app)
        assert row.startswith("a.jsonl. Culiacán. Secretary of Security. turns decided: 0 of 4. seed 3. ")
        assert row.endswith("not finished.")
        await type_keys(app, pilot, "w", "l", "e", "y")  # there is no game to look into yet
        assert name(app) == "SavesScreen"
        await type_keys(app, pilot, "enter")
        assert name(app) == "TableScreen"
        assert app.game.journal is not None
        assert app.game.journal.path == folder / "a.jsonl"
        app.game.close()

    run(None, play)


def test_a_broken_one_says_why_and_the_list_stands(folder: Path) -> None:
    (folder / "a.jsonl").write_text("hello\n")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "s")
        assert "dañada: " in listed(app)[0]
        await type_keys(app, pilot, "enter")
        assert name(app) == "SavesScreen"
        assert "a.jsonl" in text_of(app, "#said")

    run(None, play, language="es")


def test_one_that_is_played_elsewhere_says_so_and_is_neither_opened_nor_deleted(folder: Path) -> None:
    session = begun(folder / "a.jsonl")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "s")
        assert "being played" in listed(app)[0]
        await type_keys(app, pilot, "enter")
        assert "being played elsewhere" in text_of(app, "#said")
        await type_keys(app, pilot, "b", "y", "y")
        assert "being played elsewhere" in text_of(app, "#question")

    run(None, play)
    assert (folder / "a.jsonl").exists()
    session.close()


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        (("b", "y", "y"), False),
        (("b", "s", "s"), False),
        (("b", "y", "n"), True),
        (("b", "n"), True),
        (("b", "b"), True),
        (("b", "enter"), True),
        (("b", "y", "escape"), True),
        (("b",), True),
    ],
)
def test_a_save_is_deleted_after_two_questions_and_after_no_fewer(
    folder: Path, keys: tuple[str, ...], there: bool
) -> None:
    begun(folder / "a.jsonl").close()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "s", *keys)
        assert name(app) == "SavesScreen"
        assert len(listed(app)) == there

    run(None, play)
    assert (folder / "a.jsonl").exists() is there


def test_in_a_game_its_own_save_leads_back_to_it(folder: Path) -> None:
    session = begun(folder / "a.jsonl")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "s")
        assert "being played here" in listed(app)[0]
        await type_keys(app, pilot, "enter")
        assert name(app) == "TableScreen"
        assert app.game is session

    run(session, play)


def test_in_a_game_another_save_takes_its_place(folder: Path) -> None:
    session = begun(folder / "a.jsonl")
    begun(folder / "b.jsonl", "es").close()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "s")
        place = next(n for n, row in enumerate(listed(app)) if row.startswith("b.jsonl"))
        await type_keys(app, pilot, "home", *["down"] * place, "enter")
        assert app.game is not session
        assert app.game.journal is not None
        assert app.game.journal.path == folder / "b.jsonl"
        assert len(app.screen_stack) == 2
        app.game.close()

    run(session, play)


def test_a_hostile_save_is_shown_as_it_is(folder: Path) -> None:
    header = Header(CLICK + "\x1b[2J", "", "0", 1, (CLICK,), "persona", "authors", "en")
    Journal.create(folder / "[red]x.jsonl", header).close()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "s")
        text = in_sight(app)
        assert CLICK in text
        assert "[red]x.jsonl" in text
        assert "\x1b" not in text
        await type_keys(app, pilot, "b")
        assert "[red]x.jsonl" in text_of(app, "#question")

    run(None, play)


def test_a_list_that_comes_after_the_player_has_gone_on_does_nothing(folder: Path) -> None:
    begun(folder / "a.jsonl").close()

    async def whole() -> None:
        app = DosMesasApp("en", None)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("s", "escape")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert name(app) == "TitleScreen"

    asyncio.run(whole())


def test_where_there_are_none_the_folder_is_named(folder: Path) -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "s")
        assert text_of(app, "#said").replace("\n", "").startswith("No saved games in ")

    run(None, play)
