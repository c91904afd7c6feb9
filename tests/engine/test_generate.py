"""Every kind of effect, alone and nested: what it enters, what it read, and what led to it."""

import pytest
from attrs import evolve

from dosmesas.engine.draws import GREATEST, LEAST, Draws
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.tables import Tables
from tests.support.making import (
    NORDEN,
    SUDEN,
    Staged,
    after,
    chance,
    change,
    game_of,
    made,
    option,
    performed,
    played,
    set_flag,
    when,
)
from tests.support.making import event as an_event
from tests.support.small import game, harbour

READ = ("poaching",)


def only(staged: Staged) -> Receipt:
    """The one receipt."""
    (receipt,) = staged.receipts
    return receipt


def test_a_change_says_what_by_whom_on_which_claims_and_whose_figure() -> None:
    receipt = only(performed(change("stock", "-1.5", "stock-falls", figure="stock-falls")))
    assert receipt == Receipt(
        "2.1",
        "change",
        "stock",
        -1500,
        "talks/sign",
        ("stock-falls",),
        "enact",
        figure="stock-falls",
    )


def test_an_amount_reads_the_world_and_notes_what_it_read() -> None:
    receipt = only(performed(change("stock", "-0.01 * poaching")))
    assert (receipt.applied, receipt.reads) == (-300, READ)


def test_a_change_of_nothing_leaves_no_receipt() -> None:
    assert performed(change("stock", "0 * poaching")).receipts == ()


@pytest.mark.parametrize(("amount", "half"), [("1.001", 500), ("1.003", 502), ("-1.001", -500), ("0.001", 0)])
def test_half_a_belief_halves_the_amount_half_even(amount: str, half: int) -> None:
    receipts = performed(change("stock", amount), view="doubter").receipts
    assert [one.applied for one in receipts] == ([half] if half else [])


def test_the_least_believed_claim_decides() -> None:
    mixed = change("stock", "+4", "stock-falls", "fish-come-back")
    assert performed(mixed).receipts == ()
    assert only(performed(mixed, view="doubter")).applied == 2000


def test_an_assumption_of_the_game_always_counts_in_full() -> None:
    assert only(performed(change("stock", "+4", "broken-word-costs"), view="doubter")).applied == 4000


def test_a_rival_rule_is_silent_in_the_authors_view_and_alive_in_the_other() -> None:
    rounds = [{NORDEN: "silent", SUDEN: "silent"}, {NORDEN: "talks/refuse", SUDEN: "talks/agree"}]
    by = {
        view: {one.by: one.applied for one in played(game(view), 7, *rounds)[-1].receipts}
        for view in ("authors", "doubter")
    }
    assert "fish-return" not in by["authors"]
    assert by["authors"]["stock-shrinks"] == -1500
    assert by["doubter"]["fish-return"] == 4000
    assert by["doubter"]["stock-shrinks"] == -750


def test_belief_touches_no_condition_chance_or_flag() -> None:
    effects = (
        when("stock >= 50", change("goodwill", "+2")),
        chance("x~1", 1, change("goodwill", "+2")),
        set_flag("pact"),
    )
    kinds = [one.kind for one in performed(*effects, view="doubter").receipts]
    assert kinds == ["change", "drawn", "change", "flag"]


def test_a_flag_is_written_only_when_it_changes() -> None:
    receipt = only(performed(set_flag("pact"), set_flag("informer"), set_flag("pact", to=False)))
    assert (receipt.kind, receipt.indicator, receipt.applied) == ("flag", "pact", 1)
    assert only(performed(set_flag("informer", to=False))).applied == 0


def test_an_after_is_scheduled_with_its_turn_and_waits() -> None:
    staged = performed(after("talks/sign~1", 3, change("stock", "+4")))
    receipt = only(staged)
    assert (receipt.kind, receipt.applied, receipt.indicator) == ("scheduled", 5, "")
    assert [(one.due, one.after, one.by, one.cause) for one in staged.state.pending] == [
        (5, "talks/sign~1", "talks/sign", "2.1")
    ]


@pytest.mark.parametrize(("draws", "came", "amount"), [(LEAST, 1, -10_000), (GREATEST, 0, -1000)])
def test_a_chance_is_drawn_come_or_not_and_causes_what_follows(draws: Draws, came: int, amount: int) -> None:
    risk = chance("x~1", 50, change("goodwill", "-10"), otherwise=(change("goodwill", "-1"),))
    drawn, moved = performed(risk, draws=draws).receipts
    assert (drawn.kind, drawn.applied, drawn.cause) == ("drawn", came, "")
    assert (moved.applied, moved.cause) == (amount, drawn.id)


def test_a_chance_without_otherwise_still_leaves_its_draw() -> None:
    assert only(performed(chance("x~1", 99, set_flag("pact")), draws=GREATEST)).applied == 0


@pytest.mark.parametrize(("condition", "amount"), [("poaching > 20", 1000), ("poaching > 30", 2000)])
def test_a_when_takes_one_of_two_ways_and_both_note_what_it_read(condition: str, amount: int) -> None:
    choice = when(condition, change("goodwill", "+1"), otherwise=(change("goodwill", "+2"),))
    receipt = only(performed(choice))
    assert (receipt.applied, receipt.reads) == (amount, READ)


def test_what_was_read_on_the_way_is_noted_by_every_kind_inside() -> None:
    inside = (
        change("goodwill", "+1"),
        change("stock", "0.1 * goodwill"),
        set_flag("pact"),
        after("x~1", 1),
        chance("x~2", 1),
    )
    receipts = performed(when("poaching > 20", *inside)).receipts
    assert [one.reads for one in receipts] == [READ, (*READ, "goodwill"), READ, READ, READ]


def test_nested_effects_keep_the_chain_of_causes() -> None:
    inner = chance("x~2", 50, after("x~3", 1, change("stock", "+1")), change("stock", "+2"))
    receipts = performed(chance("x~1", 50, when("pact", otherwise=(inner,))), cause="1.9").receipts
    assert [(one.id, one.kind, one.cause) for one in receipts] == [
        ("2.1", "drawn", "1.9"),
        ("2.2", "drawn", "2.1"),
        ("2.3", "scheduled", "2.2"),
        ("2.4", "change", "2.2"),
    ]


def test_all_effects_of_a_stage_read_the_world_as_it_began() -> None:
    receipts = performed(
        change("poaching", "-30"),
        set_flag("pact"),
        change("stock", "0.1 * poaching"),
        when("pact", change("goodwill", "+9")),
    ).receipts
    assert [one.applied for one in receipts] == [-30_000, 1, 3000]


def test_a_delayed_effect_lands_in_its_turn_and_names_the_receipt_that_set_it_going() -> None:
    late = after("day/wait~1", 2, change("goodwill", "+4"))
    seats = {NORDEN: (option("day/wait", late),), SUDEN: (option("day/rest"),)}
    contest = game_of(made((an_event("day", seats, repeats=True),), turns=3))
    actions = {NORDEN: "day/wait", SUDEN: "day/rest"}
    path = played(contest, 7, actions, actions, actions)
    receipts = [one for transition in path for one in transition.receipts]
    scheduled = [one.id for one in receipts if one.kind == "scheduled"]
    landed = [(one.turn, one.stage, one.by, one.cause) for one in receipts if one.kind == "change"]
    assert len(scheduled) == 3
    assert landed == [
        (turn, "brief", "day/wait", cause) for turn, cause in zip((3, 4, 5), scheduled, strict=True)
    ]
    assert path[-1].state.pending == ()


def test_beliefs_of_a_view_for_single_claims_win_over_its_usual_ones() -> None:
    view = evolve(harbour().ruleset.worldviews["authors"], beliefs={"stock-falls": 10})
    belief = Tables(harbour(), view).belief
    assert belief == {
        "stock-falls": 10,
        "talks-help": 100,
        "pact-saves-stock": 100,
        "fish-come-back": 0,
        "broken-word-costs": 100,
    }
