"""Deals: open to those who could keep them, struck by the choices, broken by choice."""

import pytest
from attrs import evolve

from dosmesas.engine.deals import legal_words, open_deals, outcomes, seated
from dosmesas.engine.state import Decision, Point
from tests.support.making import (
    NORDEN,
    SUDEN,
    change,
    deal,
    game_of,
    made,
    option,
    played,
    regatta,
)
from tests.support.making import event as an_event
from tests.support.small import game, harbour

SILENCE = {NORDEN: "silent", SUDEN: "silent"}


def receipts(words: dict[str, str], choices: dict[str, str]) -> list[tuple[str, str, int]]:
    """What the deal and the rule of conduct did in the first turn of harbour."""
    found = played(game(), 7, words, choices)[-1].receipts
    return [(one.by, one.indicator, one.applied) for one in found if one.by in {"quota", "word-broken"}]


def test_a_seat_may_give_its_word_decline_or_say_nothing() -> None:
    begun = game().new_initial_state(7)
    assert game().legal_actions(begun, NORDEN) == ("quota", "decline", "silent")
    assert begun.point is Point.WORD


def test_a_seat_with_two_deals_may_name_either() -> None:
    contest = game_of(regatta())
    begun = contest.new_initial_state(7)
    assert contest.legal_actions(begun, NORDEN) == ("course", "prize", "decline", "silent")
    assert contest.legal_actions(begun, SUDEN) == ("course", "prize", "decline", "silent")


def test_a_deal_is_struck_by_the_two_choices_without_any_word() -> None:
    struck = receipts(SILENCE, {NORDEN: "talks/sign", SUDEN: "talks/agree"})
    assert struck == [("quota", "pact", 1), ("quota", "goodwill", 5000)]


def test_a_deals_effects_come_in_addition_to_those_of_its_options() -> None:
    path = played(game(), 7, SILENCE, {NORDEN: "talks/sign", SUDEN: "talks/agree"})
    goodwill = {
        one.by: one.applied for one in path[-1].receipts if one.indicator == "goodwill" and one.turn == 1
    }
    assert goodwill == {"talks/sign": 3000, "quota": 5000}


@pytest.mark.parametrize("word", ["decline", "silent"])
def test_a_deal_that_one_side_leaves_is_not_struck_and_costs_nothing_without_a_word(word: str) -> None:
    assert receipts({NORDEN: word, SUDEN: "quota"}, {NORDEN: "talks/refuse", SUDEN: "talks/agree"}) == []


def test_a_broken_word_fires_the_rule_of_conduct_once_for_each_who_broke_one() -> None:
    both = {NORDEN: "quota", SUDEN: "quota"}
    cost = ("word-broken", "goodwill", -6000)
    assert receipts(both, {NORDEN: "talks/refuse", SUDEN: "talks/agree"}) == [cost]
    assert receipts(both, {NORDEN: "talks/refuse", SUDEN: "talks/delay"}) == [cost, cost]
    assert receipts(both, {NORDEN: "talks/sign", SUDEN: "talks/agree"})[0][0] == "quota"


@pytest.mark.parametrize(("said", "cost"), [("silent", [-6000]), ("quota", [-6000] * 2), ("decline", [])])
def test_a_word_is_broken_whatever_the_other_side_did_but_for_one_openly_declined(
    said: str, cost: list[int]
) -> None:
    words = {NORDEN: "quota", SUDEN: said}
    broken = receipts(words, {NORDEN: "talks/refuse", SUDEN: "talks/delay"})
    assert broken == [("word-broken", "goodwill", one) for one in cost]


def test_declining_and_then_keeping_the_deal_strikes_it() -> None:
    words = {NORDEN: "decline", SUDEN: "decline"}
    assert len(receipts(words, {NORDEN: "talks/sign", SUDEN: "talks/agree"})) == 2


def test_outcomes_say_who_gave_and_who_broke_a_word_for_each_deal() -> None:
    state = game_of(regatta()).new_initial_state(7)
    decisions = (
        Decision(1, Point.WORD, NORDEN, "course"),
        Decision(1, Point.WORD, SUDEN, "prize"),
        Decision(1, Point.CHOOSE, NORDEN, "start/give-prize"),
        Decision(1, Point.CHOOSE, SUDEN, "start/outer-course"),
    )
    course, prize = outcomes(regatta().events["start"], state.turn, decisions)
    assert (course.deal.id, course.struck, course.given, course.broken) == (
        "course",
        False,
        (NORDEN,),
        (NORDEN,),
    )
    assert (prize.deal.id, prize.struck, prize.given, prize.broken) == ("prize", True, (SUDEN,), ())


def test_a_deal_that_one_side_could_not_keep_is_not_on_the_table() -> None:
    seats = {
        NORDEN: (option("day/pay", requires="goodwill >= 90"), option("day/wait")),
        SUDEN: (option("day/take"), option("day/rest")),
    }
    bargain = deal("bargain", {NORDEN: "day/pay", SUDEN: "day/take"}, change("goodwill", "+1"))
    day = an_event("day", seats, (bargain,), repeats=True)
    closed = game_of(made((day,)))
    begun = closed.new_initial_state(7)
    assert open_deals(closed.pack, day, closed.tables.scene(begun)) == ()
    assert begun.point is Point.CHOOSE
    opened = game_of(made((day,), goodwill={"start": 90_000})).new_initial_state(7)
    assert opened.point is Point.WORD


def test_a_deal_with_an_office_that_does_not_play_is_not_on_the_table() -> None:
    talks = harbour().events["talks"]
    alone = evolve(harbour(), seats=(NORDEN,))
    contest = game_of(alone)
    begun = contest.new_initial_state(7)
    assert seated(alone, talks) == (NORDEN,)
    assert begun.point is Point.CHOOSE
    assert contest.to_move(begun) == (NORDEN,)


def test_a_seat_without_a_deal_has_nothing_to_say() -> None:
    assert legal_words(harbour().events["talks"].deals, "xx.bystander") == ()
