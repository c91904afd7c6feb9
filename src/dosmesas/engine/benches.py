"""A debate before it begins: the hand that is dealt to an option, and how strong each card is heard."""

from collections.abc import Mapping

from attrs import evolve, field, frozen

from dosmesas.debate.graph import ONE
from dosmesas.debate.judge import Bench, Listener
from dosmesas.debate.table import CAP, Said
from dosmesas.engine import dealing
from dosmesas.engine.draws import Draws, NamedDraws
from dosmesas.engine.memory import FRESH, Memory, denies
from dosmesas.model.arguments import Argue, Card
from dosmesas.model.decks import counters, deck
from dosmesas.model.dossier import ClaimKind
from dosmesas.model.events import Event, Option
from dosmesas.model.rules import Pack, Worldview

_UNIT = ONE // 1000
"""A thousandth, in which the bank is written, in billionths."""
MOST_CARDS = {Argue.SHORT: 2, Argue.FULL: 3}
"""How many cards a case may have."""
MOST_REBUTTALS = {Argue.SHORT: 2, Argue.FULL: 2}
"""How many rebuttals are turned up against it."""


INCONSISTENT = "inconsistent~"
"""What the name begins with of a card that holds a speaker to what was said before."""
HELD_TO_WORDS = "speakers-are-held-to-their-words"
"""The assumption that such a card rests on."""
_HELD_TO = ONE * 6 // 10


@frozen
class Dealt:
    """The cards of a debate: the hand of who speaks for the option, and what lies ready against it."""

    hand: tuple[Card, ...]
    ready: tuple[Card, ...]


@frozen
class Dealer:
    """Deals the debates of a pack under a worldview: the same seed, turn and option, the same cards."""

    pack: Pack
    view: Worldview
    draws: Draws = field(factory=NamedDraws)
    hearing: Mapping[str, int] = field(init=False)

    @hearing.default
    def _hearing(self) -> Mapping[str, int]:
        return self.pack.ruleset.hearing(self.view)

    def bench(self, event: Event, seat: str, option: Option, seed: int, turn: int) -> Bench:
        """The debate of an option, for the audiences at home of its seat, as if nothing had been said yet."""
        return self.laid(event, seat, option, self.deal(event, seat, option, seed, turn))

    def deal(self, event: Event, seat: str, option: Option, seed: int, turn: int) -> Dealt:
        """The hand of an option, and the rebuttals that lie ready against it."""

        def lot(card: Card) -> int:
            return self.draws.number(seed, f"card:{option.first}:{card.id}", turn, 0)

        bank, own = self.pack.ruleset.bank, [card.id for card in event.cards]
        questions, said = doubted(self.listeners(seat)), counters(option, event, bank)
        hand = dealing.hand(deck(option, event, bank), own, questions, event.argue, lot)
        return Dealt(tuple(hand), tuple(dealing.rebuttals(hand, said, own, lot)))

    def open_deal(self, event: Event, option: Option, hand: tuple[Card, ...]) -> Dealt:
        """A hand with every rebuttal that might lie ready against it, for one who does not see which do."""
        names, said = {card.id for card in hand}, counters(option, event, self.pack.ruleset.bank)
        return Dealt(hand, tuple(card for card in said if card.worsens or names & {*card.against}))

    def laid(
        self,
        event: Event,
        seat: str,
        option: Option,
        dealt: Dealt,
        speaker: Memory = FRESH,
        foe: Memory = FRESH,
    ) -> Bench:
        """The debate of a deal, with what both sides said in earlier turns held against them."""
        hand = {card.id: card for card in dealt.hand}
        said = counters(option, event, self.pack.ruleset.bank)
        turned = [card for card in dealt.hand if speaker.disputed & {*card.because}]
        caught = [
            card
            for card in dealt.ready
            if denies(card) and any(foe.relied & {*hand[aim].because} for aim in card.against if aim in hand)
        ]
        replies = [*dealing.replies(dealt.ready, said)]
        return Bench(
            self.listeners(seat),
            tuple(
                evolve(one := self.said(card), base=speaker.worn(card.id, one.base)) for card in dealt.hand
            ),
            (*(self.said(card) for card in dealt.ready), *map(inconsistent, turned)),
            (*(self.said(card) for card in replies), *map(inconsistent, caught)),
            MOST_CARDS[event.argue],
            MOST_REBUTTALS[event.argue],
        )

    def listeners(self, seat: str) -> tuple[Listener, ...]:
        """The audiences of a seat with what they doubt."""
        doubters = self.pack.ruleset.bank.doubters
        return tuple(
            Listener(name, share, {one: weight * _UNIT for one, weight in doubters[name].doubts.items()})
            for name, share in self.pack.ruleset.offices[seat].audiences
            if name in doubters
        )

    def said(self, card: Card) -> Said:
        """A card as it is heard: its base is the force of its weakest claim times that claim's hearing."""
        base = min(self._force(claim) for claim in card.because)
        hearing = min(self.hearing[claim] for claim in card.because)
        cuts = tuple((question, weight * _UNIT * hearing // 100) for question, weight in card.cuts)
        return Said(card.id, base, card.because, card.answers, cuts, card.against, card.how, card.worsens)

    def _force(self, claim: str) -> int:
        found = self.pack.ruleset.dossier.claims.get(claim)
        # What the makers assume is their own judgement, and weighs as one.
        kind = found.kind if found else ClaimKind.NORMATIVE
        return min(CAP, self.pack.ruleset.bank.force[kind] * _UNIT * self.hearing[claim] // 100)


def inconsistent(card: Card) -> Said:
    """What can be said against a card by those who have heard its speaker say otherwise."""
    return Said(f"{INCONSISTENT}{card.id}", _HELD_TO, against=(card.id,))


def doubted(listeners: tuple[Listener, ...]) -> list[str]:
    """The questions, the one that a home table doubts most first; by name where they weigh the same."""
    weights: dict[str, int] = {}
    for one in listeners:
        for question, weight in one.doubts.items():
            weights[question] = weights.get(question, 0) + one.share * weight
    return sorted(weights, key=lambda question: (-weights[question], question))
