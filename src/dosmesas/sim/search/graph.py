"""The nodes that were found and the ways between them, in as little memory as Python lets them be.

Nodes are numbers, in the order in which they were found; each keeps the first way that led to it, which is a
shortest one. Ways onward are kept for whoever reckons backward.
"""

from array import array
from collections.abc import Hashable, Iterator
from fractions import Fraction
from typing import Generic, TypeVar

from attrs import Factory, define, field, frozen

from dosmesas.sim.search.chances import Answer
from dosmesas.sim.search.steps import Moves, Way

_Thing = TypeVar("_Thing", bound=Hashable)


@define(eq=False)
class Kept(Generic[_Thing]):
    """Equal things kept once, each by a number."""

    things: list[_Thing] = Factory(list)
    _numbers: dict[_Thing, int] = Factory(dict)

    def number(self, thing: _Thing) -> int:
        """The number of a thing."""
        found = self._numbers.get(thing)
        if found is None:
            found = self._numbers[thing] = len(self.things)
            self.things.append(thing)
        return found


@frozen
class Link:
    """How a node was reached first: the turn, the seats that moved, their moves, and how chance went.

    `late` where that was in the outlook.
    """

    turn: int
    seats: tuple[str, ...]
    moves: Moves
    answers: tuple[Answer, ...]
    late: bool = False


@frozen
class Fork:
    """A node that was taken on: its layer, who moves, and for all their moves in order where they lead."""

    node: int
    layer: int
    seats: tuple[str, ...]
    ways: Way
    ends: tuple[tuple[tuple[int, Fraction], ...], ...]


@define(eq=False)
class Graph:
    """Nodes with their first links, and forks; without forks where nobody will reckon."""

    forked: bool = True
    _parents: "array[int]" = field(factory=lambda: array("q"))
    _links: "array[int]" = field(factory=lambda: array("q"))
    _layers: "array[int]" = field(factory=lambda: array("l"))
    _sure: bytearray = Factory(bytearray)
    _how: Kept[Link] = Factory(Kept)
    _weights: Kept[Fraction] = Factory(Kept)
    _seated: Kept[tuple[tuple[str, ...], Way]] = Factory(Kept)
    _heads: "array[int]" = field(factory=lambda: array("q"))
    _ends: "array[int]" = field(factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self._parents)

    def add(self, parent: int, link: Link, layer: int, *, sure: bool) -> int:
        """A new node, reached from another (-1: from nowhere)."""
        self._parents.append(parent)
        self._links.append(self._how.number(link))
        self._layers.append(layer)
        self._sure.append(sure)
        return len(self._parents) - 1

    def sure(self, node: int) -> bool:
        """Whether a way leads there on which no debate was supposed."""
        return bool(self._sure[node])

    def better(self, node: int, parent: int, link: Link) -> None:
        """A way to a node on which nothing was supposed, where there was none before."""
        self._parents[node], self._links[node], self._sure[node] = parent, self._how.number(link), True

    def layer(self, node: int) -> int:
        """The layer of a node."""
        return self._layers[node]

    def way_to(self, node: int) -> list[Link]:
        """The links from the beginning to a node."""
        found = []
        while node >= 0:
            found.append(self._how.things[self._links[node]])
            node = self._parents[node]
        return found[::-1]

    def fork(self, node: int, seats: tuple[str, ...], ways: Way) -> None:
        """The ways from a node follow."""
        if self.forked:
            self._heads.extend((node, self._seated.number((seats, ways)), len(self._ends)))

    def ends(self, reached: dict[int, Fraction]) -> None:
        """Where the next of all moves of the last fork leads, with weights that make 1."""
        if self.forked:
            self._ends.append(len(reached))
            for node, weight in reached.items():
                self._ends.extend((node, self._weights.number(weight)))

    def backward(self) -> Iterator[Fork]:
        """All forks, the last first: what they lead to has come before."""
        stop = len(self._ends)
        for place in range(len(self._heads) - 3, -1, -3):
            node, seated, start = self._heads[place : place + 3]
            seats, ways = self._seated.things[seated]
            yield Fork(node, self._layers[node], seats, ways, tuple(self._read(start, stop)))
            stop = start

    def _read(self, start: int, stop: int) -> Iterator[tuple[tuple[int, Fraction], ...]]:
        ends, weights = self._ends, self._weights.things
        while start < stop:
            size = ends[start]
            after = start + 1 + 2 * size
            yield tuple((ends[place], weights[ends[place + 1]]) for place in range(start + 1, after, 2))
            start = after
