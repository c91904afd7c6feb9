"""How far numbers moved in a game and by whom, and what a test says of it.

A band is as wide as lets an amount be tuned a little, and notices that one is missing, turned round, halved
or doubled: three tenths of the least that the owner moved, or a tenth of the most that anybody did.
"""

from collections.abc import Iterable, Iterator

from attrs import frozen

from dosmesas.desk.trial.playing import Course
from dosmesas.engine.receipts import Receipt, ReceiptKind
from dosmesas.model.world import Indicator
from dosmesas.testing.mutation.sheets.sketch import Expected, plain

_WIDE = 100
_LEAST, _MOST = 30, 10
"""How wide half a band is, in 100 of the owner's least amount and of the greatest of all."""
_TOO_WIDE = 48
"""A band so wide, in 100 of the owner's least amount, would not notice half of it."""


@frozen
class Moved:
    """What moved one number in one turn: amounts by the owners that are looked at, and by all."""

    mine: tuple[int, ...]
    most: int

    @property
    def slack(self) -> int:
        """Half the width of a band that notices a half of the least; 0 where none would."""
        least = min(map(abs, self.mine))
        found = max(least * _LEAST // _WIDE, self.most * _MOST // _WIDE, 1)
        return found if found * _WIDE <= least * _TOO_WIDE else 0


def moved_by(course: Course, owners: Iterable[str]) -> dict[tuple[int, str], Moved]:
    """By turn and indicator, what the owners moved: in the turns that were played, without the outlook."""
    names, found = {*owners}, {}
    for turn in course.turns:
        amounts: dict[str, list[Receipt]] = {}
        for one in turn.receipts:
            if one.kind is ReceiptKind.CHANGE and one.applied:
                amounts.setdefault(one.indicator, []).append(one)
        for indicator, receipts in amounts.items():
            mine = tuple(one.applied for one in receipts if one.by in names)
            if mine and not turn.outlook:
                found[turn.number, indicator] = Moved(mine, max(abs(one.applied) for one in receipts))
    return found


def flags_by(course: Course, owners: Iterable[str]) -> Iterator[Expected]:
    """The flags that the owners set or lowered, as the turn ended."""
    names = {*owners}
    for turn in course.turns:
        for one in turn.receipts:
            if one.kind is ReceiptKind.FLAG and one.by in names and not turn.outlook:
                yield Expected(one.indicator, "yes" if one.applied else "no", turn.number)


def moves(course: Course, owners: Iterable[str]) -> list[Expected]:
    """What the owners moved, by turns, each as far as it shows."""
    names = [*owners]
    found = []
    for (turn, indicator), moved in sorted(moved_by(course, names).items()):
        before, after = course.value(indicator, turn - 1), course.value(indicator, turn)
        if moved.slack:
            one = course.session.pack.ruleset.indicators[indicator]
            found.append(move_of(one, before, after, moved.slack, turn))
    return [*found, *flags_by(course, names)]


def move_of(indicator: Indicator, before: int, after: int, slack: int, turn: int) -> Expected:
    """That a number moved in a turn by about so much; where it hardly did, where it stands."""
    change = after - before
    low, high = _ends(abs(change), slack)
    if low <= 0:
        low, high = _ends(after, slack)
        low, high = max(low, indicator.low), min(high, indicator.high)
        return Expected(indicator.id, f"{plain(low)} to {plain(high)}", turn)
    word = "rises" if change > 0 else "falls"
    return Expected(indicator.id, f"{word} by {plain(low)} to {plain(high)}", turn, turn - 1)


def gap_of(indicator: str, gap: int, slack: int, turn: int) -> Expected | None:
    """That a number is by about so much above or below what it is in the other game."""
    low, high = _ends(abs(gap), slack)
    if low <= 0:
        return None
    word = "higher" if gap > 0 else "lower"
    return Expected(indicator, f"{word} by {plain(low)} to {plain(high)}", turn)


def gaps(course: Course, other: Course, owner: str) -> list[Expected]:
    """How far the numbers that an owner moves are from those of the other game, at the end of each turn."""
    found = []
    moved = {**moved_by(other, [owner]), **moved_by(course, [owner])}
    for (turn, indicator), one in sorted(moved.items()):
        gap = course.value(indicator, turn) - other.value(indicator, turn)
        slack = max(min(map(abs, one.mine)) * _LEAST // _WIDE, 1)
        expected = gap_of(indicator, gap, slack, turn)
        if expected is not None:
            found.append(expected)
    return found


def _ends(value: int, slack: int) -> tuple[int, int]:
    """The ends of a band, at numbers as short as the band allows."""
    step = next((one for one in (500, 100, 50, 10) if slack >= 2 * one), 1)
    low, high = value - slack, value + slack
    return -(-low // step) * step, high // step * step
