"""Many games at once held against one at a time, state by state."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
from attrs import evolve

from dosmesas.bots.bot import Official, make_bot
from dosmesas.bots.names import RANDOM
from dosmesas.bots.protocol import Bot
from dosmesas.bots.random import RandomBot
from dosmesas.bots.speaker import ADVOCATE, Speaker
from dosmesas.engine.game import Game
from dosmesas.engine.names import FirstNames
from dosmesas.engine.playout import playout
from dosmesas.engine.state import Point, State
from dosmesas.load.loading import read
from dosmesas.load.locate import Roots
from dosmesas.model.rules import Pack
from dosmesas.sim.batch.deciding import Chooser
from dosmesas.sim.batch.numbers import Bits
from dosmesas.sim.batch.playing import CHOOSE, BatchGame, Moment
from dosmesas.sim.batch.states import Reader, without_receipts
from tests.support.making import regatta
from tests.support.shipped import shipped
from tests.support.small import harbour, parley

HERE = Path(__file__).parent.parent


@cache
def herring() -> Pack:
    """The pack of tests/fishing."""
    base = HERE / "fishing"
    pack = read(base / "content" / "herring", Roots(base / "seeds", base / "game", base / "content")).pack
    assert pack is not None
    return pack


PACKS = {
    "harbour": harbour(),
    "regatta": regatta(),
    "parley": parley(),
    "herring": herring(),
    "culiacan": shipped("culiacan"),
}


def game_of(pack: Pack, view: str = "") -> Game:
    """A game under a view; the first one without a name."""
    views = pack.ruleset.worldviews
    return Game(pack, views[view] if view else next(iter(views.values())))


def seeds(count: int, first: int = 0) -> Bits:
    """Seeds in a row."""
    return np.arange(first, first + count, dtype=np.uint64)


def advocates(name: str, game: Game, seed: int) -> Bot:
    """A bot that decides as its name says, and argues as an advocate, which the random one alone does not."""
    if name != RANDOM:
        return make_bot(name, game.pack, game.view, seed)
    names = FirstNames.of(game.pack)
    decider = RandomBot(seed, first={**names.deals, **names.options})
    return Official(decider, Speaker(game.pack, game.view, ADVOCATE, seed))


def one_at_a_time(game: Game, seed: int, bot: Bot) -> Iterator[State]:
    """The states in which seats choose, before words of the turn, and the last one; without receipts."""
    for step in playout(game, seed, bot.choose):
        state = without_receipts(step.state)
        if state.point is Point.END:
            yield state
        elif state.point is Point.CHOOSE:
            earlier = tuple(one for one in state.decisions if one.turn < state.turn)
            yield evolve(state, decisions=earlier)


def all_at_once(game: BatchGame, which: Bits, chooser: Chooser) -> dict[tuple[int, int], State]:
    """The same states by seed and turn, the last one under turn 0."""
    reader, found = Reader(game), dict[tuple[int, int], State]()

    def watch(moment: Moment) -> None:
        batch = moment.batch
        for row in range(batch.size if moment.when == CHOOSE else 0):
            found[int(batch.seeds[row]), batch.turn] = reader.state(batch, row)

    for batch in game.play(game.begin(which), chooser, watch):
        for row in range(batch.size):
            found[int(batch.seeds[row]), 0] = reader.state(batch, row)
    return {key: without_receipts(state) for key, state in found.items()}
