"""What was said after the last turn, in the save: written there, read again, left out where it does not fit.

A save may have been written by a stranger, or under other rules: then a card is not in the hand any more, or
a claim was not let stand. Such a part counts as not said.
"""

from dosmesas.debate.search import cases
from dosmesas.engine.plays import answer_of, play_of, text_of, text_of_answer
from dosmesas.journal.records import STATEMENT, SWAP, Closing
from dosmesas.session.coda.statement import Stood, let_stand
from dosmesas.session.coda.swap import Swap, swap_for
from dosmesas.session.session import Session
from dosmesas.text.catalog import say


def keep_swap(session: Session, swap: Swap) -> None:
    """Keep what a player argued from the other chair; JournalError where it cannot be saved."""
    debate = swap.debate
    answer = (text_of_answer(debate.answer),) if debate.against else ()
    session.note(Closing(swap.mine, SWAP, (text_of(debate.case), *answer)))


def kept_swap(session: Session, seat: str) -> Swap | None:
    """What a player argued from the other chair, if it is in the save and could have been said."""
    plays = session.notes.closings.get((seat, SWAP))
    if not plays or not session.over or seat not in session.setup.seats:
        return None
    swap = swap_for(session, seat)
    if swap is None or plays[0] not in {text_of(case) for case in cases(swap.debate.bench)}:
        return None
    return _answered(swap.argued(play_of(plays[0])), plays[1:])


def _answered(swap: Swap, plays: tuple[str, ...]) -> Swap | None:
    if not swap.debate.against:
        return None if plays else swap
    return swap.answered(answer_of(plays[0])) if len(plays) == 1 and plays[0] in swap.actions else None


def keep_statement(session: Session, signed: tuple[Stood, ...]) -> None:
    """Keep which claims were signed, be it none; JournalError where it cannot be saved."""
    session.note(Closing(signer(session), STATEMENT, tuple(one.claim for one in signed)))


def kept_statement(session: Session) -> tuple[Stood, ...] | None:
    """The claims signed, in the order of the draft; None where nobody was asked, or it does not fit."""
    if not session.over or not session.setup.seats:
        return None
    claims = session.notes.closings.get((signer(session), STATEMENT))
    if claims is None:
        return None
    signed = tuple(one for one in let_stand(session) if one.claim in claims)
    return signed if len(signed) == len(claims) else None


def signer(session: Session) -> str:
    """The seat that signs for all players at the keyboard: there is one statement."""
    return session.setup.seats[0]


def unfitting(session: Session, language: str) -> str:
    """A notice where the save says something of the end that does not fit the game, else nothing."""
    fits = all(_fits(session, seat, what) for seat, what in session.notes.closings)
    return "" if fits else say(language, "closing_unfitting")


def _fits(session: Session, seat: str, what: str) -> bool:
    if what == SWAP:
        return kept_swap(session, seat) is not None
    return seat in session.setup.seats[:1] and kept_statement(session) is not None
