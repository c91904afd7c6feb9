"""Which cards are dealt to an option, by one named draw a card: a new card in the bank shifts no other draw.

A hand is dealt in layers, so that no draw makes a debate without a doubt answered or a fact that cuts.
"""

from collections.abc import Callable, Iterable, Sequence

from dosmesas.model.arguments import Argue, Card
from dosmesas.model.decks import HANDS

MOST_REBUTTALS = 6
"""How many rebuttals lie ready against a hand."""
_CUTTING = 2

Lot = Callable[[Card], int]
"""The draw of a card: the lowest is dealt first."""


def hand(
    reasons: Sequence[Card], own: Iterable[str], doubted: Sequence[str], argue: Argue, lot: Lot
) -> list[Card]:
    """The reasons dealt: the event's `own`, one for each question still open, those that cut, then any.

    `doubted` are the questions, the heaviest doubt first. A short hand asks one question only.
    """
    size, mine = HANDS[argue], set(own)
    by_lot = sorted(reasons, key=lambda card: (lot(card), card.id))
    dealt = [card for card in by_lot if card.id in mine][: size - _CUTTING]
    open_questions = [one for one in doubted if one not in {card.answers for card in dealt}]
    for question in open_questions[: 1 if argue is Argue.SHORT else size]:
        dealt += _first(by_lot, dealt, lambda card, asked=question: card.answers == asked)  # type: ignore[misc] # mypy has no types for defaults of a lambda
    while len(dealt) < size and sum(1 for card in dealt if card.cuts) < _CUTTING:
        found = _first(by_lot, dealt, lambda card: bool(card.cuts))
        if not found:
            break
        dealt += found
    while len(dealt) < size and (found := _first(by_lot, dealt, lambda _: True)):
        dealt += found
    return dealt[:size]


def rebuttals(dealt: Sequence[Card], said: Sequence[Card], own: Iterable[str], lot: Lot) -> list[Card]:
    """What lies ready against a hand: the event's own, what hits a card not aimed at, then any by lot."""
    names, mine = {card.id for card in dealt}, set(own)
    by_lot = sorted(
        (card for card in said if card.worsens or names & set(card.against)),
        key=lambda card: (lot(card), card.id),
    )
    ready = [card for card in by_lot if card.id in mine]
    for target in sorted(names):
        if not any(target in card.against for card in ready):
            ready += _first(by_lot, ready, lambda card, aim=target: aim in card.against)  # type: ignore[misc] # as above
    while len(ready) < MOST_REBUTTALS and (found := _first(by_lot, ready, lambda _: True)):
        ready += found
    return ready[:MOST_REBUTTALS]


def replies(against: Sequence[Card], said: Sequence[Card]) -> list[Card]:
    """What can be said against rebuttals, by id."""
    names = {card.id for card in against}
    return sorted((card for card in said if names & set(card.against)), key=lambda card: card.id)


def _first(cards: Iterable[Card], dealt: Sequence[Card], wanted: Callable[[Card], bool]) -> list[Card]:
    """The first card that is wanted and not dealt yet, if any."""
    return next(([card] for card in cards if card not in dealt and wanted(card)), [])
