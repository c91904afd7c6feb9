"""How far plans stand in many debates at once: net.py and judge.py of debate/ on columns, to the same bits.

A debate has up to three cards of the case, two rebuttals, one reply or one card that backs another. Each is a
column of card numbers, NOBODY where nothing lies. A product of two factors is the same in either order; where
more come together they are taken in the order of their names, as everywhere.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from attrs import define, field, frozen

from dosmesas.debate.graph import ONE
from dosmesas.debate.judge import Listener
from dosmesas.sim.batch.cards import NOBODY, Cards
from dosmesas.sim.batch.numbers import Ints, Small, Yes, near


@frozen(eq=False, repr=False)
class Audience:
    """Who listens to a seat: shares by listener, and doubts in billionths by question and listener."""

    names: tuple[str, ...]
    shares: tuple[int, ...]
    doubts: Mapping[int, tuple[int, ...]]
    asks: Yes

    @classmethod
    def of(cls, listeners: Sequence[Listener], questions: tuple[str, ...]) -> "Audience":
        """The audience of these listeners; a doubt below 0 is none."""
        asked = [
            place for place, name in enumerate(questions) if any(name in one.doubts for one in listeners)
        ]
        doubts = {place: tuple(one.doubts.get(questions[place], -1) for one in listeners) for place in asked}
        asks = np.isin(np.arange(max(1, len(questions))), asked)
        return cls(tuple(one.id for one in listeners), tuple(one.share for one in listeners), doubts, asks)


@define(eq=False)
class Spoken:
    """What lies on the table in each debate, columns of equal length.

    `bases` are those of the case, worn by repetition. `backed` is the place in the case of the card that
    `back` supports.
    """

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


_Reach = list[list[tuple[Yes, Yes]]]
"""For each attacker and each target, where it attacks the target, and where also what the target cuts."""


@define(eq=False, repr=False)
class Scales:
    """Weighs debates of one seat."""

    cards: Cards
    audience: Audience

    def worth(self, spoken: Spoken, size: int) -> Ints:
        """The sum of share times strength."""
        total = np.zeros(size, np.int64)
        for share, plan in zip(self.audience.shares, self.strengths(spoken, size), strict=True):
            total += share * plan
        return total

    def strengths(self, spoken: Spoken, size: int) -> list[Ints]:
        """How far each plan stands with each listener, in billionths."""
        reply = [self._lying(spoken.reply, None)] if spoken.reply is not None else []
        against = [self._lying(one, None) for one in spoken.against]
        case = [self._lying(one, base) for one, base in zip(spoken.case, spoken.bases, strict=True)]
        back = [self._lying(spoken.back, spoken.back_base)] if spoken.back is not None else []
        reasons = [*case, *back]
        self._clear(against, reasons)
        self._clear(reply, against)
        self._hit(against, reply, self._reach(reply, against))
        reach = self._reach(against, reasons)
        self._hit(back, against, [row[len(case) :] for row in reach])
        backing = (back[0], spoken.backed) if back and spoken.backed is not None else None
        self._hit(case, against, reach, backing)
        cut = self._cuts(reasons, against, reach)
        left: list[Ints | int] = [ONE] * len(self.audience.shares)
        for question, doubts in self.audience.doubts.items():
            by = self._answered(question, case) - self._worse(question, reasons, cut, [*against, *reply])
            for place, base in enumerate(doubts):
                if base >= 0:
                    doubt = base + near(np.where(by > 0, ONE - base, base) * by, ONE)
                    left[place] = near(left[place] * (ONE - doubt), ONE)
        return [np.broadcast_to(np.asarray(one, np.int64), (size,)) for one in left]

    def _lying(self, numbers: Small, base: Ints | None) -> _Card:
        there = numbers != NOBODY
        number = np.where(there, numbers, 0)
        return _Card(number, there, self.cards.base[number] if base is None else base)

    def _clear(self, cards: list[_Card], targets: list[_Card]) -> None:
        """Take away what speaks against something of which nothing lies there."""
        for one in cards:
            aimed = ~self.cards.speaks[one.number]
            for target in targets:
                aimed |= target.there & self.cards.aims[one.number, target.number]
            one.there &= aimed

    def _reach(self, attackers: list[_Card], targets: list[_Card]) -> _Reach:
        return [self._reach_of(one, targets) for one in attackers]

    def _reach_of(self, one: _Card, targets: list[_Card]) -> list[tuple[Yes, Yes]]:
        """What a card attacks: a denial hits what rests on the same claims as something it is aimed at."""
        cards = self.cards
        hits = [one.there & cards.aims[one.number, target.number] for target in targets]
        denies = cards.denies[one.number]
        if not denies.any():
            return [(hit, _NOWHERE) for hit in hits]
        struck = [hit & target.there & denies for hit, target in zip(hits, targets, strict=True)]
        found = []
        for hit, target in zip(hits, targets, strict=True):
            denied = np.zeros(len(hit), bool)
            for aimed, other in zip(struck, targets, strict=True):
                denied |= aimed & cards.alike[other.number, target.number]
            found.append((hit | denied, denied))
        return found

    @staticmethod
    def _hit(
        targets: list[_Card],
        attackers: list[_Card],
        reach: _Reach,
        backing: tuple[_Card, Small] | None = None,
    ) -> None:
        """Settle the strength of targets; `backing` is a card and the place of the target behind it."""
        for place, target in enumerate(targets):
            against: Ints | int = ONE
            for one, attacked in zip(attackers, reach, strict=True):
                factor = np.where(attacked[place][0], ONE - one.strength, ONE)
                against = factor if isinstance(against, int) else near(against * factor, ONE)
            by = against - ONE
            if backing is not None:
                supported = (backing[1] == place) & backing[0].there & target.there
                by = against - np.where(supported, ONE - backing[0].strength, ONE)
            if not isinstance(by, int):
                base = target.strength
                weighed = base if backing is None else np.where(by > 0, ONE - base, base)
                target.strength = base + near(weighed * by, ONE)

    def _cuts(self, reasons: list[_Card], attackers: list[_Card], reach: _Reach) -> "list[Ints | int]":
        """By how much what each reason cuts is held down: what those leave who deny it."""
        found: list[Ints | int] = []
        for place in range(len(reasons)):
            left: Ints | int = ONE
            for one, attacked in zip(attackers, reach, strict=True):
                denied = attacked[place][1]
                if denied is not _NOWHERE and denied.any():
                    left = near(left * (ONE - np.where(denied, one.strength, 0)), ONE)
            found.append(left)
        return found

    def _answered(self, question: int, case: list[_Card]) -> Any:
        """What the reasons that answer a doubt leave of it."""
        left: Ints | int = ONE
        for one in case:
            answers = one.there & (self.cards.answers[one.number] == question)
            factor = np.where(answers, ONE - one.strength, ONE)
            left = factor if isinstance(left, int) else near(left * factor, ONE)
        return left

    def _worse(
        self, question: int, reasons: list[_Card], cut: "list[Ints | int]", others: list[_Card]
    ) -> "Ints | int":
        """What supporters of a doubt leave: cuts, cards that worsen it, cards that turn a reason into it."""
        cards, factors, ranks = self.cards, list[Ints](), list[Small]()
        for one, left in zip(reasons, cut, strict=True):
            weight = np.where(one.there, cards.cuts[one.number, question], 0)
            if weight.any():
                held = weight if isinstance(left, int) else weight + near(weight * (left - ONE), ONE)
                factors.append(ONE - held)
                ranks.append(cards.cut_rank[one.number])
        for one in others:
            bears = one.there & (cards.worsens[one.number] == question)
            if (turns := cards.turns[one.number]).any():
                for target in reasons:
                    aimed = target.there & cards.aims[one.number, target.number]
                    bears |= one.there & turns & aimed & (cards.answers[target.number] == question)
            if bears.any():
                factors.append(np.where(bears, ONE - one.strength, ONE))
                ranks.append(cards.rank[one.number])
        return _product(factors, ranks)


_NOWHERE = np.zeros(1, bool)


def _product(factors: list[Ints], ranks: list[Small]) -> "Ints | int":
    """The product of factors by rank; of those that are not ONE, two give the same in either order."""
    if not factors:
        return ONE
    found = factors[0]
    for factor in factors[1:]:
        found = near(found * factor, ONE)
    if len(factors) > 2:
        together = np.stack(factors)
        crowded = np.flatnonzero((together != ONE).sum(axis=0) > 2)
        if len(crowded):
            order = np.argsort(np.stack([rank[crowded] for rank in ranks]), axis=0, kind="stable")
            first, *others = np.take_along_axis(together[:, crowded], order, axis=0)
            for factor in others:
                first = near(first * factor, ONE)
            found[crowded] = first
    return found
