"""The one choice that mattered most: each own choice replayed with every other option that was open there."""

from collections.abc import Iterable, Iterator
from functools import partial

from attrs import field, frozen

from dosmesas.engine.state import Point
from dosmesas.model.world import Indicator
from dosmesas.session.session import Session
from dosmesas.session.views import headline_of
from dosmesas.session.whatif import Change, other_path

_NUMBERS = 2


@frozen
class Swing:
    """What another option would have made of the game: the mandate's score, the ending, the last numbers.

    Each pair is as played and otherwise; `numbers` holds (indicator, as played, otherwise) in thousandths,
    the largest difference first, as a share of the range. `lost` counts later decisions of players that were
    not open any more.
    """

    change: Change
    score: tuple[int, int]
    ending: tuple[str, str]
    numbers: tuple[tuple[str, int, int], ...]
    lost: int

    @property
    def weight(self) -> tuple[int, bool]:
        """How far the mandate's score moves either way; between equals, whether the ending is another."""
        return abs(self.score[1] - self.score[0]), self.ending[0] != self.ending[1]


@frozen
class Decisive:
    """The choice of a seat that mattered most; `swing` is None where none alone would change anything."""

    seat: str
    swing: Swing | None


@frozen
class Search:
    """Tries every other option of the human seats of a game that is over, one replay a step."""

    session: Session
    changes: tuple[Change, ...] = field(init=False)

    @changes.default
    def _changes(self) -> tuple[Change, ...]:
        return tuple(one for seat in self.session.setup.seats for one in _others(self.session, seat))

    def steps(self) -> Iterator[Swing]:
        """The outcomes in the order of the game, each worked out once; stop between two whenever you like."""
        for change in self.changes:
            yield self.session.once(("swing", change), partial(_swing, self.session, change))

    def found(self) -> tuple[Decisive, ...]:
        """For each human seat that ever had another option; between equals the earliest."""
        return tuple(
            Decisive(seat, _most(one for one in self.steps() if one.change.seat == seat))
            for seat in dict.fromkeys(one.seat for one in self.changes)
        )


def _most(swings: Iterable[Swing]) -> Swing | None:
    most = max(swings, key=lambda one: one.weight)
    return most if any(most.weight) else None


def _others(session: Session, seat: str) -> Iterator[Change]:
    """Every other legal option of a seat, turn by turn."""
    for one in session.path:
        turn, point = one.state.turn, one.state.point
        if point is Point.CHOOSE and not session.game.is_terminal(one.state):
            saved = session.state.chosen(turn).get(seat, "")
            legal = session.game.legal_actions(one.state, seat) if saved else ()
            yield from (Change(turn, point, seat, other, saved) for other in legal if other != saved)


def _swing(session: Session, change: Change) -> Swing:
    other, replaced = other_path(session, change)
    states = (session.state, other.state)
    mine, theirs = (session.game.returns(state)[change.seat] for state in states)
    lost = sum(one.saved != one.taken and bool(one.saved) for one in replaced if one.turn > change.turn)
    numbers = _numbers(session, other, change.seat)
    return Swing(change, (mine, theirs), (states[0].ending, states[1].ending), numbers, lost)


def _numbers(session: Session, other: Session, seat: str) -> tuple[tuple[str, int, int], ...]:
    """The numbers on the screen of a seat that end up furthest apart."""
    world = session.pack.ruleset.indicators
    ends = dict(zip(world, zip(session.state.values, other.state.values, strict=True), strict=True))
    apart = {name: _share(world[name], *ends[name]) for name in headline_of(session, seat)}
    furthest = sorted((name for name in apart if apart[name]), key=lambda name: (-apart[name], name))
    return tuple((name, *ends[name]) for name in furthest[:_NUMBERS])


def _share(indicator: Indicator, one: int, two: int) -> int:
    return abs(one - two) * 1_000_000 // (indicator.high - indicator.low)
