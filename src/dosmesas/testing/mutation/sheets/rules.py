"""Tests of a rule alone: where it begins to work and what it moves there, held against a start beside it."""

from collections.abc import Iterator

from attrs import define, field

from dosmesas.desk.trial.games import AUTHORS, Games
from dosmesas.desk.trial.playing import Course
from dosmesas.lang.names import names_in
from dosmesas.lang.nodes import Junction, Node
from dosmesas.model.effects import After, Chance, Change, When, walk
from dosmesas.model.rules import Pack, Rule
from dosmesas.model.trials import Chances
from dosmesas.testing.mutation.sheets.chances import SEEDS, shares
from dosmesas.testing.mutation.sheets.moves import gaps, moves
from dosmesas.testing.mutation.sheets.sketch import Expected, Sketch, Start, written
from dosmesas.testing.mutation.sheets.solving import Tipping, asks_history, satisfied, starts_of, tippings

_PARTS = 10


@define(eq=False)
class RuleSheet:
    """The tests of one rule of the dynamics."""

    pack: Pack
    rule: Rule
    games: Games = field(init=False)

    @games.default
    def _games(self) -> Games:
        return Games(self.pack)

    def sketches(self) -> Iterator[Sketch]:
        """All that there is to try of it."""
        if any(map(asks_history, self._conditions())):
            return
        for tip in self._tips():
            yield from self._beside(tip)
        start = satisfied(self.rule.when, self.pack) if self.rule.when else {}
        if start is not None:
            yield from self._moved(start)
            yield from self._by_amounts(start)
            yield from self._by_chance(start)

    def _conditions(self) -> list[Node]:
        """The condition of the rule, and those of its effects where it works."""
        whole = [self.rule.when] if self.rule.when else []
        inside = [one.condition for one in walk(self.rule.effects) if isinstance(one, When)]
        both = [Junction(0, 0, "and", (self.rule.when, one)) if self.rule.when else one for one in inside]
        return [*whole, *both]

    def _tips(self) -> list[Tipping]:
        return [tip for condition in self._conditions() for tip in tippings(condition, self.pack)]

    def _beside(self, tip: Tipping) -> Iterator[Sketch]:
        """On both sides of where it tips."""
        at, beyond = written(tip.holds[tip.name]), written(tip.fails[tip.name])
        name = f"{self.rule.id}: {tip.name} {at} against {beyond}"
        for view in self._views():
            told = f"{name}, as {view} has it" if view else name
            yield from self._compared(told, tip.holds, {tip.name: tip.fails[tip.name]}, view)
        course = self._sketch("", tip.fails).courses(self.games)[0]
        if not any(one.by == self.rule.id for turn in course.turns for one in turn.receipts):
            quiet = self._sketch(f"{self.rule.id}: not yet at {tip.name} {beyond}", tip.fails)
            yield quiet.with_only([Expected("not_fired", self.rule.id)])

    def _compared(self, name: str, start: Start, other: Start, view: str = "") -> Iterator[Sketch]:
        sketch = self._sketch(name, start, view)
        sketch.other = other
        here, there = sketch.courses(self.games)[0], sketch.compared(self.games)[0]
        found = gaps(here, there, self.rule.id)
        fired = [Expected("fired", self.rule.id)] if self._works(here) else []
        if found or fired:
            yield sketch.with_only([*fired, *found])

    def _works(self, course: Course) -> bool:
        return any(one.by == self.rule.id for turn in course.turns for one in turn.receipts)

    def _moved(self, start: Start) -> Iterator[Sketch]:
        """What it moves, with all other rules."""
        for view in self._views():
            told = f"{self.rule.id}: what it moves" + (f", as {view} has it" if view else "")
            sketch = self._sketch(told, start, view)
            found = moves(sketch.courses(self.games)[0], [self.rule.id])
            if found:
                yield sketch.with_only(found)

    def _by_amounts(self, start: Start) -> Iterator[Sketch]:
        """What it moves more or less of where what its amounts read is further on."""
        usual = {**starts_of(self.pack), **start}
        read = {
            it for one in walk(self.rule.effects) if isinstance(one, Change) for it in names_in(one.amount)
        }
        for name in sorted(read & {*self.pack.ruleset.indicators}):
            one, here = self.pack.ruleset.indicators[name], int(usual[name])
            step = (one.high - one.low) // _PARTS
            for further in (here + step, here - step):
                if one.low <= further <= one.high:
                    told = f"{self.rule.id}: {name} {written(further)} against {written(here)}"
                    yield from self._compared(told, {**start, name: further}, {name: here})

    def _by_chance(self, start: Start) -> Iterator[Sketch]:
        if any(isinstance(one, Chance) for one in walk(self.rule.effects)):
            sketch = self._sketch(f"{self.rule.id}: how often it comes", start)
            sketch.seeds, sketch.chances = SEEDS, Chances.DRAWN
            found = [*shares(sketch.courses(self.games), [self.rule.id])]
            if found:
                yield sketch.with_only(found)

    def _views(self) -> list[str]:
        """The game's worldview, and those that make other amounts of it."""
        ruleset = self.pack.ruleset
        usual = ruleset.beliefs(ruleset.worldviews.get(AUTHORS) or next(iter(ruleset.worldviews.values())))
        cited = {one.because for one in walk(self.rule.effects) if isinstance(one, Change) and one.because}
        found = [""]
        for name, view in ruleset.worldviews.items():
            belief = ruleset.beliefs(view)
            if any(min(belief[it] for it in some) != min(usual[it] for it in some) for some in cited):
                found.append(name)
        return found

    def _sketch(self, name: str, start: Start, view: str = "") -> Sketch:
        effects = walk(self.rule.effects)
        delays = [one.turns for one in effects if isinstance(one, After)]
        lucky = any(isinstance(one, Chance) for one in effects)
        luck = Chances.ALL if lucky else Chances.DRAWN
        return Sketch(name, start, view=view, chances=luck, until=1 + max(delays, default=0), alone=True)
