"""Returns: what an office's mandate got, and what both countries got together."""

from collections.abc import Mapping

from dosmesas.engine.state import State
from dosmesas.engine.tables import Tables
from dosmesas.model.world import Goal, Office
from dosmesas.text.number import half_even


def points(office: Office, numbers: Mapping[str, int]) -> int:
    """Mandate points, 0 to 100 in thousandths: weight x clamp((v - from) / (to - from), 0, 1), added up."""
    return sum(goal_points(goal, numbers[goal.indicator]) for goal in office.goals)


def goal_points(goal: Goal, value: int) -> int:
    """What one goal of a mandate gives where its indicator stands there, in thousandths."""
    way, length = value - goal.worst, goal.best - goal.worst
    if length < 0:
        way, length = -way, -length
    return half_even(goal.weight * 1000 * min(max(way, 0), length), length)


def returns(tables: Tables, state: State) -> dict[str, int]:
    """Each seat's return: half its points at the last turn, half after the outlook."""
    last = dict(zip(tables.names, state.at_last or state.values, strict=True))
    after = dict(zip(tables.names, state.values, strict=True))
    offices = tables.pack.ruleset.offices
    return {
        seat: half_even(points(offices[seat], last) + points(offices[seat], after), 2)
        for seat in sorted(tables.pack.seats)
    }


def joint(tables: Tables, state: State) -> int:
    """The joint return: the lower of the countries' mean returns."""
    by_country: dict[str, list[int]] = {}
    for seat, value in returns(tables, state).items():
        by_country.setdefault(tables.pack.ruleset.offices[seat].country, []).append(value)
    return min(half_even(sum(values), len(values)) for values in by_country.values())
