"""How much a change matters to who reads of it: in the points of mandates, which is what players score.

A share of the range will not do: homicides move by tenths and approval by whole points, and a tenth of the
one is worth more than a point of the other to whoever answers for it. A number of another office's mandate
counts half, for it is what that office will act on; one of nobody's counts as a goal of 10 over its range.
"""

from collections.abc import Iterable, Mapping

from dosmesas.model.world import Goal, Office
from dosmesas.session.session import Session

_NOBODYS = 10
_MILLION = 1_000_000


def rates(session: Session, seat: str | None) -> Mapping[str, int]:
    """Of each indicator, what a thousandth of it is worth to a reader, in millionths of a mandate point.

    Without one seat that reads, to whoever plays, or to all offices where nobody does.
    """
    return session.once(("rates", seat), lambda: _rates(session, seat))


def _rates(session: Session, seat: str | None) -> Mapping[str, int]:
    pack = session.pack
    readers = (seat,) if seat else session.setup.seats or pack.seats
    offices = pack.ruleset.offices
    own = _dearest(offices[one] for one in readers)
    any_ones = _dearest(offices[one] for one in pack.seats)
    return {
        one.id: own.get(one.id) or any_ones.get(one.id, 0) // 2 or _NOBODYS * _MILLION // (one.high - one.low)
        for one in pack.ruleset.indicators.values()
    }


def _dearest(offices: Iterable[Office]) -> dict[str, int]:
    """The rate of each indicator in the mandate in which it weighs most."""
    found = dict[str, int]()
    for goal in (goal for office in offices for goal in office.goals):
        found[goal.indicator] = max(found.get(goal.indicator, 0), _rate(goal))
    return found


def _rate(goal: Goal) -> int:
    return goal.weight * _MILLION // abs(goal.best - goal.worst)
