"""Debates for those who look ahead: some are held for each option, and each later one goes as one of them.

The bank of cards is public, so anybody can rehearse; the seeds are of no game.
"""

from collections.abc import Mapping

import numpy as np
from attrs import Factory, define, frozen

from dosmesas.engine.draws import key
from dosmesas.model.arguments import Argue
from dosmesas.sim.batch.columns import Batch
from dosmesas.sim.batch.floor import Floor
from dosmesas.sim.batch.home import Arguments
from dosmesas.sim.batch.numbers import Ints, Yes, mix
from dosmesas.sim.batch.pleading import Pleaded, plead
from dosmesas.sim.batch.table import Agendum, Table

HELD = 32
"""So many debates are held for each option."""
_NAME = "bot:rehearsal"


@frozen(eq=False)
class Held:
    """The debates of options of a seat: strengths by audience, and how they went, (options, debates).

    `places` are the places of each event's first option, by its number.
    """

    strengths: Mapping[str, Ints]
    pleaded: Pleaded
    places: Mapping[int, int]


@define(eq=False, repr=False)
class Rehearsal:
    """Rehearsed debates; those of a seat are held all at once, when one is first asked for."""

    floor: Floor
    events: tuple[Agendum, ...]
    _held: dict[tuple[str, Argue], Held] = Factory(dict)
    _manners: dict[tuple[str, int], list[tuple[str, Yes]]] = Factory(dict)

    def argue(self, batch: Batch, tables: list[Table]) -> dict[int, Arguments]:
        """What the debates of these tables come to."""
        found = {}
        for table in tables:
            arguments = found[table.entry.number] = Arguments()
            for seat in table.entry.seats:
                self._argue(batch, table, seat, arguments)
        return found

    def hold_all(self) -> None:
        """Hold the debates of all seats."""
        for entry in self.events:
            for seat in entry.seats if entry.argued else ():
                self._of(entry, seat)

    def _argue(self, batch: Batch, table: Table, seat: str, into: Arguments) -> None:
        held = self._of(table.entry, seat)
        lots = mix(mix(batch.mixed[table.rows] ^ np.uint64(key(f"{_NAME}:{seat}"))) ^ np.uint64(table.turn))
        choice = table.choices[seat].astype(np.intp) + held.places[table.entry.base[seat]]
        debate = choice * HELD + (lots % np.uint64(HELD)).astype(np.intp)
        into.strengths[seat] = {name: column[debate] for name, column in held.strengths.items()}
        into.manners += [(rule, where[debate]) for rule, where in self._manners_of(held, table.entry, seat)]

    def _of(self, entry: Agendum, seat: str) -> Held:
        found = (seat, entry.event.argue)
        if found not in self._held:
            self._held[found] = self._hold(*found)
        return self._held[found]

    def _manners_of(self, held: Held, entry: Agendum, seat: str) -> list[tuple[str, Yes]]:
        """The rules of conduct that the debates call for, where the foe of this event speaks against them."""
        found = (seat, entry.number)
        if found not in self._manners:
            self._manners[found] = self.floor.manners(held.pleaded, seat, entry.foes[seat])
        return self._manners[found]

    def _hold(self, seat: str, argue: Argue) -> Held:
        """Hold the debates of all options that a seat may have to argue at this length."""
        numbers, places = list[int](), dict[int, int]()
        for entry in self.events:
            if entry.argued and seat in entry.seats and entry.event.argue is argue:
                places[entry.base[seat]] = len(numbers)
                numbers += range(entry.base[seat], entry.base[seat] + len(entry.event.seats[seat]))
        seeds = mix(np.arange(HELD, dtype=np.uint64) ^ np.uint64(key(_NAME)))
        options = np.repeat(np.array(numbers, np.intp), HELD)
        scales = self.floor.scales[seat]
        pleaded = plead(scales, self.floor.laid(argue, options, np.tile(mix(seeds), len(numbers)), 1))
        strengths = dict(zip(scales.audience.names, pleaded.strengths, strict=True))
        return Held(strengths, pleaded, places)
