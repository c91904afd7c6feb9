"""Many debates of one bench, settled fast and to the same bits as one graph at a time.

The plan keeps the product of what its doubts leave, and a doubt is moved only by the cards that bear on it.
So each doubt is settled once for each set of such cards, and once for all audiences: where the reasons for
and against it weigh e together, a doubt of base w stands at w + w e (e below 0) or w + (1 - w) e.
"""

from collections.abc import Mapping

from attrs import Factory, define, field, frozen

from dosmesas.debate.graph import ONE, Edge
from dosmesas.debate.net import Net
from dosmesas.debate.strength import half_even
from dosmesas.debate.table import How, Said, Spoken

Play = tuple[str, ...]
"""The ids of cards played together, sorted."""


@frozen
class Listener:
    """An audience: its share of the home table, and its doubts in billionths by question."""

    id: str
    share: int
    doubts: Mapping[str, int]


@frozen
class Bench:
    """A debate before it begins: who listens, the hand, the rebuttals at hand, what could be replied."""

    listeners: tuple[Listener, ...]
    hand: tuple[Said, ...]
    ready: tuple[Said, ...]
    replies: tuple[Said, ...]
    most_cards: int = 3
    most_rebuttals: int = 2

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions that somebody asks, sorted."""
        return tuple(sorted({question for one in self.listeners for question in one.doubts}))


@frozen
class Answer:
    """What is done about the rebuttals: `rest`, `reply`, `back` (a card backs another), or `concede`."""

    kind: str = "rest"
    card: str = ""
    backed: str = ""


REST = Answer()
_Key = tuple[str, int, Answer]
_Reach = tuple[str, frozenset[str], frozenset[str]]


@define(eq=False)
class Judge:
    """Settles the debates of a bench, and remembers what it has settled."""

    bench: Bench
    cards: dict[str, Said] = Factory(dict)
    _net: Net = field(init=False)
    _bearing: dict[str, int] = Factory(dict)
    _moved: dict[_Key, int] = Factory(dict)
    _worths: dict[tuple[int, ...], int] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        every = (*self.bench.hand, *self.bench.ready, *self.bench.replies)
        self.cards = {card.id: card for card in every}
        self._net = Net.of(tuple(self.cards.values()))
        reaches = [self._reach(card) for card in self.cards.values()]
        self._bearing = {question: self._bearing_on(question, reaches) for question in self.bench.asked}

    def strengths(self, case: Play, against: Play = (), answer: Answer = REST) -> dict[str, int]:
        """How far the plan stands with each audience, in billionths."""
        moved = self._all_moved(case, against, answer)
        return {one.id: self._plan(one, moved) for one in self.bench.listeners}

    def worth(self, case: Play, against: Play = (), answer: Answer = REST) -> int:
        """The sum of share times strength."""
        moved = self._all_moved(case, against, answer)
        if moved not in self._worths:
            plans = (one.share * self._plan(one, moved) for one in self.bench.listeners)
            self._worths[moved] = sum(plans)
        return self._worths[moved]

    def _all_moved(self, case: Play, against: Play, answer: Answer) -> tuple[int, ...]:
        bits, mask = self._net.bits, 0
        for name in case:
            mask |= bits[name]
        for name in against:
            mask |= bits[name]
        changed = bits[answer.card] if answer.card else 0
        if answer.kind in {"reply", "back"}:
            mask |= changed
        known, found = self._moved, []
        for question, bearing in self._bearing.items():
            key = (question, mask & bearing, answer if changed & bearing else REST)
            if key not in known:
                known[key] = self._settle(*key)
            found.append(known[key])
        return tuple(found)

    def _settle(self, question: str, mask: int, answer: Answer) -> int:
        if answer.kind == "concede":
            mask &= ~self._net.bits[answer.card]
        backing = (answer.card, answer.backed) if answer.kind == "back" else ("", "")
        return self._net.moved(question, mask, backing)

    def _plan(self, listener: Listener, moved: tuple[int, ...]) -> int:
        left = ONE
        for question, by in zip(self._bearing, moved, strict=True):
            base = listener.doubts.get(question)
            if base is not None:
                doubt = base + half_even((ONE - base if by > 0 else base) * by)
                left = half_even(left * (ONE - doubt))
        return left

    def _bearing_on(self, question: str, reaches: list[_Reach]) -> int:
        """The bits of all cards that can bear on a doubt, directly or through another card."""
        found = {card.id for card in self.cards.values() if _touches(card, question)}
        size = 0
        while size < len(found):
            size = len(found)
            claims = {claim for name in found for claim in self.cards[name].claims}
            found |= {name for name, against, denied in reaches if against & found or denied & claims}
        return sum(self._net.bits[name] for name in self._with_targets(found))

    def _with_targets(self, found: set[str]) -> set[str]:
        """Cards with all that they are aimed at: a card counts only while something of that lies there."""
        aims = {name for one in found for name in self.cards[one].against if name in self.cards}
        return found if aims <= found else self._with_targets(found | aims)

    def _reach(self, card: Said) -> _Reach:
        """A card with those that it speaks against, and the claims that it denies with them."""
        aims = (self.cards[name] for name in card.against if name in self.cards)
        denied = {claim for one in aims for claim in one.claims} if card.how is How.DENIES else set[str]()
        return card.id, frozenset(card.against), frozenset(denied)


def spoken_of(said: tuple[Said, ...], answer: Answer) -> Spoken:
    """What lies on the table after an answer, the card of a reply or a backing among `said`."""
    backs: tuple[Edge, ...] = ((answer.card, answer.backed),) if answer.kind == "back" else ()
    conceded = frozenset([answer.card]) if answer.kind == "concede" else frozenset[str]()
    return Spoken(said, backs, conceded)


def _touches(card: Said, question: str) -> bool:
    return question in {card.answers, card.worsens} or any(question == one for one, _ in card.cuts)
