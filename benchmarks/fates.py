"""How often the same decisions lead to the same ending: with the same events, with others (docs/adr/0019)."""

import sys

import numpy as np

from dosmesas.engine.game import Game
from dosmesas.load.loading import load_pack
from dosmesas.load.locate import shipped_packs
from dosmesas.sim.batch.numbers import Bits
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.certificate.games import play, seeds_from
from dosmesas.sim.certificate.strategies import Fixed

STRATEGIES, SEEDS = 80, 25


def same(game: BatchGame, lots: Bits | None) -> float:
    """The share of games that end as most games of their strategy do, in 100."""
    numbers = np.repeat(np.arange(STRATEGIES), SEEDS)
    seeds = np.tile(seeds_from(1, SEEDS), STRATEGIES)
    endings = play(game, seeds, Fixed(numbers), lots=lots).ending.reshape(-1, SEEDS)
    return float(np.mean([100 * np.bincount(one).max() / SEEDS for one in endings]))


def main() -> None:
    """One line a pack."""
    for name in shipped_packs():
        pack = load_pack(name)
        game = BatchGame(Game(pack, pack.ruleset.worldviews["authors"]))
        one_lot = np.repeat(seeds_from(2, STRATEGIES), SEEDS)
        both = (same(game, lots) for lots in (one_lot, None))
        sys.stdout.write(f"{name}: %.0f with the same events, %.0f with others\n" % tuple(both))


if __name__ == "__main__":
    main()
