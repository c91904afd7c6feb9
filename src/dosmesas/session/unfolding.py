"""A finished turn as it unfolds, step by step: what was done, how home took it, what changed, and why."""

from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen

from dosmesas.session.happened import happened
from dosmesas.session.largest import Own, largest, own, ranked, went_well
from dosmesas.session.outcome import Decided, Entry, Headline, Moved, decided, headlines, moved, starts
from dosmesas.session.ratification import Ratification, ratification
from dosmesas.session.session import Session
from dosmesas.session.turns import turns_of
from dosmesas.session.views import EVERYBODY, headline_of


class Step(StrEnum):
    """The steps, in the order in which they appear."""

    ACT = "act"
    HOME = "home"
    CHANGE = "change"
    WHY = "why"
    PRESS = "press"


@frozen
class Cause:
    """A receipt with the name of the indicator that it moved; `better` is None where neither way is good.

    Of a place it is told which way it moved, and no number.
    """

    name: str
    entry: Entry
    better: bool | None
    place: bool = False


@frozen
class Unfolding:
    """A finished turn in the player's language, as plain data: a face reveals it and decides nothing.

    `changed` are the indicators to look at, on screen or much moved (those at home are told with their
    votes); `slightly` counts the rest. `own` is what the reader's own decisions moved (None where it decided
    nothing). `largest` are the receipts that are worth most to the reader; `folded` are all others.
    """

    turn: int
    month: str
    acts: tuple[Decided, ...]
    events: tuple[str, ...]
    home: Ratification | None
    own: tuple[Own, ...] | None
    changed: tuple[Moved, ...]
    slightly: int
    largest: tuple[Cause, ...]
    folded: tuple[Cause, ...]
    headlines: tuple[Headline, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that have something to tell."""
        told = {
            Step.HOME: self.home is not None,
            Step.WHY: bool(self.largest or self.folded),
            Step.PRESS: bool(self.headlines),
        }
        return tuple(step for step in Step if told.get(step, True))


def unfolding(session: Session, number: int, seat: str, language: str) -> Unfolding:
    """A finished turn as a seat sees it; for EVERYBODY, only what every office sees, without a home table."""
    turns = turns_of(session)
    turn, before = turns[number - 1], turns[number - 2].values if number > 1 else starts(session)
    home = ratification(session, number, seat, language, turns)
    found = moved(session, turn, before, seat, language)
    told = {one.id for one in home.votes} if home else set[str]()
    changed = _changed(session, [one for one in found if one.id not in told], seat)
    acts = sorted(decided(session, turn, seat, language), key=lambda one: not one.mine)
    causes, at_once = [_cause(*pair) for pair in ranked(found)], len(largest(found))
    return Unfolding(
        number,
        session.pack.month(number)(language),
        tuple(acts),
        tuple(happened(session, turn, seat, language)),
        home,
        own(found) if any(one.mine for one in acts) else None,
        changed,
        sum(one.id not in told for one in found) - len(changed),
        tuple(causes[:at_once]),
        tuple(causes[at_once:]),
        headlines(session, turn, language),
    )


def watched(session: Session, seat: str) -> tuple[str, ...]:
    """The indicators that a seat has on screen; of several players, those that the pack shows to all."""
    return headline_of(session, seat) if seat != EVERYBODY else session.pack.headline


def _changed(session: Session, found: Sequence[Moved], seat: str) -> tuple[Moved, ...]:
    """What is on screen and what moved much, in that order; what moved by less than a tenth is neither."""
    places = {name: place for place, name in enumerate(watched(session, seat))}
    shown = [one for one in found if not one.slight and (one.id in places or one.much)]
    return tuple(sorted(shown, key=lambda one: places.get(one.id, len(places))))


def _cause(one: Moved, entry: Entry) -> Cause:
    return Cause(one.name, entry, went_well(one, entry.applied), one.levels is not None)
