"""Memory: an audience tires of a card, forgets after three turns that it did, and holds one to what one said."""

import pytest

from dosmesas.engine.benches import INCONSISTENT
from dosmesas.engine.game import Game
from dosmesas.engine.memory import FRESH, Memory, memory_of
from dosmesas.engine.state import Decision, Point, State
from tests.support.debating import WARDEN, parley_game, reach
from tests.support.making import NORDEN, SUDEN

CARDS = parley_game().tables.floor.cards
FACED = dict.fromkeys(range(1, 9), SUDEN)


def case(turn: int, *cards: str, seat: str = NORDEN) -> Decision:
    return Decision(turn, Point.CASE, seat, "+".join(cards) or "none")


def rebut(turn: int, *cards: str, seat: str = NORDEN) -> Decision:
    return Decision(turn, Point.REBUT, seat, "+".join(cards) or "none")


def remembered(turn: int, *decisions: Decision, faced: dict[int, str] | None = None) -> Memory:
    return memory_of(NORDEN, faced or FACED, turn, decisions, CARDS)


@pytest.mark.parametrize(
    ("times", "left"), [(0, 900_000_000), (1, 765_000_000), (2, 650_250_000), (3, 552_712_500)]
)
def test_a_card_keeps_85_percent_of_its_strength_a_repeat(times: int, left: int) -> None:
    found = remembered(4, *(case(turn, "a-pact-holds") for turn in range(1, times + 1)))
    assert found.worn("a-pact-holds", 900_000_000) == left


def test_a_card_is_fresh_again_after_three_turns() -> None:
    left = [remembered(turn, case(2, "a-pact-holds")).worn("a-pact-holds", 1000) for turn in range(2, 8)]
    assert left == [1000, 850, 850, 850, 1000, 1000]


def test_a_card_that_lay_in_the_hand_or_was_said_by_others_is_fresh() -> None:
    said = (case(1, "talks-open-doors"), case(1, "a-pact-holds", seat=SUDEN), rebut(1, "talk-is-cheap"))
    found = remembered(2, *said)
    assert [found.worn(name, 100) for name in ("half-is-enough", "a-pact-holds", "talk-is-cheap")] == [
        100
    ] * 3


def test_what_was_relied_on_is_remembered_to_the_end() -> None:
    assert remembered(9, case(1, "a-pact-holds", "haul-agreed")).relied == {"pact-saves-stock", "talks-help"}
    assert remembered(1, case(1, "a-pact-holds")) == FRESH


def test_spoken_against_are_the_claims_of_cards_that_lay_there_and_were_denied() -> None:
    said = (case(1, "haul-counted", "haul-agreed", seat=SUDEN), rebut(1, "haul-was-small", "waters-are-warm"))
    assert remembered(2, *said).disputed == {"stock-falls"}
    assert remembered(2, rebut(1, "haul-was-small")).disputed == frozenset()


@pytest.mark.parametrize(
    ("card", "rebuttal"), [("haul-agreed", "haul-forgotten"), ("a-pact-holds", "nobody-counts")]
)
def test_who_undercuts_a_card_or_turns_it_has_not_denied_its_claim(card: str, rebuttal: str) -> None:
    assert remembered(2, case(1, card, seat=SUDEN), rebut(1, rebuttal)).disputed == frozenset()


def test_one_speaks_against_whom_one_faced_in_that_turn_and_nobody_else() -> None:
    both = (
        case(1, "haul-agreed", seat=SUDEN),
        case(1, "haul-counted", seat=WARDEN),
        rebut(1, "haul-was-small"),
    )
    assert remembered(2, *both).disputed == frozenset()
    assert remembered(2, *both, faced={1: WARDEN, 2: SUDEN}).disputed == {"stock-falls"}


def test_who_takes_a_card_back_has_spoken_against_its_claim() -> None:
    back = Decision(1, Point.REPLY, NORDEN, "concede:a-pact-holds")
    rest = Decision(1, Point.REPLY, NORDEN, "rest")
    assert remembered(2, case(1, "a-pact-holds"), back).disputed == {"pact-saves-stock"}
    assert remembered(2, case(1, "a-pact-holds"), rest).disputed == frozenset()


SAID = "half-is-enough"


def bases(game: Game, state: State, seat: str) -> dict[str, int]:
    """How strong each card of a debate is, but for those that only the past brought in."""
    bench = game.tables.debates(state)[seat].bench
    cards = (*bench.hand, *bench.ready, *bench.replies)
    return {card.id: card.base for card in cards if not card.id.startswith(INCONSISTENT)}


def seed_that_deals(game: Game, *turns: int) -> int:
    """A game in which the minister of Norden holds the card in all these turns."""
    for seed in range(100):
        if all(SAID in bases(game, reach(game, turn, Point.CASE, seed=seed), NORDEN) for turn in turns):
            return seed
    raise AssertionError("no such seed")


@pytest.mark.parametrize(
    ("said_in", "turn", "left"), [((1,), 2, 85), ((1,), 4, 85), ((1, 2), 4, 72.25), ((), 4, 100)]
)
def test_a_card_is_dealt_worn_to_who_played_it_and_fresh_to_all_others(
    said_in: tuple[int, ...], turn: int, left: float
) -> None:
    game = parley_game()
    seed = seed_that_deals(game, 1, 2, turn)
    plan = {(then, Point.CASE, NORDEN): SAID for then in said_in}
    usual = reach(game, turn, Point.CASE, seed=seed)
    state = reach(game, turn, Point.CASE, plan, seed)
    expected = {**bases(game, usual, NORDEN), SAID: bases(game, usual, NORDEN)[SAID] * left / 100}
    assert bases(game, state, NORDEN) == expected
    for seat in (WARDEN, SUDEN):
        assert bases(game, state, seat) == bases(game, usual, seat)
