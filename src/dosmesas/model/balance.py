"""What the games of a pack may be like: the bounds of its certificate. A pack may set others (`balance:`)."""

from collections.abc import Mapping

Bound = tuple[float | None, float | None]
"""Least and most; None where there is none."""

BOUNDS: Mapping[str, Bound] = {
    "ending": (3, 40),
    "planner_best": (35, 70),
    "random_best": (None, 5),
    "one_note": (None, 1),
    "seat_gap": (None, 10),
    "argument": (20, 50),
    "same_ending": (60, None),
    "lopsided": (None, 0.5),
    "best_alone": (None, 70),
    "as_good": (3, None),
}
"""The bounds of a pack that sets none, in 100; `seat_gap` is in points of mandate."""
