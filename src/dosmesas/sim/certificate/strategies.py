"""Players for a certificate: a bot by lot for each seat, and fixed answers to each event."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from dosmesas.engine.draws import key
from dosmesas.sim.batch.columns import NONE
from dosmesas.sim.batch.deciding import Chooser
from dosmesas.sim.batch.numbers import Bits, Ints, Small, mix
from dosmesas.sim.batch.table import Table


@frozen(eq=False)
class Mixed:
    """In each game each seat is held by one of these bots, by lot."""

    bots: Sequence[Chooser]

    def words(self, table: Table, seat: str) -> Small:
        """What the seat says of the deals."""
        return self._picked(table, seat, [bot.words(table, seat) for bot in self.bots])

    def options(self, table: Table, seat: str) -> Small:
        """The place of the option that the seat chooses."""
        return self._picked(table, seat, [bot.options(table, seat) for bot in self.bots])

    def _picked(self, table: Table, seat: str, found: list[Small]) -> Small:
        mixed = table.view.batch.mixed[table.rows]
        lot = mix(mixed ^ np.uint64(key(f"bot:mixed:{seat}"))) % np.uint64(len(self.bots))
        return np.stack(found)[lot.astype(np.intp), np.arange(table.size)]


@frozen(eq=False)
class Fixed:
    """Strategies: each has one answer of each seat to each event, whatever the state; it promises nothing.

    `strategies` numbers that of each game. Where an answer is not legal the next one that is stands in.
    """

    strategies: Ints

    def words(self, table: Table, seat: str) -> Small:
        """Silence, whoever it is."""
        del seat
        return table.silence()

    def options(self, table: Table, seat: str) -> Small:
        """The answer to the event."""
        own: Bits = self.strategies[table.view.batch.index[table.rows]].astype(np.uint64)
        lot = mix(mix(own) ^ np.uint64(key(f"bot:fixed:{seat}:{table.entry.event.id}")))
        legal = table.legal[seat]
        wanted = (lot % np.uint64(len(legal))).astype(np.int16)
        found = np.full(table.size, NONE, np.int16)
        for step in range(len(legal)):
            place = (wanted + step) % len(legal)
            open_here = legal[place, np.arange(table.size)] & (found == NONE)
            found[open_here] = place[open_here]
        return found
