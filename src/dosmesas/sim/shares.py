"""Shares of games with their intervals, and when there are too few games to say."""

from math import sqrt

from attrs import frozen

_Z = 1.96
"""Of a 95 % interval."""


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
