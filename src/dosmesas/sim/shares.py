"""Shares of games with their intervals, and when there are too few games to say."""

from collections.abc import Sequence
from math import sqrt
from typing import Protocol

from attrs import frozen

_Z = 1.96
"""Of a 95 % interval."""


class Interval(Protocol):
    """A share with the bounds of the true one, in 100."""

    @property
    def percent(self) -> float:
        """The share."""

    @property
    def low(self) -> float:
        """The lower bound."""

    @property
    def high(self) -> float:
        """The upper bound."""


@frozen
class Share:
    """So many of so many; `low` and `high` bound the true share, in 100 (Wilson 1927, 95 %)."""

    times: int
    of: int

    @property
    def percent(self) -> float:
        """The share, in 100."""
        return 100 * self.times / self.of if self.of else 0.0

    @property
    def low(self) -> float:
        """The lower bound, in 100."""
        return self._bound(-1)

    @property
    def high(self) -> float:
        """The upper bound, in 100."""
        return self._bound(1)

    def _bound(self, sign: int) -> float:
        if not self.of:
            return 0.0 if sign < 0 else 100.0
        share, square = self.times / self.of, _Z * _Z / self.of
        middle = share + square / 2
        reach = _Z * sqrt(share * (1 - share) / self.of + square / (4 * self.of))
        return min(100.0, max(0.0, 100 * (middle + sign * reach) / (1 + square)))


@frozen
class Clustered:
    """A share of things that come in groups, such as decisions of one game: those of a group are alike.

    `low` and `high` bound the true share (95 %) by how much groups differ (ratio estimate; Cochran,
    Sampling Techniques, 1977, 9A.1), so that many things of few games do not pass for many games.
    """

    percent: float
    low: float
    high: float

    @classmethod
    def of(cls, groups: Sequence[tuple[int, int]]) -> "Clustered":
        """From (times, of) in each group."""
        groups = [one for one in groups if one[1]]
        count, things = len(groups), sum(of for _, of in groups)
        if count < _FEWEST:
            share = sum(times for times, _ in groups) / things if things else 0.0
            return cls(100 * share, 0.0, 100.0)
        share = sum(times for times, _ in groups) / things
        spread = sum((times - share * of) ** 2 for times, of in groups)
        reach = 100 * _Z * sqrt(count / (count - 1) * spread) / things
        return cls(100 * share, max(0.0, 100 * share - reach), min(100.0, 100 * share + reach))


_FEWEST = 2
"""Fewer groups say nothing of how much they differ."""
