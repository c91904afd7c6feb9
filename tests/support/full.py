"""How much of a long check a run does: a sample in the gate, the whole in `.ci/full` (DOSMESAS_FULL=1)."""

import os
from collections.abc import Sequence
from typing import TypeVar

from dosmesas.load.locate import shipped_packs

FULL = os.environ.get("DOSMESAS_FULL") == "1"
Thing = TypeVar("Thing")


def cases(whole: int, sample: int) -> int:
    """How many cases to try: `whole` under `.ci/full`, else `sample`."""
    return whole if FULL else sample


def sampled(things: Sequence[Thing], every: int) -> Sequence[Thing]:
    """All of them under `.ci/full`, else each so-manieth."""
    return things if FULL else things[::every]


def crossed(things: Sequence[Thing]) -> Sequence[tuple[Thing, str]]:
    """Each thing in both languages under `.ci/full`, else in one of them by turns."""
    languages = ("en", "es")
    if FULL:
        return [(thing, language) for thing in things for language in languages]
    return [(thing, languages[place % 2]) for place, thing in enumerate(things)]


def packs(turn: int) -> tuple[str, ...]:
    """The shipped packs: all under `.ci/full`, else the first to be written and one of the others by turns.

    Each test file says a turn of its own, so that the gate plays every pack somewhere.
    """
    first, *others = sorted(shipped_packs(), key=lambda name: name != "culiacan")
    return (first, *others) if FULL else (first, others[turn % len(others)])
