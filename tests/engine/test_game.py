"""The contract: legal actions, apply, exact receipts, and games that are the same everywhere."""

import pytest
from attrs import fields
from hypothesis import given, settings
from hypothesis import strategies as st

from dosmesas.bots.random import RandomBot
from dosmesas.engine.deals import outcomes
from dosmesas.engine.game import Game, IllegalActionError, Transition
from dosmesas.engine.playout import playout
from dosmesas.engine.receipts import ReceiptKind
from dosmesas.engine.state import Point, State
from dosmesas.load.loading import load_pack
from dosmesas.model.limits import OUTLOOK_STEPS
from tests.support.small import game

CULIACAN = load_pack("culiacan")
GAMES = {"harbour": game(), "culiacan": Game(CULIACAN, CULIACAN.ruleset.worldviews["authors"])}
packs = st.sampled_from(sorted(GAMES))
seeds = st.integers(0, 2**63 - 1)


def played(pack: str, seed: int) -> list[Transition]:
    return playout(GAMES[pack], seed, RandomBot(seed).choose)


@given(packs, seeds)
@settings(max_examples=60, deadline=None)
def test_receipts_sum_to_every_change_of_every_turn_exactly_and_values_stay_in_range(pack: str, seed: int) -> None:
    one = GAMES[pack]
    values = {item.id: item.start for item in one.tables.indicators}
    seen: set[str] = set()
    for step in played(pack, seed):
        for receipt in step.receipts:
            assert receipt.id not in seen
            seen.add(receipt.id)
            if receipt.moves:
                values[receipt.indicator] += receipt.applied
        assert tuple(values[name] for name in one.tables.names) == step.state.values
        assert all(low.low <= value <= low.high for low, value in zip(one.tables.indicators, step.state.values, strict=True))


@given(packs, seeds)
@settings(max_examples=30, deadline=None)
def test_legal_actions_are_empty_exactly_when_a_seat_is_not_to_move(pack: str, seed: int) -> None:
    one = GAMES[pack]
    for step in played(pack, seed):
        movers = one.to_move(step.state)
        assert bool(movers) is not one.is_terminal(step.state)
        for seat in one.pack.ruleset.offices:
            legal = one.legal_actions(step.state, seat)
            assert bool(legal) is (seat in movers)
            assert len(set(legal)) == len(legal)


@given(packs, seeds)
@settings(max_examples=20, deadline=None)
def test_the_same_decisions_lead_to_the_same_digest(pack: str, seed: int) -> None:
    first, again = played(pack, seed)[-1].state, played(pack, seed)[-1].state
    assert first.digest() == again.digest()
    assert first == again


def test_a_game_has_its_turns_its_outlook_and_one_ending() -> None:
    end = played("harbour", 3)[-1].state
    assert end.turn == 3 + OUTLOOK_STEPS
    assert end.ending in {one.id for one in GAMES["harbour"].pack.ruleset.endings}
    assert {one.turn for one in end.decisions} == {1, 2, 3}


def test_apply_leaves_the_state_it_was_given_as_it_was() -> None:
    one = game()
    state = one.new_initial_state(5)
    before = state.digest()
    one.apply(state, {seat: one.legal_actions(state, seat)[0] for seat in one.to_move(state)})
    assert state.digest() == before


@pytest.mark.parametrize(
    "actions",
    [{}, {"no.minister": "silent"}, {"no.minister": "talks/sign", "su.minister": "silent"}, {"no.minister": "silent", "su.minister": "silent", "x": "y"}],
)
def test_missing_illegal_and_surplus_actions_are_refused(actions: dict[str, str]) -> None:
    one = game()
    with pytest.raises(IllegalActionError):
        one.apply(one.new_initial_state(1), actions)


def test_an_option_is_legal_only_while_its_condition_holds() -> None:
    one = game()
    state = one.apply(one.new_initial_state(1), {"no.minister": "silent", "su.minister": "silent"}).state
    assert one.legal_actions(state, "no.minister") == ("talks/sign", "talks/refuse")


def run_first_turn(words: dict[str, str], choices: dict[str, str]) -> tuple[Game, State, State, list[tuple[str, int]]]:
    one = game()
    state = one.apply(one.new_initial_state(1), words).state
    step = one.apply(state, choices)
    return one, state, step.state, [(r.by, r.applied) for r in step.receipts if r.kind is ReceiptKind.CHANGE]


def test_a_deal_is_struck_by_both_choices_even_without_a_word() -> None:
    both = {"no.minister": "talks/sign", "su.minister": "talks/agree"}
    *_, changes = run_first_turn({"no.minister": "silent", "su.minister": "decline"}, both)
    assert ("quota", 5000) in changes


def test_a_word_broken_by_choice_costs_what_conduct_says_once_for_each_who_broke_it() -> None:
    words = {"no.minister": "quota", "su.minister": "quota"}
    one, _, end, changes = run_first_turn(words, {"no.minister": "talks/refuse", "su.minister": "talks/delay"})
    assert changes.count(("word-broken", -6000)) == 2
    *_, kept = run_first_turn(words, {"no.minister": "talks/sign", "su.minister": "talks/agree"})
    assert "word-broken" not in dict(kept)
    assert one.pack.events["talks"].deals[0].option_of("no.minister") == "talks/sign"
    assert end.turn == 2


def test_the_outcome_of_a_deal_says_who_gave_and_who_broke_a_word() -> None:
    words = {"no.minister": "quota", "su.minister": "silent"}
    one, state, _, _ = run_first_turn(words, {"no.minister": "talks/sign", "su.minister": "talks/delay"})
    from attrs import evolve

    from dosmesas.engine.state import Decision

    made = tuple(Decision(1, Point.CHOOSE, s, a) for s, a in (("no.minister", "talks/sign"), ("su.minister", "talks/delay")))
    (found,) = outcomes(one.pack.events["talks"], evolve(state, decisions=(*state.decisions, *made)))
    assert (found.struck, found.given, found.broken) == (False, ("no.minister",), ())


def test_nothing_in_a_state_is_a_float() -> None:
    end = played("harbour", 9)[-1].state
    flat = [item for field in fields(State) for item in _flat(getattr(end, field.name))]
    assert flat
    assert not [item for item in flat if isinstance(item, float)]


def _flat(value: object) -> list[object]:
    if isinstance(value, tuple):
        return [inner for item in value for inner in _flat(item)]
    return [value]


def test_a_changed_decision_changes_no_draw_that_exists_in_both_games() -> None:
    one = GAMES["culiacan"]
    for seed in range(12):
        drawn: list[dict[tuple[str, int], int]] = []
        for other in (0, 1):
            state, found = one.begin(seed).state, {}
            while not one.is_terminal(state):
                actions = {seat: one.legal_actions(state, seat)[0] for seat in one.to_move(state)}
                if state.turn == 1 and state.point is Point.CHOOSE:
                    actions["us.president"] = one.legal_actions(state, "us.president")[other]
                step = one.apply(state, actions)
                state = step.state
                found.update({(r.by, r.turn): r.applied for r in step.receipts if r.kind is ReceiptKind.DRAWN and "/" not in r.by})
            drawn.append(found)
        shared = drawn[0].keys() & drawn[1].keys()
        assert shared
        assert {name: drawn[0][name] for name in shared} == {name: drawn[1][name] for name in shared}
