"""What is fuzzed: a pack with its games under every worldview, and all that they are held to."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from dosmesas.bots.speaker import ADVOCATE, Speaker
from dosmesas.desk.trial.finding import Finder
from dosmesas.engine.game import Game
from dosmesas.load.loading import BrokenPackError, load_pack
from dosmesas.load.locate import pack_folder
from dosmesas.load.source import Sources
from dosmesas.model.rules import Pack
from dosmesas.model.trials import Invariant
from dosmesas.testing.conformance.check import Wrong
from dosmesas.testing.conformance.walk import Step, Walk
from dosmesas.testing.fuzz.changed import Changed
from dosmesas.testing.fuzz.properties import Property, of_contract, of_invariants
from dosmesas.testing.fuzz.written import Written
from dosmesas.testing.metamorphic import PROPERTIES as CHANGES

if TYPE_CHECKING:
    from dosmesas.testing.fuzz.many import Many

SAVED, MANY, WRITTEN = "save-plays-again", "alone-equals-many", "written-is-played"
_CHANGED_FROM, _CHANGED_EVERY = 20, 4
"""From that game on one of the changes of the pack is tried in so many games, until all have been."""
_SAVED_EVERY, _MANY_EVERY = 24, 6


@define(eq=False)
class Target:
    """A pack made ready; what is dear is made when it is first needed.

    `read` is the pack as it was read with its tests: the places of its parts are those of `sources`.
    """

    pack: Pack
    read: Pack
    folder: Path
    sources: Sources
    invariants: tuple[Invariant, ...]
    only: tuple[str, ...] = ()
    _games: dict[str, Game] = field(factory=dict)
    _batches: dict[str, "Many"] = field(factory=dict)
    _speakers: dict[tuple[str, int], Speaker] = field(factory=dict)
    properties: Mapping[str, Property] = field(init=False)

    @classmethod
    def of(cls, name: str, only: tuple[str, ...] = ()) -> "Target":
        """The pack of a name or path, with the invariants beside it and beside its rules.

        `only` are parts of the names of the properties that are wanted; without any, all are.

        Raises:
            NotFoundError: there is no such pack.
            BrokenPackError: it, or a test beside it, has errors.
        """
        pack, folder = load_pack(name), pack_folder(name)
        found = Finder().found(folder)
        read = found.loaded.pack
        if found.suite is None or read is None or found.loaded.problems.errors:
            raise BrokenPackError(found.loaded)
        return cls(pack, read, folder, found.loaded.sources, found.invariants, only)

    @properties.default
    def _properties(self) -> Mapping[str, Property]:
        wanted = [one.lower() for one in self.only]
        kept = {one.name: one for one in self._all() if _is_wanted(one.name, wanted)}
        changed = [name for name in kept if name in CHANGES]
        first = _CHANGED_FROM if len(kept) > len(changed) else 0
        at = {name: first + place * _CHANGED_EVERY for place, name in enumerate(changed)}
        return {name: evolve(one, at=at[name]) if name in at else one for name, one in kept.items()}

    def _all(self) -> Iterator[Property]:
        from dosmesas.testing.fuzz.saved import Saved

        yield from of_invariants(self.invariants)
        about = "Every number, condition and citation is played as it is written."
        yield Property(WRITTEN, about, Written(self.read, self.sources).look, at=0)
        yield from of_contract()
        about = "A game that is saved comes back: turn by turn, after an undo, with its last line torn."
        yield Property(SAVED, about, Saved(self.pack).look, _SAVED_EVERY)
        about = "A game comes to the same states alone and among many at once, where staff argues."
        many = self._is_played_by_many()
        if many:
            yield Property(MANY, about, self._many, _MANY_EVERY, advocates=True)
        changed = Changed(self.folder, many)
        for one in CHANGES.values():
            yield Property(one.name, one.guards, partial(changed.look, one.name))

    def _is_played_by_many(self) -> bool:
        """Whether there is a batch of the pack: one whose cards cannot be weighed by kinds has none."""
        from dosmesas.sim.batch.cards import MixedLayersError

        try:
            self._batch(next(iter(self.pack.ruleset.worldviews)))
        except MixedLayersError:
            return False
        return True

    def _batch(self, view: str) -> "Many":
        from dosmesas.sim.batch.playing import BatchGame
        from dosmesas.testing.fuzz.many import Many

        if view not in self._batches:
            self._batches[view] = Many(BatchGame(self.game(view)))
        return self._batches[view]

    def _many(self, walk: Walk) -> Iterator[Wrong]:
        return self._batch(walk.game.view.id).look(walk)

    def game(self, view: str) -> Game:
        """The game under a worldview."""
        if view not in self._games:
            self._games[view] = Game(self.pack, self.pack.ruleset.worldviews[view])
        return self._games[view]

    def argue(self, game: Game, seed: int, step: Step, seat: str) -> str:
        """What an advocate of the seat's staff says."""
        key = (game.view.id, seed)
        if key not in self._speakers:
            self._speakers.clear()
            self._speakers[key] = Speaker(self.pack, game.view, ADVOCATE, seed)
        return self._speakers[key].choose(step.seen[seat])


def _is_wanted(name: str, parts: list[str]) -> bool:
    """Whether a property is asked for: by a part of its name, or because nothing is asked for."""
    return not parts or any(part in name.lower() for part in parts)
