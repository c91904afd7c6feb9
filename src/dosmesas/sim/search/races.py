"""The exact odds that of several bulletins these come: at most four do, those with the greatest draws."""

import itertools
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from dosmesas.model.limits import BULLETINS_A_TURN

_ALL = 100
_Polynomial = list[Fraction]
"""Coefficients by rising powers of the draw x, in percent: a draw is anywhere from 0 to 100."""


def news_weight(came: Sequence[int], left: Sequence[int]) -> Fraction:
    """How probable it is that bulletins with chances `came` come and those with chances `left` do not.

    A bulletin is due when its draw lies below its chance. Where fewer than four come, the others were not
    due; where four come, any of the others may have been due with a draw below all of theirs.
    """
    return _weight(tuple(sorted(came)), tuple(sorted(left)))


@lru_cache(1 << 16)
def _weight(came: tuple[int, ...], left: tuple[int, ...]) -> Fraction:
    if len(came) < BULLETINS_A_TURN or not left:
        found = Fraction(1)
        for odds in came:
            found *= Fraction(odds, _ALL)
        for odds in left:
            found *= Fraction(_ALL - odds, _ALL)
        return found
    return _full(came, left)


def _full(came: tuple[int, ...], left: tuple[int, ...]) -> Fraction:
    """Over the least draw x of those that come: its density times the odds that the others lie below."""
    above = _product([[Fraction(odds, _ALL), Fraction(-1, _ALL)] for odds in came])
    density = [-power * one for power, one in enumerate(above)][1:]
    ends = sorted({0, came[0], *(odds for odds in left if odds < came[0])})
    total = Fraction(0)
    for low, high in itertools.pairwise(ends):
        below = [
            [Fraction(1)] if odds <= low else [Fraction(_ALL - odds, _ALL), Fraction(1, _ALL)]
            for odds in left
        ]
        total += _integral(_product([density, *below]), low, high)
    return total


def _product(factors: Sequence[_Polynomial]) -> _Polynomial:
    found = [Fraction(1)]
    for factor in factors:
        new = [Fraction(0)] * (len(found) + len(factor) - 1)
        for power, one in enumerate(found):
            for more, other in enumerate(factor):
                new[power + more] += one * other
        found = new
    return found


def _integral(polynomial: _Polynomial, low: int, high: int) -> Fraction:
    return sum(
        (
            one * (high ** (power + 1) - low ** (power + 1)) / (power + 1)
            for power, one in enumerate(polynomial)
        ),
        Fraction(0),
    )
