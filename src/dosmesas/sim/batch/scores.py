"""What mandates got in many games: engine/returns.py on columns, to the same thousandths."""

from collections.abc import Mapping, Sequence

import numpy as np

from dosmesas.model.rules import Pack
from dosmesas.model.world import Goal
from dosmesas.sim.batch.columns import Batch
from dosmesas.sim.batch.numbers import Ints, half_even

Returns = Mapping[str, Ints]
"""By seat, a column in thousandths of 100."""


def points(goals: Sequence[Goal], slots: Mapping[str, int], columns: Sequence[Ints]) -> Ints:
    """Mandate points: weight x clamp((v - from) / (to - from), 0, 1), added up."""
    total = np.zeros(len(columns[0]), np.int64)
    for goal in goals:
        way, length = columns[slots[goal.indicator]] - goal.worst, goal.best - goal.worst
        if length < 0:
            way, length = -way, -length
        total += half_even(goal.weight * 1000 * np.clip(way, 0, length), length)
    return total


def halves(pack: Pack, batch: Batch) -> tuple[Returns, Returns]:
    """Each seat's points at the last turn, and after the outlook."""
    slots = {name: slot for slot, name in enumerate(pack.ruleset.indicators)}
    offices, last = pack.ruleset.offices, batch.v if batch.at_last is None else batch.at_last
    seats = sorted(pack.seats)
    return (
        {seat: points(offices[seat].goals, slots, last) for seat in seats},
        {seat: points(offices[seat].goals, slots, batch.v) for seat in seats},
    )


def returns(pack: Pack, batch: Batch) -> Returns:
    """Each seat's return: half its points at the last turn, half after the outlook."""
    return whole(*halves(pack, batch))


def whole(last: Returns, after: Returns) -> Returns:
    """The return of each seat from its two halves."""
    return {seat: half_even(last[seat] + after[seat], 2) for seat in last}


def by_country(pack: Pack, found: Returns) -> Returns:
    """The mean return of each country."""
    groups: dict[str, list[Ints]] = {}
    for seat, column in found.items():
        groups.setdefault(pack.ruleset.offices[seat].country, []).append(column)
    return {country: half_even(np.sum(columns, axis=0), len(columns)) for country, columns in groups.items()}


def joint(pack: Pack, found: Returns) -> Ints:
    """The lower of the countries' means."""
    means = [*by_country(pack, found).values()]
    lowest = means[0]
    for one in means[1:]:
        lowest = np.minimum(lowest, one)
    return lowest
