"""The one door to a check: everything that can be said against a pack, from its reader and from the desk."""

from pathlib import Path

from dosmesas.load.folders import Kept
from dosmesas.load.loading import Loaded, read
from dosmesas.load.locate import Roots


def check(folder: Path, home: Roots | None = None, kept: Kept | None = None) -> Loaded:
    """Every problem of a pack.

    `home` is where seeds/ and game/ lie, if neither beside its content/ nor with the game; `kept` spares
    whoever checks again the files that have not changed.
    """
    return read(folder, home, kept)
