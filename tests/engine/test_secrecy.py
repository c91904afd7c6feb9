"""What a seat may not know changes nothing of what it is given: pairs of states that differ in hidden things only."""

from random import Random

import pytest
from attrs import evolve

from dosmesas.bots.random import RandomBot
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.engine.state import Pending, State
from dosmesas.load.loading import load_pack
from tests.support.full import cases
from tests.support.making import game_of, regatta
from tests.support.playing import secretive
from tests.support.small import harbour

PACKS = {
    "harbour": harbour(),
    "regatta": regatta(),
    "secretive": secretive(),
    "culiacan": load_pack("culiacan"),
}
PAIRS = cases(10_000, 1600)


def hidden_changed(game: Game, state: State, seat: str, random: Random) -> State:
    """The same state to a seat, with everything that it does not see made anew."""
    values = tuple(
        value if one.seen(seat) else random.randrange(one.low, one.high + 1)
        for one, value in zip(game.tables.indicators, state.values, strict=True)
    )
    flags = tuple(
        value if flag.seen(seat) else random.random() < 0.5
        for flag, value in zip(game.pack.ruleset.flags.values(), state.flags, strict=True)
    )
    pending = tuple(
        Pending(99, name, "nobody", "1.1") for name in list(game.tables.delayed)[: random.randrange(3)]
    )
    opened = tuple(random.randrange(one.low, one.high + 1) for one in game.tables.indicators)
    return evolve(
        state, values=values, flags=flags, opened=opened, pending=pending, seed=random.getrandbits(63), made=9
    )


@pytest.mark.parametrize("name", PACKS)
def test_states_that_differ_in_hidden_things_only_are_one_to_a_seat(name: str) -> None:
    game, random, pairs = game_of(PACKS[name]), Random(name), 0
    while pairs < PAIRS // len(PACKS):
        for transition in playout(game, pairs, RandomBot(pairs).choose):
            state = transition.state
            for seat in game.pack.seats:
                other = hidden_changed(game, state, seat, random)
                known, known_too = (game.information_state(one, seat).encode() for one in (state, other))
                assert known == known_too, (name, seat, state.turn)
                pairs += 1


def test_something_is_hidden_in_these_packs() -> None:
    for name in ("harbour", "secretive", "culiacan"):
        ruleset = PACKS[name].ruleset
        assert any(one.seen_by for one in (*ruleset.indicators.values(), *ruleset.flags.values())), name
