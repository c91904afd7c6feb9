"""Events can be drawn by other seeds than the rest of the games: what else is chance is left as it was."""

import numpy as np

from dosmesas.bots.names import RANDOM
from dosmesas.sim.batch.columns import Batch
from dosmesas.sim.batch.numbers import Bits
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.sweep.players import chooser_of
from tests.support.batches import game_of, seeds
from tests.support.making import event, made, regatta

FAIRS = made(tuple(event(name, repeats=name == "fair-0") for name in (f"fair-{one}" for one in range(8))))
GAMES = 60


def ended(pack: object, own: Bits, lots: Bits | None) -> list[Batch]:
    batch = BatchGame(game_of(pack))  # type: ignore[arg-type] # one of two packs
    return batch.play(batch.begin(own, lots), chooser_of(RANDOM, batch))


def agendas(lots: Bits | None) -> set[bytes]:
    return {
        np.array([column[row] for column in one.came]).tobytes()
        for one in ended(FAIRS, seeds(GAMES), lots)
        for row in range(one.size)
    }


def test_games_whose_events_are_drawn_by_one_lot_see_the_same_events() -> None:
    assert len(agendas(None)) > 5
    assert len(agendas(np.full(GAMES, 3, np.uint64))) == 1


def test_drawn_by_their_own_seeds_games_are_what_they_are() -> None:
    for pack in (regatta(), FAIRS):
        (plain,), (drawn,) = (ended(pack, seeds(GAMES), lots) for lots in (None, seeds(GAMES)))
        assert [one.tolist() for one in plain.v] == [one.tolist() for one in drawn.v]
        assert [one.tolist() for one in plain.came] == [one.tolist() for one in drawn.came]
