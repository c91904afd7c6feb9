"""What was said after the last turn, as JSON."""

from dosmesas.engine.plays import text_of_answer
from dosmesas.session.coda.kept import kept_statement, kept_swap, signer
from dosmesas.session.coda.statement import Stood
from dosmesas.session.coda.swap import Swap
from dosmesas.session.session import Session
from dosmesas.text.number import as_json

Json = dict[str, object]
NOTHING_SAID: Json = {"swaps": [], "statement": None}


def closing_record(session: Session) -> Json:
    """The debates from the other chair, and the statement (null where nobody was asked to sign one)."""
    swaps = (kept_swap(session, seat) for seat in session.setup.seats)
    signed = kept_statement(session)
    return {
        "swaps": [_swap(one) for one in swaps if one is not None],
        "statement": None
        if signed is None
        else {"seat": signer(session), "signed": [_claim(session, one) for one in signed]},
    }


def _swap(swap: Swap) -> Json:
    """A debate from the other chair; `office` is whose chair it was. Strengths 0 to 1, as in marks."""
    debate = swap.debate
    return {
        "seat": swap.mine,
        "turn": swap.turn,
        "office": debate.seat,
        "option": debate.option.id,
        "case": list(debate.case),
        "rebuttals": list(debate.against),
        "answer": text_of_answer(debate.answer),
        "reached": as_json(swap.reached),
        "kept": as_json(swap.kept),
        "best": as_json(swap.best),
    }


def _claim(session: Session, stood: Stood) -> Json:
    text = session.pack.ruleset.dossier.claims[stood.claim].text(session.setup.language)
    return {"claim": stood.claim, "country": stood.country, "text": text}
