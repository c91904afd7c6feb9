"""A game as what leads to it: its worldview, its seed, and what each seat did, point by point."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from dosmesas.debate.judge import REST
from dosmesas.engine.floor import ARGUING
from dosmesas.engine.game import Game
from dosmesas.engine.plays import NOTHING
from dosmesas.engine.state import SILENT
from dosmesas.testing.conformance.walk import Step, Walk, stroll
from dosmesas.testing.strategies.decisions import simplest_first

Size = tuple[int, int, int]
"""Decisions, points at which somebody decides, seed."""
_NOTHING_SAID = (SILENT, NOTHING, REST.kind)


@frozen
class Replay:
    """A game that anyone can play again: `plays` are the actions of the seats to move at each of its points.

    In a game of `staff` it is the offices' staff that argues, as it does where a player leaves it to them.
    """

    view: str
    seed: int
    plays: tuple[Mapping[str, str], ...] = ()
    points: tuple[str, ...] = ()
    staff: bool = False

    @classmethod
    def of(cls, walk: Walk, *, staff: bool = False) -> "Replay":
        """What led to where a walk stands: its last state, or what it raised."""
        steps = [one for one in (walk.steps if walk.failure else walk.steps[:-1]) if one.actions]
        plays = tuple({**one.actions} for one in steps)
        return cls(walk.game.view.id, walk.seed, plays, tuple(str(one.state.point) for one in steps), staff)

    @property
    def decisions(self) -> int:
        """How many decisions it takes; to say nothing is none, and what staff says is none either."""
        points = (*self.points, *[""] * len(self.plays))
        made = (
            play for play, at in zip(self.plays, points, strict=False) if not (self.staff and at in ARGUING)
        )
        return sum(not is_silence(one) for play in made for one in play.values())

    @property
    def size(self) -> Size:
        """What makes one replay shorter than another: its decisions, then its points, then its seed."""
        return self.decisions, len(self.plays), self.seed

    def walks(self, game: Game) -> Iterator[Walk]:
        """Play it again, step by step; it ends where the record does, or where an action is not legal now."""
        try:
            for walk in stroll(game, self.seed, self._take):
                yield walk
                if len(walk.steps) > len(self.plays):
                    return
        except _ParedError:
            return

    def _take(self, _game: Game, step: Step, seat: str) -> str:
        if step.number >= len(self.plays):
            return simplest_first(step.legal[seat])[0]
        action = self.plays[step.number].get(seat, "")
        if action not in step.legal[seat]:
            raise _ParedError
        return action


class _ParedError(BaseException):
    """A recorded action is not legal any more; no error of the game, so nothing of it may catch this."""


def is_silence(action: str) -> bool:
    """Whether an action is to say nothing, of a deal or in a debate."""
    return action in _NOTHING_SAID


def unplainness(walk: Walk) -> int:
    """How far the actions of a game are from the plainest ones, all together."""
    return sum(
        simplest_first(step.legal[seat]).index(action)
        for step in walk.steps
        for seat, action in step.actions.items()
    )
