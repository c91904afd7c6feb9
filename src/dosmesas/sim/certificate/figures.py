"""A certificate: figures with their intervals and bounds, and what lies outside."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import Factory, define, frozen

from dosmesas.sim.shares import Share


class Verdict(StrEnum):
    """How a figure stands to its bounds; `UNSURE` where there are not enough games to say."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    UNSURE = "unsure"


@frozen
class Figure:
    """One number of a certificate: `kind` says of what, `about` of whom (an ending, an option, a seat).

    `low` and `high` bound the true number (95 %), `least` and `most` are what it may be; all in 100 or
    in points.
    """

    kind: str
    about: str
    value: float
    low: float
    high: float
    least: float | None = None
    most: float | None = None

    @property
    def verdict(self) -> Verdict:
        """Inside where the value is and its interval does not reach out far, outside where all of it is."""
        least = float("-inf") if self.least is None else self.least
        most = float("inf") if self.most is None else self.most
        if self.high < least or self.low > most:
            return Verdict.OUTSIDE
        return Verdict.INSIDE if least <= self.low and self.high <= most else Verdict.UNSURE


@frozen
class Reach:
    """What players of a kind come to: endings in 100, mean mandates by seat with half an interval."""

    bot: str
    games: int
    endings: Mapping[str, float]
    returns: Mapping[str, tuple[float, float]]


@frozen
class OptionFigure:
    """An option: in how many states it was legal, in which share of them it was best.

    `alone` is where it was best by more than half a point of mandate, `near` where it was as good as the
    best; `behind` are the points that it lies behind the best in the mean.
    """

    option: str
    seat: str
    states: int
    alone: Share
    near: Share
    behind: float
    dominated_by: str = ""


@define
class Certificate:
    """Everything that the sweeps said of a pack under a worldview.

    `outlook` is the share of each mandate that comes from after the outlook, `stuck` in how many of 100
    turns, and after how many of 100 outlooks, an indicator stands at the end of its range.
    """

    pack: str
    view: str
    seed: int
    games: int
    figures: list[Figure] = Factory(list)
    reaches: list[Reach] = Factory(list)
    options: list[OptionFigure] = Factory(list)
    outlook: dict[str, float] = Factory(dict)
    never: dict[str, list[str]] = Factory(dict)
    stuck: dict[str, tuple[float, float]] = Factory(dict)

    def merge(self, other: "Certificate") -> None:
        """Add what another sweep said."""
        self.figures += other.figures
        self.reaches += other.reaches
        self.options += other.options
        self.outlook.update(other.outlook)
        self.never.update(other.never)
        self.stuck.update(other.stuck)

    def of(self, kind: str) -> list[Figure]:
        """The figures of a kind."""
        return [one for one in self.figures if one.kind == kind]

    def outside(self) -> list[Figure]:
        """The figures that lie outside their bounds, the farthest first."""
        found = [one for one in self.figures if one.verdict is Verdict.OUTSIDE]
        return sorted(found, key=_how_far, reverse=True)

    def unsure(self) -> list[Figure]:
        """The figures for which there were not enough games."""
        return [one for one in self.figures if one.verdict is Verdict.UNSURE]


def _how_far(figure: Figure) -> float:
    """How far outside a figure is, as a share of what was allowed."""
    if figure.most is not None and figure.value > figure.most:
        return (figure.value - figure.most) / max(figure.most, 1.0)
    least = figure.least or 0.0
    return (least - figure.value) / max(least, 1.0)
