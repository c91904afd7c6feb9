"""Deals: which are open to the seats of an event, which were struck, whose word was broken by choice."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from dosmesas.engine.scene import Scene
from dosmesas.engine.state import DECLINE, SILENT, Decision, Point
from dosmesas.lang.evaluate import evaluate
from dosmesas.model.events import Deal, Event, Option
from dosmesas.model.rules import Pack


@frozen
class Outcome:
    """How a deal of a turn ended: struck when both options were chosen; who broke a word given for it.

    `given` are the words that bound: one that the other side declined openly has nothing left to keep.
    """

    deal: Deal
    struck: bool
    given: tuple[str, ...]
    broken: tuple[str, ...]


def seated(pack: Pack, event: Event) -> tuple[str, ...]:
    """The seats of the pack that an event asks, sorted."""
    return tuple(sorted(seat for seat in event.seats if seat in pack.seats))


def legal_options(event: Event, seat: str, scene: Scene) -> tuple[Option, ...]:
    """The options of a seat whose `requires` holds, in the author's order."""
    options = event.seats.get(seat, ())
    return tuple(one for one in options if one.requires is None or evaluate(one.requires, scene))


def open_deals(pack: Pack, event: Event, scene: Scene) -> tuple[Deal, ...]:
    """The deals whose two seats are in play and could both keep them now."""
    seats = seated(pack, event)
    legal = {seat: {one.id for one in legal_options(event, seat, scene)} for seat in seats}
    return tuple(
        deal for deal in event.deals if all(option in legal.get(seat, set()) for seat, option in deal.between)
    )


def outcomes(event: Event, turn: int, decisions: Iterable[Decision]) -> tuple[Outcome, ...]:
    """How each deal of the event ended in a turn, sorted by first name."""
    made = [one for one in decisions if one.turn == turn]
    chosen = {one.seat: one.action for one in made if one.point is Point.CHOOSE}
    words = {one.seat: one.action for one in made if one.point is Point.WORD}
    found = []
    for deal in sorted(event.deals, key=lambda one: one.first):
        kept = {seat for seat, option in deal.between if chosen.get(seat) == option}
        given = tuple(sorted(seat for seat, _ in deal.between if binds(deal, seat, words)))
        broken = tuple(seat for seat in given if seat not in kept)
        found.append(Outcome(deal, len(kept) == len(deal.between), given, broken))
    return tuple(found)


def binds(deal: Deal, seat: str, words: Mapping[str, str]) -> bool:
    """Whether a seat gave its word on a deal, and the other side did not decline it openly."""
    others = (one for one, _ in deal.between if one != seat)
    return words.get(seat) == deal.id and all(words.get(one) != DECLINE for one in others)


def legal_words(deals: tuple[Deal, ...], seat: str) -> tuple[str, ...]:
    """What a seat may say: its word on one of its deals, decline, or nothing."""
    own = tuple(deal.id for deal in deals if deal.option_of(seat))
    return (*own, DECLINE, SILENT) if own else ()
