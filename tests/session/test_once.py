"""What is worked out of a game is worked out once until it moves on, and is then what it would have been."""

from dosmesas.session.outcome import outcome_view
from dosmesas.session.session import Session
from dosmesas.session.views import table_view
from tests.support.making import NORDEN
from tests.support.playing import do, start


def seen(session: Session) -> object:
    return table_view(session, NORDEN, "en")


def test_a_table_that_is_looked_at_again_is_not_worked_out_again() -> None:
    session = start(NORDEN)
    assert seen(session) is seen(session)
    assert seen(session) is not table_view(session, NORDEN, "es")


def test_what_is_decided_or_taken_back_is_seen_at_once() -> None:
    session = start(NORDEN)
    first = seen(session)
    do(session, "quota")
    assert seen(session) == seen(do(start(NORDEN), "quota")) != first
    session.undo()
    assert seen(session) == first


def test_a_turn_played_again_in_another_way_has_another_outcome() -> None:
    session = do(start(NORDEN), "quota", "talks/sign")
    signed = outcome_view(session, 1, NORDEN, "en")
    assert outcome_view(session, 1, NORDEN, "en") is signed
    session.undo()
    do(session, "quota")
    do(session, next(one for one in session.legal(NORDEN) if one != "talks/sign"))
    assert outcome_view(session, 1, NORDEN, "en") != signed


def test_a_receipt_is_found_as_soon_as_it_is_written() -> None:
    session = do(start(NORDEN), "quota", "talks/sign", "storm/pay-fishers")
    assert all(session.receipt(one.id) is one for one in session.receipts)
