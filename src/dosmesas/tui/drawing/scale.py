"""Fixed scales. A chart shows an indicator's own range, or a part of it around where the game began.

The parts are a half and a quarter: a scale is never stretched to the numbers, so small changes look small.
"""

from collections.abc import Sequence

from attrs import frozen

from dosmesas.text.number import exact

PARTS = (4, 2, 1)
"""A quarter, a half, the whole: the smallest that holds all numbers is taken."""
_STEPS_A_RANGE = 20
HUNDRED = 100_000


@frozen
class Range:
    """Numbers in thousandths, and the ends of what they can be."""

    values: tuple[int, ...]
    low: int
    high: int

    @property
    def shares(self) -> "Range":
        """The same as percent of the range, so that unlike indicators can stand on one scale."""
        span = self.high - self.low
        return Range(tuple((value - self.low) * HUNDRED // span for value in self.values), 0, HUNDRED)


@frozen
class Scale:
    """From `low` to `high`, in thousandths: one `part`-th of the whole range."""

    low: int
    high: int
    part: int

    def dot(self, value: int, rows: int) -> int:
        """In which of so many rows of dots a value lies, counted from above; the ends are the outermost."""
        inside = min(max(value, self.low), self.high)
        return ((self.high - inside) * (rows - 1) * 2 + self.high - self.low) // ((self.high - self.low) * 2)

    def row(self, value: int, rows: int) -> int:
        """In which of so many rows of four dots it lies."""
        return self.dot(value, rows * 4) // 4

    def ticks(self, rows: int) -> tuple[tuple[int, str], ...]:
        """Round numbers with the row of each, no two in one row, and most with a row between them."""
        span = self.high - self.low
        widest = next(n for n, step in enumerate(_STEPS) if span * 2 <= step * max(rows - 1, 2))
        step = next(step for step in reversed(_STEPS[: widest + 1]) if self.low <= self.high // step * step)
        first = -(-self.low // step) * step
        return tuple((self.row(value, rows), exact(value)) for value in range(first, self.high + 1, step))


_STEPS = tuple(base * 10**power for power in range(9) for base in (1, 2, 5))


def common_part(ranges: Sequence[Range], *, whole: bool) -> int:
    """The smallest part of their ranges in which all of these fit, each around where it began."""
    return (
        1
        if whole
        else next(part for part in PARTS if all(_holds(scale_of(one, part), one) for one in ranges))
    )


def alike(ranges: Sequence[Range]) -> bool:
    """Whether ranges have the same ends, and so one scale."""
    return len({(one.low, one.high) for one in ranges}) == 1


def shared(ranges: Sequence[Range]) -> Sequence[Range]:
    """Ranges for one scale: as they are where all are alike, else in percent of each."""
    return ranges if alike(ranges) else [one.shares for one in ranges]


def scale_of_all(ranges: Sequence[Range], *, whole: bool) -> Scale:
    """One scale for ranges that have the same ends, around the middle of where they began."""
    low, high = ranges[0].low, ranges[0].high
    starts = [one.values[0] for one in ranges]
    middle = (min(starts) + max(starts)) // 2
    values = tuple(value for one in ranges for value in one.values)
    everything = Range((middle, *values), low, high)
    return scale_of(everything, common_part([everything], whole=whole))


def scale_of(one: Range, part: int) -> Scale:
    """This part of a range, around the first value."""
    whole = one.high - one.low
    span, grain = whole // part, max(whole // _STEPS_A_RANGE, 1)
    low = (one.values[0] - span // 2 - one.low) // grain * grain + one.low
    low = min(max(low, one.low), one.high - span)
    return Scale(low, low + span, part)


def _holds(scale: Scale, one: Range) -> bool:
    return all(scale.low <= value <= scale.high for value in one.values)
