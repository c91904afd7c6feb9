"""The contract of a game: it holds at every state of many random games, in every pack we have."""

from collections.abc import Iterator
from functools import cache

import pytest
from attrs import asdict

from dosmesas.bots.random import RandomBot
from dosmesas.engine.game import Game, IllegalActionError, Transition
from dosmesas.engine.playout import playout
from dosmesas.engine.receipts import Receipt, ReceiptKind
from dosmesas.engine.state import Point, State
from dosmesas.load.loading import load_pack
from dosmesas.model.effects import After, Chance, walk
from dosmesas.model.expressions import owners
from tests.support.full import packs
from tests.support.making import NORDEN, SUDEN, game_of, regatta
from tests.support.small import game, harbour, parley

PACKS = ("harbour", "regatta", "parley", *packs(2))
SEEDS = range(8)


@cache
def contest(name: str) -> Game:
    """A game of a pack by name."""
    small = {"harbour": harbour, "regatta": regatta, "parley": parley}
    return game_of(small[name]() if name in small else load_pack(name))


@cache
def path(name: str, seed: int) -> list[Transition]:
    """A random game."""
    return playout(contest(name), seed, RandomBot(seed).choose)


def paths(name: str) -> Iterator[list[Transition]]:
    """Several random games."""
    return (path(name, seed) for seed in SEEDS)


def numbers(thing: object) -> Iterator[object]:
    """Every plain value inside nested data."""
    if isinstance(thing, dict):
        for key, inner in thing.items():
            yield from (key, *numbers(inner))
    elif isinstance(thing, (tuple, list)):
        for inner in thing:
            yield from numbers(inner)
    else:
        yield thing


@pytest.mark.parametrize("name", PACKS)
def test_legal_actions_are_empty_exactly_where_a_seat_is_not_to_move(name: str) -> None:
    for found in paths(name):
        for one in found:
            movers = contest(name).to_move(one.state)
            assert movers == tuple(sorted(movers))
            assert bool(movers) is not contest(name).is_terminal(one.state)
            for seat in (*contest(name).pack.ruleset.offices, "xx.nobody"):
                legal = contest(name).legal_actions(one.state, seat)
                assert bool(legal) is (seat in movers)
                assert len(set(legal)) == len(legal)


@pytest.mark.parametrize("name", PACKS)
def test_apply_never_changes_the_state_it_is_given(name: str) -> None:
    for seed in SEEDS:
        state = contest(name).new_initial_state(seed)
        while not contest(name).is_terminal(state):
            before, digest = asdict(state), state.digest()
            movers = contest(name).to_move(state)
            after = (
                contest(name)
                .apply(state, {seat: contest(name).legal_actions(state, seat)[-1] for seat in movers})
                .state
            )
            assert (asdict(state), state.digest()) == (before, digest)
            state = after


def values_of(receipt: Receipt) -> dict[str, object]:
    return asdict(receipt, filter=lambda field, _: field.name != "site")


@pytest.mark.parametrize("name", PACKS)
def test_states_are_frozen_hashable_data_without_floats(name: str) -> None:
    for found in paths(name):
        assert len({one.state for one in found}) == len(found)
        with pytest.raises(AttributeError):
            found[0].state.turn = 9  # type: ignore[misc] # this is what must not work
        for one in found:
            plain = [*numbers(asdict(one.state)), *numbers([values_of(receipt) for receipt in one.receipts])]
            assert not any(isinstance(value, float) for value in plain)
            assert all(isinstance(value, (int, str, bool)) for value in plain)


@pytest.mark.parametrize("name", PACKS)
def test_receipts_are_numbered_once_each_and_in_the_order_of_turns(name: str) -> None:
    for found in paths(name):
        receipts = [one for transition in found for one in transition.receipts]
        ids = [one.id for one in receipts]
        assert len(set(ids)) == len(ids)
        order = [tuple(map(int, one.split("."))) for one in ids]
        assert order == sorted(order)


@pytest.mark.parametrize("name", PACKS)
def test_every_receipt_names_its_owner_its_claims_and_an_earlier_cause(name: str) -> None:
    known = {*contest(name).tables.belief}
    for found in paths(name):
        earlier = set()
        for receipt in (one for transition in found for one in transition.receipts):
            assert receipt.by
            assert not receipt.cause or receipt.cause in earlier
            assert set(receipt.claims) <= known
            assert receipt.claims or receipt.kind not in {ReceiptKind.CHANGE, ReceiptKind.FLAG}
            earlier.add(receipt.id)


@pytest.mark.parametrize("name", PACKS)
def test_turns_follow_each_other_and_each_is_decided_once_by_each_seat(name: str) -> None:
    for found in paths(name):
        turns = [one.state.turn for one in found[:-1]]
        assert turns == sorted(turns)
        assert set(turns) == set(range(1, max(turns) + 1))
        assert max(turns) <= contest(name).pack.turns
        decisions = [(one.turn, one.point, one.seat) for one in found[-1].state.decisions]
        assert len(set(decisions)) == len(decisions)
        assert all(one.state.point is not Point.END for one in found[:-1])


@pytest.mark.parametrize("name", PACKS)
def test_a_finished_game_has_an_ending_and_returns_between_0_and_100(name: str) -> None:
    for found in paths(name):
        state = found[-1].state
        assert state.ending in {one.id for one in contest(name).pack.ruleset.endings}
        returns = contest(name).returns(state)
        assert tuple(returns) == tuple(sorted(contest(name).pack.seats))
        assert all(0 <= one <= 100_000 for one in returns.values())
        assert min(returns.values()) <= contest(name).joint_return(state) <= max(returns.values())


@pytest.mark.parametrize("name", PACKS)
def test_values_stay_within_their_ranges_in_every_state(name: str) -> None:
    for found in paths(name):
        for one in found:
            for indicator, value in zip(contest(name).tables.indicators, one.state.values, strict=True):
                assert indicator.low <= value <= indicator.high


@pytest.mark.parametrize("name", PACKS)
def test_the_same_seed_and_choices_give_the_same_digest_and_another_seed_another(name: str) -> None:
    again = [playout(contest(name), seed, RandomBot(seed).choose)[-1].state.digest() for seed in SEEDS]
    assert again == [path(name, seed)[-1].state.digest() for seed in SEEDS]
    assert len(set(again)) == len(again)


@pytest.mark.parametrize("name", PACKS)
def test_no_two_effects_that_wait_or_are_drawn_share_a_name(name: str) -> None:
    """Else one would land in place of the other, or fall with it."""
    effects = [one for _, _, top in owners(contest(name).pack) for one in walk(top)]
    names = [one.id for one in effects if isinstance(one, (After, Chance))]
    assert len(set(names)) == len(names)


def begun() -> State:
    """The first state of harbour."""
    return game().new_initial_state(7)


@pytest.mark.parametrize(
    ("actions", "message"),
    [
        ({}, "to move are no.minister, su.minister"),
        ({NORDEN: "silent"}, "to move are no.minister, su.minister; got no.minister"),
        ({NORDEN: "silent", SUDEN: "silent", "xx.nobody": "silent"}, "xx.nobody"),
        ({NORDEN: "silent", SUDEN: "talks/agree"}, "'talks/agree' is not legal for su.minister"),
        ({NORDEN: "", SUDEN: "silent"}, "'' is not legal for no.minister"),
    ],
)
def test_missing_superfluous_and_illegal_actions_are_refused_with_a_reason(
    actions: dict[str, str], message: str
) -> None:
    with pytest.raises(IllegalActionError, match=message):
        game().apply(begun(), actions)


def test_an_option_whose_condition_does_not_hold_is_not_legal() -> None:
    chosen = game().apply(begun(), {NORDEN: "silent", SUDEN: "silent"}).state
    assert game().legal_actions(chosen, NORDEN) == ("talks/sign", "talks/refuse")
    with pytest.raises(IllegalActionError, match="talks/threaten"):
        game().apply(chosen, {NORDEN: "talks/threaten", SUDEN: "talks/agree"})


def test_nothing_can_be_done_after_the_end() -> None:
    end = path("harbour", 0)[-1].state
    assert game().to_move(end) == ()
    with pytest.raises(IllegalActionError, match="to move are none"):
        game().apply(end, {NORDEN: "calm/read-report"})


def test_words_move_no_number_and_leave_no_receipt() -> None:
    for word in ("quota", "decline", "silent"):
        after = game().apply(begun(), {NORDEN: word, SUDEN: "silent"})
        assert list(after.receipts) == []
        assert after.state.values == begun().values
        assert after.state.point is Point.CHOOSE


def test_a_turn_asks_only_the_seats_of_its_event() -> None:
    asked = {
        contest("regatta").to_move(one.state)
        for found in paths("regatta")
        for one in found
        if one.state.event == "quay"
    }
    assert asked == {(SUDEN,)}
