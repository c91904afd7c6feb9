"""What conditions and amounts read: the state as a stage began."""

from collections.abc import Mapping

from attrs import frozen

from dosmesas.engine.state import Point, State


@frozen
class Scene:
    """Names to numbers (flags as 1 and 0), and the history questions."""

    numbers: Mapping[str, int]
    options: frozenset[str]
    events: frozenset[str]

    def value(self, name: str) -> int:
        """The number of an indicator in thousandths, 1 or 0 for a flag."""
        return self.numbers[name]

    def chose(self, option: str) -> bool:
        """Whether an option (by either id) has been chosen."""
        return option in self.options

    def happened(self, event: str) -> bool:
        """Whether an event or bulletin has come."""
        return event in self.events


def scene_of(state: State, indicators: tuple[str, ...], flags: tuple[str, ...]) -> Scene:
    """The scene of a state, given the sorted ids."""
    numbers = dict(zip(indicators, state.values, strict=True))
    numbers.update(zip(flags, map(int, state.flags), strict=True))
    numbers["turn"] = state.turn * 1000
    chosen = [one.action for one in state.decisions if one.point is Point.CHOOSE]
    options = frozenset([*chosen, *(action.partition("/")[2] for action in chosen)])
    return Scene(numbers, options, frozenset(name for name, _ in state.happened))
