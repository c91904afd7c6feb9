"""The one door to a check: everything that can be said against a pack, from its reader and from the desk."""

import re
from pathlib import Path

from dosmesas.load.folders import Kept
from dosmesas.load.loading import Loaded, read
from dosmesas.load.locate import Roots, roots_of
from dosmesas.load.source import Sources
from dosmesas.text.diagnostic import TooManyError

_ALLOWED = re.compile(r"#[ \t]*allow[ \t]")


def check(
    folder: Path,
    home: Roots | None = None,
    kept: Kept | None = None,
    sources: Sources | None = None,
) -> Loaded:
    """Every problem of a pack: what the reader finds and, where that is no error, what the lints find.

    `home` is where seeds/ and game/ lie, if neither beside its content/ nor with the game; `kept` spares
    whoever checks again the files that have not changed; `sources` are other ones than the disk's.
    """
    home = home or roots_of(folder)
    loaded = read(folder, home, kept, sources)
    if (folder / "tests").is_dir() or (home.game / "tests").is_dir():
        from dosmesas.load.trials.suite import suite_of_game, suite_of_pack

        try:
            suite_of_game(loaded, home.game, kept)
            suite_of_pack(loaded, folder, kept)
        except TooManyError:
            pass
    judge(loaded, folder, home)
    return loaded


def judge(loaded: Loaded, folder: Path, home: Roots) -> None:
    """Add what the lints find in what was read, but for what its author allows."""
    if loaded.pack is not None:
        from dosmesas.desk.lints.registry import lint  # a pack with errors needs none of it

        lint(loaded, folder, home.content)
    if any(map(_ALLOWED.search, loaded.sources.texts.values())):
        from dosmesas.desk.silence.silencing import silence

        silence(loaded, folder)
