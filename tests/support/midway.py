"""Games that stand in the middle of a debate."""

from pathlib import Path

from dosmesas.engine.state import Point
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from tests.support.shipped import shipped

SECRETARY = "mx.security_secretary"


def arguing(
    point: Point,
    seat: str = SECRETARY,
    *,
    turn: int = 2,
    language: str = "en",
    pack: Pack | None = None,
    seats: tuple[str, ...] = (),
    save: Path | None = None,
) -> Session:
    """A game that stands where the seat is to argue; cards have been played on the way."""
    setup = Setup(seats or (seat,), 3, language=language, argue="all")
    session = Session.start(pack or shipped("culiacan"), setup, save=save)
    while (session.state.turn, session.state.point, session.next_seat()) != (turn, point, seat):
        mover = session.next_seat()
        assert mover is not None
        said = session.state.point in {Point.CASE, Point.REBUT}
        legal = session.legal(mover)
        session.decide(mover, legal[-1] if said else legal[0])
    return session
