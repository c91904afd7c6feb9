"""All arguments that a bench can bring, as bits, so that one debate is a mask and not a new graph.

It settles what `table.debate_graph` and `strength.strengths` settle, to the same bits: the sources of each
argument are taken in the order of their names.
"""

from collections.abc import Sequence

from attrs import Factory, define

from dosmesas.debate.graph import ONE
from dosmesas.debate.strength import half_even
from dosmesas.debate.table import How, Said, layer_of

Source = tuple[str, str, int, int]
"""Name of an argument, its card, its base, and the cards of which one has to lie on the table."""
Sources = dict[str, list[Source]]


@define(eq=False)
class Net:
    """Who bears on what: attackers and supporters of cards, of cuts and of doubts, with what each needs."""

    bits: dict[str, int]
    cards: dict[str, Said]
    _attackers: Sources = Factory(dict)
    _supporters: Sources = Factory(dict)

    @classmethod
    def of(cls, cards: Sequence[Said]) -> "Net":
        """The net of these cards."""
        by_id = {card.id: card for card in cards}
        net = cls({card.id: 1 << number for number, card in enumerate(cards)}, by_id)
        for card in cards:
            net._enter(card)
        for sources in (*net._attackers.values(), *net._supporters.values()):
            sources.sort()
        return net

    def moved(self, question: str, mask: int, backing: tuple[str, str] = ("", "")) -> int:
        """What the cards of a mask do to a doubt: below 0 they answer it, above 0 they make it worse.

        `backing` is a card of the mask that backs another instead of answering the doubt.
        """
        standing = self._standing(mask)
        if not standing & self.bits.get(backing[1], 0):
            backing = ("", "")
        against, behind = self._left(f"?{question}", standing, backing)
        return against - behind

    def _enter(self, card: Said) -> None:
        own = self.bits[card.id]
        if card.answers:
            self._add(self._attackers, f"?{card.answers}", card, own)
        if card.worsens:
            self._add(self._supporters, f"?{card.worsens}", card, own)
        for question, weight in card.cuts:
            cut = f"{card.id}:{question}"
            self._supporters.setdefault(f"?{question}", []).append((cut, card.id, weight, own))
        for name in (one for one in card.against if one in self.cards):
            target, needs = self.cards[name], self.bits[name]
            self._add(self._attackers, name, card, needs)
            if card.how is How.DENIES:
                for other in self._denied(target):
                    self._add(self._attackers, other, card, needs)
            elif card.how is How.TURNS and target.answers:
                self._add(self._supporters, f"?{target.answers}", card, needs)

    @staticmethod
    def _add(sources: Sources, target: str, card: Said, needs: int) -> None:
        """Enter a card as a source; where it is one already, either reason is enough."""
        listed = sources.setdefault(target, [])
        for number, (name, owner, base, other) in enumerate(listed):
            if name == card.id:
                listed[number] = (name, owner, base, other | needs)
                return
        listed.append((card.id, card.id, card.base, needs))

    def _denied(self, target: Said) -> list[str]:
        layer, claims = layer_of(target, self.cards), set(target.claims)
        alike = [
            one
            for one in self.cards.values()
            if claims & set(one.claims) and layer_of(one, self.cards) == layer
        ]
        return [name for one in alike for name in (one.id, *(f"{one.id}:{cut}" for cut, _ in one.cuts))]

    def _standing(self, mask: int) -> int:
        """The cards of a mask but for those that speak against nothing on the table."""
        while True:
            kept = mask
            for name, card in self.cards.items():
                bit = self.bits[name]
                if (
                    kept & bit
                    and card.against
                    and not any(mask & self.bits.get(one, 0) for one in card.against)
                ):
                    kept ^= bit
            if kept == mask:
                return mask
            mask = kept

    def _left(self, target: str, mask: int, backing: tuple[str, str]) -> tuple[int, int]:
        """What the attackers and what the supporters of an argument leave: products of (1 - strength)."""
        against = behind = ONE
        for name, owner, base, needs in self._attackers.get(target, ()):
            if mask & self.bits[owner] and mask & needs and not (owner == backing[0] and target[0] == "?"):
                against = half_even(against * (ONE - self._strength(name, base, mask, backing)))
        for name, owner, base, needs in self._supporters.get(target, ()):
            if mask & self.bits[owner] and mask & needs:
                behind = half_even(behind * (ONE - self._strength(name, base, mask, backing)))
        if target == backing[1]:
            behind = half_even(
                behind * (ONE - self._strength(backing[0], self.cards[backing[0]].base, mask, backing))
            )
        return against, behind

    def _strength(self, name: str, base: int, mask: int, backing: tuple[str, str]) -> int:
        against, behind = self._left(name, mask, backing)
        if against == behind:
            return base
        by = against - behind
        return base + half_even((ONE - base if by > 0 else base) * by)
