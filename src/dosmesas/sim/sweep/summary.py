"""What came of many games, as sums: two summaries add up to the summary of both, in whatever order.

So the same games give the same summary however they were cut into parts and whoever played them. Quantiles
come from counts in steps of a 2,000th of an indicator's range.
"""

from collections import Counter
from collections.abc import Mapping
from math import sqrt
from typing import Any

import numpy as np
from attrs import Factory, define

from dosmesas.sim.batch.numbers import Ints

STEPS = 2000
JOINT = "joint"
AFTER = 0
"""The turn under which numbers after the outlook are kept."""
_WORD = (1 << 64) - 1


@define(eq=False)
class Spread:
    """One number over many games: how many, sum, sum of squares (thousandths), and counts by step."""

    low: int
    high: int
    count: int = 0
    total: int = 0
    squares: int = 0
    steps: Counter[int] = Factory(Counter)

    @property
    def width(self) -> int:
        """The width of a step, in thousandths."""
        return max(1, -(-(self.high - self.low) // STEPS))

    def add(self, column: Ints) -> None:
        """Add the numbers of some games."""
        self.count += len(column)
        self.total += int(column.sum())
        self.squares += int((column * column).sum())
        counts = np.bincount((column - self.low) // self.width)
        places = np.flatnonzero(counts)
        self.steps.update(dict(zip(places.tolist(), counts[places].tolist(), strict=True)))

    def merge(self, other: "Spread") -> None:
        """Add those of another summary."""
        self.count += other.count
        self.total += other.total
        self.squares += other.squares
        self.steps.update(other.steps)

    def mean(self) -> float:
        """The mean, in units."""
        return self.total / self.count / 1000 if self.count else 0.0

    def error(self) -> float:
        """Half the width of the 95 % interval of the mean, in units."""
        if self.count < 2:
            return float("inf")
        variance = (self.squares - self.total * self.total / self.count) / (self.count - 1)
        return 1.96 * sqrt(max(0.0, variance) / self.count) / 1000

    def quantile(self, percent: int) -> float:
        """The number below which so many of 100 games are, to a step, in units."""
        wanted, seen = self.count * percent / 100, 0
        for step in sorted(self.steps):
            seen += self.steps[step]
            if seen >= wanted:
                return (self.low + step * self.width) / 1000
        return self.high / 1000

    def record(self) -> dict[str, Any]:
        """As JSON."""
        steps = {str(step): count for step, count in sorted(self.steps.items())}
        return {
            "low": self.low,
            "high": self.high,
            "count": self.count,
            "total": self.total,
            "squares": self.squares,
            "steps": steps,
        }

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "Spread":
        """From JSON."""
        steps = Counter({int(step): int(count) for step, count in record["steps"].items()})
        low, high, count = int(record["low"]), int(record["high"]), int(record["count"])
        return cls(low, high, count, int(record["total"]), int(record["squares"]), steps)


@define(eq=False)
class Summary:
    """All that is kept of games: how many, endings, what came and was chosen, numbers by turn, returns.

    `turns` counts turns played. `indicators` is by turn and id, 0 for after the outlook; `returns` by office,
    and the joint one. `words` are two sums of
    fingerprints of all games, the same in whatever order they come.
    """

    games: int = 0
    turns: int = 0
    endings: Counter[str] = Factory(Counter)
    came: Counter[str] = Factory(Counter)
    chosen: Counter[str] = Factory(Counter)
    indicators: dict[tuple[int, str], Spread] = Factory(dict)
    returns: dict[str, Spread] = Factory(dict)
    words: tuple[int, int] = (0, 0)

    @property
    def digest(self) -> str:
        """The fingerprint: 32 hex digits."""
        return "".join(f"{word:016x}" for word in self.words)

    def hash_in(self, first: int, second: int) -> None:
        """Add the fingerprints of games."""
        self.words = ((self.words[0] + first) & _WORD, (self.words[1] + second) & _WORD)

    def merge(self, other: "Summary") -> None:
        """Add the games of another summary."""
        self.games += other.games
        self.turns += other.turns
        self.endings.update(other.endings)
        self.came.update(other.came)
        self.chosen.update(other.chosen)
        for mine, theirs in ((self.indicators, other.indicators), (self.returns, other.returns)):
            _merge(mine, theirs)
        self.hash_in(*other.words)

    def record(self) -> dict[str, Any]:
        """As JSON, to go on later."""
        return {
            "games": self.games,
            "turns": self.turns,
            "endings": dict(self.endings),
            "came": dict(self.came),
            "chosen": dict(self.chosen),
            "indicators": [[*key, spread.record()] for key, spread in sorted(self.indicators.items())],
            "returns": {office: spread.record() for office, spread in sorted(self.returns.items())},
            "digest": [str(word) for word in self.words],
        }

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "Summary":
        """From JSON."""
        first, second = (int(word) for word in record["digest"])
        return cls(
            int(record["games"]),
            int(record["turns"]),
            Counter(record["endings"]),
            Counter(record["came"]),
            Counter(record["chosen"]),
            {(int(turn), str(name)): Spread.of(one) for turn, name, one in record["indicators"]},
            {str(office): Spread.of(one) for office, one in record["returns"].items()},
            (first, second),
        )


def _merge(mine: dict[Any, Spread], theirs: Mapping[Any, Spread]) -> None:
    for key, spread in theirs.items():
        if key not in mine:
            mine[key] = Spread(spread.low, spread.high)
        mine[key].merge(spread)
