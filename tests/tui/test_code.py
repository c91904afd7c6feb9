"""A game code from the board is typed at the title, and the set-up shows the code of what is set."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from dosmesas.tui.app import DosMesasApp
from tests.support.screens import in_sight, name, press, run

CODE = "culiacan:us.president:4821:hard"


def typed(
    code: str, then: tuple[str, ...] = ("enter",), language: str = "en"
) -> tuple[DosMesasApp, list[str]]:
    """The app after a code was typed at the title, and what was in sight."""
    seen: list[str] = []

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "c")
        app.screen.query_one(Input).value = code
        await press(pilot, *then)
        await app.workers.wait_for_complete()
        await pilot.pause()
        seen.extend((name(app), in_sight(app), *(one.value for one in app.screen.query(Input))))

    return run(None, play, language=language), seen


def test_the_game_of_a_code_begins_and_is_saved(machine: None) -> None:
    app, seen = typed(CODE)
    setup = app.game.setup
    assert seen[0] == "TableScreen"
    assert (setup.seats, setup.seed, setup.counterpart) == (("us.president",), 4821, "greedy")
    app.game.close()
    assert [path.name for path in Path("saves").glob("*.jsonl")] == ["culiacan-4821.jsonl"]


def test_a_slip_is_told_and_the_line_keeps_what_was_typed(machine: None) -> None:
    _, seen = typed("culiacan:us.presidnt:4821", language="es")
    assert seen[0] == "CodeScreen"
    assert "¿Quiso decir 'us.president'?" in " ".join(seen[1].replace("│", " ").split())
    assert seen[2] == "culiacan:us.presidnt:4821"


def test_escape_goes_back_to_the_title(machine: None) -> None:
    _, seen = typed(CODE, then=("escape",))
    assert seen[0] == "TitleScreen"


def test_the_set_up_shows_the_code_of_what_is_set(machine: None) -> None:
    shown: list[str] = []

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "o", "right", "end")
        shown.append(in_sight(app))

    app = run(None, play)
    del app
    assert "Code for the board:" in shown[0]
    assert ":mx.president:" in "".join(shown[0].split())
