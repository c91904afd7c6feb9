"""What lies on the table in one debate, and the graph made of it: plan, doubts, cards, cuts.

A doubt that nobody answers counts in full, for it attacks the plan; a card attacks the doubt that it answers;
a rebuttal attacks cards, and a reply rebuttals. One rule at every level (strength.py).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum

from attrs import frozen

from dosmesas.debate.graph import ONE, Edge, Graph

PLAN = "plan"
"""The name of the policy that is argued, the topic of every debate."""
CAP = ONE * 95 // 100
"""The most that a card, a cut or a doubt may weigh: one of full strength would mute all others."""


class How(StrEnum):
    """How a card speaks against another.

    `undercuts`: this reason does not carry here. `denies`: the claim is disputed, so every card that rests on
    it is hit, and what they cut. `turns`: it also feeds the doubt that the card answered.
    """

    UNDERCUTS = "undercuts"
    DENIES = "denies"
    TURNS = "turns"


@frozen
class Said:
    """A card as an audience hears it; `base` and the weights of `cuts` are in billionths.

    It `answers` a doubt, speaks `against` cards, or makes a doubt worse (`worsens`).
    """

    id: str
    base: int
    claims: tuple[str, ...] = ()
    answers: str = ""
    cuts: tuple[tuple[str, int], ...] = ()
    against: tuple[str, ...] = ()
    how: How = How.UNDERCUTS
    worsens: str = ""


@frozen
class Spoken:
    """Everything said so far: cards, which of them back which (`backs`), and which were taken back."""

    cards: tuple[Said, ...] = ()
    backs: tuple[Edge, ...] = ()
    conceded: frozenset[str] = frozenset()


@frozen
class Argument:
    """A node of a debate before it becomes a graph: its base, and what it attacks and supports."""

    name: str
    base: int
    attacks: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()


def arguments(spoken: Spoken, doubts: Iterable[str]) -> list[Argument]:
    """The arguments made of what was said, for an audience with these doubts.

    What was conceded is gone with what it cut, and with it whatever aimed at nothing else.
    """
    questions = set(doubts)
    cards = _standing(spoken)
    by_id = {card.id: card for card in cards}
    found = []
    for card in cards:
        found.append(_argument(card, by_id, spoken.backs, questions))
        found += [
            Argument(cut_name(card.id, question), weight, supports=(doubt_name(question),))
            for question, weight in card.cuts
            if question in questions
        ]
    return found


def debate_graph(doubts: Mapping[str, int], spoken: Spoken) -> Graph:
    """The graph of a debate before one audience; its topic is PLAN.

    Raises:
        CycleError: cards speak against each other in a circle.
        ValueError: two arguments have one name.
    """
    said = arguments(spoken, doubts)
    _told_apart([PLAN, *map(doubt_name, doubts), *(one.name for one in said)])
    bases = {PLAN: ONE, **{doubt_name(one): weight for one, weight in doubts.items()}}
    bases.update((one.name, one.base) for one in said)
    attacks = [(doubt_name(one), PLAN) for one in doubts]
    attacks += [(one.name, target) for one in said for target in one.attacks]
    return Graph.of(bases, attacks, [(one.name, target) for one in said for target in one.supports])


def _told_apart(names: Iterable[str]) -> None:
    seen = set[str]()
    for name in names:
        if name in seen:
            raise ValueError(f"two arguments of the debate are called '{name}'")
        seen.add(name)


def doubt_name(question: str) -> str:
    """The name of a doubt in a graph."""
    return f"doubt:{question}"


def cut_name(card: str, question: str) -> str:
    """The name of what a card cuts."""
    return f"{card}:{question}"


def layer_of(card: Said, cards: Mapping[str, Said], most: int = 9) -> int:
    """How far from the plan a card speaks: 0 a reason, 1 a rebuttal, 2 a reply; `most` ends a circle."""
    if card.answers or not most:
        return 0
    return 1 + max(
        (layer_of(cards[name], cards, most - 1) for name in card.against if name in cards), default=0
    )


def _standing(spoken: Spoken) -> tuple[Said, ...]:
    """The cards but for those conceded and those that now speak against nothing."""
    left = [card for card in spoken.cards if card.id not in spoken.conceded]
    while True:
        names = {card.id for card in left}
        kept = [card for card in left if not card.against or names & set(card.against)]
        if len(kept) == len(left):
            return tuple(left)
        left = kept


def _argument(
    card: Said, cards: Mapping[str, Said], backs: Sequence[Edge], questions: Collection[str]
) -> Argument:
    attacks, supports = (
        set[str](),
        {backed for backer, backed in backs if backer == card.id and backed in cards},
    )
    if card.answers in questions and not supports:
        attacks.add(doubt_name(card.answers))
    if card.worsens in questions:
        supports.add(doubt_name(card.worsens))
    for target in (cards[name] for name in card.against if name in cards):
        attacks.add(target.id)
        if card.how is How.DENIES:
            attacks |= _denied(target, cards, questions)
        elif card.how is How.TURNS and target.answers in questions:
            supports.add(doubt_name(target.answers))
    return Argument(card.id, card.base, tuple(sorted(attacks)), tuple(sorted(supports)))


def _denied(target: Said, cards: Mapping[str, Said], questions: Collection[str]) -> set[str]:
    """Every card of the same layer that rests on the same claim, and what these cut."""
    layer = layer_of(target, cards)
    alike = [
        one
        for one in cards.values()
        if set(one.claims) & set(target.claims) and layer_of(one, cards) == layer
    ]
    cut = {cut_name(one.id, question) for one in alike for question, _ in one.cuts if question in questions}
    return {one.id for one in alike} | cut
