"""The world of a ruleset: countries, indicators, places, flags, audiences, offices."""

from enum import StrEnum

from attrs import frozen

from dosmesas.text.local import NO_TEXT, Text
from dosmesas.text.span import Span

LOWEST_RANK = 9
"""The rank of an office that says none."""


class Good(StrEnum):
    """Which way of an indicator is the good one."""

    LOW = "low"
    HIGH = "high"
    NEITHER = "neither"


@frozen(eq=False, repr=False, match_args=False)
class Country:
    """A country at the table, and what its press is called on screen.

    `masthead` is the name of the paper whose front page the game shows; without one it is that of the press.
    """

    id: str
    name: Text
    paper: Text
    where: Span
    masthead: Text = NO_TEXT


@frozen(eq=False, repr=False, match_args=False)
class Indicator:
    """A bounded number of the world, in thousandths. `seen_by` empty means that all see it.

    One that `counts` is a counter: whole, changed by whole numbers, and no belief makes it less. `states` are
    the parts of a country that a place covers on a map, as ISO 3166-2 has them.
    """

    id: str
    name: Text
    unit: Text
    low: int
    high: int
    start: int
    source: str
    good: Good
    text: Text
    where: Span
    max_step: int | None = None
    seen_by: frozenset[str] = frozenset()
    is_place: bool = False
    counts: bool = False
    former: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    def seen(self, office: str) -> bool:
        """Whether the holder of this office sees the value."""
        return not self.seen_by or office in self.seen_by


@frozen(eq=False, repr=False, match_args=False)
class Flag:
    """A yes or no of the world."""

    id: str
    name: Text
    start: bool
    text: Text
    where: Span
    seen_by: frozenset[str] = frozenset()
    former: tuple[str, ...] = ()

    def seen(self, office: str) -> bool:
        """Whether the holder of this office sees it."""
        return not self.seen_by or office in self.seen_by


@frozen(eq=False, repr=False, match_args=False)
class Audience:
    """Those at home whom an office answers to."""

    id: str
    name: Text
    text: Text
    where: Span


@frozen(eq=False, repr=False, match_args=False)
class Goal:
    """One aim of a mandate: `weight` points when the indicator reaches `best`, none at `worst`."""

    indicator: str
    weight: int
    worst: int
    best: int


@frozen(eq=False, repr=False, match_args=False)
class Office:
    """A seat at the table. `abroad` is what the other country's press calls it, if not by its name.

    `rank` counts from 1, the highest: offices of one rank answer each other across the table.
    """

    id: str
    country: str
    name: Text
    powers: tuple[Text, ...]
    goals: tuple[Goal, ...]
    watch: tuple[str, ...]
    audiences: tuple[tuple[str, int], ...]
    dilemma: Text
    secret: Text
    where: Span
    abroad: Text = NO_TEXT
    rank: int = LOWEST_RANK
