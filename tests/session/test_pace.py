"""A game fits into the time there is: debates get shorter, then go, and what is decided stays."""

from attrs import evolve

from dosmesas.model.arguments import Argue
from dosmesas.model.rules import Short
from dosmesas.session.pace import BRISK, SHORT, SWIFT, WHOLE, minutes_at, pace_for, paced, paces_of
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from tests.support.making import regatta
from tests.support.shipped import shipped

PACK = shipped("culiacan")


def argued(pace: str) -> set[Argue]:
    """How long debates are at a pace."""
    return {event.argue for event in paced(PACK, pace).events.values()}


def test_a_quicker_pace_has_shorter_debates_and_takes_less_time() -> None:
    assert [argued(WHOLE), argued(BRISK), argued(SWIFT)] == [
        {Argue.NONE, Argue.SHORT, Argue.FULL},
        {Argue.NONE, Argue.SHORT},
        {Argue.NONE},
    ]
    minutes = [paced(PACK, pace).minutes for pace in (WHOLE, BRISK, SWIFT)]
    assert minutes == sorted(set(minutes), reverse=True)
    assert paced(PACK, WHOLE) is PACK
    assert [minutes_at(PACK, pace) for pace in (WHOLE, BRISK, SWIFT)] == minutes


def test_a_pace_is_taken_twice_without_harm() -> None:
    for pace in (BRISK, SWIFT, SHORT):
        once = paced(evolve(PACK, short=Short(2, 8)), pace)
        assert paced(once, pace) is once


def test_only_what_makes_a_difference_is_offered() -> None:
    assert paces_of(PACK) == (WHOLE, BRISK, SWIFT)
    assert paces_of(regatta()) == (WHOLE,)
    assert paces_of(evolve(PACK, short=Short(2, 8))) == (WHOLE, BRISK, SWIFT, SHORT)


def test_the_longest_pace_that_fits_is_taken_and_the_shortest_where_none_does() -> None:
    assert pace_for(PACK, PACK.minutes) == WHOLE
    assert pace_for(PACK, minutes_at(PACK, BRISK)) == BRISK
    assert pace_for(PACK, 1) == SWIFT
    assert pace_for(evolve(PACK, short=Short(2, 4)), 6) == SHORT


def test_the_short_version_ends_after_its_turns_and_a_save_knows_it() -> None:
    pack = evolve(PACK, short=Short(2, 8))
    setup = Setup((), 5, argue="auto", pace=SHORT)
    session = Session.start(pack, setup)
    while not session.over:
        session.settle()
    assert session.over
    assert max(one.turn for one in session.state.decisions) == 2
