"""Make the pictures of the README and the docs from the real app: `python docs/pictures.py`."""

import asyncio
import tempfile
from pathlib import Path

from dosmesas.load.loading import load_pack
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.picture import picture

FOLDER = Path(__file__).parent
SIZE = (110, 34)
KEYS = {
    "table": ["3", "enter", "3"],
    "outcome": ["enter"],
    "debate": ["enter", "3", "enter", "enter", "1", "3"],
}


async def take() -> None:
    """Play into the second turn; keep a picture of the table, of what followed, and of a case being made."""
    with tempfile.TemporaryDirectory() as folder:
        setup = Setup(("mx.security_secretary",), 5)
        session = Session.start(load_pack("culiacan"), setup, save=Path(folder) / "game.jsonl")
        app = DosMesasApp("en", session)
        async with app.run_test(size=SIZE) as pilot:
            for name, keys in KEYS.items():
                for key in keys:
                    await pilot.press(key)
                    await pilot.pause()
                (FOLDER / f"{name}.svg").write_text(picture(app), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(take())
