"""A game in a batch comes to the states that it comes to alone, in every turn."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from attrs import asdict, evolve, frozen

from dosmesas.engine.state import Point, State
from dosmesas.sim.batch.columns import Batch
from dosmesas.sim.batch.numbers import Small
from dosmesas.sim.batch.playing import CHOOSE, BatchGame, Moment
from dosmesas.sim.batch.states import Reader, without_receipts
from dosmesas.sim.batch.table import Table
from dosmesas.testing.conformance.check import Wrong
from dosmesas.testing.conformance.walk import Step, Walk


class _OverError(Exception):
    """The record of decisions is at its end."""


@frozen(eq=False)
class _Recorded:
    """Decides as was decided: by turn, point and seat."""

    taken: Mapping[tuple[int, Point, str], str]

    def words(self, table: Table, seat: str) -> Small:
        """What was said."""
        return self._place(table, Point.WORD, seat, table.entry.sayings)

    def options(self, table: Table, seat: str) -> Small:
        """What was chosen."""
        return self._place(table, Point.CHOOSE, seat, [one.id for one in table.entry.event.seats[seat]])

    def _place(self, table: Table, point: Point, seat: str, names: Sequence[str]) -> Small:
        action = self.taken.get((table.turn, point, seat))
        if action is None:
            raise _OverError
        return np.full(table.size, [*names].index(action), np.int16)


@frozen(eq=False)
class Many:
    """Holds games that were played alone against the batch; staff argues in them, as it does there."""

    game: BatchGame

    def look(self, walk: Walk) -> Iterator[Wrong]:
        """The first state of a game that is another one in the batch, of those that a batch knows."""
        if walk.failure or walk.steps[-1].state.point not in {Point.CHOOSE, Point.END}:
            return
        expected = {_turn(step): step for step in walk.steps if step.state.point in {Point.CHOOSE, Point.END}}
        for turn, state in self._states(walk):
            step = expected.get(turn)
            if step is not None and (told := difference(_plain(step), state)):
                yield Wrong(step.number, f"{step}: {told}")
                return

    def _states(self, walk: Walk) -> Iterator[tuple[int, State]]:
        """The states of the batch by turn, 0 for the end, as far as was decided."""
        reader, found = Reader(self.game), list[tuple[int, State]]()

        def watch(moment: Moment) -> None:
            if moment.when == CHOOSE:
                found.append((moment.batch.turn, _of(reader, moment.batch)))

        begun = self.game.begin(np.array([walk.seed], np.uint64))
        taken = {(one.turn, one.point, one.seat): one.action for one in walk.steps[-1].state.decisions}
        try:
            for batch in self.game.play(begun, _Recorded(taken), watch):
                found.append((0, _of(reader, batch)))
        except _OverError:
            pass
        return iter(found)


def _of(reader: Reader, batch: Batch) -> State:
    return without_receipts(reader.state(batch, 0))


def _turn(step: Step) -> int:
    return 0 if step.terminal else step.state.turn


def _plain(step: Step) -> State:
    """A state as a batch knows it: without receipts, and before the words of its turn."""
    state = without_receipts(step.state)
    if step.terminal:
        return state
    return evolve(state, decisions=tuple(one for one in state.decisions if one.turn < state.turn))


def difference(alone: State, many: State) -> str:
    """In what two states differ; nothing where they are the same."""
    if alone == many:
        return ""
    names = (
        "values",
        "flags",
        "event",
        "happened",
        "pending",
        "decisions",
        "at_last",
        "ending",
        "opened",
        "turn",
    )
    ours, theirs = asdict(alone, recurse=False), asdict(many, recurse=False)
    for name in names:
        if ours[name] != theirs[name]:
            return f"{name} is {ours[name]} alone, and {theirs[name]} among many"
    return "the state is another one among many"
