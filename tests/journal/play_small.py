"""Plays the small world in plain mode, for a process that a test may kill: `python -m tests.journal.play_small SAVE`."""

import sys
from pathlib import Path

from dosmesas.plain.page import Page
from dosmesas.plain.play import PlainGame
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from tests.support.small import harbour


def main(save: Path) -> None:
    """Begin the save, or go on with it."""
    if save.exists():
        session = Session.resume(harbour(), save)
    else:
        session = Session.start(harbour(), Setup(("no.minister",), 7, "random"), save=save)
    PlainGame(session, sys.stdin, Page(sys.stdout, "en")).run()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
