"""All claims of a pack, in parts on a pool of processes."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, as_completed

from dosmesas.sim.sensitivity.work import Hinge, hinges
from dosmesas.sim.sweep.work import Rules

Told = Callable[[int, int], None]
"""Told how many of how many claims are done."""
_AT_ONCE = 6


def sensitivity(
    rules: Rules, claims: Sequence[str], games: int, seed: int, executor: Executor, told: Told
) -> list[Hinge]:
    """What hangs on each claim, what matters most first: by endings moved, then by what countries reach."""
    parts = [claims[start : start + _AT_ONCE] for start in range(0, len(claims), _AT_ONCE)]
    sent = [executor.submit(hinges, rules, part, games, seed) for part in parts]
    found: list[Hinge] = []
    for future in as_completed(sent):
        found += future.result()
        told(len(found), len(claims))
    return sorted(found, key=lambda one: (-one.ending.times, -_reach(one), one.claim))


def _reach(one: Hinge) -> float:
    return max((abs(moved.mean) for moved in one.returns.values()), default=0.0)
