"""Make the pictures of the README and the docs from the real app: `python docs/pictures.py`."""

import asyncio
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from dosmesas.engine.state import Point
from dosmesas.load.loading import load_pack
from dosmesas.session.session import Session
from dosmesas.session.settings import Settings
from dosmesas.session.setup import Setup
from dosmesas.tui.app import DosMesasApp, Wish
from dosmesas.tui.picture import picture

FOLDER = Path(__file__).parent
SIZE = (120, 40)
SEAT = "mx.security_secretary"
SETTINGS = Settings(detail="full", motion="reduced", guide="off")
ROOMS = {"paper": "n", "map": "m", "charts": "c", "ledger": "l"}
"""Rooms that are opened over the outcome of the second turn, each by its key."""


def to_the_second_choice(session: Session) -> None:
    """Play the first option everywhere until the second turn's choice."""
    while session.state.turn < 2 or session.state.point is not Point.CHOOSE:
        session.decide(SEAT, session.legal(SEAT)[0])


def keep(app: DosMesasApp, name: str) -> None:
    """Write what is on the screen."""
    (FOLDER / f"{name}.svg").write_text(picture(app), encoding="utf-8")


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and let the screen come to rest."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def take() -> None:
    """Pictures of a choice, a case being made, what followed, and what can be looked at then."""
    with tempfile.TemporaryDirectory() as folder:
        session = Session.start(load_pack("culiacan"), Setup((SEAT,), 5), save=Path(folder) / "game.jsonl")
        to_the_second_choice(session)
        app = DosMesasApp("en", session, Wish(SETTINGS))
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "1")
            keep(app, "table")
            await press(pilot, "enter", "1", "3")
            keep(app, "debate")
            while session.state.turn == 2:
                await press(pilot, "enter", "g")
            keep(app, "outcome")
            for name, key in ROOMS.items():
                await press(pilot, key)
                keep(app, name)
                await press(pilot, key)


if __name__ == "__main__":
    asyncio.run(take())
