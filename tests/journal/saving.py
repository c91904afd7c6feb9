"""Saves of the small world for these tests: a whole game, with two turns taken back."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from dosmesas.journal.records import Header
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from tests.support.small import harbour

SEATS = ("no.minister", "su.minister")
HEADER = Header("harbour", "d" * 32, "0", 7, SEATS, "random", "authors", "en")


def play(save: Path) -> Session:
    """Twelve decisions of the minister of Norden and a bot: two turns are taken back and played again."""
    session = Session.start(harbour(), Setup(SEATS[:1], 7, "random"), save=save)
    decided(session, 9)
    session.note_opened(SEATS[0], ["stock-falls", "talks-help"])
    session.say_sentence(SEATS[0], "because the fish were falling")
    session.undo()
    session.undo()
    decided(session, 9)
    return session


def decided(session: Session, most: int) -> None:
    """Take the first legal action of each human seat, so many times or to the end."""
    for _ in range(most):
        seat = session.next_seat()
        if seat is None:
            return
        session.decide(seat, session.legal(seat)[0])


@cache
def whole_save() -> bytes:
    """The bytes of that save."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "game.jsonl"
        assert play(path).over
        return path.read_bytes()
