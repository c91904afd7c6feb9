"""How far plans stand in many debates at once: debate/net.py and debate/judge.py on columns, to the same bits.

A debate has up to three cards of the case, two rebuttals, one reply or one card that backs another. Each is a
column of card numbers, NOBODY where nothing lies. A product of two factors is the same in either order; where
more come together they are taken in the order of their names, as everywhere.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import define, field, frozen

from dosmesas.debate.graph import ONE
from dosmesas.debate.judge import Listener
from dosmesas.sim.batch.cards import NOBODY, Cards
from dosmesas.sim.batch.numbers import Ints, Small, Yes, near

_LAST = np.int16((1 << 15) - 1)


@frozen(eq=False, repr=False)
class Audiences:
    """Who listens to each seat: doubts in billionths as (seats, listeners, questions), below 0 for none."""

    names: Mapping[str, tuple[str, ...]]
    doubts: Ints
    shares: Ints

    @classmethod
    def of(cls, listeners: Mapping[str, tuple[Listener, ...]], questions: tuple[str, ...]) -> "Audiences":
        """The audiences of seats, in their order."""
        most = max((len(heard) for heard in listeners.values()), default=0)
        doubts = np.full((len(listeners), most, len(questions)), -1, np.int64)
        shares = np.zeros((len(listeners), most), np.int64)
        for row, heard in enumerate(listeners.values()):
            for place, one in enumerate(heard):
                shares[row, place] = one.share
                for question, weight in one.doubts.items():
                    doubts[row, place, questions.index(question)] = weight
        return cls({seat: tuple(one.id for one in heard) for seat, heard in listeners.items()}, doubts, shares)

    def asks(self) -> Yes:
        """Which questions anybody at home asks a seat, (seats, questions)."""
        return (self.doubts >= 0).any(axis=1)


@define(eq=False)
class Spoken:
    """What lies on the table in each debate, columns of equal length.

    `bases` are those of the case, worn by repetition. `backed` is the place in the case of the card that `back`
    supports.
    """

    seat: Small
    case: Sequence[Small]
    bases: Sequence[Ints]
    against: Sequence[Small] = field(factory=list)
    reply: Small | None = None
    back: Small | None = None
    back_base: Ints | None = None
    backed: Small | None = None


@define(eq=False)
class _Card:
    """A card on the table: number (0 where there is none), whether it lies there, how strong it is."""

    number: Small
    there: Yes
    strength: Ints


@define(eq=False, repr=False)
class Scales:
    """Weighs debates."""

    cards: Cards
    audiences: Audiences

    def worth(self, spoken: Spoken) -> Ints:
        """The sum of share times strength."""
        strengths = self.strengths(spoken)
        shares = self.audiences.shares[spoken.seat]
        return (shares * strengths).sum(axis=1)

    def strengths(self, spoken: Spoken) -> Ints:
        """How far each plan stands with each listener, (debates, listeners) in billionths."""
        cards, size = self.cards, len(spoken.seat)
        reply = [self._lying(spoken.reply, None)] if spoken.reply is not None else []
        against = [self._lying(one, None) for one in spoken.against]
        case = [self._lying(one, base) for one, base in zip(spoken.case, spoken.bases, strict=True)]
        back = [self._lying(spoken.back, spoken.back_base)] if spoken.back is not None else []
        reasons = [*case, *back]
        self._clear(against, reasons)
        self._clear(reply, against)
        self._hit(against, reply, against)
        self._hit(back, against, reasons)
        self._hit(case, against, reasons, (back[0], spoken.backed) if back and spoken.backed is not None else None)
        moved = []
        for question in range(len(cards.questions)):
            answered: Ints | int = ONE
            for one in case:
                answers = one.there & (cards.answers[one.number] == question)
                answered = near(answered * (ONE - np.where(answers, one.strength, 0)), ONE)
            moved.append(answered - self._worse(question, reasons, against, reply, size))
        return self._plans(spoken.seat, moved)

    def _lying(self, numbers: Small, base: Ints | None) -> _Card:
        there = numbers != NOBODY
        number = np.where(there, numbers, 0)
        return _Card(number, there, self.cards.base[number] if base is None else base.copy())

    def _clear(self, cards: list[_Card], targets: list[_Card]) -> None:
        """Take away what speaks against something of which nothing lies there."""
        for one in cards:
            aimed = np.zeros(len(one.number), bool)
            for target in targets:
                aimed |= target.there & self.cards.aims[one.number, target.number]
            one.there &= aimed | ~self.cards.speaks[one.number]

    def _attacks(self, one: _Card, target: _Card, among: list[_Card]) -> tuple[Yes, Yes]:
        """Where a card attacks a target, and where it attacks what the target cuts."""
        cards = self.cards
        direct = cards.aims[one.number, target.number]
        denied = np.zeros(len(direct), bool)
        if cards.denies[one.number].any():
            for other in among:
                hit = other.there & cards.aims[one.number, other.number]
                denied |= hit & cards.alike[other.number, target.number]
            denied &= cards.denies[one.number]
        return one.there & (direct | denied), one.there & denied

    def _hit(
        self,
        targets: list[_Card],
        attackers: list[_Card],
        among: list[_Card],
        backing: tuple[_Card, Small] | None = None,
    ) -> None:
        """Settle the strength of targets; `backing` is a card and the place among targets that it supports."""
        for place, target in enumerate(targets):
            against: Ints | int = ONE
            for one in attackers:
                attacks, _ = self._attacks(one, target, among)
                against = near(against * (ONE - np.where(attacks, one.strength, 0)), ONE)
            by = against - ONE
            if backing is not None:
                supported = (backing[1] == place) & backing[0].there & target.there
                by = against - np.where(supported, ONE - backing[0].strength, ONE)
            if not isinstance(by, int):
                base = target.strength
                target.strength = base + near(np.where(by > 0, ONE - base, base) * by, ONE)

    def _worse(
        self, question: int, reasons: list[_Card], against: list[_Card], reply: list[_Card], size: int
    ) -> "Ints | int":
        """What supporters of a doubt leave: cuts, cards that worsen it, cards that turn a reason into it."""
        cards = self.cards
        factors, ranks = [], []
        for one in reasons:
            weight = cards.cuts[one.number, question]
            cut = one.there & (weight > 0)
            if not cut.any():
                continue
            left: Ints | int = ONE
            for other in against:
                _, denied = self._attacks(other, one, reasons)
                left = near(left * (ONE - np.where(denied, other.strength, 0)), ONE)
            strength = weight + near(weight * (left - ONE), ONE)
            factors.append(np.where(cut, ONE - strength, ONE))
            ranks.append(np.where(cut, cards.cut_rank[one.number], _LAST))
        for one in (*against, *reply):
            bears = cards.worsens[one.number] == question
            if cards.turns[one.number].any():
                turned = np.zeros(size, bool)
                for target in reasons:
                    aimed = target.there & cards.aims[one.number, target.number]
                    turned |= aimed & (cards.answers[target.number] == question)
                bears |= turned & cards.turns[one.number]
            bears &= one.there
            if bears.any():
                factors.append(np.where(bears, ONE - one.strength, ONE))
                ranks.append(np.where(bears, cards.rank[one.number], _LAST))
        return _product(factors, ranks)

    def _plans(self, seat: Small, moved: "list[Ints | int]") -> Ints:
        doubts = self.audiences.doubts[seat]
        left = np.full(doubts.shape[:2], ONE, np.int64)
        for question, by in enumerate(moved):
            base = doubts[:, :, question]
            change = np.broadcast_to(np.asarray(by), seat.shape)[:, None]
            doubt = base + near(np.where(change > 0, ONE - base, base) * change, ONE)
            left = near(left * np.where(base >= 0, ONE - doubt, ONE), ONE)
        return left


def _product(factors: list[Ints], ranks: list[Small]) -> "Ints | int":
    """The product of factors by rank; those of ONE change nothing, wherever they stand."""
    if not factors:
        return ONE
    if len(factors) > 2:  # noqa: PLR2004 - of two, either order gives the same
        order = np.argsort(np.stack(ranks), axis=0, kind="stable")
        factors = [*np.take_along_axis(np.stack(factors), order, axis=0)]
    found = factors[0]
    for factor in factors[1:]:
        found = near(found * factor, ONE)
    return found
