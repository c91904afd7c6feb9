"""Bots by name for many games: unknown ones are told with the nearest right name."""

import pytest

from dosmesas.bots.known import NOTES, UnknownBotError
from dosmesas.bots.names import PLANNER, RANDOM
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.sweep.players import checked, chooser_of
from tests.support.batches import PACKS, game_of, seeds
from tests.support.making import regatta


@pytest.mark.parametrize("name", [RANDOM, PLANNER, "persona", "greedy", "historical", *NOTES])
def test_every_bot_plays_many_games(name: str) -> None:
    game = BatchGame(game_of(regatta()))
    assert sum(one.size for one in game.play(game.begin(seeds(3)), chooser_of(name, game))) == 3


def test_an_unknown_bot_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownBotError, match="hawk"):
        checked("hwak", PACKS["culiacan"])
    with pytest.raises(UnknownBotError, match="persona"):
        chooser_of("hawk", BatchGame(game_of(regatta())))
