"""What is worked out of a game as it stands: once, until it moves on."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from attrs import define, field

_Found = TypeVar("_Found")


@define(eq=False)
class Once:
    """What was worked out so far; all of it is forgotten when the game stands elsewhere."""

    _at: object = None
    _found: dict[Hashable, Any] = field(factory=dict)

    def at(self, place: object, what: Hashable, work: Callable[[], _Found]) -> _Found:
        """The outcome of `work`, which may rest on `place` and on nothing else."""
        if self._at is not place:
            self._at = place
            self._found.clear()
        if what not in self._found:
            self._found[what] = work()
        found: _Found = self._found[what]
        return found
