"""From a game in which something is wrong to the shortest one: Hypothesis draws and shrinks it.

A game is drawn near the one that was caught: each decision is the plainest legal one, any other, or the one
that was taken there. A draw of the last kind is a large number, so that shrinking puts plain decisions in its
place wherever the game still breaks; it stops being drawn as soon as it does, so early breaks are short.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from random import Random

from attrs import define, frozen
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky, NoSuchExample

from dosmesas.engine.floor import ARGUING
from dosmesas.engine.game import Game
from dosmesas.testing.conformance.check import Wrong
from dosmesas.testing.conformance.walk import Step, Walk, stroll
from dosmesas.testing.fuzz.hunt import Caught
from dosmesas.testing.fuzz.properties import Property
from dosmesas.testing.fuzz.replay import Replay, unplainness
from dosmesas.testing.fuzz.target import Target
from dosmesas.testing.strategies.decisions import simplest_first

_TAKEN = 1000
"""A decision is drawn below this; whatever is no legal action's number is the one that was taken."""
_FEW_SEEDS, _SEEDS = 8, 100_000
"""So many seeds are tried beside that of a known game, and where any game is drawn."""
_NEAR, _FREE = 60, 250
"""So many games are drawn near one that is known, and of each number of turns before its last."""
Told = Callable[[Replay], None]


class _EnoughError(BaseException):
    """The time is over; no error of a test, so Hypothesis lets it through."""


@frozen(eq=False)
class Chased:
    """The shortest game that was found, what is wrong in it, and how many games were tried on the way."""

    replay: Replay
    property: Property
    wrong: Wrong
    tried: int


def shortest(target: Target, caught: Caught, seconds: float, told: Told = lambda _history: None) -> Chased:
    """The shortest game in which the property of a caught one is broken, found within so many seconds.

    `told` hears of each shorter one; Ctrl-C ends the search with the shortest that is known.
    """
    chase = _Chase(target, caught, time.monotonic() + seconds, told)
    with suppress(_EnoughError, KeyboardInterrupt):
        chase.look_at(caught.replay)
        chase.deepen()
        chase.pare()
    replay, wrong = chase.best or (caught.replay, caught.wrong)
    return Chased(replay, caught.property, wrong, chase.tried)


@define(eq=False)
class _Chase:
    target: Target
    caught: Caught
    until: float
    told: Told
    best: tuple[Replay, Wrong] | None = None
    least: tuple[int, ...] = ()
    tried: int = 0

    def look_at(self, replay: Replay) -> None:
        """The caught game itself, cut off where it breaks."""
        for found in replay.walks(self.target.game(replay.view)):
            if self._breaks(found):
                return

    def _look_at_the_clock(self) -> None:
        if time.monotonic() > self.until:
            raise _EnoughError

    def search(self, examples: int, games: st.SearchStrategy[bool]) -> None:
        """Draw so many games; of those that break something Hypothesis draws ever simpler ones."""
        quiet = settings(
            max_examples=examples,
            database=None,
            deadline=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        # A game that is broken off because the time is over is a flaky one to Hypothesis.
        with suppress(NoSuchExample, Flaky):
            find(games, bool, settings=quiet, random=Random(0))  # noqa: S311 - no secret hangs on it
        self._look_at_the_clock()

    def deepen(self) -> None:
        """Any games of one turn, then of two, as long as they are shorter than the one that is known."""
        turns = 1
        while self.best and turns < self._turns(self.best[0]):
            self.search(_FREE, self._games(None, turns))
            turns += 1

    def pare(self) -> None:
        """Games near the shortest that is known, until it stays the shortest."""
        before = None
        while self.best and self.best[0].plays and self.best != before:
            before = self.best
            self.search(_NEAR, self._games(before[0], self._turns(before[0])))

    def _turns(self, replay: Replay) -> int:
        """The turn in which a game's last decisions fall."""
        walks = [*replay.walks(self.target.game(replay.view))]
        return walks[-1].steps[len(replay.plays) - 1].state.turn if walks and replay.plays else 0

    def _games(self, lead: Replay | None, turns: int) -> st.SearchStrategy[bool]:
        """Games near a lead, or any, of so many turns: whether they break something."""

        @st.composite
        def drawn(draw: st.DrawFn) -> bool:
            self._look_at_the_clock()
            return self._is_broken(draw, lead, turns)

        return drawn()

    def _is_broken(self, draw: st.DrawFn, lead: Replay | None, turns: int) -> bool:
        """Draw a game until it breaks, is over, or has had its turns."""
        self.tried += 1
        views = [*self.target.pack.ruleset.worldviews]
        place = draw(st.integers(0, len(views) - 1 if lead is None else len(views)))
        game = self.target.game(views[place] if place < len(views) or lead is None else lead.view)
        seed = draw(st.integers(0, _SEEDS if lead is None else _TAKEN))
        seed = lead.seed if lead is not None and seed >= _FEW_SEEDS else seed

        def choose(game: Game, step: Step, seat: str) -> str:
            return self._drawn(draw, lead, game, step, seat)

        for found in stroll(game, seed, choose):
            if self._breaks(found):
                return True
            if found.steps and found.steps[-1].state.turn > turns:
                break
        return False

    def _drawn(self, draw: st.DrawFn, lead: Replay | None, game: Game, step: Step, seat: str) -> str:
        if step.state.point in ARGUING and self.caught.property.advocates:
            return self.target.argue(game, step.state.seed, step, seat)
        legal, plays = simplest_first(step.legal[seat]), lead.plays if lead else ()
        if len(legal) == 1:
            return legal[0]
        taken = plays[step.number].get(seat, "") if step.number < len(plays) else ""
        number = draw(st.integers(0, _TAKEN if taken in legal else len(legal) - 1))
        return legal[number] if number < len(legal) else taken

    def _breaks(self, found: Walk) -> bool:
        """Whether a game so far is broken; the shortest is kept."""
        wrong = self.caught.property.first(found)
        if wrong is None:
            return False
        replay = Replay.of(found, staff=self.caught.property.advocates)
        size = (*replay.size[:2], unplainness(found), replay.seed)
        if self.best is None or size < self.least:
            self.best, self.least = (replay, wrong), size
            self.told(replay)
        return True
