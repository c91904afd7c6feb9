"""Debates for the faces that tell them: one made by hand, and all that can come of a dealt one."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice

from attrs import evolve

from dosmesas.debate.graph import ONE
from dosmesas.debate.judge import Answer, Bench, Judge, Listener
from dosmesas.debate.search import answers, cases, rebuttals
from dosmesas.debate.table import Said
from dosmesas.engine.benches import Dealt
from dosmesas.engine.floor import Debate
from dosmesas.engine.state import Point
from dosmesas.model.arguments import Card, Doubter, Line, Question
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import ALL, Setup
from dosmesas.text.local import plain
from dosmesas.text.span import NOWHERE
from tests.support.making import NORDEN, SUDEN
from tests.support.small import parley

WARDEN = "no.warden"
EVERY = (NORDEN, WARDEN, SUDEN)
FACES = {
    "homicides": "Murders are up by half",
    "courts": "Courts can try them",
    "grants": "It costs less than a war",
    "bought": "Judges can be bought",
    "dear": "Grants are never enough",
    "standards": "Grants with standards",
}
SAID = (
    Said("homicides", ONE * 9 // 10, ("stock-falls",), answers="serious"),
    Said("courts", ONE * 7 // 10, ("pact-saves-stock",), answers="works"),
    Said("grants", ONE * 8 // 10, ("talks-help",), answers="worth"),
    Said("bought", ONE * 6 // 10, ("stock-falls",), against=("courts",)),
    Said("dear", ONE * 5 // 10, ("fish-come-back",), worsens="worth"),
    Said("standards", ONE * 7 // 10, ("talks-help",), against=("bought",)),
)
"""The worked case of docs: a programme, two rebuttals and a reply."""
REPLY = Answer("reply", "standards")
DOUBTS = {"serious": 600, "works": 600, "worth": 400}


@cache
def programme() -> Pack:
    """The pack `parley` with the cards and the doubts of the worked case."""
    pack = parley()
    bank = pack.ruleset.bank
    cards = tuple(
        Card(
            one.id,
            one.claims,
            plain(FACES[one.id]),
            plain(f"Why: {FACES[one.id]}."),
            NOWHERE,
            one.answers,
            against=one.against,
            worsens=one.worsens,
        )
        for one in SAID
    )
    worth = Question("worth", plain("Is it worth it?"), plain("Worth?"), "disadvantages", NOWHERE)
    bank = evolve(
        bank,
        questions={**bank.questions, "worth": worth},
        lines={**bank.lines, "programme": Line("programme", plain("A programme"), cards, NOWHERE)},
        doubters={**bank.doubters, "fishers": Doubter("fishers", DOUBTS, NOWHERE)},
    )
    return evolve(pack, ruleset=evolve(pack.ruleset, bank=bank))


def worked(
    *,
    against: tuple[str, ...] = ("bought", "dear"),
    answer: Answer = REPLY,
    said: tuple[Said, ...] = SAID,
    doubts: Mapping[str, int] = DOUBTS,
) -> Debate:
    """The worked case, or what comes of it with other rebuttals, another answer, other cards."""
    pack = programme()
    cards = {one.id: one for line in pack.ruleset.bank.lines.values() for one in line.cards}
    heard = {question: weight * (ONE // 1000) for question, weight in doubts.items()}
    bench = Bench((Listener("fishers", 5, heard),), said[:3], said[3:-1], said[-1:])
    dealt = Dealt(tuple(cards[one.id] for one in said[:3]), tuple(cards[one.id] for one in said[3:-1]))
    case = tuple(sorted(one.id for one in said[:3]))
    option = pack.option("haul/share-haul")
    return Debate(NORDEN, SUDEN, option, dealt, Judge(bench), case, against, answer)


def session_of(pack: Pack | None = None, *seats: str, seed: int = 7, argue: str = ALL) -> Session:
    """A session of parley, or of another pack, in which the humans argue all for themselves."""
    return Session.start(pack or parley(), Setup(seats or EVERY, seed, "random", argue=argue))


def richest(point: Point, legal: tuple[str, ...]) -> str:
    """Choose the first option, say all that can be said, and take back a card where one was hit."""
    if point is Point.CHOOSE:
        return legal[0]
    conceding = [one for one in legal if one.startswith("concede")]
    return conceding[0] if conceding else legal[-1]


def until(session: Session, turn: int, point: Point) -> Session:
    """Play on richly to a point of a turn."""
    while (session.state.turn, session.state.point) != (turn, point):
        seat = session.next_seat()
        assert seat is not None
        session.decide(seat, richest(session.state.point, session.legal(seat)))
    return session


def debates_at(session: Session) -> dict[str, Debate]:
    """The debates of the turn, by seat."""
    return session.game.tables.debates(session.state)


def courses_of(debate: Debate) -> Iterator[Debate]:
    """Everything that can come of a debate."""
    for case in cases(debate.bench):
        for against in rebuttals(debate.judge, case):
            for answer in answers(debate.judge, case, against):
                yield evolve(debate, case=case, rebutted=against, answer=answer)


def some_courses(debate: Debate, step: int) -> list[Debate]:
    """Every so many of the things that can come of it."""
    return [*islice(courses_of(debate), 0, None, step)]
