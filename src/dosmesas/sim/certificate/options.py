"""Which option is best for whom, state by state: all are played out on the same seeds."""

import numpy as np
from attrs import Factory, define

from dosmesas.sim.batch.deciding import Chooser
from dosmesas.sim.batch.numbers import Ints, Small, Yes
from dosmesas.sim.batch.planning import Planner
from dosmesas.sim.batch.table import Table
from dosmesas.sim.certificate.figures import OptionFigure
from dosmesas.sim.shares import Share

EQUAL = 0.5
"""Options are as good as each other within so many points of mandate: nobody at the table could tell."""
BEATEN = 98
"""An option is dominated by another that does better in so many of 100 states."""


@define(eq=False)
class Judged:
    """An event's options of one seat: values and legality in each state seen."""

    names: list[str]
    seat: str
    values: list[Ints] = Factory(list)
    legal: list[Yes] = Factory(list)


@define(eq=False)
class Judging:
    """Decides as another does, and puts a price on every option on the way."""

    chooser: Chooser
    planner: Planner
    found: dict[tuple[str, str], Judged] = Factory(dict)

    def words(self, table: Table, seat: str) -> Small:
        """As the other does."""
        return self.chooser.words(table, seat)

    def options(self, table: Table, seat: str) -> Small:
        """As the other does; what each option would have come to is kept."""
        names = [one.id for one in table.entry.event.seats[seat]]
        judged = self.found.setdefault((table.entry.event.id, seat), Judged(names, seat))
        judged.values.append(self.planner.values(table, seat, spoken=True))
        judged.legal.append(table.legal[seat])
        return self.chooser.options(table, seat)

    def figures(self) -> list[OptionFigure]:
        """Every option, by event and seat."""
        scale = self.planner.playouts * 100 * 1000
        return [one for judged in self.found.values() for one in _figures(judged, scale)]


def _figures(judged: Judged, scale: int) -> list[OptionFigure]:
    values, legal = np.concatenate(judged.values, axis=1), np.concatenate(judged.legal, axis=1)
    priced = np.where(legal, values, -(1 << 62))
    best = priced.max(axis=0)
    found = []
    for place, name in enumerate(judged.names):
        here = np.flatnonzero(legal[place])
        others = np.delete(priced, place, axis=0)[:, here].max(axis=0, initial=-(1 << 62))
        ahead = priced[place, here] - others
        alone = Share(int((ahead > EQUAL * scale).sum()), len(here))
        near = Share(int((ahead >= -EQUAL * scale).sum()), len(here))
        behind = float((best[here] - priced[place, here]).mean()) / scale if len(here) else 0.0
        beaten_by = _beaten_by(judged.names, values, legal, place, scale)
        found.append(OptionFigure(name, judged.seat, len(here), alone, near, behind, beaten_by))
    return found


def _beaten_by(names: list[str], values: Ints, legal: Yes, place: int, scale: int) -> str:
    """The option that does better nearly always, if there is one."""
    for other, name in enumerate(names):
        both = legal[place] & legal[other]
        if other != place and both.any():
            better = 100 * (values[other, both] > values[place, both] + EQUAL * scale).mean()
            if better >= BEATEN:
                return name
    return ""
