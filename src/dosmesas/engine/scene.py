"""What conditions and amounts read, by name: for the why evaluator, for forecasts and for bots."""

from collections.abc import Iterable, Mapping

from attrs import Factory, frozen

from dosmesas.engine.state import Decision, Point, State
from dosmesas.lang.nodes import NEVER


@frozen
class Scene:
    """Names to numbers (flags as 1 and 0), and the turn in which each option and event last came."""

    numbers: Mapping[str, int]
    options: Mapping[str, int] = Factory(dict)
    events: Mapping[str, int] = Factory(dict)

    def value(self, name: str) -> int:
        """The number of an indicator in thousandths, 1 or 0 for a flag."""
        return self.numbers[name]

    def chose(self, option: str) -> bool:
        """Whether an option (by either id) has been chosen."""
        return option in self.options

    def happened(self, event: str) -> bool:
        """Whether an event or bulletin has come."""
        return event in self.events

    def turns_since(self, what: str) -> int:
        """Turns since an event or option last came, in thousandths, or NEVER."""
        last = self.events.get(what, self.options.get(what))
        return NEVER if last is None else self.numbers["turn"] - last * 1000


def scene_of(state: State, indicators: tuple[str, ...], flags: tuple[str, ...]) -> Scene:
    """The scene of a state, given the sorted ids."""
    numbers = dict(zip(indicators, state.values, strict=True))
    numbers.update(zip(flags, map(int, state.flags), strict=True))
    numbers["turn"] = state.turn * 1000
    return Scene(numbers, chosen_in(state.decisions), dict(state.happened))


def chosen_in(decisions: Iterable[Decision]) -> dict[str, int]:
    """The options chosen, by full id and by short one, with the last turn of each."""
    found: dict[str, int] = {}
    for one in decisions:
        if one.point is Point.CHOOSE:
            found[one.action] = found[one.action.partition("/")[2]] = one.turn
    return found
