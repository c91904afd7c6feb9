"""Many random games at once, column by column: more seeds than one would play one at a time."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from dosmesas.engine.draws import key
from dosmesas.engine.game import Game
from dosmesas.sim.batch.choosing import RandomChooser
from dosmesas.sim.batch.columns import NONE, Batch
from dosmesas.sim.batch.playing import OVER, RECKON, BatchGame, Moment
from dosmesas.testing.metamorphic.playing import Difference, Lens
from dosmesas.text.number import exact

Columns = Mapping[tuple[int, str, str], NDArray[np.int64]]
"""By turn, kind and name, one number a game; a name as its 64-bit key."""
AFTER = 99
"""The turn of what is read after the outlook."""
_NEVER = -(10**18)
"""Where a game was over before."""


def play_many(game: Game, count: int, lens: Lens) -> Columns:
    """The games of the seeds 0 to `count`."""
    found: dict[tuple[int, str, str], NDArray[np.int64]] = {}
    batch = BatchGame(game)

    def watch(moment: Moment) -> None:
        games, over = moment.batch, moment.when == OVER
        if moment.when not in {RECKON, OVER}:
            return
        for column, numbers in _columns(batch, games, lens, over=over).items():
            whole = found.setdefault((AFTER if over else games.turn, *column), np.full(count, _NEVER))
            whole[games.index] = numbers

    batch.play(batch.begin(np.arange(count, dtype=np.uint64)), RandomChooser(game.pack), watch)
    return found


def parted_many(before: Columns, after: Columns) -> tuple[int, Difference] | None:
    """The first turn in which a game is another than it was, with its seed; further columns do not count."""
    for column in sorted(before, key=lambda one: (one[0], one[1] == "value")):
        turn, kind, name = column
        differs = np.flatnonzero(before[column] != after[column]) if column in after else np.zeros(1, int)
        if len(differs):
            seed = int(differs[0])
            text = f"{kind} {name} is otherwise"
            if kind == "value" and column in after:
                was, now = int(before[column][seed]), int(after[column][seed])
                text = f"{name} is {exact(now)}, not {exact(was)}"
            return seed, Difference(0 if turn == AFTER else turn, f"of many games at once: {text}")
    return None


def _columns(
    batch: BatchGame, games: Batch, lens: Lens, *, over: bool
) -> dict[tuple[str, str], NDArray[np.int64]]:
    tables = batch.game.tables
    found = {("value", lens.slot(name)): games.v[slot] for slot, name in enumerate(tables.names)}
    found |= {
        ("flag", lens.slot(name)): games.f[slot].astype(np.int64) for slot, name in enumerate(tables.flags)
    }
    if over and games.ending is not None:
        endings = [one.id for one in batch.game.pack.ruleset.endings]
        return {**found, ("the", "ending"): _named(endings)[games.ending]}
    turn = games.turns[-1]
    found["the", "event"] = _named([lens.action(name) for name in batch.game.pack.events])[turn.event]
    options = _named([lens.action(one.id) for one in batch.program.options])
    for row, seat in enumerate(sorted(batch.game.pack.seats)):
        chosen = np.where(turn.choices[row] == NONE, 0, options[turn.choices[row]])
        found["what was chosen by", lens.seat(seat)] = chosen
    return found


def _named(names: list[str]) -> NDArray[np.int64]:
    return np.array([key(name) >> 1 for name in names], dtype=np.int64)
