"""What befell a case, card by card: the sentence that says why an answer fell, and what brought it back."""

from attrs import frozen

from dosmesas.debate.table import How
from dosmesas.engine.floor import Debate
from dosmesas.session.debates.flow import FlowCard, FlowSheet


@frozen
class Fall:
    """A card that lost strength, the rebuttals that did it, and the cards that answered these."""

    card: FlowCard
    question: str
    by: tuple[FlowCard, ...]
    answered: tuple[FlowCard, ...]


@frozen
class Story:
    """A debate in a few facts: what fell, what made doubts heavier, what was taken back or backed."""

    falls: tuple[Fall, ...]
    heavier: tuple[tuple[FlowCard, str], ...]
    taken_back: FlowCard | None
    backing: FlowCard | None
    backed: FlowCard | None


def story_of(debate: Debate, sheet: FlowSheet) -> Story:
    """The facts of a debate; the card that fell furthest comes first."""
    cards = {one.card.id: one for row in sheet.rows for one in (*row.case, *row.rebuttals, *row.replies)}
    asked = {one.card.id: row.text for row in sheet.rows for one in row.case}
    falls = [
        Fall(cards[name], asked[name], by, _answering(debate, cards, by))
        for name in debate.case
        if name in asked and fell(cards[name]) > 0 and (by := _hitting(debate, cards, name))
    ]
    backing = cards.get(debate.answer.card) if debate.answer.kind == "back" else None
    return Story(
        tuple(sorted(falls, key=lambda one: (-fell(one.card), one.card.card.id))),
        tuple(
            (cards[name], row.text)
            for row in sheet.rows
            for name in debate.against
            if name in cards and debate.judge.cards[name].worsens == row.question
        ),
        next((one for one in cards.values() if one.taken_back), None),
        backing,
        cards.get(debate.answer.backed) if backing else None,
    )


def fell(one: FlowCard, since: int = 0, until: int = 1) -> int:
    """By how much a card fell between two of its strengths, in billionths; 0 where it lacks one of them."""
    before, after = one.strengths[since], one.strengths[until]
    return 0 if before is None or after is None else before - after


def _hitting(debate: Debate, cards: dict[str, FlowCard], name: str) -> tuple[FlowCard, ...]:
    """The rebuttals that hit a card: aimed at it, or denying a claim on which it rests too."""
    said, claims = debate.judge.cards, set(debate.judge.cards[name].claims)
    found = []
    for other in debate.against:
        aims = [aim for aim in said[other].against if aim in debate.case]
        denied = said[other].how is How.DENIES and any(claims & set(said[aim].claims) for aim in aims)
        if other in cards and (name in aims or denied):
            found.append(cards[other])
    return tuple(found)


def _answering(debate: Debate, cards: dict[str, FlowCard], by: tuple[FlowCard, ...]) -> tuple[FlowCard, ...]:
    """The reply, where it took something of these, be it by denying a claim that they rest on."""
    took = debate.answer.kind == "reply" and any(fell(one, 1, 2) > 0 for one in by)
    return (cards[debate.answer.card],) if took else ()
