"""Players of a batch: the bots of dosmesas.bots, deciding in many games at once to the same choice."""

from collections.abc import Sequence

import numpy as np
from attrs import field, frozen

from dosmesas.engine.names import FirstNames
from dosmesas.engine.state import Point
from dosmesas.model.rules import Pack
from dosmesas.sim.batch.columns import NONE
from dosmesas.sim.batch.numbers import Small, Yes, numbers, streams
from dosmesas.sim.batch.table import Table
from dosmesas.sim.batch.wishing import OfficialChooser


@frozen
class RandomChooser:
    """Each legal action makes one draw of its own name and the greatest wins, as bots/random.py."""

    pack: Pack
    names: FirstNames = field(init=False)

    @names.default
    def _names(self) -> FirstNames:
        return FirstNames.of(self.pack)

    def words(self, table: Table, seat: str) -> Small:
        """What the seat says of the deals."""
        names = table.entry.sayings
        first = [self.names.deals.get(name, name) for name in names]
        return self._greatest(table, f"bot:random:{seat}:{Point.WORD}:", names, first, table.sayable(seat))

    def options(self, table: Table, seat: str) -> Small:
        """The place of the option that the seat chooses."""
        names = [one.id for one in table.entry.event.seats[seat]]
        first = [self.names.options.get(name, name) for name in names]
        return self._greatest(table, f"bot:random:{seat}:{Point.CHOOSE}:", names, first, table.legal[seat])

    @staticmethod
    def _greatest(table: Table, prefix: str, names: Sequence[str], first: Sequence[str], legal: Yes) -> Small:
        mixed = table.view.mixed
        found, best = np.zeros(table.size, np.int16), np.zeros(table.size, np.uint64)
        taken = np.zeros(table.size, bool)
        for place in sorted(range(len(names)), key=names.__getitem__):
            draws = numbers(streams(mixed, prefix + first[place]), table.turn)
            better = legal[place] & (~taken | (draws >= best))
            found[better] = place
            best = np.where(better, draws, best)
            taken |= legal[place]
        return found


@frozen
class HistoricalChooser:
    """Takes what was decided at the time where the scenario knows, as bots/historical.py."""

    otherwise: OfficialChooser

    def words(self, table: Table, seat: str) -> Small:
        """Its word where that keeps a deal."""
        place = self._decided(table, seat)
        return self.otherwise.words(table, seat) if place == NONE else table.word_for(seat, place)

    def options(self, table: Table, seat: str) -> Small:
        """The place of the option that was taken."""
        place = self._decided(table, seat)
        other = self.otherwise.options(table, seat)
        return other if place == NONE else np.where(table.legal[seat][place], place, other).astype(np.int16)

    @staticmethod
    def _decided(table: Table, seat: str) -> int:
        options = table.entry.event.seats[seat]
        return next((place for place, one in enumerate(options) if one.decided), NONE)
