"""The debrief: paths, decisions and what each brought, the claims at work, what happened later, questions."""

from collections import Counter

from attrs import frozen

from dosmesas.engine.receipts import ReceiptKind
from dosmesas.session.at_work import AtWork, share_of, top_claims, weights
from dosmesas.session.coda.kept import kept_statement
from dosmesas.session.debates.cards import basis_of
from dosmesas.session.earned import earned
from dosmesas.session.forecast import better
from dosmesas.session.marks import Marks, marks
from dosmesas.session.session import FULL, Session
from dosmesas.session.tell_teaching import Part, teaching_parts
from dosmesas.session.turns import turns_of
from dosmesas.session.views import IndicatorRow, headline_of, row
from dosmesas.text.catalog import say


@frozen
class Brought:
    """A decision and the sum of its receipts, now and later, by indicator: (name, sum, good or bad)."""

    turn: int
    office: str
    label: str
    mine: bool
    sums: tuple[tuple[str, int, bool | None], ...]


@frozen
class Score:
    """A seat's return in thousandths of 100."""

    office: str
    value: int
    mine: bool


@frozen
class HowArgued:
    """How a human seat argued, and its own sentence (empty: none was left)."""

    office: str
    marks: Marks
    sentence: str


@frozen
class Debrief:
    """The end of a game in the player's language.

    `signed` are the claims of the joint statement, each with where it comes from. `view` is the worldview's
    name; `partly` the claims at work that it believes in part only, with percent.
    """

    ending: str
    text: str
    earned: tuple[str, ...]
    paths: tuple[IndicatorRow, ...]
    turns: int
    decisions: tuple[Brought, ...]
    claims: tuple[AtWork, ...]
    teaching: tuple[Part, ...]
    scores: tuple[Score, ...]
    joint: int
    argued: tuple[HowArgued, ...]
    signed: tuple[tuple[str, str], ...]
    secrets: tuple[tuple[str, str], ...]
    later: tuple[tuple[str, str, str], ...]
    questions: tuple[str, ...]
    view: str
    partly: tuple[tuple[str, int], ...]


def debrief(session: Session, language: str) -> Debrief:
    """The debrief of a game that is over."""
    pack, ruleset = session.pack, session.pack.ruleset
    ending = next(one for one in ruleset.endings if one.id == session.state.ending)
    seat = session.setup.seats[0] if session.setup.seats else pack.seats[0]
    turns = turns_of(session)
    returns = session.game.returns(session.state)
    mine = session.setup.seats
    return Debrief(
        ending.title(language),
        ending.text(language),
        earned(session, language),
        tuple(row(session, name, language, turns) for name in headline_of(session, seat)),
        max(one.turn for one in session.state.decisions),
        decisions(session, language),
        top_claims(session, language),
        teaching_parts(session, language),
        tuple(
            Score(ruleset.offices[one].name(language), value, one in mine) for one, value in returns.items()
        ),
        session.game.joint_return(session.state),
        how_argued(session, language),
        signed(session, language),
        tuple(
            (ruleset.offices[one].name(language), ruleset.offices[one].secret(language)) for one in pack.seats
        ),
        tuple((one.date, one.text(language), one.source(language)) for one in ruleset.dossier.later),
        _questions(session, language),
        session.game.view.name(language),
        tuple((name, session.belief[name]) for name in weights(session) if session.belief[name] < FULL),
    )


def _questions(session: Session, language: str) -> tuple[str, ...]:
    """What to talk about: the questions of the pack, then those of the events that came."""
    pack, came = session.pack, dict.fromkeys(name for name, _ in session.state.happened)
    events = [pack.events[name] for name in came if name in pack.events]
    return (
        *(one(language) for one in pack.questions),
        *(
            say(language, "question_of", title=one.title(language), question=one.question(language))
            for one in events
            if one.question.versions
        ),
    )


def how_argued(session: Session, language: str) -> tuple[HowArgued, ...]:
    """The human seats that had something to argue, or left a sentence."""
    offices, sentences = session.pack.ruleset.offices, session.notes.sentences
    return tuple(
        HowArgued(offices[seat].name(language), one, sentences.get(seat, ""))
        for seat, one in marks(session).items()
        if one.argued or seat in sentences
    )


def signed(session: Session, language: str) -> tuple[tuple[str, str], ...]:
    """The claims of the joint statement, and where each comes from."""
    claims = session.pack.ruleset.dossier.claims
    return tuple(
        (claims[one.claim].text(language), basis_of(session.pack, (one.claim,), language))
        for one in kept_statement(session) or ()
    )


def decisions(session: Session, language: str) -> tuple[Brought, ...]:
    """Every decision of the game with what its own receipts sum to, delayed ones included."""
    pack, mine = session.pack, session.setup.seats
    found = []
    for turn in turns_of(session):
        for seat, option in sorted(turn.decisions.items(), key=lambda pair: (pair[0] not in mine, pair[0])):
            office = pack.ruleset.offices[seat].name(language)
            sums = _sums(session, option, turn.number, language)
            found.append(
                Brought(turn.number, office, pack.option(option).label(language), seat in mine, sums)
            )
    return tuple(found)


def _sums(
    session: Session, option: str, turn: int, language: str
) -> tuple[tuple[str, int, bool | None], ...]:
    """Sums of an option's own receipts by indicator; delayed ones belong to the turn that set them going."""
    origins = {one.id: one for one in session.receipts}
    total: Counter[str] = Counter()
    for receipt in session.receipts:
        if receipt.by == option and receipt.kind is ReceiptKind.CHANGE:
            first = receipt
            while first.cause:
                first = origins[first.cause]
            if first.turn == turn:
                total[receipt.indicator] += receipt.applied
    indicators = session.pack.ruleset.indicators
    ordered = sorted(total.items(), key=lambda pair: (-share_of(indicators[pair[0]], pair[1]), pair[0]))
    return tuple(
        (indicators[name].name(language), value, better(indicators[name], value)) for name, value in ordered
    )
