"""Packs whose choices go before home tables that the other country does not see."""

from functools import cache

from attrs import evolve

from dosmesas.engine.state import State
from dosmesas.lang.parser import parse
from dosmesas.load.home import home_flags, standings
from dosmesas.load.reading import Reading
from dosmesas.load.ruleset import by_id
from dosmesas.model.events import Event, Option
from dosmesas.model.limits import STAGES
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import ALL, AUTO, Setup
from dosmesas.text.diagnostic import Problems
from tests.support.making import NORDEN, SUDEN
from tests.support.shipped import shipped
from tests.support.small import parley

NORDEN_SEES = frozenset({NORDEN, "no.warden"})
EVERY = (NORDEN, "no.warden", SUDEN)


@cache
def culiacan_at_home() -> Pack:
    """The pack `culiacan`, argued and ratified."""
    pack = shipped("culiacan")
    if "ratify" in pack.stages:
        return pack
    ruleset, reading = pack.ruleset, Reading(Problems())
    indicators = by_id([*ruleset.indicators.values(), *standings(ruleset, reading)])
    flags = by_id([*ruleset.flags.values(), *home_flags(ruleset, reading)])
    return evolve(pack, stages=STAGES, ruleset=evolve(ruleset, indicators=indicators, flags=flags))


@cache
def apart() -> Pack:
    """The pack `parley`, in which Suden answers to crews of its own, whom Norden does not see."""
    pack, ruleset = parley(), parley().ruleset
    fishers, doubts = ruleset.indicators["fishers"], ruleset.bank.doubters["fishers"]
    crews = evolve(fishers, id="crews", seen_by=frozenset({SUDEN}))
    indicators = {**ruleset.indicators, "crews": crews, "fishers": evolve(fishers, seen_by=NORDEN_SEES)}
    offices = {**ruleset.offices, SUDEN: evolve(ruleset.offices[SUDEN], audiences=(("crews", 5),))}
    ruleset = evolve(
        ruleset,
        indicators=by_id(indicators.values()),
        offices=offices,
        audiences={**ruleset.audiences, "crews": evolve(ruleset.audiences["fishers"], id="crews")},
        bank=evolve(ruleset.bank, doubters={**ruleset.bank.doubters, "crews": evolve(doubts, id="crews")}),
    )
    pack = evolve(pack, ruleset=ruleset)
    for event in pack.events.values():
        for one in event.seats[SUDEN]:
            home = tuple(("crews", amount) for _, amount in one.home)
            pack = with_option(pack, one.id, home=home)
    return pack


def with_option(pack: Pack, name: str, **changed: object) -> Pack:
    """A pack with one option changed; its `home` may be written as texts by audience."""
    if isinstance(changed.get("home"), dict):
        changed["home"] = tuple((who, parse(text)) for who, text in changed["home"].items())
    event = pack.events[name.partition("/")[0]]
    return with_event(pack, evolve(event, seats=_changed(event, name, changed)))


def with_event(pack: Pack, event: Event) -> Pack:
    """A pack with one event changed."""
    return evolve(pack, events={**pack.events, event.id: event})


def with_indicator(pack: Pack, name: str, **changed: object) -> Pack:
    """A pack with one indicator changed, such as who sees it or where it starts."""
    indicators = pack.ruleset.indicators
    indicators = {**indicators, name: evolve(indicators[name], **changed)}
    return evolve(pack, ruleset=evolve(pack.ruleset, indicators=indicators))


def standing_at(session: Session, **values: int) -> State:
    """The state of a session with some indicators at other values, in thousandths."""
    state, names = session.state, session.game.tables.names
    return evolve(
        state, values=tuple(values.get(name, one) for name, one in zip(names, state.values, strict=True))
    )


def at_table(*seats: str, pack: Pack | None = None, argue: str = AUTO, seed: int = 7) -> Session:
    """A session of parley, or of another pack; the staff argues unless told otherwise."""
    return Session.start(pack or parley(), Setup(seats or EVERY, seed, "random", argue=argue))


def arguing(pack: Pack | None = None) -> Session:
    """A session of parley in which humans sit everywhere and say everything themselves."""
    return at_table(pack=pack, argue=ALL)


def _changed(event: Event, name: str, changed: dict[str, object]) -> dict[str, tuple[Option, ...]]:
    return {
        seat: tuple(evolve(one, **changed) if one.id == name else one for one in options)
        for seat, options in event.seats.items()
    }
