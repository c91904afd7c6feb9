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
from hypothesis.errors import NoSuchExample

from dosmesas.engine.floor import ARGUING
from dosmesas.engine.game import Game
from dosmesas.testing.conformance.check import Wrong
from dosmesas.testing.conformance.walk import Step, Walk, stroll
from dosmesas.testing.fuzz.history import History, by_plainness
from dosmesas.testing.fuzz.hunt import Caught
from dosmesas.testing.fuzz.properties import Property
from dosmesas.testing.fuzz.target import Target

_TAKEN = 1000
"""A decision is drawn below this; whatever is no legal action's number is the one that was taken."""
_SEEDS = 8
"""The seeds that are tried beside the one of the caught game."""
_EXAMPLES = 60
Told = Callable[[History], None]


class _EnoughError(BaseException):
    """The time is over; no error of a test, so Hypothesis lets it through."""


@frozen(eq=False)
class Chased:
    """The shortest game that was found, what is wrong in it, and how many games were tried on the way."""

    history: History
    property: Property
    wrong: Wrong
    tried: int


def shortest(target: Target, caught: Caught, seconds: float, told: Told = lambda _history: None) -> Chased:
    """The shortest game in which the property of a caught one is broken, found within so many seconds."""
    chase = _Chase(target, caught, time.monotonic() + seconds, told)
    chase.look_at(caught.history)
    if caught.history.plays:
        quiet = settings(
            max_examples=_EXAMPLES,
            database=None,
            deadline=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        with suppress(NoSuchExample, _EnoughError):
            find(chase.near(), bool, settings=quiet, random=Random(0))  # noqa: S311 - no secret hangs on it
    history, wrong = chase.best or (caught.history, caught.wrong)
    return Chased(history, caught.property, wrong, chase.tried)


@define(eq=False)
class _Chase:
    target: Target
    caught: Caught
    until: float
    told: Told
    best: tuple[History, Wrong] | None = None
    tried: int = 0

    def look_at(self, history: History) -> None:
        """The caught game itself, cut off where it breaks."""
        for found in history.walks(self.target.game(history.view)):
            if self._breaks(found):
                return

    def near(self) -> st.SearchStrategy[bool]:
        """Games near the caught one: whether something is wrong in them."""

        @st.composite
        def drawn(draw: st.DrawFn) -> bool:
            if time.monotonic() > self.until:
                raise _EnoughError
            return self._is_broken(draw)

        return drawn()

    def _is_broken(self, draw: st.DrawFn) -> bool:
        """Draw a game until it breaks or is over."""
        self.tried += 1
        views, lead = [*self.target.pack.ruleset.worldviews], self.caught.history
        place = draw(st.integers(0, len(views)))
        game = self.target.game(views[place] if place < len(views) else lead.view)
        seed = draw(st.integers(0, _TAKEN))
        seed = seed if seed < _SEEDS else lead.seed

        def choose(game: Game, step: Step, seat: str) -> str:
            return self._drawn(draw, game, seed, step, seat)

        return any(self._breaks(found) for found in stroll(game, seed, choose))

    def _drawn(self, draw: st.DrawFn, game: Game, seed: int, step: Step, seat: str) -> str:
        if step.state.point in ARGUING and self.caught.property.advocates:
            return self.target.argue(game, seed, step, seat)
        legal, lead = by_plainness(step, seat), self.caught.history.plays
        taken = lead[step.number].get(seat, "") if step.number < len(lead) else ""
        if len(legal) == 1:
            return legal[0]
        number = draw(st.integers(0, _TAKEN))
        if number < len(legal):
            return legal[number]
        return taken if taken in legal else legal[0]

    def _breaks(self, found: Walk) -> bool:
        """Whether a game so far is broken; the shortest is kept."""
        wrong = self.caught.property.first(found)
        if wrong is None:
            return False
        history = History.of(found)
        if self.best is None or history.size < self.best[0].size:
            self.best = history, wrong
            self.told(history)
        return True
