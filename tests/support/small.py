"""The small world of tests/small: two harbours, three offices. It knows nothing of Mexico."""

import shutil
from functools import cache
from pathlib import Path

from dosmesas.engine.draws import Draws, NamedDraws
from dosmesas.engine.game import Game
from dosmesas.load.loading import Loaded, read
from dosmesas.load.locate import Roots
from dosmesas.model.rules import Pack

SMALL = Path(__file__).parent.parent / "small"


def roots_of(base: Path) -> Roots:
    """The data folders of a copy of the small world."""
    return Roots(base / "seeds", base / "game", base / "content")


def load_from(base: Path, name: str = "harbour") -> Loaded:
    """The outcome of reading a pack of a copy of the small world."""
    return read(base / "content" / name, roots_of(base))


@cache
def harbour() -> Pack:
    """The pack `harbour`."""
    pack = load_from(SMALL).pack
    assert pack is not None
    return pack


@cache
def parley() -> Pack:
    """The pack `parley`: three seats, everything is argued at home."""
    pack = load_from(SMALL, "parley").pack
    assert pack is not None
    return pack


def game(view: str = "authors", draws: Draws | None = None) -> Game:
    """A game of harbour."""
    return Game(harbour(), harbour().ruleset.worldviews[view], draws or NamedDraws())


def copy_of_small(folder: Path) -> Path:
    """A copy to damage."""
    shutil.copytree(SMALL, folder / "small")
    return folder / "small"
