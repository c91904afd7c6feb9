"""All the checks by name, and how they are run on a game."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from dosmesas.engine.game import Game
from dosmesas.testing.conformance import (
    actions,
    agenda,
    causes,
    debates,
    endings,
    home,
    ledger,
    numbers,
    refusals,
    replay,
    secrecy,
    states,
    turns,
)
from dosmesas.testing.conformance.check import Check, Finding
from dosmesas.testing.conformance.walk import Walk, walk

_MOST = 3
"""Of one check and seed no more is told: the fourth time it says nothing new."""
_TOPICS = (
    turns.CHECKS,
    agenda.CHECKS,
    actions.CHECKS,
    refusals.CHECKS,
    states.CHECKS,
    replay.CHECKS,
    numbers.CHECKS,
    ledger.CHECKS,
    causes.CHECKS,
    secrecy.CHECKS,
    debates.CHECKS,
    home.CHECKS,
    endings.CHECKS,
)
CHECKS: Mapping[str, Check] = {one.name: one for topic in _TOPICS for one in topic}
"""Every check by its name, in the order of the topics."""


def run(game: Game, seeds: Iterable[int]) -> tuple[Finding, ...]:
    """Play one random game a seed and hand it to every check; empty when the game keeps them all.

    A game or a check that raises is a finding too, never an exception.
    """
    return tuple(finding for seed in seeds for finding in _findings(walk(game, seed)))


def _findings(found: Walk) -> Iterator[Finding]:
    for one in CHECKS.values():
        try:
            for slip in islice(one.look(found), _MOST):
                yield Finding(one.name, found.seed, found.decisions(slip.at), slip.text)
        except Exception as error:  # noqa: BLE001 - what a broken game hands out may break a check
            told = f"the check could not go on: {type(error).__name__}: {error}"
            yield Finding(one.name, found.seed, found.decisions(len(found.steps)), told)
