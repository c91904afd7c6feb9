"""The win-sets of the two sides of a deal: whether each home table would carry its part.

A seat knows its own; of the other side it knows what is said openly and what it sees, guesses from what is
public, and where even that is hidden from it, does not know.
"""

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from dosmesas.bots.estimate import visible_scene
from dosmesas.engine.home import Band
from dosmesas.engine.observe import InformationState
from dosmesas.engine.state import DECLINE, Decision, Point
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import names_in
from dosmesas.model.arguments import Ratify
from dosmesas.model.events import Deal, Event, Option
from dosmesas.model.rules import Pack
from dosmesas.session.home import Foreteller, HomeForecast


class Carries(StrEnum):
    """Whether a home table carries its part of a deal: as things stand, with a good case, or not even so."""

    SURE = "sure"
    POSSIBLE = "possible"
    NO = "no"


class Basis(StrEnum):
    """What an entry of a win-set rests on, for the one who reads it."""

    KNOWN = "known"
    GUESSED = "guessed"
    HIDDEN = "hidden"


@frozen
class Side:
    """One side of a deal, as a seat sees it.

    `carries` is None where it is hidden. `now` and `best` are its support without a case and with the best,
    in thousandths of 100, None where they are not seen. `said` is its open word: the deal's id, or `decline`.
    """

    seat: str
    basis: Basis
    carries: Carries | None
    now: int | None = None
    best: int | None = None
    said: str = ""


@frozen
class WinSets:
    """A deal in the two win-sets."""

    deal: str
    mine: Side
    theirs: Side

    @property
    def overlaps(self) -> bool | None:
        """Whether the deal is in both win-sets; None where nobody can tell."""
        both = (self.mine.carries, self.theirs.carries)
        return False if Carries.NO in both else None if None in both else True


def win_sets(
    foreteller: Foreteller, info: InformationState, forecasts: Mapping[str, HomeForecast]
) -> tuple[WinSets, ...]:
    """The win-sets for each deal that the seat could keep, given the forecasts of its options."""
    if not forecasts:
        return ()
    event, found = foreteller.pack.events[info.event], []
    for deal in event.deals:
        option = deal.option_of(info.seat)
        if option is not None and _open(foreteller.pack, deal, info):
            own = forecasts[option]
            mine = Side(info.seat, Basis.KNOWN, carries_of(own), own.now, own.best)
            found.append(WinSets(deal.id, mine, _theirs(foreteller, event, deal, info)))
    return tuple(found)


def carries_of(forecast: HomeForecast) -> Carries:
    """How a forecast stands to the line from which an option is carried in full."""
    if forecast.band_now is Band.CARRIED:
        return Carries.SURE
    return Carries.POSSIBLE if forecast.band_best is Band.CARRIED else Carries.NO


def _theirs(foreteller: Foreteller, event: Event, deal: Deal, info: InformationState) -> Side:
    """The other side, by what the seat sees of it and by what it has said."""
    seat, name = _partner(deal, info.seat)
    side = _seen(foreteller, event, seat, foreteller.pack.option(name), info)
    said = next((one.action for one in _words(info) if one.seat == seat), "")
    if said == DECLINE:
        return Side(seat, Basis.KNOWN, Carries.NO, side.now, side.best, said)
    if said == deal.id:
        # It knows its own table better than we guess it, and would not promise what it cannot carry.
        carries = Carries.SURE if side.carries is Carries.SURE else Carries.POSSIBLE
        return Side(seat, Basis.KNOWN, carries, side.now, side.best, said)
    return side


def _seen(foreteller: Foreteller, event: Event, seat: str, option: Option, info: InformationState) -> Side:
    pack, answered_for = foreteller.pack, event.ratify is Ratify.ANSWER_FOR
    if not _all_seen(pack, {name for _, amount in option.home for name in names_in(amount)}, info.seat):
        return Side(seat, *((Basis.KNOWN, Carries.SURE) if answered_for else (Basis.HIDDEN, None)))
    forecast = foreteller.guess(event, seat, option, visible_scene(pack, info))
    audiences = {name for name, _ in pack.ruleset.offices[seat].audiences}
    known = answered_for or _all_seen(pack, audiences, info.seat)
    basis = Basis.KNOWN if known else Basis.GUESSED
    return Side(seat, basis, carries_of(forecast), forecast.now, forecast.best)


def _open(pack: Pack, deal: Deal, info: InformationState) -> bool:
    """Whether a deal can be kept, as far as the seat sees."""
    if info.point is Point.WORD:
        return deal.id in info.legal
    seat, name = _partner(deal, info.seat)
    requires = pack.option(name).requires
    closed = (
        requires is not None
        and _all_seen(pack, names_in(requires), info.seat)
        and not evaluate(requires, visible_scene(pack, info))
    )
    return seat in pack.seats and deal.option_of(info.seat) in info.legal and not closed


def _all_seen(pack: Pack, names: frozenset[str] | set[str], seat: str) -> bool:
    indicators, flags = pack.ruleset.indicators, pack.ruleset.flags
    things = [indicators.get(name) or flags.get(name) for name in names]
    return all(thing is None or thing.seen(seat) for thing in things)


def _partner(deal: Deal, seat: str) -> tuple[str, str]:
    """The other office of a deal and its option."""
    return next((party, option) for party, option in deal.between if party != seat)


def _words(info: InformationState) -> list[Decision]:
    return [one for one in info.decisions if one.turn == info.turn and one.point is Point.WORD]
