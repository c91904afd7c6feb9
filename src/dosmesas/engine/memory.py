"""What a seat has said in the turns before: cards wear out, and one is held to what one said."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from dosmesas.debate.table import How
from dosmesas.engine.plays import answer_of, play_of
from dosmesas.engine.state import Decision, Point
from dosmesas.model.arguments import Card

WEARS = 85
"""What a repeat leaves of a card, in 100."""
REMEMBERED = 3
"""For so many turns an audience remembers that it has heard a card."""


@frozen
class Memory:
    """`heard` counts how often each card was played of late; then claims relied on, and denied or taken back.

    To undercut one card, or to turn it, leaves its claim as it is: that is not to have said otherwise.
    """

    heard: tuple[tuple[str, int], ...] = ()
    relied: frozenset[str] = frozenset()
    disputed: frozenset[str] = frozenset()

    def worn(self, card: str, base: int) -> int:
        """What is left of a card's strength."""
        for _ in range(dict(self.heard).get(card, 0)):
            base = base * WEARS // 100
        return base


FRESH = Memory()


def memory_of(
    seat: str, faced: Mapping[int, str], turn: int, decisions: Iterable[Decision], cards: Mapping[str, Card]
) -> Memory:
    """The memory of a seat as a turn begins. `faced` says whom it answered in which turn before.

    `cards` are all that there are.
    """
    heard, relied, disputed = dict[str, int](), set[str](), set[str]()
    earlier = [one for one in decisions if one.turn < turn]
    cases = {(one.turn, one.seat): play_of(one.action) for one in earlier if one.point is Point.CASE}
    for one in (one for one in earlier if one.seat == seat):
        if one.point is Point.CASE:
            for name in cases[one.turn, seat]:
                if turn - one.turn <= REMEMBERED:
                    heard[name] = heard.get(name, 0) + 1
                relied |= _claims(cards, (name,))
        elif one.point is Point.REBUT:
            said = [cards[name] for name in play_of(one.action) if name in cards and denies(cards[name])]
            hit = {aim for card in said for aim in card.against} & {
                *cases.get((one.turn, faced.get(one.turn, "")), ())
            }
            disputed |= _claims(cards, hit)
        elif one.point is Point.REPLY and (answer := answer_of(one.action)).kind == "concede":
            disputed |= _claims(cards, (answer.card,))
    return Memory(tuple(sorted(heard.items())), frozenset(relied), frozenset(disputed))


def denies(card: Card) -> bool:
    """Whether a card disputes the claims of those that it speaks against."""
    return bool(card.against) and card.how is How.DENIES


def _claims(cards: Mapping[str, Card], names: Iterable[str]) -> set[str]:
    return {claim for name in names if name in cards for claim in cards[name].because}
