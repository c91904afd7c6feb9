"""Whether a mutant makes any difference at all: many games of it beside the same games of the clean pack."""

from collections.abc import Iterator

import numpy as np
from attrs import Factory, define, evolve, frozen

from dosmesas.bots.names import PERSONA, RANDOM
from dosmesas.desk.trial.games import AUTHORS, with_line
from dosmesas.engine.game import Game
from dosmesas.model.rules import Pack
from dosmesas.model.trials import Line
from dosmesas.sim.batch.numbers import Bits, mix
from dosmesas.sim.batch.playing import OVER, RECKON, BatchGame, Moment
from dosmesas.sim.sweep.players import chooser_of

_FEWER = 4
"""Games under another worldview, or of an event that is made to come: so manieth of all."""


@frozen
class Games:
    """So many games under a worldview, by a bot; `event` is one that is made to come in the first turn.

    Nobody argues but where the games are `argued`: what debates are made of is not changed, and they take
    longer than all the rest.
    """

    view: str
    bot: str
    number: int
    event: str = ""
    argued: bool = False

    def of(self, pack: Pack) -> Bits:
        """The digest of each of these games of a pack."""
        if not self.argued:
            pack = evolve(pack, stages=tuple(one for one in pack.stages if one != "argue"))
        if self.event:
            pack = with_line(pack, Line(events={1: self.event}))
        game = BatchGame(Game(pack, pack.ruleset.worldviews[self.view]))
        return digests(game, self.bot, self.number)


@frozen
class Proof:
    """In how many of how many games there was a difference."""

    differs: int
    games: int
    forced: bool = False


@define(eq=False)
class Prover:
    """Holds mutants against one clean pack, whose games are played once each."""

    clean: Pack
    games: int
    _known: dict[Games, Bits] = Factory(dict)

    def proof(self, mutant: Pack, event: str) -> Proof:
        """Play until some games differ: usual ones, of other worldviews, with the event, with debates."""
        played = 0
        for step in self._steps(event):
            differs = sum(int((games.of(mutant) != self._of_clean(games)).sum()) for games in step)
            here = sum(games.number for games in step)
            if differs:
                return Proof(differs, here, bool(step[0].event))
            played += here
        return Proof(0, played)

    def _steps(self, event: str) -> Iterator[list[Games]]:
        views = sorted(self.clean.ruleset.worldviews, key=lambda view: (view != AUTHORS, view))
        half, fewer = max(1, self.games // 2), max(1, self.games // _FEWER)
        yield [Games(views[0], bot, half) for bot in (RANDOM, PERSONA)]
        if len(views) > 1:
            yield [Games(view, RANDOM, fewer) for view in views[1:]]
        if event:
            yield [Games(view, RANDOM, fewer, event) for view in views]
        if "argue" in self.clean.stages:
            yield [Games(views[0], bot, max(1, fewer // 2), argued=True) for bot in (RANDOM, PERSONA)]
            if event:
                yield [Games(views[0], RANDOM, fewer, event, argued=True)]

    def _of_clean(self, games: Games) -> Bits:
        if games not in self._known:
            self._known[games] = games.of(self.clean)
        return self._known[games]


def digests(game: BatchGame, bot: str, games: int) -> Bits:
    """A hash of each game: all numbers and flags of each turn, what came, what was decided, the ending."""
    seeds = np.arange(games, dtype=np.uint64)
    found = mix(seeds)

    def watch(moment: Moment) -> None:
        batch = moment.batch
        if moment.when not in {RECKON, OVER}:
            return
        columns = [*batch.v, *batch.f, *(batch.at_last or ())]
        for turn in batch.turns:
            columns += [turn.event, *turn.news, *turn.words, *turn.choices]
        if batch.ending is not None:
            columns.append(batch.ending)
        hashed = found[batch.index]
        for column in columns:
            hashed = mix(hashed ^ column.astype(np.int64).view(np.uint64))
        found[batch.index] = hashed

    game.play(game.begin(seeds), chooser_of(bot, game), watch)
    return found
