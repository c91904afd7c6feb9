"""Arithmetic on whole arrays: half-even quotients and named draws, to the same bits as one at a time.

Numbers are int64 (thousandths, or billionths in debates), draws are uint64. The loader proves that every
intermediate of a rule fits 63 bits, and products of two strengths are at most 1e18.
"""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from dosmesas.engine.draws import key

Ints: TypeAlias = npt.NDArray[np.int64]
Small: TypeAlias = npt.NDArray[np.int16]
Bits: TypeAlias = npt.NDArray[np.uint64]
Yes: TypeAlias = npt.NDArray[np.bool_]
Rows: TypeAlias = npt.NDArray[np.intp]
Amount: TypeAlias = "Ints | int"

_GAMMA = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_27, _30, _31 = np.uint64(27), np.uint64(30), np.uint64(31)


def near(product: Any, divisor: int) -> Any:
    """A half-even quotient by an even number, written as in lang/generate.py."""
    return (product + (divisor // 2 - 1) + (product // divisor & 1)) // divisor


def half_even(numerator: Any, denominator: Any) -> Any:
    """The quotient rounded to the nearest integer, ties to the even one; by 0 it is anything."""
    sign = np.sign(denominator)
    numerator, denominator = numerator * sign, denominator * sign
    quotient = numerator // denominator
    twice = 2 * (numerator - quotient * denominator)
    return quotient + ((twice > denominator) | ((twice == denominator) & (quotient % 2 == 1)))


def mix(value: Bits) -> Bits:
    """One step of splitmix64, as `engine.draws.mix`."""
    value = value + _GAMMA
    value ^= value >> _30
    value *= _FIRST
    value ^= value >> _27
    value *= _SECOND
    value ^= value >> _31
    return value


def streams(mixed: Bits, name: str) -> Bits:
    """Where the draws of a name begin in the games whose seeds were mixed once."""
    return mix(mixed ^ np.uint64(key(name)))


def numbers(starts: Bits, turn: int, index: int = 0) -> Bits:
    """The draws of streams in a turn."""
    found = mix(starts ^ np.uint64(turn))
    if index:
        found ^= np.uint64(index)
    return mix(found)


def below(found: Bits, percent: int) -> Any:
    """Which draws make a chance of so many in 100 happen; plain True where all do."""
    return True if percent >= 100 else found < np.uint64(-(-(percent << 64) // 100))
