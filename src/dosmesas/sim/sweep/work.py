"""One part of a sweep, done in whatever process it is sent to."""

import pickle
from functools import lru_cache

import numpy as np
from attrs import evolve, frozen

from dosmesas.engine.game import Game
from dosmesas.model.rules import Pack
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.sweep.collect import Collector
from dosmesas.sim.sweep.players import chooser_of
from dosmesas.sim.sweep.summary import Summary


@frozen
class Rules:
    """What is played and by whom: the pack as bytes, so that any process on any machine can have it."""

    pack: bytes
    view: str
    bot: str

    @classmethod
    def of(cls, pack: Pack, view: str, bot: str) -> "Rules":
        """The rules of a pack under one of its worldviews."""
        return cls(pickle.dumps(evolve(pack, sources={}), pickle.HIGHEST_PROTOCOL), view, bot)

    def read(self) -> Pack:
        """The pack."""
        found: Pack = pickle.loads(self.pack)  # noqa: S301 - bytes of our own making
        return found


@frozen
class Part:
    """So many games, seeds in sequence from the first."""

    first: int
    games: int


def play(rules: Rules, part: Part) -> Summary:
    """Play a part."""
    game = game_of(rules.pack, rules.view)
    seeds = np.arange(part.first, part.first + part.games, dtype=np.uint64)
    return Collector(game).play(seeds, chooser_of(rules.bot, game))


@lru_cache(4)
def game_of(pack: bytes, view: str) -> BatchGame:
    """A game made ready: once a process."""
    read = Rules(pack, view, "").read()
    return BatchGame(Game(read, read.ruleset.worldviews[view]))
