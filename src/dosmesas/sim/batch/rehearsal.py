"""Debates for those who look ahead: some are held for each option, and each later one goes as one of them.

The bank of cards is public, so anybody can rehearse; the seeds are of no game.
"""

from collections.abc import Mapping

import numpy as np
from attrs import Factory, define, frozen

from dosmesas.engine.draws import key
from dosmesas.sim.batch.columns import Batch
from dosmesas.sim.batch.floor import Floor
from dosmesas.sim.batch.home import Arguments
from dosmesas.sim.batch.numbers import Ints, Yes, mix
from dosmesas.sim.batch.pleading import plead
from dosmesas.sim.batch.table import Agendum, Table

HELD = 32
"""So many debates are held for each option."""
_NAME = "bot:rehearsal"


@frozen(eq=False)
class Held:
    """The debates of an option: strengths by audience and manners, a column a debate."""

    strengths: Mapping[str, Ints]
    manners: tuple[tuple[str, Yes], ...]


@define(eq=False, repr=False)
class Rehearsal:
    """Rehearsed debates; those of an option are held when it is first argued."""

    floor: Floor
    _held: dict[tuple[str, int], list[Held]] = Factory(dict)

    def argue(self, batch: Batch, tables: list[Table]) -> dict[int, Arguments]:
        """What the debates of these tables come to."""
        found = {}
        for table in tables:
            arguments = found[table.entry.number] = Arguments()
            for seat in table.entry.seats:
                self._argue(batch, table, seat, arguments)
        return found

    def _argue(self, batch: Batch, table: Table, seat: str, into: Arguments) -> None:
        held = self._of(table.entry, seat)
        lots = mix(mix(batch.mixed[table.rows] ^ np.uint64(key(f"{_NAME}:{seat}"))) ^ np.uint64(table.turn))
        choice, lot = table.choices[seat], (lots % np.uint64(HELD)).astype(np.intp)
        into.strengths[seat] = {
            name: np.stack([one.strengths[name] for one in held])[choice, lot] for name in held[0].strengths
        }
        for place, (rule, _) in enumerate(held[0].manners):
            into.manners.append((rule, np.stack([one.manners[place][1] for one in held])[choice, lot]))

    def _of(self, entry: Agendum, seat: str) -> list[Held]:
        if (entry.event.id, entry.base[seat]) not in self._held:
            options = range(len(entry.event.seats[seat]))
            self._held[entry.event.id, entry.base[seat]] = self._hold(entry, seat, len(options))
        return self._held[entry.event.id, entry.base[seat]]

    def _hold(self, entry: Agendum, seat: str, options: int) -> list[Held]:
        """Hold the debates of all options of a seat, all at once."""
        seeds = mix(np.arange(HELD, dtype=np.uint64) ^ np.uint64(key(_NAME)))
        choices = np.repeat(np.arange(options, dtype=np.int16), HELD)
        bench = self.floor.laid(entry, seat, choices, np.tile(mix(seeds), options), 1)
        scales = self.floor.scales[seat]
        pleaded = plead(scales, bench)
        manners = self.floor.manners(pleaded, seat, entry.foes[seat])
        found = []
        for option in range(options):
            part = slice(option * HELD, (option + 1) * HELD)
            strengths = {
                name: column[part]
                for name, column in zip(scales.audience.names, pleaded.strengths, strict=True)
            }
            found.append(Held(strengths, tuple((rule, where[part]) for rule, where in manners)))
        return found
