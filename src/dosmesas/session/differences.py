"""Where two games of one pack part: turn by turn, stage by stage, the first thing that is not the same."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import frozen

from dosmesas.engine.floor import ARGUING
from dosmesas.engine.receipts import Receipt, ReceiptKind
from dosmesas.engine.state import Point
from dosmesas.model.limits import STAGES
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.turns import Turn, turns_of


class Kind(StrEnum):
    """What sort of thing is different."""

    INDICATOR = "indicator"
    FLAG = "flag"
    EVENT = "event"
    BULLETIN = "bulletin"
    WORD = "word"
    CHOICE = "choice"
    SAID = "said"
    LENGTH = "length"


Value = int | bool | str | None


@frozen
class Difference:
    """One thing that is not the same: `id` is an indicator, flag, bulletin or seat, or empty.

    `saved` and `other` are what stands on either path: thousandths of an indicator as the stage ended, yes
    or no, the id of an event or action, or None where there is none. `more` counts further indicators that
    differ as of the same stage.
    """

    turn: int
    stage: str
    kind: Kind
    id: str
    saved: Value
    other: Value
    more: int = 0


Apart = tuple[int, Point, str]


_NOTHING: Apart = (0, Point.END, "")


def first_difference(
    saved: Session, other: Session, apart: Apart = _NOTHING, hidden: frozenset[str] = frozenset()
) -> Difference | None:
    """The first difference in what is not hidden; the action changed on purpose (`apart`) is none."""
    return next(differences(saved, other, apart, hidden), None)


def differences(
    saved: Session, other: Session, apart: Apart = _NOTHING, hidden: frozenset[str] = frozenset()
) -> Iterator[Difference]:
    """Every difference, in the order in which a turn goes; of each stage one indicator and one flag."""
    mine, theirs = turns_of(saved), turns_of(other)
    tallies = (_Tally.of(saved, hidden), _Tally.of(other, hidden))
    for one, two in zip(mine, theirs, strict=False):
        if one.outlook is not two.outlook:
            ends = (one.outlook, two.outlook)
            yield Difference(one.number, "brief", Kind.LENGTH, "", *ends)
            return
        yield from _agenda(one, two, tallies, saved.pack)
        yield from _decided(saved, other, one.number, apart)
        for stage in STAGES[1:]:
            yield from _stage(one, two, tallies, stage, saved.pack)
    if len(mine) != len(theirs):
        number = min(len(mine), len(theirs)) + 1
        yield Difference(number, "brief", Kind.LENGTH, "", len(mine) < len(theirs), len(theirs) < len(mine))


def _agenda(one: Turn, two: Turn, tallies: "tuple[_Tally, _Tally]", pack: Pack) -> Iterator[Difference]:
    for name in sorted({*one.bulletins} ^ {*two.bulletins}):
        here, there = name in one.bulletins, name in two.bulletins
        yield Difference(one.number, "brief", Kind.BULLETIN, name, here, there)
    yield from _stage(one, two, tallies, STAGES[0], pack)
    if one.event != two.event:
        yield Difference(one.number, "brief", Kind.EVENT, "", one.event, two.event)


def _decided(saved: Session, other: Session, turn: int, apart: Apart) -> Iterator[Difference]:
    pairs = (
        (Kind.WORD, Point.WORD, saved.state.words(turn), other.state.words(turn)),
        (Kind.CHOICE, Point.CHOOSE, saved.state.chosen(turn), other.state.chosen(turn)),
        *((Kind.SAID, point, _said(saved, turn, point), _said(other, turn, point)) for point in ARGUING),
    )
    for kind, point, mine, theirs in pairs:
        for seat in sorted({*mine, *theirs}):
            if mine.get(seat) != theirs.get(seat) and (turn, point, seat) != apart:
                yield Difference(turn, str(point), kind, seat, mine.get(seat), theirs.get(seat))


def _said(session: Session, turn: int, point: Point) -> dict[str, str]:
    made = session.state.decisions
    return {one.seat: one.action for one in made if one.turn == turn and one.point is point}


def _stage(
    one: Turn, two: Turn, tallies: "tuple[_Tally, _Tally]", stage: str, pack: Pack
) -> Iterator[Difference]:
    mine, theirs = tallies
    mine.take(one.receipts, stage)
    theirs.take(two.receipts, stage)
    numbers = [name for name, value in mine.values.items() if value != theirs.values[name]]
    if numbers:
        first = max(numbers, key=lambda name: (_share(pack, name, mine.values, theirs.values), name))
        values = (mine.values[first], theirs.values[first])
        yield Difference(one.number, stage, Kind.INDICATOR, first, *values, len(numbers) - 1)
    for name, value in mine.flags.items():
        if value is not theirs.flags[name]:
            yield Difference(one.number, stage, Kind.FLAG, name, value, theirs.flags[name])
            return


def _share(pack: Pack, name: str, mine: Mapping[str, int], theirs: Mapping[str, int]) -> int:
    """How far apart, in millionths of the indicator's range."""
    one = pack.ruleset.indicators[name]
    return abs(mine[name] - theirs[name]) * 1_000_000 // (one.high - one.low)


@frozen
class _Tally:
    """Numbers and flags as receipts move them."""

    values: dict[str, int]
    flags: dict[str, bool]

    @classmethod
    def of(cls, session: Session, hidden: frozenset[str]) -> "_Tally":
        ruleset = session.pack.ruleset
        return cls(
            {one.id: one.start for one in ruleset.indicators.values() if one.id not in hidden},
            {one.id: one.start for one in ruleset.flags.values() if one.id not in hidden},
        )

    def take(self, receipts: tuple[Receipt, ...], stage: str) -> None:
        for receipt in receipts:
            if receipt.stage != stage:
                continue
            if receipt.moves and receipt.indicator in self.values:
                self.values[receipt.indicator] += receipt.applied
            elif receipt.kind is ReceiptKind.FLAG and receipt.indicator in self.flags:
                self.flags[receipt.indicator] = bool(receipt.applied)
