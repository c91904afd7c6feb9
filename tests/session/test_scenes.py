"""The world as a stage began, put together again from starts and receipts."""

from dosmesas.engine.receipts import Receipt
from dosmesas.session.scenes import scene_before
from dosmesas.session.session import Session
from tests.support.making import NORDEN, SUDEN, after, change, made, option, set_flag
from tests.support.making import event as an_event
from tests.support.playing import BOTH, finish, start


def two_days() -> Session:
    """Two turns; what the first decides lands in the brief of the second."""
    first = {
        NORDEN: (option("first/act", after("first/act~1", 1, change("stock", "+1"), set_flag("pact"))),),
        SUDEN: (option("first/rest", change("goodwill", "+2")),),
    }
    second = {NORDEN: (option("second/act", change("stock", "+1")),), SUDEN: (option("second/rest"),)}
    events = (an_event("first", first, turn=1), an_event("second", second, turn=2))
    return finish(start(*BOTH, pack=made(events, turns=2)))


def receipt(session: Session, turn: int, stage: str, indicator: str) -> Receipt:
    return next(
        one for one in session.receipts if (one.turn, one.stage, one.indicator) == (turn, stage, indicator)
    )


def test_in_the_brief_the_event_of_the_turn_has_not_come_nor_been_decided() -> None:
    session = two_days()
    landing = scene_before(session, receipt(session, 2, "brief", "stock"))
    assert (landing.happened("first"), landing.happened("second")) == (True, False)
    assert (landing.chose("first/act"), landing.chose("second/act")) == (True, False)
    assert landing.value("turn") == 2000


def test_when_decisions_take_effect_both_are_known() -> None:
    session = two_days()
    enacted = scene_before(session, receipt(session, 2, "enact", "stock"))
    assert enacted.happened("second")
    assert enacted.chose("act")


def test_numbers_and_flags_are_those_before_the_stage_and_not_before_the_receipt() -> None:
    session = two_days()
    landing = scene_before(session, receipt(session, 2, "brief", "pact"))
    assert (landing.value("stock"), landing.value("pact"), landing.value("goodwill")) == (50_000, 0, 42_000)
    enacted = scene_before(session, receipt(session, 2, "enact", "stock"))
    assert (enacted.value("stock"), enacted.value("pact")) == (51_000, 1)
