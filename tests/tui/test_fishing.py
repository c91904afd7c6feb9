"""A game with rules of its own, on the screens: nothing on them speaks of the countries of the shipped pack."""

from textual.pilot import Pilot

from dosmesas.load.loading import load_pack
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.commands import ROOMS
from tests.content.test_fishing import AT_HOME, HERRING
from tests.support.screens import in_sight, name, press, run, screen_text


def test_a_game_is_played_on_the_screens_and_every_room_opens(machine: None) -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        seen = []
        for _ in range(90):
            if name(app) == "DebriefScreen":
                break
            if (name(app), app.game.state.turn) == ("TableScreen", 2) and "rooms" not in seen:
                seen.append("rooms")
                for room in ROOMS:
                    await press(pilot, room.key.partition(",")[0])
                    await app.workers.wait_for_complete()
                    if room.id != "settings":  # where the languages are named
                        assert AT_HOME.search(screen_text(app)) is None, room.id
                    await press(pilot, "escape")
            assert AT_HOME.search(in_sight(app)) is None
            await press(
                pilot,
                *({"CaseScreen": ("1", "2", "g"), "RebutScreen": ("1", "g")}.get(name(app), ("enter",))),
            )
            if name(app) in {"SwapToldScreen", "StatementScreen", "SentenceScreen"}:
                await press(pilot, "escape")
        assert name(app) == "DebriefScreen"

    pack = load_pack(str(HERRING))
    run(Session.start(pack, Setup(("su.harbours",), 11)), play)
