"""Returns of a batch are those of the engine, and joint ones too."""

import pytest

from dosmesas.bots.names import PERSONA
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.batch.scores import by_country, joint, returns
from dosmesas.sim.batch.states import Reader
from dosmesas.sim.sweep.players import chooser_of
from tests.support.batches import PACKS, game_of, seeds


@pytest.mark.parametrize("name", ["harbour", "regatta", "culiacan"])
def test_returns_are_those_of_the_engine(name: str) -> None:
    game = game_of(PACKS[name])
    batch = BatchGame(game)
    for over in batch.play(batch.begin(seeds(30)), chooser_of(PERSONA, batch)):
        found = returns(game.pack, over)
        lowest = joint(game.pack, found)
        for row in range(over.size):
            state = Reader(batch).state(over, row)
            assert {seat: int(column[row]) for seat, column in found.items()} == game.returns(state)
            assert int(lowest[row]) == game.joint_return(state)
        countries = by_country(game.pack, found)
        assert set(countries) == {game.pack.ruleset.offices[seat].country for seat in game.pack.seats}
