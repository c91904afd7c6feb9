"""The numbers of the quick pack: argument matters in it, and is not all that matters."""

from functools import cache

from dosmesas.engine.home import Band
from dosmesas.session.tell_balance import MOST_NAIVE, dead, must, outside_band, stale_pars
from dosmesas.session.tell_home_tables import named
from dosmesas.sim.debates import LEVELS, Report, report
from dosmesas.sim.home_tables import Sittings, Speech, sittings
from tests.support.shipped import shipped

PACK = shipped("culiacan")
VIEW = PACK.ruleset.worldviews["authors"]
FEW = 3
"""So many names may stand in a list that a small sample makes longer than a large one."""


@cache
def debated() -> Report:
    """Its debates played out."""
    return report(PACK, VIEW, 4)


@cache
def sat() -> Sittings:
    """Its home tables in some games."""
    return sittings(PACK, VIEW, 10)


def test_best_play_keeps_neither_too_little_nor_too_much() -> None:
    assert len(outside_band(debated())) <= FEW


def test_it_takes_thought_and_better_opponents_leave_less() -> None:
    assert debated().naive_share() < MOST_NAIVE
    kept = debated().levels()
    assert kept["novice"] > kept["advocate"] > kept["expert"] > debated().silent()
    assert [*kept] == [*LEVELS]


def test_no_card_is_idle_and_none_always_right() -> None:
    assert len(dead(debated())) <= FEW
    assert len(must(debated())) <= FEW


def test_what_is_written_as_ordinary_is_what_an_ordinary_debate_leaves() -> None:
    assert stale_pars(PACK, debated()) == {}


def test_argument_often_decides_and_often_does_not() -> None:
    """The figures wanted are 20 to 50 of 100; a small sample swings."""
    assert 20 <= sat().changed(Speech.PLAYED) <= 55
    assert sat().changed(Speech.BEST) > sat().changed(Speech.PLAYED)


def test_options_are_carried_watered_down_and_blocked() -> None:
    bands = sat().bands(Speech.PLAYED)
    assert 33 <= bands[Band.CARRIED] <= 55
    assert 33 <= bands[Band.WATERED] <= 55
    assert 7 <= bands[Band.BLOCKED] <= 22


def test_nobody_has_an_option_that_everybody_at_home_prefers() -> None:
    assert named(sat())["unrivalled"] == []
