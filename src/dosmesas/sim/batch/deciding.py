"""Where seats decide: each speaks of deals, then all choose, and the turn keeps both."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from attrs import evolve

from dosmesas.sim.batch.columns import NONE, Batch
from dosmesas.sim.batch.numbers import Small
from dosmesas.sim.batch.table import Table


class Chooser(Protocol):
    """Decides for all seats of many games."""

    def words(self, table: Table, seat: str) -> Small:
        """What the seat says of the deals, where it may; see `Table.sayable`."""

    def options(self, table: Table, seat: str) -> Small:
        """The place of the option that the seat chooses."""


def decide(batch: Batch, tables: Sequence[Table], choose: Chooser, rows: Mapping[str, int]) -> None:
    """Let all seats decide; `rows` are those of the seats in words and choices."""
    words, choices = batch.turns[-1].words.copy(), batch.turns[-1].choices.copy()
    for table in tables:
        for seat, word in _spoken(table, choose).items():
            table.words[seat] = words[rows[seat], table.rows] = word
    batch.turns = (*batch.turns[:-1], evolve(batch.turns[-1], words=words))
    for table in tables:
        for seat in table.entry.seats:
            table.choices[seat] = choose.options(table, seat)
            choices[rows[seat], table.rows] = table.choices[seat] + table.entry.base[seat]
    batch.turns = (*batch.turns[:-1], evolve(batch.turns[-1], choices=choices))


def _spoken(table: Table, choose: Chooser) -> dict[str, Small]:
    """What the seats say that may say something: all at once, so that none hears another."""
    found = {}
    for seat in table.entry.seats:
        sayable = table.sayable(seat) if table.entry.speaks(seat) else None
        if sayable is not None and sayable.any():
            word = choose.words(table, seat)
            found[seat] = np.where(sayable.any(axis=0), word, NONE).astype(np.int16)
    return found
