"""Settings on the screens: they hold at once, in mid-turn, and are kept; the palette and the story."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList

from dosmesas.session.session import Session
from dosmesas.session.settings import Settings, read_settings
from dosmesas.session.setup import Setup
from dosmesas.tui.app import DosMesasApp, Wish
from tests.support.screens import in_sight, name, notices, press, run
from tests.support.small import parley


def game() -> Session:
    return Session.start(parley(), Setup((parley().seats[0],), 3))


def test_a_theme_holds_at_once_and_in_the_next_game(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        app.wish = Wish(file=file)
        await press(pilot, "a", "down", "enter")
        assert app.theme == "day"
        assert "[day]" in in_sight(app)
        await press(pilot, "a")
        assert name(app) == "TableScreen"

    run(game(), play)
    assert read_settings(file, "en")[0] == Settings(theme="day")


def test_a_setting_that_cannot_be_kept_is_told_and_holds(tmp_path: Path) -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        app.wish = Wish(file=tmp_path)
        await press(pilot, "a", "down", "enter")
        assert app.theme == "day"
        assert any("could not be kept" in one for one in notices(app))

    run(game(), play)


def test_the_language_changed_in_the_settings_is_that_of_the_table_beneath() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "a", "enter", "enter", "escape")
        assert name(app) == "TableScreen"
        assert "q salir" in in_sight(app)

    run(game(), play)


def test_a_players_own_key_works_and_the_old_one_does_not() -> None:
    app = DosMesasApp("en", game(), Wish(Settings(keys={"dossier": "f5", "why": "ctrl+w"})))

    async def play() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "d")
            assert name(app) == "TableScreen"
            assert "f5 dossier" in in_sight(app)
            assert any("only one letter" in one for one in notices(app))
            await press(pilot, "f5")
            assert name(app) == "DossierScreen"
            await press(pilot, "escape", "w")
            assert name(app) == "WhyScreen"

    import asyncio

    asyncio.run(play())


def test_the_palette_finds_a_command_by_its_name_in_the_players_language() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "p", *"expediente", "enter")
        await pilot.pause(0.1)
        for _ in range(100):
            if name(app) == "DossierScreen":
                return
            await press(pilot, "enter")
        assert name(app) == "DossierScreen"

    run(game(), play, language="es")


def test_the_story_goes_to_the_clipboard_and_says_what_was_decided() -> None:
    session = game()
    while session.state.turn == 1:
        seat = session.next_seat()
        assert seat is not None
        session.decide(seat, session.legal(seat)[0])

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "y")
        title = app.game.pack.title("en")
        assert app.clipboard.startswith(f"Dos Mesas. {title}, seed 3.\n")
        assert "Turn 1 of" in app.clipboard

    run(session, play)


def test_a_picture_of_the_screen_is_kept_and_fetches_nothing(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "x", "x")
        kept = sorted((tmp_path / "pictures").iterdir())
        assert [one.name for one in kept] == ["screen-1.svg", "screen-2.svg"]
        text = kept[0].read_text(encoding="utf-8")
        assert "<svg" in text
        assert "url(http" not in text
        assert str(kept[1]) in " ".join(notices(app)).replace("\n", "")

    run(game(), play)


def test_every_choice_of_the_settings_is_in_sight_at_80_by_24() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "a")
        rows = app.screen.query_one(OptionList)
        assert rows.max_scroll_x == 0
        assert "the terminal's" in in_sight(app)

    run(game(), play)
