"""A finished turn as it unfolds, step by step: what was done, how home took it, what changed, and why."""

from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen

from dosmesas.session.outcome import (
    Decided,
    Entry,
    Headline,
    Moved,
    decided,
    events,
    headlines,
    moved,
    starts,
)
from dosmesas.session.ratification import Ratification, ratification
from dosmesas.session.session import Session
from dosmesas.session.turns import turns_of
from dosmesas.session.views import EVERYBODY, headline_of

LARGEST = 5
"""So many receipts are told at once; the others are folded."""


class Step(StrEnum):
    """The steps, in the order in which they appear."""

    ACT = "act"
    HOME = "home"
    CHANGE = "change"
    WHY = "why"
    PRESS = "press"


@frozen
class Cause:
    """A receipt with the name of the indicator that it moved; `better` is None where neither way is good."""

    name: str
    entry: Entry
    better: bool | None


@frozen
class Unfolding:
    """A finished turn in the player's language, as plain data: a face reveals it and decides nothing.

    `changed` are the indicators to look at, on screen or much moved (those at home are told with their
    votes); `slightly` counts the rest. `largest` are the receipts that moved most, each as a share of its
    indicator's range; `folded` are all others, largest first.
    """

    turn: int
    month: str
    acts: tuple[Decided, ...]
    events: tuple[str, ...]
    home: Ratification | None
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
            Step.WHY: bool(self.largest),
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
    causes = _causes(found)
    return Unfolding(
        number,
        session.pack.month(number)(language),
        tuple(sorted(decided(session, turn, seat, language), key=lambda one: not one.mine)),
        tuple(events(session, turn, seat, language)),
        home,
        changed,
        sum(one.id not in told for one in found) - len(changed),
        causes[:LARGEST],
        causes[LARGEST:],
        headlines(session, turn, language),
    )


def watched(session: Session, seat: str) -> tuple[str, ...]:
    """The indicators that a seat has on screen; of several players, those that the pack shows to all."""
    return headline_of(session, seat) if seat != EVERYBODY else session.pack.headline


def _changed(session: Session, found: Sequence[Moved], seat: str) -> tuple[Moved, ...]:
    """What is on screen and what moved much, in that order."""
    places = {name: place for place, name in enumerate(watched(session, seat))}
    shown = [one for one in found if one.id in places or one.much]
    return tuple(sorted(shown, key=lambda one: places.get(one.id, len(places))))


def _causes(moves: tuple[Moved, ...]) -> tuple[Cause, ...]:
    """Every receipt of the turn, the largest first; those without a paragraph come last."""
    found = [(one, entry) for one in moves for entry in one.entries]
    found.sort(
        key=lambda pair: (
            not pair[1].places,
            -(abs(pair[1].applied) * 1000 // pair[0].span),
            pair[1].receipt,
        )
    )
    return tuple(Cause(one.name, entry, _good(one, entry)) for one, entry in found)


def _good(one: Moved, entry: Entry) -> bool | None:
    """Whether a receipt went the good way of its indicator."""
    if one.better is None or not entry.applied or one.after == one.before:
        return None
    return one.better is ((entry.applied > 0) is (one.after > one.before))
