"""Options, deals and conduct carried out in the games of a table: all of `enact` without home tables."""

from collections.abc import Iterator

import numpy as np

from dosmesas.engine.program import key_of
from dosmesas.engine.turn import BROKEN_WORD
from dosmesas.sim.batch.numbers import Rows, Yes
from dosmesas.sim.batch.program import Program
from dosmesas.sim.batch.stages import Stage
from dosmesas.sim.batch.table import Table


def run(program: Program, stage: Stage, table: Table, key: str, where: Yes) -> None:
    """The effects of a key, in some games of a table."""
    if program.has(key) and where.any():
        program.block(key)(stage.work(table.view.part(np.flatnonzero(where)), table.turn))


def by_choice(table: Table, seat: str) -> Iterator[tuple[int, Rows]]:
    """The places of the options that a seat chose, with the games."""
    for place in range(len(table.entry.event.seats[seat])):
        rows = np.flatnonzero(table.choices[seat] == place)
        if len(rows):
            yield place, rows


def carry_out(program: Program, stage: Stage, table: Table) -> None:
    """Options, deals struck, words broken."""
    for seat in table.entry.seats:
        for place, rows in by_choice(table, seat):
            option = table.entry.event.seats[seat][place].id
            program.block(option)(stage.work(table.view.part(rows), table.turn))
    for number, pact in enumerate(table.entry.pacts):
        struck = np.logical_and.reduce(table.chosen(pact))
        run(program, stage, table, key_of("deal", pact.deal.id), struck)
        for seat, place in pact.between:
            if seat in table.words:
                broken = table.bound(seat, number) & (table.choices[seat] != place)
                run(program, stage, table, key_of("conduct", BROKEN_WORD), broken)
