"""The words that a newcomer is told, each with where it is met; the most needed come first."""

from collections.abc import Callable
from enum import StrEnum
from functools import cached_property, partial

from attrs import frozen

from dosmesas.engine.deals import open_deals
from dosmesas.engine.home import Band
from dosmesas.engine.state import Point, State
from dosmesas.model.arguments import Ratify
from dosmesas.model.events import Event
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


@frozen
class Look:
    """A seat's look at what it is shown at a moment."""

    session: Session
    seat: str
    moment: Moment

    @property
    def event(self) -> Event:
        """The event of the turn."""
        return self.session.pack.events[self.moment.state.event]

    @cached_property
    def fates(self) -> frozenset[str]:
        """What the home tables made of the choices of a turn that is over."""
        judged = judged_turn(self.session, self.moment.turn)
        verdicts = judged.verdicts.values() if judged else ()
        return frozenset("inquiry" if one.inquiry else str(one.band) for one in verdicts)


def _always(_: Look) -> bool:
    return True


def _on_deals(look: Look) -> bool:
    scene = look.session.game.tables.scene(look.moment.state)
    return any(deal.option_of(look.seat) for deal in open_deals(look.session.pack, look.event, scene))


def _on_words(look: Look) -> bool:
    return look.moment.state.point is Point.WORD and _on_deals(look)


def _on_win_sets(look: Look) -> bool:
    return look.session.foreteller.asks and look.moment.turn > 1 and _on_words(look)


def _on_home(look: Look) -> bool:
    return look.session.foreteller.asks and look.event.ratify is Ratify.CONSENT


def _on_coming(look: Look) -> bool:
    causes = {one.cause for one in look.moment.state.pending}
    led = (one for one in look.session.receipts if one.id in causes)
    return any(not unexplained(look.session, one, look.seat) for one in led)


def _on_bulletins(look: Look) -> bool:
    happened, bulletins = look.moment.state.happened, look.session.pack.bulletins
    return any(turn == look.moment.turn and name in bulletins for name, turn in happened)


def _on_conceding(look: Look) -> bool:
    legal = look.session.game.legal_actions(look.moment.state, look.seat)
    return any(one.startswith("concede") for one in legal)


def _on_fate(look: Look, fate: str) -> bool:
    return fate in look.fates


def _on_moved(look: Look, indicator: str = "") -> bool:
    """Whether an indicator, or any, moved in a turn so that the seat sees it."""
    return any(
        one.moves
        and one.indicator == (indicator or one.indicator)
        and visible(look.session, one.indicator, look.seat)
        for one in look.session.receipts
        if one.turn == look.moment.turn
    )


Met = Callable[[Look], bool]
DEBATE = (Kind.CASE, Kind.REBUT)
"""Where a seat picks cards: one of these is the first that it meets of debates."""
WORDS: dict[str, tuple[tuple[Kind, ...], Met]] = {
    "deal": ((Kind.TABLE,), _on_deals),
    "home table": ((Kind.TABLE,), _on_home),
    "card": (DEBATE, _always),
    "case": ((Kind.CASE,), _always),
    "rebuttal": ((Kind.REBUT,), _always),
    "reply": ((Kind.REPLY,), _always),
    "receipt": ((Kind.OUTCOME,), _on_moved),
    "concession": ((Kind.REPLY,), _on_conceding),
    "watered down": ((Kind.OUTCOME,), partial(_on_fate, fate=str(Band.WATERED))),
    "blocked": ((Kind.OUTCOME,), partial(_on_fate, fate=str(Band.BLOCKED))),
    "inquiry": ((Kind.OUTCOME,), partial(_on_fate, fate="inquiry")),
    "giving way": ((Kind.OUTCOME,), partial(_on_fate, fate=str(Band.GAVE_WAY))),
    "word": ((Kind.TABLE,), _on_words),
    "win-set": ((Kind.TABLE,), _on_win_sets),
    "coming effects": ((Kind.TABLE,), _on_coming),
    "claim": ((Kind.CASE,), _always),
    "trust": ((Kind.OUTCOME,), partial(_on_moved, indicator="trust")),
    "rhetoric": ((Kind.OUTCOME,), partial(_on_moved, indicator="rhetoric")),
    "ledger": ((Kind.OUTCOME,), _on_moved),
    "bulletin": ((Kind.TABLE,), _on_bulletins),
    "outlook": ((Kind.END,), _always),
    "worldview": ((Kind.END,), _always),
}
"""Each word with where it is met, the most needed first."""
ASKED = frozenset({Kind.TABLE, Kind.CASE, Kind.REBUT, Kind.REPLY})
