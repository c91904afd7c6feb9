"""What must have come before, so that a condition on the history holds: turns that are decided so."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dosmesas.lang.names import asked_in
from dosmesas.lang.nodes import Node
from dosmesas.model.rules import Pack
from dosmesas.testing.mutation.sheets.sketch import Decided

_MOST = 3
"""No more of what conditions ask for is made to come in one game."""


def pasts(conditions: Iterable[Node | None], pack: Pack, beside: str = "") -> Iterator[tuple[Decided, ...]]:
    """Beginnings of games in which some of what is asked for has come, a turn each; the shortest first.

    An option is chosen in its event, an event is made to come; bulletins come as they come. The event
    `beside` is left out: it comes after them.
    """
    asked = sorted({name for one in conditions if one is not None for _, name in asked_in(one)})
    steps = [step for name in asked for step in _steps(name, pack) if step[0] != beside]
    told: list[tuple[Decided, ...]] = []
    for size in range(1, 1 + min(_MOST, len(steps))):
        for some in combinations(steps, size):
            past = _decided(some)
            if past and past not in told:
                told.append(past)
                yield past


_Step = tuple[str, str, str]
"""An event, and who chooses what in it; both empty where that it comes is enough."""


def _steps(name: str, pack: Pack) -> Iterator[_Step]:
    if name in pack.events:
        yield name, "", ""
    for event in pack.events.values():
        for office, options in event.seats.items():
            fit = (one for one in options if name in {one.id, one.short} and office in pack.seats)
            yield from ((event.id, office, one.short) for one in fit)


def _decided(steps: Sequence[_Step]) -> tuple[Decided, ...]:
    """Steps as turns, those of an event together; none where an office would have to choose twice in one."""
    found: dict[str, dict[str, str]] = {}
    for event, office, option in steps:
        options = found.setdefault(event, {})
        if office and options.setdefault(office, option) != option:
            return ()
    return tuple(Decided(turn, event, options) for turn, (event, options) in enumerate(found.items(), 1))
