"""The words that a newcomer is told, each with where it is met; the most needed come first."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from attrs import frozen

from dosmesas.engine.deals import open_deals
from dosmesas.engine.home import Band
from dosmesas.engine.state import Point, State
from dosmesas.model.arguments import Ratify
from dosmesas.session.debates.past import judged_turn
from dosmesas.session.session import Session
from dosmesas.session.views import unexplained, visible


class Kind(StrEnum):
    """Where a seat meets words: at the table, in the parts of a debate, in what followed, after the end."""

    TABLE = "table"
    CASE = "case"
    REBUT = "rebut"
    REPLY = "reply"
    OUTCOME = "outcome"
    END = "end"


@frozen
class Moment:
    """What a seat is shown: at which place of the path, and the state that it is read from."""

    kind: Kind
    turn: int
    place: int
    state: State


def _always(_session: Session, _seat: str, _moment: Moment) -> bool:
    return True


def _on_deals(session: Session, seat: str, moment: Moment) -> bool:
    event, scene = session.pack.events[moment.state.event], session.game.tables.scene(moment.state)
    return any(deal.option_of(seat) for deal in open_deals(session.pack, event, scene))


def _on_words(session: Session, seat: str, moment: Moment) -> bool:
    return moment.state.point is Point.WORD and _on_deals(session, seat, moment)


def _on_win_sets(session: Session, seat: str, moment: Moment) -> bool:
    return session.foreteller.asks and moment.turn > 1 and _on_words(session, seat, moment)


def _on_home(session: Session, _seat: str, moment: Moment) -> bool:
    event = session.pack.events[moment.state.event]
    return session.foreteller.asks and event.ratify is Ratify.CONSENT


def _on_coming(session: Session, seat: str, moment: Moment) -> bool:
    causes = {one.cause for one in moment.state.pending}
    return any(not unexplained(session, one, seat) for one in session.receipts if one.id in causes)


def _on_bulletins(session: Session, _seat: str, moment: Moment) -> bool:
    happened = moment.state.happened
    return any(turn == moment.turn and name in session.pack.bulletins for name, turn in happened)


def _on_conceding(session: Session, seat: str, moment: Moment) -> bool:
    return any(one.startswith("concede") for one in session.game.legal_actions(moment.state, seat))


def _on_band(session: Session, seat: str, moment: Moment, band: str) -> bool:
    """Whether a home table made this of a choice that is told with what followed."""
    judged = judged_turn(session, moment.turn)
    verdicts = judged.verdicts.values() if judged else ()
    fates = {"inquiry" if one.inquiry else str(one.band) for one in verdicts}
    return band in fates and bool(seat)


def _on_moved(session: Session, seat: str, moment: Moment, indicator: str = "") -> bool:
    """Whether an indicator, or any, moved in a turn by receipts that the seat sees."""
    return any(
        one.moves and one.indicator == (indicator or one.indicator) and visible(session, one.indicator, seat)
        for one in session.receipts
        if one.turn == moment.turn
    )


Met = Callable[[Session, str, Moment], bool]
WORDS: dict[str, tuple[Kind, Met]] = {
    "deal": (Kind.TABLE, _on_deals),
    "home table": (Kind.TABLE, _on_home),
    "case": (Kind.CASE, _always),
    "rebuttal": (Kind.REBUT, _always),
    "reply": (Kind.REPLY, _always),
    "receipt": (Kind.OUTCOME, _on_moved),
    "concession": (Kind.REPLY, _on_conceding),
    "watered down": (Kind.OUTCOME, partial(_on_band, band=str(Band.WATERED))),
    "blocked": (Kind.OUTCOME, partial(_on_band, band=str(Band.BLOCKED))),
    "inquiry": (Kind.OUTCOME, partial(_on_band, band="inquiry")),
    "giving way": (Kind.OUTCOME, partial(_on_band, band=str(Band.GAVE_WAY))),
    "word": (Kind.TABLE, _on_words),
    "win-set": (Kind.TABLE, _on_win_sets),
    "coming effects": (Kind.TABLE, _on_coming),
    "card": (Kind.CASE, _always),
    "claim": (Kind.CASE, _always),
    "trust": (Kind.OUTCOME, partial(_on_moved, indicator="trust")),
    "rhetoric": (Kind.OUTCOME, partial(_on_moved, indicator="rhetoric")),
    "ledger": (Kind.OUTCOME, _on_moved),
    "bulletin": (Kind.TABLE, _on_bulletins),
    "outlook": (Kind.END, _always),
    "worldview": (Kind.END, _always),
}
"""Each word with where it is met, the most needed first."""
ASKED = frozenset({Kind.TABLE, Kind.CASE, Kind.REBUT, Kind.REPLY})
