"""The graph of a debate: arguments with base strengths, attacks and supports between them, no cycles."""

from collections.abc import Iterable, Mapping

from attrs import frozen

ONE = 1_000_000_000
"""Full strength: strengths and bases are integers in billionths."""

Edge = tuple[str, str]
"""From an argument to the one that it attacks or supports."""
Step = tuple[int, int, tuple[int, ...], tuple[int, ...]]
"""How one argument is settled: its slot, its base, the slots of its attackers and of its supporters."""


class CycleError(ValueError):
    """Arguments that lead back to themselves; `path` names them in order, the first again at the end."""

    def __init__(self, path: tuple[str, ...]) -> None:
        super().__init__(" -> ".join(path))
        self.path = path


@frozen(eq=False)
class Graph:
    """A debate, ordered so that every argument comes after those that bear on it.

    `names` are in sorted order, which numbers the slots; so sources are always taken in the order of their
    names, and the same debate gives the same bits however it was written down.
    """

    names: tuple[str, ...]
    steps: tuple[Step, ...]

    @classmethod
    def of(cls, bases: Mapping[str, int], attacks: Iterable[Edge], supports: Iterable[Edge]) -> "Graph":
        """The graph of these arguments.

        Raises:
            CycleError: arguments lead back to themselves.
            ValueError: a base outside 0 to ONE, or an edge that names no argument.
        """
        names = tuple(sorted(bases))
        wrong = [name for name in names if not 0 <= bases[name] <= ONE]
        if wrong:
            raise ValueError(f"the base of '{wrong[0]}' is {bases[wrong[0]]}; it is 0 to {ONE}")
        against, behind = _sources(names, attacks), _sources(names, supports)
        slots = {name: slot for slot, name in enumerate(names)}
        steps = [
            (slots[name], bases[name], _slots(against[name], slots), _slots(behind[name], slots))
            for name in _ordered(names, against, behind)
        ]
        return cls(names, tuple(steps))

    def slot(self, name: str) -> int:
        """The slot of an argument."""
        return self.names.index(name)


def _sources(names: tuple[str, ...], edges: Iterable[Edge]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {name: set() for name in names}
    for source, target in edges:
        if source not in found or target not in found:
            raise ValueError(f"the edge {source} -> {target} names no argument of the debate")
        found[target].add(source)
    return found


def _slots(sources: set[str], slots: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(sorted(slots[source] for source in sources))


def _ordered(
    names: tuple[str, ...], against: Mapping[str, set[str]], behind: Mapping[str, set[str]]
) -> list[str]:
    """The arguments, each after all of its sources; by name where the debate leaves it open."""
    left, done = list(names), list[str]()
    while left:
        ready = [name for name in left if (against[name] | behind[name]) <= set(done)]
        if not ready:
            raise CycleError(_cycle(left, against, behind))
        done += ready
        left = [name for name in left if name not in ready]
    return done


def _cycle(
    left: list[str], against: Mapping[str, set[str]], behind: Mapping[str, set[str]]
) -> tuple[str, ...]:
    """One cycle among arguments each of which waits for another, in the direction of the edges."""
    path = [left[0]]
    while len(set(path)) == len(path):
        waiting = (against[path[-1]] | behind[path[-1]]) & set(left)
        path.append(min(waiting))
    start = path.index(path[-1])
    return tuple(reversed(path[start:]))
