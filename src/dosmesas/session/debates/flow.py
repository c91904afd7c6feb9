"""The flow sheet of a debate: by doubt, what was said for the case, against it, and in reply."""

from attrs import frozen

from dosmesas.debate.course import ANSWERED, CASE, REBUTTED, Moment, moments
from dosmesas.engine.floor import Debate
from dosmesas.engine.home import Verdict
from dosmesas.session.debates.cards import CardView, card_view
from dosmesas.session.session import Session


@frozen
class FlowCard:
    """A card on the sheet.

    `strengths` are what it stood at after case, rebuttals and answer, in billionths, None where it did not
    lie on the table; `stands` is its mark at the end; `aims` are the cards that it speaks against or
    backs.
    """

    card: CardView
    role: str
    strengths: tuple[int | None, int | None, int | None]
    stands: bool
    aims: tuple[str, ...] = ()
    taken_back: bool = False


@frozen
class FlowRow:
    """One question, what was said about it, and what is left of the doubt with each audience.

    `fed` are cards that answer another question and feed this doubt.
    """

    question: str
    text: str
    case: tuple[FlowCard, ...]
    rebuttals: tuple[FlowCard, ...]
    replies: tuple[FlowCard, ...]
    doubts: tuple[tuple[str, int, int], ...]
    fed: tuple[FlowCard, ...] = ()


@frozen
class FlowAudience:
    """How far the policy stood with an audience: silent, after the case, rebuttals, answer; in billionths.

    `support` is in thousandths of 100, None where there is no verdict yet.
    """

    id: str
    name: str
    share: int
    policy: tuple[int, int, int, int]
    support: int | None = None


@frozen
class FlowSheet:
    """A debate as it went. `foe` is the office that answered, empty where the floor did."""

    turn: int
    seat: str
    office: str
    foe: str
    option: str
    label: str
    rows: tuple[FlowRow, ...]
    audiences: tuple[FlowAudience, ...]
    support: int | None = None
    band: str = ""


def flow_sheet(
    session: Session, turn: int, debate: Debate, verdict: Verdict | None, language: str
) -> FlowSheet:
    """The flow sheet of a debate, as far as it has come."""
    pack, offices = session.pack, session.pack.ruleset.offices
    courses = {
        one.id: moments(debate.judge, debate.case, debate.against, debate.answer, one)
        for one in debate.bench.listeners
    }
    heard = {one.audience: one.support for one in verdict.audiences} if verdict else {}
    cards = _flow_cards(session, debate, next(iter(courses.values())), language) if courses else {}
    return FlowSheet(
        turn,
        debate.seat,
        offices[debate.seat].name(language),
        offices[debate.foe].name(language) if debate.foe else "",
        debate.option.id,
        debate.option.label(language),
        tuple(_row(session, debate, question, cards, courses, language) for question in debate.bench.asked),
        tuple(
            FlowAudience(
                one.id,
                pack.ruleset.audiences[one.id].name(language),
                one.share,
                _policy(courses[one.id]),
                heard.get(one.id),
            )
            for one in debate.bench.listeners
        ),
        verdict.support if verdict else None,
        str(verdict.band) if verdict else "",
    )


def _policy(course: tuple[Moment, ...]) -> tuple[int, int, int, int]:
    silent, made, rebutted, answered = (one.plan for one in course)
    return silent, made, rebutted, answered


def _flow_cards(
    session: Session, debate: Debate, course: tuple[Moment, ...], language: str
) -> dict[str, FlowCard]:
    """The cards on the table; how far a card stands is the same with every audience."""
    answer, found = debate.answer, {}
    roles = dict.fromkeys(debate.case, "case") | dict.fromkeys(debate.against, "rebuttal")
    if answer.kind in {"reply", "back"}:
        roles[answer.card] = answer.kind
    for name, role in roles.items():
        said, view = debate.judge.cards[name], card_view(session, debate.judge, name, language)
        targets = (answer.backed,) if role == "back" else tuple(one for one in said.against if one in roles)
        made, rebutted, answered = (course[at].strengths.get(name) for at in (CASE, REBUTTED, ANSWERED))
        found[name] = FlowCard(
            view,
            role,
            (made, rebutted, answered),
            name in course[ANSWERED].standing,
            targets,
            taken_back=answer.kind == "concede" and answer.card == name,
        )
    return found


def _row(
    session: Session,
    debate: Debate,
    question: str,
    cards: dict[str, FlowCard],
    courses: dict[str, tuple[Moment, Moment, Moment, Moment]],
    language: str,
) -> FlowRow:
    placed = {name: place_of(debate, name) for name in cards}
    here = [one for name, one in cards.items() if placed[name] == question]
    pack = session.pack
    return FlowRow(
        question,
        pack.ruleset.bank.questions[question].text(language),
        tuple(one for one in here if one.role in {"case", "back"}),
        tuple(one for one in here if one.role == "rebuttal"),
        tuple(one for one in here if one.role == "reply"),
        tuple(
            (
                pack.ruleset.audiences[one.id].name(language),
                one.doubts[question],
                courses[one.id][ANSWERED].doubt(question),
            )
            for one in debate.bench.listeners
            if question in one.doubts
        ),
        tuple(
            one
            for name, one in cards.items()
            if not one.taken_back and question in dict(debate.judge.cards[name].cuts)
        ),
    )


def place_of(debate: Debate, name: str) -> str:
    """The question under which a card stands on the sheet: its own, or that of the card it speaks against."""
    card = debate.judge.cards[name]
    if card.answers or card.worsens:
        return card.answers or card.worsens
    on_table = {*debate.case, *debate.against}
    aims = [aim for aim in card.against if aim in on_table] or [*card.against]
    return place_of(debate, aims[0]) if aims and aims[0] in debate.judge.cards else ""
