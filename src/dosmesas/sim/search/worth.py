"""What decisions are worth, reckoned backward from the ends: odds of the endings, and best replies.

A seat is taken to see everything and to do its best for its own mandate from here on, while the others take
any legal action, all alike. Numbers are integers over one denominator a layer, so that nothing is rounded.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import groupby, product
from math import lcm

from attrs import Factory, define, frozen

from dosmesas.sim.search.explore import Found
from dosmesas.sim.search.graph import Fork

_Numbers = tuple[int, ...]


@define
class Replies:
    """An option, over the states in which it is legal: in how many it is the best reply (or one of several).

    `to_any` against others who take any action; `to_some` against at least one thing that the others may do.
    """

    legal: int = 0
    to_any: int = 0
    to_some: int = 0


@frozen
class Worth:
    """What comes of it all where all seats take any action, all alike; `best` is what a seat alone could do.

    `odds` of the endings make 1; `any_action` and `best` are the expected returns of seats, in thousandths.
    """

    odds: Mapping[str, Fraction]
    any_action: Mapping[str, Fraction]
    best: Mapping[str, Fraction]
    replies: Mapping[str, Replies]


@define
class _Reckoning:
    """The numbers of a node: for each ending its odds, for each seat its return, then its best return."""

    endings: list[str]
    seats: list[str]
    numbers: dict[int, _Numbers] = Factory(dict)
    layers: dict[int, int] = Factory(dict)
    """The denominator of each layer, by its number."""
    replies: dict[str, Replies] = Factory(dict)


def worth(found: Found) -> Worth | None:
    """What decisions are worth, or None where the search did not finish or supposed what has no odds."""
    if not found.finished or not found.graph.forked:
        return None
    seats = sorted(found.pack.seats)
    reckoning = _Reckoning(sorted({ending for _, ending in found.ends.values()}), seats)
    for node, (returns, ending) in found.ends.items():
        odds = tuple([int(ending == one) for one in reckoning.endings])
        reckoning.numbers[node] = (*odds, *returns, *returns)
        reckoning.layers[found.graph.layer(node)] = 1
    for layer, forks in groupby(found.graph.backward(), lambda fork: fork.layer):
        _layer(found, reckoning, layer, list(forks))
    return _read(found, reckoning)


def _layer(found: Found, reckoning: _Reckoning, layer: int, forks: list[Fork]) -> None:
    weights = {weight.denominator for fork in forks for ends in fork.ends for _, weight in ends}
    reached = {found.graph.layer(node) for fork in forks for ends in fork.ends for node, _ in ends}
    common = lcm(*(reckoning.layers[one] for one in reached))
    share, combos = lcm(*weights), lcm(*{len(fork.ends) for fork in forks})
    scale = {one: common // reckoning.layers[one] for one in reached}
    reckoning.layers[layer] = common * share * combos
    for fork in forks:
        by_moves = [
            _mean(
                [(found.graph.layer(node), reckoning.numbers[node], weight) for node, weight in ends],
                scale,
                share,
            )
            for ends in fork.ends
        ]
        reckoning.numbers[fork.node] = _node(reckoning, fork, by_moves, combos)


def _mean(ends: Sequence[tuple[int, _Numbers, Fraction]], scale: Mapping[int, int], share: int) -> _Numbers:
    """The mean of what moves lead to, by its odds."""
    times = [scale[layer] * weight.numerator * (share // weight.denominator) for layer, _, weight in ends]
    columns = zip(*(numbers for _, numbers, _ in ends), strict=True)
    return tuple([sum(map(int.__mul__, column, times)) for column in columns])


def _node(reckoning: _Reckoning, fork: Fork, by_moves: list[_Numbers], combos: int) -> _Numbers:
    each = combos // len(by_moves)
    found = [each * sum(column) for column in zip(*by_moves, strict=True)]
    first = len(reckoning.endings) + len(reckoning.seats)
    for place, seat in enumerate(fork.seats):
        column = first + reckoning.seats.index(seat)
        own = _by_own(fork, place, [numbers[column] for numbers in by_moves])
        sums = [sum(replies) for replies in own]
        found[column] = combos // len(own[0]) * max(sums)
        if len(fork.ways[place]) and "/" in fork.ways[place][0]:
            _count(reckoning.replies, fork.ways[place], own, sums)
    return tuple(found)


def _by_own(fork: Fork, place: int, values: list[int]) -> list[list[int]]:
    """For each action of a seat, what comes of it by what the others do."""
    found: list[list[int]] = [[] for _ in fork.ways[place]]
    for choice, value in zip(product(*(range(len(way)) for way in fork.ways)), values, strict=True):
        found[choice[place]].append(value)
    return found


def _count(
    replies: dict[str, Replies], actions: Sequence[str], own: list[list[int]], sums: list[int]
) -> None:
    most = [max(column) for column in zip(*own, strict=True)]
    for action, row, value in zip(actions, own, sums, strict=True):
        counted = replies.setdefault(action, Replies())
        counted.legal += 1
        counted.to_any += value == max(sums)
        counted.to_some += any(one == best for one, best in zip(row, most, strict=True))


def _read(found: Found, reckoning: _Reckoning) -> Worth:
    numbers, under = reckoning.numbers[0], reckoning.layers[found.graph.layer(0)]
    shares = [Fraction(one, under) for one in numbers]
    endings, seats = reckoning.endings, reckoning.seats
    middle = len(endings) + len(seats)
    return Worth(
        dict(zip(endings, shares, strict=False)),
        dict(zip(seats, shares[len(endings) :], strict=False)),
        dict(zip(seats, shares[middle:], strict=True)),
        dict(sorted(reckoning.replies.items())),
    )
