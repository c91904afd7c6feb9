"""Chance by name: a draw depends on the seed, its name, the turn and an index, and on nothing else.

So changing one decision, or adding a draw, changes no other draw. The generator is the finaliser of
splitmix64 (Steele, Lea & Flood, 2014) over a key that blake2b makes of the name; docs/draws.md has vectors.
"""

from functools import lru_cache
from hashlib import blake2b
from typing import Protocol

from attrs import frozen

_MASK = (1 << 64) - 1
_GAMMA = 0x9E3779B97F4A7C15
_FIRST, _SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB


class Draws(Protocol):
    """A source of 64-bit numbers."""

    def number(self, seed: int, name: str, turn: int, index: int) -> int:
        """The number of this draw, 0 to 2**64 - 1."""


def mix(value: int) -> int:
    """One step of splitmix64: 64 bits in, 64 well-mixed bits out."""
    value = (value + _GAMMA) & _MASK
    value = ((value ^ (value >> 30)) * _FIRST) & _MASK
    value = ((value ^ (value >> 27)) * _SECOND) & _MASK
    return value ^ (value >> 31)


@lru_cache(1 << 14)
def key(name: str) -> int:
    """The 64-bit key of a name."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")


@lru_cache(1 << 14)
def stream(seed: int, name: str) -> int:
    """Where the draws of a name begin in the game of a seed."""
    return mix(key(name) ^ mix(seed & _MASK))


@frozen
class NamedDraws:
    """The draws of a real game."""

    def number(self, seed: int, name: str, turn: int, index: int) -> int:
        """Mix of seed, name, turn and index: `mix` twice, written out, for most of a turn's time is here."""
        value = ((stream(seed, name) ^ turn) + _GAMMA) & _MASK
        value = ((value ^ (value >> 30)) * _FIRST) & _MASK
        value = ((value ^ (value >> 27)) * _SECOND) & _MASK
        value = (((value ^ (value >> 31)) ^ index) + _GAMMA) & _MASK
        value = ((value ^ (value >> 30)) * _FIRST) & _MASK
        value = ((value ^ (value >> 27)) * _SECOND) & _MASK
        return value ^ (value >> 31)


@frozen
class SameDraws:
    """A test double: every draw gives one number; 0 makes every chance happen, 2**64 - 1 none."""

    value: int

    def number(self, seed: int, name: str, turn: int, index: int) -> int:  # noqa: ARG002 - one answer to all
        """The one number."""
        return self.value


FIXED = SameDraws(1 << 63)
LEAST = SameDraws(0)
GREATEST = SameDraws(_MASK)


@frozen
class RecordedDraws:
    """A test double: named draws as recorded, `(name, turn)` to number; all others from `rest`."""

    recorded: dict[tuple[str, int], int]
    rest: Draws = FIXED

    def number(self, seed: int, name: str, turn: int, index: int) -> int:
        """The recorded number, else one of the rest."""
        found = self.recorded.get((name, turn))
        return self.rest.number(seed, name, turn, index) if found is None else found


DOUBLES: dict[str, Draws] = {"fixed": FIXED, "least": LEAST, "greatest": GREATEST}


def below(number: int, percent: int) -> bool:
    """Whether a draw makes a chance of so many in 100 happen, in integers."""
    return number * 100 < percent << 64


def greatest(draws: Draws, seed: int, name: str, turn: int, times: int) -> int:
    """The greatest of so many draws of one name: weights as an exact race, whatever the order."""
    number = draws.number
    found = number(seed, name, turn, 0)
    for index in range(1, times):
        found = max(found, number(seed, name, turn, index))
    return found
