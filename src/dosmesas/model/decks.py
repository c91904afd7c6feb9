"""Which cards of the bank and of an event can come up when an option is argued."""

from dosmesas.model.arguments import Argue, Bank, Card
from dosmesas.model.events import Event, Option

HANDS = {Argue.SHORT: 5, Argue.FULL: 6}
"""The cards that are dealt for a case."""


def deck(option: Option, event: Event, bank: Bank) -> tuple[Card, ...]:
    """The reasons that may be dealt: the event's own, and those of the option's lines, that fit its act."""
    return tuple(card for card in _cards(option, event, bank) if card.answers and card.fits(option.act))


def counters(option: Option, event: Event, bank: Bank) -> tuple[Card, ...]:
    """Everything that can be said against these reasons and in reply: rebuttals and replies."""
    return tuple(card for card in _cards(option, event, bank) if not card.answers)


def _cards(option: Option, event: Event, bank: Bank) -> tuple[Card, ...]:
    of_lines = [card for name in option.lines if name in bank.lines for card in bank.lines[name].cards]
    own = (card for card in event.cards if card.comes_up(option.id))
    return (*own, *of_lines)
