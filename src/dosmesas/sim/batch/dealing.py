"""Hands and rebuttals dealt in many games at once, in the layers of engine/dealing.py."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from dosmesas.engine.benches import Dealer, doubted
from dosmesas.engine.dealing import MOST_REBUTTALS
from dosmesas.engine.draws import key
from dosmesas.model.arguments import Argue
from dosmesas.model.decks import HANDS, counters, deck
from dosmesas.model.events import Event, Option
from dosmesas.sim.batch.cards import NOBODY, Cards
from dosmesas.sim.batch.numbers import Bits, Small, Yes, mix

_CUTTING = 2
_LAST = np.int16(1 << 14)
"""Behind every card in the order of lots."""


@frozen(eq=False, repr=False)
class Deck:
    """What can be dealt to an option: reasons and counters by number, in the order of names.

    `counters` are the places of counters as the bank lists them; `replies` those that answer a rebuttal.
    """

    reasons: Small
    said: Small
    own: Yes
    own_said: Yes
    listed: Small
    replies: Small
    asked: tuple[int, ...]
    size: int
    short: bool
    _reason_keys: Bits
    _said_keys: Bits

    @classmethod
    def of(cls, cards: Cards, dealer: Dealer, event: Event, seat: str, option: Option) -> "Deck":
        """The deck of an option."""
        bank = dealer.pack.ruleset.bank
        reasons = sorted({cards.number[one.id] for one in deck(option, event, bank)})
        listed = [cards.number[one.id] for one in counters(option, event, bank)]
        said, own = sorted(set(listed)), {cards.number[one.id] for one in event.cards}
        replies = [one for one in said if any(cards.aims[one, other] for other in said)]
        asked = [cards.questions.index(one) for one in doubted(dealer.listeners(seat))]
        return cls(
            np.array(reasons, np.int16),
            np.array(said, np.int16),
            np.array([one in own for one in reasons], bool),
            np.array([one in own for one in said], bool),
            np.array([listed.index(one) for one in said], np.int16),
            np.array(replies, np.int16),
            tuple(asked),
            HANDS[event.argue],
            event.argue is Argue.SHORT,
            _keys(option, [cards.names[one] for one in reasons]),
            _keys(option, [cards.names[one] for one in said]),
        )

    def deal(self, cards: Cards, mixed: Bits, turn: int) -> tuple[Small, Small]:
        """Hands as dealt, (cards, games), and the rebuttals that lie ready, by number; NOBODY for none."""
        hand = self._hand(cards, mixed, turn)
        return hand.numbers(self.reasons, self.size), self._ready(cards, hand, mixed, turn)

    def _hand(self, cards: Cards, mixed: Bits, turn: int) -> "_Dealt":
        dealt = _Dealt(_lots(self._reason_keys, mixed, turn))
        answers, cutting = cards.answers[self.reasons], cards.cutting[self.reasons]
        for _ in range(min(self.size - _CUTTING, int(self.own.sum()))):
            dealt.first(self.own, None)
        asked = np.zeros(dealt.games, np.int16)
        still = [~dealt.taken[answers == question].any(axis=0) for question in self.asked]
        for question, unanswered in zip(self.asked, still, strict=True):
            dealt.first(answers == question, unanswered & (asked < (1 if self.short else self.size)))
            asked += unanswered
        for _ in range(_CUTTING):
            few = dealt.taken[cutting].sum(axis=0) < _CUTTING
            dealt.first(cutting, few & (dealt.count < self.size))
        while (room := dealt.count < np.minimum(self.size, len(self.reasons))).any():
            dealt.first(None, room)
        return dealt

    def _ready(self, cards: Cards, hand: "_Dealt", mixed: Bits, turn: int) -> Small:
        held = hand.place < self.size
        aims = cards.aims[np.ix_(self.said, self.reasons)]
        fits = (aims.astype(np.int16) @ held.astype(np.int16)) > 0
        fits |= (cards.worsens[self.said] != NOBODY)[:, None]
        dealt = _Dealt(_lots(self._said_keys, mixed, turn))
        for _ in range(int(self.own_said.sum())):
            dealt.first(self.own_said, None, fits)
        for place in range(len(self.reasons)):
            aimed = aims[:, place]
            if aimed.any():
                dealt.first(aimed, held[place] & ~dealt.taken[aimed].any(axis=0), fits)
        for _ in range(MOST_REBUTTALS):
            dealt.first(None, dealt.count < MOST_REBUTTALS, fits)
        return dealt.numbers(self.said, MOST_REBUTTALS)


class _Dealt:
    """Cards being dealt: `place` says when each was, past all others where it was not."""

    def __init__(self, lots: Bits) -> None:
        order = np.argsort(lots, axis=0, kind="stable")
        self.rank = np.empty(lots.shape, np.int16)
        np.put_along_axis(self.rank, order, np.arange(len(lots), dtype=np.int16)[:, None], axis=0)
        self.place = np.full(lots.shape, _LAST, np.int16)
        self.taken = np.zeros(lots.shape, bool)
        self.games = lots.shape[1]
        self.count = np.zeros(self.games, np.int16)
        self._columns = np.arange(self.games)

    def first(self, wanted: Yes | None, where: Yes | None, fits: Yes | None = None) -> None:
        """Deal the first wanted card by lot that is not dealt yet, in the games where there is one."""
        if not len(self.rank):
            return
        shut = self.taken if wanted is None else self.taken | ~wanted[:, None]
        if fits is not None:
            shut = shut | ~fits
        ranked = np.where(shut, _LAST, self.rank)
        card = ranked.argmin(axis=0)
        found = ranked[card, self._columns] < _LAST
        if where is not None:
            found &= where
        columns = np.flatnonzero(found)
        self.place[card[columns], columns] = self.count[columns]
        self.taken[card[columns], columns] = True
        self.count += found

    def numbers(self, names: Small, most: int) -> Small:
        """The first cards dealt, in order, (most, games); NOBODY where there were fewer."""
        found = np.full((most, self.games), NOBODY, np.int16)
        card, column = np.nonzero(self.place < most)
        found[self.place[card, column], column] = names[card]
        return found


def _keys(option: Option, names: Sequence[str]) -> Bits:
    return np.array([key(f"card:{option.first}:{name}") for name in names], np.uint64)


def _lots(keys: Bits, mixed: Bits, turn: int) -> Bits:
    """The draw of each card in each game, (cards, games)."""
    return mix(mix(mix(keys[:, None] ^ mixed[None, :]) ^ np.uint64(turn)))
