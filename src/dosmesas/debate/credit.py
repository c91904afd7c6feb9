"""Who moved the topic: three exact views, each for one purpose, never mixed in one list.

`in_order` is what each play changed when it came, for the receipts; `without` what would be missing if an
argument had not been put forward; `shapley` a credit that does not depend on the order, for the debrief.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import combinations
from math import factorial

from dosmesas.debate.graph import Graph
from dosmesas.debate.strength import ALL, strength


def without(graph: Graph, topic: str, name: str) -> int:
    """By how much the topic is stronger with this argument than without it, in billionths."""
    return strength(graph, topic) - strength(graph, topic, ALL ^ 1 << graph.slot(name))


def in_order(graph: Graph, topic: str, plays: Sequence[Iterable[str]]) -> list[int]:
    """What each play changed, in billionths; the sum is exactly the last strength less the first.

    A play is the arguments that it brings; what belongs to none was there from the beginning.
    """
    present = ALL ^ _bits(graph, (name for play in plays for name in play))
    found, before = [], strength(graph, topic, present)
    for play in plays:
        present |= _bits(graph, play)
        after = strength(graph, topic, present)
        found.append(after - before)
        before = after
    return found


def shapley(graph: Graph, topic: str, players: Sequence[str]) -> dict[str, Fraction]:
    """Each argument's credit for the topic, in billionths."""
    base = ALL ^ _bits(graph, players)
    return credits_of(players, lambda group: strength(graph, topic, base | _bits(graph, group)))


def credits_of(players: Sequence[str], worth_of: Callable[[tuple[str, ...]], int]) -> dict[str, Fraction]:
    """Each player's mean change over all orders in which the players may come (Shapley 1953).

    The credits sum exactly to the worth of all players less that of none. It takes 2 ** n evaluations.
    """
    count = len(players)
    worth = {group: worth_of(group) for size in range(count + 1) for group in combinations(players, size)}
    found = dict.fromkeys(players, Fraction())
    for group, value in worth.items():
        for name in players:
            if name not in group:
                joined = tuple(one for one in players if one in group or one == name)
                weight = factorial(len(group)) * factorial(count - len(group) - 1)
                found[name] += Fraction(weight * (worth[joined] - value), factorial(count))
    return found


def shared_out(exact: dict[str, Fraction], unit: int) -> dict[str, int]:
    """Credits in whole units, by largest remainder: they sum to the rounded sum (names break ties)."""
    total = round(sum(exact.values(), Fraction()) / unit)
    floors = {name: credit // unit for name, credit in exact.items()}
    rest = sorted(exact, key=lambda name: (-(exact[name] - floors[name] * unit), name))
    raised = set(rest[: total - sum(floors.values())])
    return {name: floor + (name in raised) for name, floor in floors.items()}


def _bits(graph: Graph, names: Iterable[str]) -> int:
    return sum(1 << slot for slot in {graph.slot(name) for name in names})
