"""What a search merges makes no difference: it comes to what playing a game in every way comes to, to the last bit."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from random import Random

import pytest

from dosmesas.engine.game import Game
from dosmesas.engine.state import Point, State
from dosmesas.sim.search.chances import ScriptedDraws, outcomes
from dosmesas.sim.search.debates import Supposing
from dosmesas.sim.search.explore import Found, search
from dosmesas.sim.search.steps import Node, Steps, all_moves
from dosmesas.sim.search.worth import worth
from tests.sim.search.packs import agenda, at_home, memory, words
from tests.support.small import harbour

PACKS = {"memory": memory, "agenda": agenda, "words": words, "at_home": at_home, "harbour": harbour}
GAMES = 600


@cache
def found(name: str) -> Found:
    pack = PACKS[name]()
    return search(pack, pack.ruleset.worldviews["authors"])


def ends(
    game: Game, draws: ScriptedDraws, state: State, weight: Fraction
) -> Iterator[tuple[State, Fraction]]:
    """Every end of a game from a state by the contract alone, everybody doing anything; nothing is merged."""
    if game.is_terminal(state):
        yield state, weight
        return
    seats = game.to_move(state)
    every = [*all_moves(tuple(game.legal_actions(state, seat) for seat in seats))]
    for moves in every:
        actions = dict(zip(seats, moves, strict=True))
        for odds, _, after in list(outcomes(draws, lambda given=actions: game.apply(state, given).state)):
            yield from ends(game, draws, after, weight * odds / len(every))


@pytest.mark.parametrize("name", [name for name in PACKS if name != "harbour"])
def test_the_odds_of_the_endings_and_the_returns_are_those_of_all_games(name: str) -> None:
    pack = PACKS[name]()
    draws = ScriptedDraws.of(pack)
    game = Game(pack, pack.ruleset.worldviews["authors"], draws)
    odds, returns = Counter[str](), Counter[str]()
    for weight, _, first in list(outcomes(draws, lambda: game.new_initial_state(0))):
        for end, share in ends(game, draws, first, weight):
            odds[end.ending] += share
            for seat, value in game.returns(end).items():
                returns[seat] += share * value
    reckoned = worth(found(name))
    assert reckoned is not None
    assert reckoned.odds == dict(odds)
    assert reckoned.any_action == dict(returns)
    assert sum(odds.values()) == 1
    assert len(odds) >= 3


@cache
def every_node(name: str) -> frozenset[Node]:
    """All nodes of a pack, found without layers and budgets."""
    pack = PACKS[name]()
    steps = Steps(pack, pack.ruleset.worldviews["authors"], Supposing.PAR)
    seen: set[Node] = {steps.start()}
    todo = [*seen]
    while todo:
        node = todo.pop()
        _, ways = steps.seats(node)
        new = (
            {step.node for moves in all_moves(ways) for step in steps.after(node, moves)} - seen
            if _open(node)
            else set()
        )
        seen |= new
        todo += new
    return frozenset(seen)


def _open(node: Node) -> bool:
    return not getattr(node, "over", False)


@pytest.mark.parametrize("name", PACKS)
def test_no_game_leaves_what_was_found_and_all_of_it_is_found_once(name: str) -> None:
    pack, every = PACKS[name](), every_node(name)
    assert len(every) == found(name).states
    steps = Steps(pack, pack.ruleset.worldviews["authors"], Supposing.PAR)
    game = Game(pack, pack.ruleset.worldviews["authors"])
    for seed in range(GAMES // 3):
        state, random = game.new_initial_state(seed), Random(seed)
        while not game.is_terminal(state):
            assert steps.essence.of_state(state) in every
            actions = {seat: random.choice(game.legal_actions(state, seat)) for seat in game.to_move(state)}
            state = game.apply(state, actions).state
        assert any(getattr(one, "values", None) == state.values for one in every)


@pytest.mark.parametrize("name", ["harbour", "agenda"])
def test_endings_come_as_often_in_games_as_the_exact_odds_say(name: str) -> None:
    pack = PACKS[name]()
    game, counted = Game(pack, pack.ruleset.worldviews["authors"]), Counter[str]()
    for seed in range(GAMES):
        state, random = game.new_initial_state(seed), Random(seed)
        while not game.is_terminal(state):
            actions = {seat: random.choice(game.legal_actions(state, seat)) for seat in game.to_move(state)}
            state = game.apply(state, actions).state
        counted[state.ending] += 1
    reckoned = worth(found(name))
    assert reckoned is not None
    for ending, odds in reckoned.odds.items():
        far = 4 * float(odds * (1 - odds) / GAMES) ** 0.5
        assert abs(counted[ending] / GAMES - odds) <= far, ending


def test_the_point_of_words_is_a_layer_of_its_own() -> None:
    assert any(isinstance(one, State) and one.point is Point.WORD for one in every_node("words"))
