"""One stage for all games: blocks write sums, flags and delays; the limits make new columns of them once."""

from typing import Any

import numpy as np
from attrs import Factory, define

from dosmesas.model.world import Indicator
from dosmesas.sim.batch.columns import Batch, Pending, View
from dosmesas.sim.batch.numbers import Ints, Rows, Small, Yes, below, numbers, streams


@define(eq=False)
class Stage:
    """What the blocks of a stage have written so far, for the whole batch."""

    batch: Batch
    draws: list[str]
    sums: dict[int, Ints] = Factory(dict)
    set: dict[int, Yes] = Factory(dict)
    cleared: dict[int, Yes] = Factory(dict)
    delays: Pending = Factory(dict)

    def work(self, view: View, turn: int) -> "Work":
        """A place to carry out blocks for the games of a view."""
        return Work(self, view, turn, view.v, view.f, view.q)

    def finish(self, indicators: tuple[Indicator, ...]) -> None:
        """The batch after the stage: sums within range and `max_step`, flags, delays."""
        batch = self.batch
        if self.sums:
            values = [*batch.v]
            for slot, total in self.sums.items():
                values[slot] = _limited(batch.v[slot] + total, batch.opened[slot], indicators[slot])
            batch.v = values
        if self.set or self.cleared:
            flags = [*batch.f]
            for slot, rows in self.set.items():
                flags[slot] = flags[slot] | rows
            for slot, rows in self.cleared.items():
                # One that was not set when the stage began cannot have been cleared in it.
                flags[slot] = flags[slot] & ~(rows & batch.f[slot])
            batch.f = flags
        if self.delays:
            batch.pending = {**batch.pending}
            for key, counts in self.delays.items():
                before = batch.pending.get(key)
                batch.pending[key] = counts if before is None else before + counts


def _limited(values: Ints, opened: Ints, one: Indicator) -> Ints:
    if one.max_step is None:
        return np.minimum(np.maximum(values, one.low, out=values), one.high, out=values)
    low = np.maximum(opened - one.max_step, one.low)
    high = np.minimum(opened + one.max_step, one.high)
    return np.maximum(np.minimum(values, high, out=values), low, out=values)


@define(eq=False)
class Work:
    """What a block is given: columns to read, and four things to do."""

    stage: Stage
    view: View
    t: int
    v: Any
    f: Any
    q: Any

    def _where(self, mask: Any) -> Any:
        """The rows of the batch in which a mask holds; None for all of them."""
        rows = self.view.rows
        if mask is None or mask is True:
            return rows
        return np.flatnonzero(mask) if rows is None else rows[mask]

    def add(self, slot: int, amount: Any, mask: Any) -> None:
        """Add to the sum of an indicator."""
        if mask is False:
            return
        total = self.stage.sums.get(slot)
        if total is None:
            total = self.stage.sums[slot] = np.zeros(self.stage.batch.size, np.int64)
        if self.view.rows is None:
            total += amount if mask is None or mask is True else amount * mask
            return
        if mask is not None and isinstance(amount, np.ndarray):
            amount = amount[mask]
        total[self._where(mask)] += amount

    def put(self, slot: int, value: bool, mask: Any) -> None:
        """Set or clear a flag."""
        self._mark(self.stage.set if value else self.stage.cleared, slot, mask)

    def later(self, turns: int, delay: int, mask: Any) -> None:
        """Send a delayed effect on its way."""
        if mask is False:
            return
        key = (self.t + turns, delay)
        counts = self.stage.delays.get(key)
        if counts is None:
            counts = self.stage.delays[key] = np.zeros(self.stage.batch.size, np.int16)
        rows = self._where(mask)
        counts[slice(None) if rows is None else rows] += 1

    def draw(self, number: int, percent: int, _mask: Any) -> Any:
        """Whether a chance comes in each game."""
        if percent in {0, 100}:
            return percent == 100
        return below(numbers(streams(self.view.mixed, self.stage.draws[number]), self.t), percent)

    def _mark(self, marks: dict[int, Yes], slot: int, mask: Any) -> None:
        if mask is False:
            return
        found = marks.get(slot)
        if found is None:
            found = marks[slot] = np.zeros(self.stage.batch.size, bool)
        rows = self._where(mask)
        found[slice(None) if rows is None else rows] = True


def both(mask: Any, condition: Any) -> Any:
    """A mask and a condition: None, True and False are told apart from columns."""
    if isinstance(condition, bool | np.bool_):
        return mask if condition else False
    return condition if mask is None else False if mask is False else mask & condition


def landing(batch: Batch, turn: int) -> list[tuple[int, Small]]:
    """The delays that are due, with how often in each game; the batch has them no more."""
    due = [(delay, counts) for (when, delay), counts in batch.pending.items() if when == turn]
    if due:
        batch.pending = {key: counts for key, counts in batch.pending.items() if key[0] != turn}
    return due


def times(counts: Small) -> list[Rows]:
    """Rows for which something happens once, for which it happens a second time, and so on."""
    return [np.flatnonzero(counts >= number) for number in range(1, int(counts.max(initial=0)) + 1)]
