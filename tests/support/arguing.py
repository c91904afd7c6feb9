"""Sessions of packs that are argued, played by a script."""

from collections.abc import Mapping

from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import ALL, Setup
from tests.support.small import parley

WARDEN = "no.warden"
Script = Mapping[tuple[int, str, str], str]
"""Actions by turn, point and seat; where none is given, the first legal one is taken."""


def argue(
    script: Script | None = None,
    *seats: str,
    pack: Pack | None = None,
    seed: int = 7,
    argue: str = ALL,
    draws: str = "",
    turns: int = 4,
) -> Session:
    """A game of parley after so many turns; without seats all three are human."""
    pack = pack or parley()
    session = Session.start(pack, Setup(seats or pack.seats, seed, draws=draws, argue=argue))
    return go_on(session, script or {}, turns)


def go_on(session: Session, script: Script, turns: int = 4) -> Session:
    """Play on until so many turns are over."""
    while session.state.turn <= turns and (seat := session.next_seat()) is not None:
        at = (session.state.turn, str(session.state.point), seat)
        session.decide(seat, script.get(at, session.legal(seat)[0]))
    return session
