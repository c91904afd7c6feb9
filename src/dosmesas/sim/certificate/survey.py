"""A certificate from all its sweeps, here or on a pool of processes."""

from collections.abc import Callable
from concurrent.futures import Executor, Future, as_completed

from attrs import frozen

from dosmesas.sim.certificate.figures import Certificate
from dosmesas.sim.certificate.measure import SWEEPS, Effort, Surveyor
from dosmesas.sim.sweep.work import Rules, game_of

Told = Callable[[int, int], None]
"""Told how many of how many sweeps are done."""
_LONGEST = ("planner", "options", "little", "players", "mixed", "same", "notes")
"""The longest sweeps go first, so that no process waits for one at the end."""


@frozen
class Survey:
    """What is asked: rules, seed, how many games."""

    rules: Rules
    seed: int
    effort: Effort


def sweep(asked: Survey, name: str) -> Certificate:
    """One sweep, in whatever process it is sent to."""
    return Surveyor.of(game_of(asked.rules.pack, asked.rules.view), asked.seed, asked.effort).sweep(name)


def certificate(asked: Survey, executor: Executor, told: Told) -> Certificate:
    """All sweeps, put together in their order."""
    sent: dict[Future[Certificate], str] = {executor.submit(sweep, asked, name): name for name in _LONGEST}
    done = dict[str, Certificate]()
    for number, future in enumerate(as_completed(sent), 1):
        done[sent[future]] = future.result()
        told(number, len(SWEEPS))
    first, *others = (done[name] for name in SWEEPS)
    for one in others:
        first.merge(one)
    return first
