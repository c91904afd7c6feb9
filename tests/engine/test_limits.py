"""A stage's changes are added up and limited once; what was cut is a receipt of its own."""

from itertools import permutations

import pytest
from attrs import evolve

from dosmesas.engine.receipts import Receipt, ReceiptKind
from dosmesas.engine.state import State
from dosmesas.text.number import exact
from tests.support.making import (
    after,
    chance,
    change,
    game_of,
    made,
    performed,
    played,
    rule,
    set_flag,
    state,
)
from tests.support.making import event as an_event
from tests.support.small import harbour

GOODWILL, POACHING, STOCK = 0, 1, 2


def closed(before: State, *changes: tuple[str, int]) -> tuple[State, list[Receipt]]:
    """A stage with these changes."""
    staged = performed(
        *(change(indicator, exact(amount).replace(",", "")) for indicator, amount in changes), at=before
    )
    return staged.state, list(staged.receipts)


def cuts(receipts: list[Receipt]) -> dict[str, int]:
    """What was cut off, by indicator."""
    return {one.indicator: one.applied for one in receipts if one.kind is ReceiptKind.LIMIT}


def test_changes_of_one_indicator_are_added_up() -> None:
    after, receipts = closed(state(), ("goodwill", 3000), ("goodwill", -500), ("stock", 1))
    assert after.values == (42_500, 30_000, 50_001)
    assert cuts(receipts) == {}


def test_the_sum_is_limited_and_not_each_change() -> None:
    after, receipts = closed(state(), ("goodwill", 90_000), ("goodwill", -40_000))
    assert after.values[GOODWILL] == 90_000
    assert cuts(receipts) == {}


@pytest.mark.parametrize(
    ("amount", "value", "cut"),
    [
        *((70_000, 100_000, -10_000), (60_001, 100_000, -1), (60_000, 100_000, 0)),
        *((-45_000, 0, 5000), (-40_001, 0, 1), (-40_000, 0, 0)),
    ],
)
def test_what_the_range_cuts_off_is_a_receipt(amount: int, value: int, cut: int) -> None:
    after, receipts = closed(state(), ("goodwill", amount))
    assert after.values[GOODWILL] == value
    assert cuts(receipts) == ({"goodwill": cut} if cut else {})


def test_max_step_holds_for_the_stages_of_a_turn_together() -> None:
    first, _ = closed(state(), ("stock", -4000))
    second, receipts = closed(first, ("stock", -4000))
    assert second.values[STOCK] == 45_000
    assert cuts(receipts) == {"stock": 3000}
    back, receipts = closed(second, ("stock", 12_000))
    assert back.values[STOCK] == 55_000
    assert cuts(receipts) == {"stock": -2000}


def test_max_step_begins_anew_with_the_next_turn() -> None:
    first, _ = closed(state(), ("stock", -9000))
    next_turn = evolve(first, turn=2, opened=first.values)
    second, _ = closed(next_turn, ("stock", -9000))
    assert (first.values[STOCK], second.values[STOCK]) == (45_000, 40_000)


def test_the_tighter_of_range_and_max_step_decides() -> None:
    for opened, amount, wanted in ((2000, -11_000, 0), (97_000, 23_000, 100_000), (50_000, 10_000, 55_000)):
        before = state(values=(40_000, 30_000, opened), opened=(40_000, 30_000, opened))
        assert closed(before, ("stock", amount))[0].values[STOCK] == wanted


def test_what_nobody_changed_is_left_alone_even_at_its_edge() -> None:
    at_edge = state(values=(0, 100_000, 50_000))
    after, receipts = closed(at_edge, ("goodwill", 1))
    assert after.values == (1, 100_000, 50_000)
    assert len(receipts) == 1


def test_start_and_receipts_sum_to_the_end_whatever_was_cut() -> None:
    before = state()
    changes = [("goodwill", 99_999), ("stock", -77_777), ("poaching", -31_313), ("goodwill", -1)]
    after, receipts = closed(before, *changes)
    for slot, name in enumerate(harbour().ruleset.indicators):
        assert after.values[slot] == before.values[slot] + sum(
            one.applied for one in receipts if one.indicator == name
        )


def test_order_of_entries_changes_neither_values_nor_cuts() -> None:
    changes = [("stock", 4000), ("stock", 4000), ("goodwill", -50_000), ("stock", -500)]
    results = {
        (closed(state(), *order)[0].values, tuple(cuts(closed(state(), *order)[1]).items()))
        for order in permutations(changes)
    }
    assert results == {((0, 30_000, 55_000), (("goodwill", 10_000), ("stock", -2500)))}


def test_receipts_are_numbered_on_through_the_stages_of_a_turn() -> None:
    first, one = closed(state(turn=3), ("goodwill", 1000), ("goodwill", 99_000))
    _, later = closed(first, ("stock", 1))
    assert [receipt.id for receipt in (*one, *later)] == ["3.1", "3.2", "3.3", "3.4"]
    assert [receipt.turn for receipt in one] == [3, 3, 3]


def test_only_change_and_limit_move_numbers() -> None:
    staged = performed(set_flag("pact"), chance("x~1", 50), after("x~2", 1))
    after_it = staged.state
    assert after_it.values == state().values
    assert after_it.flags == (True, True)
    assert [one.moves for one in staged.receipts] == [False, False, False]


def test_the_whole_turn_is_one_step_for_max_step() -> None:
    """Two rules and an option together move a limited indicator no further than one step."""
    pack = made(
        (an_event("day", repeats=True),),
        rules=(rule("a", change("stock", "-3")), rule("b", change("stock", "-4"))),
        turns=1,
    )
    path = played(game_of(pack), 7, {"no.minister": "day/wait", "su.minister": "day/rest"})
    first = [one for one in path[-1].receipts if one.turn == 1]
    assert [(one.kind, one.applied) for one in first] == [
        ("change", -3000),
        ("change", -4000),
        ("limit", 2000),
    ]
    assert path[-1].state.at_last[STOCK] == 45_000
