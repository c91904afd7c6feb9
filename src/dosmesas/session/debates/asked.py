"""What a seat is asked in a debate: to make a case, to answer another's, to stand by its own."""

from attrs import frozen

from dosmesas.debate.judge import Play
from dosmesas.engine.floor import Debate
from dosmesas.engine.plays import answer_of, text_of, text_of_answer
from dosmesas.engine.state import Point
from dosmesas.session.debates.cards import CardView, card_view
from dosmesas.session.debates.standing import Standing, standing
from dosmesas.session.session import Session


@frozen
class CaseAsked:
    """A case to make: the option, the cards dealt, how many may be played, and how it stands in silence."""

    seat: str
    office: str
    option: str
    label: str
    cards: tuple[CardView, ...]
    most: int
    before: Standing


@frozen
class Target:
    """A rebuttal at hand, and the cards of the case that it speaks against."""

    card: CardView
    hits: tuple[CardView, ...]


@frozen
class RebutAsked:
    """Another office's case to answer."""

    seat: str
    office: str
    option: str
    label: str
    case: tuple[CardView, ...]
    cards: tuple[Target, ...]
    most: int
    before: Standing


@frozen
class AnswerView:
    """One way to stand by a case, as an action, with what would follow from it."""

    action: str
    kind: str
    card: CardView | None
    other: CardView | None
    after: Standing


@frozen
class ReplyAsked:
    """What was said against a case, and what may be done about it."""

    seat: str
    option: str
    label: str
    foe: str
    case: tuple[CardView, ...]
    against: tuple[Target, ...]
    made: Standing
    now: Standing
    answers: tuple[AnswerView, ...]


def debate_of(session: Session, seat: str) -> Debate:
    """The debate in which a seat acts now: its own, or at `rebut` the one that it answers."""
    state = session.state
    debates = session.game.tables.debates(state, answered=state.point is Point.REPLY)
    if state.point is Point.REBUT:
        return next(one for one in debates.values() if one.foe == seat)
    return debates[seat]


def case_asked(session: Session, seat: str, language: str) -> CaseAsked:
    """The case that a seat is asked to make."""
    return case_of(session, debate_of(session, seat), language)


def case_of(session: Session, debate: Debate, language: str, *, seen: bool = True) -> CaseAsked:
    """The case that a debate asks for; not `seen`, without the support at home."""
    return CaseAsked(
        debate.seat,
        session.pack.ruleset.offices[debate.seat].name(language),
        debate.option.id,
        debate.option.label(language),
        tuple(card_view(session, debate.judge, one.id, language) for one in debate.bench.hand),
        debate.bench.most_cards,
        standing(session, debate, (), language, seen=seen),
    )


def standing_with(session: Session, seat: str, cards: Play, language: str) -> Standing:
    """How the own choice would stand with this case, unanswered: what moves while a player picks."""
    return standing(session, debate_of(session, seat), tuple(sorted(cards)), language)


def rebut_asked(session: Session, seat: str, language: str) -> RebutAsked:
    """The case that a seat may speak against; how its hosts stand to it at home is not for it to see."""
    debate = debate_of(session, seat)
    case = tuple(card_view(session, debate.judge, one, language) for one in debate.case)
    asked, hitting = debate.bench.asked, []
    for one in debate.bench.ready:
        hits = tuple(card for card in case if card.id in one.against)
        if hits or one.worsens in asked:
            hitting.append(Target(card_view(session, debate.judge, one.id, language), hits))
    return RebutAsked(
        seat,
        session.pack.ruleset.offices[debate.seat].name(language),
        debate.option.id,
        debate.option.label(language),
        case,
        tuple(hitting),
        debate.bench.most_rebuttals,
        standing(session, debate, debate.case, language, seen=False),
    )


def reply_asked(session: Session, seat: str, language: str) -> ReplyAsked:
    """What was said against the own case, and every answer with what would follow."""
    return reply_of(session, debate_of(session, seat), session.legal(seat), language)


def reply_of(
    session: Session, debate: Debate, actions: tuple[str, ...], language: str, *, seen: bool = True
) -> ReplyAsked:
    """What a debate asks after the rebuttals; not `seen`, without the support at home."""
    offices = session.pack.ruleset.offices
    case = tuple(card_view(session, debate.judge, one, language) for one in debate.case)
    against = tuple(
        Target(
            card_view(session, debate.judge, name, language),
            tuple(one for one in case if one.id in debate.judge.cards[name].against),
        )
        for name in debate.against
    )
    return ReplyAsked(
        debate.seat,
        debate.option.id,
        debate.option.label(language),
        offices[debate.foe].name(language) if debate.foe else "",
        case,
        against,
        standing(session, debate, debate.case, language, seen=seen),
        standing(session, debate, debate.case, language, against=debate.against, seen=seen),
        tuple(_answer(session, debate, action, language, seen=seen) for action in actions),
    )


def action_of(cards: Play) -> str:
    """The action of a case or of rebuttals, in whatever order they were picked."""
    return text_of(tuple(sorted(cards)))


def _answer(session: Session, debate: Debate, action: str, language: str, *, seen: bool) -> AnswerView:
    answer = answer_of(action)
    card = card_view(session, debate.judge, answer.card, language) if answer.card else None
    other = card_view(session, debate.judge, answer.backed, language) if answer.backed else None
    after = standing(session, debate, debate.case, language, against=debate.against, answer=answer, seen=seen)
    return AnswerView(text_of_answer(answer), answer.kind, card, other, after)
