"""The stages of a turn in their order, the early end, and the outlook."""

import pytest
from attrs import evolve

from dosmesas.engine.state import Point
from dosmesas.model.limits import OUTLOOK_STEPS
from tests.support.making import (
    NORDEN,
    SUDEN,
    after,
    bulletin,
    change,
    game_of,
    made,
    option,
    played,
    rule,
    set_flag,
    value,
    when,
)
from tests.support.making import event as an_event
from tests.support.small import game, harbour

PASS = {NORDEN: "day/wait", SUDEN: "day/rest"}


def day(*effects: object, suden: tuple[object, ...] = ()) -> object:
    """An event whose options have these effects."""
    return an_event(
        "day",
        {NORDEN: (option("day/wait", *effects),), SUDEN: (option("day/rest", *suden),)},
        repeats=True,
    )


def test_receipts_of_a_turn_stand_in_the_order_of_its_stages() -> None:
    pack = made(
        (day(change("goodwill", "+1")),),
        bulletins=(bulletin("news", change("goodwill", "+1"), turn=1),),
        rules=(rule("wind", change("goodwill", "+1")),),
        turns=1,
    )
    contest = game_of(pack)
    path = played(contest, 7, PASS)
    receipts = [one for transition in path for one in transition.receipts if one.turn == 1]
    assert [(one.stage, one.by) for one in receipts] == [
        ("brief", "news"),
        ("enact", "day/wait"),
        ("drift", "wind"),
    ]


def test_the_drift_reads_what_the_choices_made_of_the_world() -> None:
    spring = rule("spring", change("stock", "+1"), condition="goodwill >= 45")
    for gain, grew in (("+5", 1000), ("+4", 0)):
        path = played(game_of(made((day(change("goodwill", gain)),), rules=(spring,), turns=1)), 7, PASS)
        assert sum(one.applied for one in path[-1].receipts if one.turn == 1 and one.by == "spring") == grew


def test_a_rule_notes_what_its_condition_read() -> None:
    spring = rule("spring", change("stock", "+1"), condition="goodwill >= 45")
    path = played(game_of(made((day(change("goodwill", "+5")),), rules=(spring,), turns=1)), 7, PASS)
    first = next(one for one in path[-1].receipts if one.by == "spring")
    assert first.reads == ("goodwill",)


def test_rules_react_to_each_other_only_a_turn_later() -> None:
    rules = (
        rule("a-first", change("goodwill", "+10")),
        rule("b-second", change("stock", "+1"), condition="goodwill > 45"),
    )
    path = played(game_of(made((day(),), rules=rules, turns=2)), 7, PASS, PASS)
    fired = [one.turn for one in path[-1].receipts if one.by == "b-second"]
    assert 1 not in fired
    assert fired[0] == 2


def test_all_seats_options_are_carried_out_as_one() -> None:
    pack = made(
        (
            day(
                change("goodwill", "-50"),
                suden=(change("stock", "0.1 * goodwill"), when("goodwill > 0", set_flag("pact"))),
            ),
        ),
        turns=1,
    )
    receipts = [one for one in played(game_of(pack), 7, PASS)[-1].receipts if one.turn == 1]
    assert [(one.indicator, one.applied) for one in receipts] == [
        ("goodwill", -50_000),
        ("stock", 4000),
        ("pact", 1),
        ("goodwill", 10_000),
    ]


def test_delayed_effects_and_bulletins_of_a_brief_are_limited_as_one() -> None:
    pack = made(
        (day(after("day/wait~1", 1, change("goodwill", "+90"))),),
        bulletins=(bulletin("storm", change("goodwill", "-60"), turn=2),),
        turns=2,
    )
    contest = game_of(pack)
    path = played(contest, 7, PASS)
    assert value(contest, path[-1].state, "goodwill") == 70_000
    assert "limit" not in [one.kind for one in path[-1].receipts]


def test_an_ending_marked_now_ends_the_game_in_the_middle() -> None:
    pack = made((day(change("stock", "-60")),), turns=3, stock={"max_step": None})
    contest = game_of(pack)
    path = played(contest, 7, PASS)
    state = path[-1].state
    assert contest.is_terminal(state)
    assert state.ending == "empty-sea"
    assert state.turn == 1 + OUTLOOK_STEPS
    assert value(contest, state, "stock") == 0


def test_an_ending_marked_now_may_also_come_true_in_the_outlook() -> None:
    contest = game_of(made((day(),), rules=(rule("ebb", change("stock", "-9")),), turns=1))
    state = played(contest, 7, PASS)[-1].state
    assert dict(zip(contest.tables.names, state.at_last, strict=True))["stock"] == 45_000
    assert state.ending == "empty-sea"


def test_an_early_ending_stands_even_if_the_outlook_mends_the_world() -> None:
    pack = made(
        (day(change("stock", "-60")),),
        rules=(rule("spring", change("stock", "+4")),),
        stock={"max_step": None},
    )
    contest = game_of(pack)
    state = played(contest, 7, PASS)[-1].state
    assert value(contest, state, "stock") == 4000 * (OUTLOOK_STEPS + 1)
    assert state.ending == "empty-sea"


def test_the_other_endings_are_read_after_the_outlook_only() -> None:
    rounds = [
        {NORDEN: "silent", SUDEN: "silent"},
        {NORDEN: "talks/sign", SUDEN: "talks/agree"},
    ]
    contest = game()
    path = played(contest, 7, *rounds)
    while not contest.is_terminal(path[-1].state):
        state = path[-1].state
        assert state.ending == ""
        path.append(
            contest.apply(
                state, {seat: contest.legal_actions(state, seat)[0] for seat in contest.to_move(state)}
            )
        )
    assert path[-1].state.ending == "shared-sea"


def test_the_first_ending_that_holds_is_taken() -> None:
    endings = harbour().ruleset.endings
    always = evolve(endings[1], id="always", when=None)
    pack = made((day(),), turns=1)
    pack = evolve(pack, ruleset=evolve(pack.ruleset, endings=(endings[0], always, endings[2])))
    assert played(game_of(pack), 7, PASS)[-1].state.ending == "always"


def test_the_outlook_runs_twelve_steps_of_drift_and_delayed_effects_alone() -> None:
    pack = made(
        (day(after("day/wait~1", 12, change("goodwill", "+1"))),),
        bulletins=(bulletin("news", condition="turn >= 2"),),
        rules=(rule("wind", change("stock", "-0.5")),),
        turns=1,
    )
    contest = game_of(pack)
    path = played(contest, 7, PASS)
    state, receipts = path[-1].state, path[-1].receipts
    assert [one.turn for one in receipts if one.by == "wind"] == list(range(1, OUTLOOK_STEPS + 2))
    assert [one.turn for one in receipts if one.indicator == "goodwill"] == [OUTLOOK_STEPS + 1]
    assert [name for name, _ in state.happened] == ["day"]
    assert state.pending == ()
    assert value(contest, state, "stock") == 50_000 - 500 * (OUTLOOK_STEPS + 1)
    assert dict(zip(contest.tables.names, state.at_last, strict=True))["stock"] == 49_500


def test_each_step_of_the_outlook_has_a_max_step_of_its_own() -> None:
    pack = made((day(),), rules=(rule("ebb", change("stock", "-9")),), turns=1)
    contest = game_of(pack)
    receipts = played(contest, 7, PASS)[-1].receipts
    moved = {}
    for one in receipts:
        moved[one.turn] = moved.get(one.turn, 0) + one.applied
    assert set(list(moved.values())[:9]) == {-5000}


@pytest.mark.parametrize("turns", [1, 2, 5])
def test_a_game_lasts_as_many_turns_as_its_pack_says(turns: int) -> None:
    contest = game_of(made((day(),), turns=turns))
    state = played(contest, 7, *[PASS] * turns)[-1].state
    assert contest.is_terminal(state)
    assert {one.turn for one in state.decisions} == set(range(1, turns + 1))


def test_a_turn_without_deals_begins_with_the_choice() -> None:
    begun = game_of(made((day(),))).begin(7)
    assert begun.state.point is Point.CHOOSE
    assert begun.state.turn == 1
