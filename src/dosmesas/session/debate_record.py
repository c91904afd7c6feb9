"""The debates of a game as JSON: marks, the players' sentences, and every debate as it went."""

from collections.abc import Iterable

from dosmesas.debate.graph import ONE
from dosmesas.engine.plays import text_of_answer
from dosmesas.model.arguments import Card
from dosmesas.session.argued import Argued, argued, deciding
from dosmesas.session.coda.record import NOTHING_SAID, closing_record
from dosmesas.session.marks import Chosen, Marks, marks
from dosmesas.session.session import Session
from dosmesas.text.number import as_json, half_even

Json = dict[str, object]


def debate_record(session: Session, *, marked: bool) -> Json:
    """All of it; without what players were marked for or said at the end, where others decided for them."""
    found = marks(session) if marked else {}
    return {
        "seats": {seat: _marks(one) for seat, one in found.items()},
        "sentences": [
            _sentence(session, one) for seat, one in found.items() if seat in session.notes.sentences
        ],
        "turns": [_debate(one) for one in argued(session)],
        "closing": closing_record(session) if marked else NOTHING_SAID,
    }


def _marks(one: Marks) -> Json:
    return {
        "quality": _mark(one.quality),
        "clash": _mark(one.clash.mark),
        "fit": _mark(one.fit.mark),
        "evidence": _mark(one.evidence.mark),
        "kinds": dict(one.kinds),
        "decisions": [_chosen(chosen) for chosen in one.chosen],
    }


def _chosen(one: Chosen) -> Json:
    """A decision; worths as strengths, 0 to 1, in the mean over the audiences by their shares."""
    return {
        "turn": one.turn,
        "point": str(one.point),
        "action": one.action,
        "quality": _mark(one.quality),
        "left": _strength(one.left, one.shares),
        "least": _strength(one.least, one.shares),
        "most": _strength(one.most, one.shares),
        "best": one.best,
    }


def _sentence(session: Session, one: Marks) -> Json:
    """A player's sentence beside what its authors let the cards of the best-argued turn say."""
    return {
        "seat": one.seat,
        "text": session.notes.sentences[one.seat],
        "turn": one.best or None,
        "warrants": _warrants(one.cards, session.setup.language),
    }


def _warrants(cards: Iterable[Card], language: str) -> list[Json]:
    return [
        {"card": card.id, "claims": list(card.because), "warrant": card.warrant(language)} for card in cards
    ]


def _debate(one: Argued) -> Json:
    debate, verdict, audience = one.debate, one.verdict, deciding(one)
    return {
        "turn": one.turn,
        "event": one.event,
        "seat": debate.seat,
        "option": debate.option.id,
        "foe": debate.foe or None,
        "hand": [card.id for card in debate.bench.hand],
        "case": list(debate.case),
        "rebuttals": list(debate.against),
        "answer": text_of_answer(debate.answer),
        "strengths": {name: _strength(value) for name, value in sorted(debate.strengths().items())},
        "decided_by": audience.audience if audience else None,
        "support": as_json(verdict.support),
        "band": str(verdict.band),
    }


def _mark(value: int | None) -> int | float | None:
    return None if value is None else as_json(value)


def _strength(value: int, shares: int = 1) -> int | float:
    return as_json(half_even(value, shares * ONE // 1000)) if shares else 0
