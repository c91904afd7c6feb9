"""Tests of when events and bulletins come, and of what bulletins move."""

from collections.abc import Iterator
from itertools import product

from attrs import define, evolve, field

from dosmesas.desk.trial.games import Games
from dosmesas.desk.trial.playing import Course
from dosmesas.lang.names import names_in
from dosmesas.lang.nodes import Node
from dosmesas.model.events import Bulletin, Event
from dosmesas.model.rules import Pack
from dosmesas.model.trials import Chances
from dosmesas.testing.mutation.sheets.chances import SEEDS
from dosmesas.testing.mutation.sheets.moves import moves
from dosmesas.testing.mutation.sheets.pasts import pasts
from dosmesas.testing.mutation.sheets.sketch import Decided, Expected, Sketch, Start, written
from dosmesas.testing.mutation.sheets.solving import TURN, satisfied, starts_of, tippings
from dosmesas.text.number import THOUSAND

_SEEDS = 40
_TRIES = 3
_TENTH = THOUSAND // 10
_ALL, _SPARE, _RARE = 100, 5, 15


@define(eq=False)
class ComingSheet:
    """The tests of when an event or bulletin comes."""

    pack: Pack
    one: Event | Bulletin
    games: Games = field(init=False)

    @games.default
    def _games(self) -> Games:
        return Games(self.pack)

    def sketches(self) -> Iterator[Sketch]:
        """Both sides of each bound of its condition, in the first turn in which it may come.

        In each such turn where the condition asks for the turn; after what came where it asks for that.
        """
        when = self.one.when
        before = [*pasts([when], self.pack)]
        if when is not None and before:
            yield from self._after(when, before)
            return
        for turn in self._turns():
            start = satisfied(when, self.pack, turn) if when else {}
            found = self._coming(f"{self.one.id} comes", start, when, turn) if start is not None else None
            if found is None:
                continue
            dated = when is not None and TURN in names_in(when)
            yield evolve(found, name=f"{found.name} in turn {turn}") if dated else found
            yield from self._beside(when, turn) if when else ()
            yield from self._counted(found, turn)
            if not dated:
                return

    def _after(self, when: Node, before: list[tuple[Decided, ...]]) -> Iterator[Sketch]:
        """Games in which it comes after what its condition asks for, and not without."""
        raised: Start = {name: True for name in names_in(when) if name in self.pack.ruleset.flags}
        for past, start in product(before, ({}, raised) if raised else ({},)):
            told = [option for one in past for option in one.options.values() or [one.event]]
            name = f"{self.one.id}: after {' and '.join(told)}{', all flags raised' if start else ''}"
            found = self._first(Sketch(name, start, past, until=self.pack.turns))
            if found is None:
                continue
            yield found
            yield from self._counted(found, found.until or 1)
            without = evolve(found, name=f"{name}: not without", decided=())
            if self._came_in(without) is None:
                yield without.with_only([Expected("not_comes", self.one.id)])

    def _first(self, sketch: Sketch) -> Sketch | None:
        """A game as far as the turn in which it comes; for an event a few seeds are tried."""
        for seed in range(1, 1 + self._tries):
            found = evolve(sketch, seed=seed, chances=self._luck)
            if (turn := self._came_in(found)) is not None:
                return self._told(evolve(found, until=turn), turn)
        return None

    def _came_in(self, sketch: Sketch) -> int | None:
        """The turn of a game in which it comes; None where it does not, or where not all can be decided."""
        course, until = sketch.courses(self.games)[0], sketch.until or self.pack.turns
        if course.unkept:
            return None
        came = (turn for name, turn in course.session.state.happened if name == self.one.id)
        return next((turn for turn in came if turn <= until), None)

    def _turns(self) -> list[int]:
        """The turns in which it may come, as far as no other event has them."""
        if self.one.turn is not None:
            return [self.one.turn]
        every = self.pack.events.values()
        taken = {one.turn for one in every} if isinstance(self.one, Event) else set()
        return [turn for turn in range(1, self.pack.turns + 1) if turn not in taken]

    def _beside(self, when: Node, turn: int) -> Iterator[Sketch]:
        for tip in tippings(when, self.pack, turn):
            at, beyond = written(tip.holds[tip.name]), written(tip.fails[tip.name])
            found = self._coming(f"{self.one.id} comes with {tip.name} at {at}", tip.holds, when, turn)
            if found is None:
                continue
            yield found
            start = self._aimed(tip.fails, when, turn, found.seed)
            sketch = evolve(
                found, name=f"{self.one.id} does not come with {tip.name} at {beyond}", start=start
            )
            if not self._came(sketch.courses(self.games)[0], turn):
                yield sketch.with_only([Expected("not_comes", self.one.id, turn)])

    def _coming(self, name: str, wanted: Start, when: Node | None, turn: int) -> Sketch | None:
        """A game in which it comes in a turn; for an event a few seeds are tried."""
        for seed in range(1, 1 + self._tries):
            start = self._aimed(wanted, when, turn, seed)
            sketch = self._sketch(name, start, turn, seed)
            if self._came(sketch.courses(self.games)[0], turn):
                return self._told(sketch, turn)
        return None

    def _told(self, sketch: Sketch, turn: int) -> Sketch:
        """That it comes in a turn, and what it moves."""
        course = sketch.courses(self.games)[0]
        moved = moves(course, [self.one.id]) if isinstance(self.one, Bulletin) else []
        return sketch.with_only([Expected("comes", self.one.id, turn), *moved])

    def _counted(self, found: Sketch, turn: int) -> Iterator[Sketch]:
        """How often a bulletin comes that has a chance of its own."""
        if not isinstance(self.one, Bulletin) or self.one.chance == _ALL:
            return
        sketch = evolve(
            found, name=f"{self.one.id}: how often it comes", seed=1, seeds=SEEDS, chances=Chances.DRAWN
        )
        came = sum(self._came(one, turn) for one in sketch.courses(self.games)) * _ALL // SEEDS
        shares = (("comes", came), ("not_comes", _ALL - came))
        expect = [Expected(key, self.one.id, turn, share=it - _SPARE) for key, it in shares if it >= _RARE]
        if expect:
            yield sketch.with_only(expect)

    def _sketch(self, name: str, start: Start, turn: int, seed: int) -> Sketch:
        return Sketch(name, start, seed=seed, chances=self._luck, until=turn)

    @property
    def _luck(self) -> Chances:
        return Chances.ALL if isinstance(self.one, Bulletin) else Chances.DRAWN

    @property
    def _tries(self) -> int:
        """How many seeds are tried: which of several events comes is drawn."""
        return _SEEDS if isinstance(self.one, Event) else 1

    def _came(self, course: Course, turn: int) -> bool:
        return (self.one.id, turn) in course.session.state.happened

    def _aimed(self, wanted: Start, when: Node | None, turn: int, seed: int) -> Start:
        """A start from which numbers stand where they are wanted as the turn opens."""
        aims = {name: int(it) for name, it in wanted.items() if not isinstance(it, bool)}
        if turn == 1 or not aims or when is None:
            return wanted
        start: dict[str, int | bool] = {**wanted}
        usual = starts_of(self.pack)
        for _ in range(_TRIES):
            course = self._sketch("", start, turn - 1, seed).courses(self.games)[0]
            for name, aim in aims.items():
                one = self.pack.ruleset.indicators[name]
                moved = int(start.get(name, usual[name])) + aim - course.value(name, turn - 1)
                start[name] = min(max(round(moved / _TENTH) * _TENTH, one.low), one.high)
        return start
