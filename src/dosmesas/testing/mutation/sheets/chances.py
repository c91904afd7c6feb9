"""How often something comes by chance: a test that plays several games and counts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dosmesas.desk.trial.playing import Course
from dosmesas.testing.mutation.sheets.moves import moved_by
from dosmesas.testing.mutation.sheets.sketch import Expected, plain

SEEDS = 20
"""Games: enough to tell a chance of 35 from one of 17 or 67, and few enough to be quick."""
_SPARE = 5
"""So much less than came, in 100, is asked for: one game of twenty."""
_RARE = 15
_ALL = 100


def shares(courses: Sequence[Course], owners: Iterable[str], turn: int = 1) -> Iterator[Expected]:
    """For each number that owners move in some games only: how often it ends up high, and how often low."""
    names = [*owners]
    moved = [{name for at, name in moved_by(one, names) if at == turn} for one in courses]
    for indicator in sorted(set().union(*moved)):
        values = [one.value(indicator, turn) for one in courses]
        middle = _middle(values)
        if middle is None:
            continue
        high = sum(value > middle for value in values) * _ALL // len(values)
        for text, share in (("at least", high), ("at most", _ALL - high)):
            if _RARE <= share < _ALL:
                yield Expected(indicator, f"{text} {plain(middle)}", turn, share=share - _SPARE)


def _middle(values: Sequence[int]) -> int | None:
    """The middle of the widest gap between values, to a tenth; None where all are about the same."""
    ordered = sorted(set(values))
    gaps = [(after - before, before) for before, after in pairwise(ordered)]
    if not gaps:
        return None
    widest, before = max(gaps)
    step = 100 if widest >= 400 else 1
    middle = (before + widest // 2) // step * step
    return middle if before < middle < before + widest else None
