"""A planner at the table: the batch's planner for one game, from what its seat knows."""

from threading import Lock, Thread

import numpy as np
from attrs import field, frozen

from dosmesas.engine.game import Game
from dosmesas.engine.kept import kept
from dosmesas.engine.observe import InformationState
from dosmesas.engine.state import Point
from dosmesas.model.rules import Pack, Worldview
from dosmesas.sim.batch.columns import NONE, Batch, Turn, View
from dosmesas.sim.batch.planning import PLAYOUTS, Planner
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.batch.program import seat_rows
from dosmesas.sim.batch.table import Table


@frozen
class PlannerBot:
    """Answers for a seat by looking ahead; the same knowledge and playouts, the same answer."""

    pack: Pack
    view: Worldview
    seed: int
    playouts: int = PLAYOUTS
    _numbers: dict[str, int] = field(init=False)

    @_numbers.default
    def _events(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.pack.events)}

    def choose(self, info: InformationState) -> str:
        """The option with the best mean return, or the word that goes with it."""
        planner = planner_of(self.pack, self.view, self.playouts)
        table = self._table(planner.game, info)
        if info.point is Point.CHOOSE:
            place = int(planner.options(table, info.seat)[0])
            return table.entry.event.seats[info.seat][place].id
        return table.entry.sayings[int(planner.words(table, info.seat)[0])]

    def prepare(self) -> None:
        """Get ready meanwhile: that takes a second, and the first answer would wait for it."""
        Thread(target=planner_of, args=(self.pack, self.view, self.playouts), daemon=True).start()

    def _table(self, game: BatchGame, info: InformationState) -> Table:
        """The table as the seat sees it."""
        batch = self._batch(game, info)
        table = Table.of(game.events[self._numbers[info.event]], View.of(batch), info.turn)
        for one in info.decisions:
            if one.turn == info.turn and one.point is Point.WORD:
                table.words[one.seat] = np.array([table.entry.sayings.index(one.action)], np.int16)
        return table

    def _batch(self, game: BatchGame, info: InformationState) -> Batch:
        """A batch of one game that stands as the seat knows."""
        batch = game.begin(np.array([self.seed], np.uint64))
        program, values, flags = game.program, dict(info.values), dict(info.flags)
        for slot, name in enumerate(self.pack.ruleset.indicators):
            if name in values:
                batch.v[slot] = np.array([values[name]], np.int64)
        for slot, name in enumerate(self.pack.ruleset.flags):
            if name in flags:
                batch.f[slot] = np.array([flags[name]])
        past = program.tables.program.slots.past(info.decisions, info.happened)
        batch.q = [np.array([turn], np.int64) for turn in past]
        came = {name for name, _ in info.happened}
        batch.came = [np.array([name in came]) for name in program.news_number]
        batch.turn, batch.waits, batch.opened = info.turn, True, [*batch.v]
        empty = np.full((len(seat_rows(self.pack)), 1), NONE, np.int16)
        event = np.array([self._numbers[info.event]], np.int16)
        batch.turns = (Turn(event, np.zeros((len(self.pack.bulletins), 1), bool), empty, empty),)
        return batch


_MAKING = Lock()


def planner_of(pack: Pack, view: Worldview, playouts: int) -> Planner:
    """The planner of a pack under a view, with all that it needs: the same for every seat, seed and what-if.

    Whoever asks while it is being made waits for it, and does not make another.
    """
    with _MAKING:
        return _kept(pack, view, playouts)


def _made(pack: Pack, view: Worldview, playouts: int) -> Planner:
    game = BatchGame(Game(pack, view), rehearsed=True)
    game.get_ready()
    return Planner(game, playouts)


_kept = kept(2, _made)
