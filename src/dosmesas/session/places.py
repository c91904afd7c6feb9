"""The places of the map: how each stands and what happened there, as an office sees it."""

from attrs import frozen

from dosmesas.engine.receipts import LIMIT, Receipt
from dosmesas.load.world import WILLING
from dosmesas.model.events import Bulletin, Event
from dosmesas.model.world import Indicator
from dosmesas.session.outcome import entry
from dosmesas.session.session import Session
from dosmesas.session.turns import finished_turns
from dosmesas.session.views import level, place_level, visible
from dosmesas.text.number import signed


@frozen
class Happening:
    """What happened at a place in a turn: an event, a bulletin, or a decision that moved its level.

    `moved` is by how much, with its sign; empty where nothing moved.
    """

    turn: int
    month: str
    text: str
    moved: str = ""


@frozen
class PlaceView:
    """A place in the player's language. `level` is calm, tense or violent; `told` says it with the number.

    `change` is what the level has moved by since the game began, in thousandths; `willing` whether those who
    govern there work with others (None: not for this office to know).
    """

    id: str
    name: str
    about: str
    states: tuple[str, ...]
    level: str
    told: str
    change: int
    willing: bool | None
    happened: tuple[Happening, ...]


def places_view(session: Session, seat: str | None, language: str) -> tuple[PlaceView, ...]:
    """All places whose level a seat sees, as the author put them; with no seat, everything is opened."""
    places = [one for one in session.pack.ruleset.indicators.values() if one.is_place]
    seen = [one for one in places if seat is None or one.seen(seat)]
    ordered, moving = sorted(seen, key=lambda one: one.where.line), _moving(session)
    return tuple(_place(session, one, moving, seat, language) for one in ordered)


def _place(
    session: Session, one: Indicator, moving: list[Receipt], seat: str | None, language: str
) -> PlaceView:
    scene = session.game.tables.scene(session.state)
    value, flag = scene.value(one.id), one.id + WILLING
    shown = flag in session.pack.ruleset.flags and (seat is None or visible(session, flag, seat))
    return PlaceView(
        one.id,
        one.name(language),
        one.text(language),
        one.states,
        place_level(value),
        level(one, value, language),
        value - one.start,
        bool(scene.value(flag)) if shown else None,
        _happened(session, one.id, moving, seat, language),
    )


def _happened(
    session: Session, place: str, moving: list[Receipt], seat: str | None, language: str
) -> tuple[Happening, ...]:
    """Turn by turn: what came onto the table there, then the choices that moved the level."""
    found, pack = [], session.pack
    for turn in range(1, session.state.turn + 1):
        month = pack.month(turn)(language)
        names = (name for name, at in session.state.happened if at == turn)
        come = (pack.events.get(name) or pack.bulletins[name] for name in names)
        found += [Happening(turn, month, _title(one, language)) for one in come if place in one.at]
        own = (one for one in moving if one.turn == turn and one.indicator == place)
        lines = (entry(session, one, seat, language) for one in own)
        found += [Happening(turn, month, one.text, signed(one.applied)) for one in lines]
    return tuple(found)


def _moving(session: Session) -> list[Receipt]:
    """The receipts by which somebody's choice or news moved a level, and not a rule, month after month."""
    places = {one.id for one in session.pack.ruleset.indicators.values() if one.is_place}
    drifts = {LIMIT, *session.pack.ruleset.rules}
    last = finished_turns(session)
    return [
        one
        for one in session.receipts
        if one.moves and one.indicator in places and one.turn <= last and one.by not in drifts
    ]


def _title(one: Event | Bulletin, language: str) -> str:
    return one.title(language) if isinstance(one, Event) else one.text(language)
