"""Plays game after game, each held to what it owes, until one breaks something."""

from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

from dosmesas.engine.floor import ARGUING
from dosmesas.engine.game import Game
from dosmesas.testing.conformance.check import Wrong
from dosmesas.testing.conformance.walk import Step, Walk, walk
from dosmesas.testing.coverage.places import Kind, Place, places
from dosmesas.testing.coverage.reach import Reach
from dosmesas.testing.fuzz.guide import Guide
from dosmesas.testing.fuzz.properties import Property
from dosmesas.testing.fuzz.replay import Replay
from dosmesas.testing.fuzz.target import Target
from dosmesas.testing.strategies.decisions import simplest_first

_SEEDS = 1 << 20
_FOLLOWED = 88
"""Of 100 decisions so many are those of the game that is followed."""


@frozen(eq=False)
class Caught:
    """A game in which something is wrong, and what."""

    replay: Replay
    property: Property
    wrong: Wrong


@define(eq=False)
class Hunt:
    """One run over a target."""

    target: Target
    seed: int = 0
    games: int = 0
    turns: int = 0
    guide: Guide = field(init=False)
    places: tuple[Place, ...] = field(init=False)
    _reaches: dict[str, Reach] = field(init=False, factory=dict)

    @guide.default
    def _guide(self) -> Guide:
        return Guide(self.seed)

    @places.default
    def _places(self) -> tuple[Place, ...]:
        return places(self.target.pack)

    def unreached(self) -> Iterator[str]:
        """The places to which no game has come: rules, options, events, endings first."""
        return (one.key for one in sorted(self.places, key=_rank) if one.key not in self.guide.reached)

    def next(self) -> list[Caught]:
        """Play one more game; what is wrong with it, of the dearest property the first."""
        number = self.games
        found = self._played(number)
        self.games += 1
        self.turns += max((one.state.turn for one in found.steps if not one.terminal), default=0)
        replay = Replay.of(found, staff=staff_argues(number))
        self.guide.note(replay, self._reached(found))
        caught = []
        for one in self._due(number):
            wrong = one.first(found)
            if wrong is not None:
                caught.append(Caught(replay, one, wrong))
        return caught

    def _reached(self, found: Walk) -> Iterable[str]:
        """The places to which a game has come; a broken engine may hand out what cannot be retraced."""
        view = found.game.view.id
        if view not in self._reaches:
            self._reaches[view] = Reach(found.game)
        try:
            return self._reaches[view].of([one.transition for one in found.steps])
        except Exception:  # noqa: BLE001 - what is wrong with it is for the properties to say
            return ()

    def _due(self, number: int) -> Iterator[Property]:
        """The properties that are looked at in a game: in the first one all, then dear ones by turns."""
        advocates = staff_argues(number)
        for place, one in enumerate(self.target.properties.values()):
            rounds = number // 2 if one.advocates else number
            if one.advocates and not advocates:
                continue
            if one.at == number or (one.at is None and (number == 0 or (rounds + place) % one.every == 0)):
                yield one

    def _played(self, number: int) -> Walk:
        lead = self.guide.lead(number)
        views = [*self.target.pack.ruleset.worldviews]
        if lead is None or self.guide.draw("other seed", number, 100) < 100 - _FOLLOWED:
            seed = self.guide.draw("seed", number, _SEEDS)
        else:
            seed = lead.seed
        view = lead.view if lead else views[self.guide.draw("view", number, len(views))]
        return walk(self.target.game(view), seed, _Player(self, number, seed, lead).choose)


def staff_argues(number: int) -> bool:
    """Whether in the game of a number the offices' staff argues, as it does in a batch."""
    return number % 2 == 0


_TOLD_FIRST = (Kind.RULE, Kind.OPTION, Kind.EVENT, Kind.BULLETIN, Kind.ENDING, Kind.CLAIM)


def _rank(place: Place) -> int:
    return _TOLD_FIRST.index(place.kind) if place.kind in _TOLD_FIRST else len(_TOLD_FIRST)


@frozen(eq=False)
class _Player:
    """Decides for all seats of one game: as in the game that it follows, or anything."""

    hunt: Hunt
    number: int
    seed: int
    lead: Replay | None

    def choose(self, game: Game, step: Step, seat: str) -> str:
        if step.state.point in ARGUING and staff_argues(self.number):
            return self.hunt.target.argue(game, self.seed, step, seat)
        followed = self._followed(step, seat)
        if followed and self._draw("follow", step, seat, 100) < _FOLLOWED:
            return followed
        legal = simplest_first(step.legal[seat])
        return legal[self._draw("choice", step, seat, len(legal))]

    def _followed(self, step: Step, seat: str) -> str:
        if self.lead is None or step.number >= len(self.lead.plays):
            return ""
        action = self.lead.plays[step.number].get(seat, "")
        return action if action in step.legal[seat] else ""

    def _draw(self, name: str, step: Step, seat: str, below: int) -> int:
        return self.hunt.guide.draw(f"{name}:{seat}", self.number, below, step.number)
