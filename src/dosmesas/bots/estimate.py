"""What effects are worth to a mandate, as far as an office can see: the sum that a persona goes by.

Amounts are read on what the seat sees (the rest as the game began), chances count by their odds. A flag is
worth what the dynamics rules would do differently in one drift, over the months that a mandate looks ahead.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import define, evolve, field, frozen

from dosmesas.engine.belief import share
from dosmesas.engine.observe import InformationState
from dosmesas.engine.scene import Scene, chosen_in
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import names_in
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When, walk
from dosmesas.model.rules import Pack, Rule
from dosmesas.model.world import Goal
from dosmesas.text.number import half_even

MONTHS_AHEAD = 8
"""For how many drifts a flag is taken to matter: half of the outlook, and the turns before it."""

Deltas = dict[str, int]


def visible_scene(pack: Pack, info: InformationState) -> Scene:
    """The world as a seat knows it; what it does not see stands as the game began."""
    numbers = {one.id: one.start for one in pack.ruleset.indicators.values()}
    numbers.update({flag.id: int(flag.start) for flag in pack.ruleset.flags.values()})
    numbers.update(info.values)
    numbers.update({name: int(value) for name, value in info.flags})
    numbers["turn"] = info.turn * 1000
    return Scene(numbers, chosen_in(info.decisions), dict(info.happened))


@frozen
class Estimator:
    """Sums up effects on a scene."""

    pack: Pack
    belief: Mapping[str, int]

    @cached_property
    def readers(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules that read each flag: gathered when a flag is first weighed."""
        found: dict[str, tuple[Rule, ...]] = {}
        for rule in self.pack.ruleset.rules.values():
            for name in _names_of(rule):
                if name in self.pack.ruleset.flags:
                    found[name] = (*found.get(name, ()), rule)
        return found

    def deltas(self, effects: tuple[Effect, ...], scene: Scene) -> Deltas:
        """The expected change of each indicator."""
        total = _Sum()
        self._add(effects, scene, 100, total, flags=True)
        return total.deltas

    def _add(
        self, effects: tuple[Effect, ...], scene: Scene, percent: int, total: "_Sum", *, flags: bool
    ) -> None:
        for effect in effects:
            match effect:
                case Change(indicator=name):
                    amount = evaluate(effect.amount, scene) * share(effect, self.belief)
                    total.add(name, half_even(amount * percent, 10_000))
                case SetFlag():
                    if flags:
                        self._add_flag(effect, scene, percent, total)
                case After(effects=inside):
                    self._add(inside, scene, percent, total, flags=flags)
                case Chance(percent=odds, effects=yes, otherwise=no):
                    self._add(yes, scene, percent * odds // 100, total, flags=flags)
                    self._add(no, scene, percent * (100 - odds) // 100, total, flags=flags)
                case When(condition=condition, effects=yes, otherwise=no):
                    taken = yes if evaluate(condition, scene) else no
                    self._add(taken, scene, percent, total, flags=flags)

    def _add_flag(self, effect: SetFlag, scene: Scene, percent: int, total: "_Sum") -> None:
        if bool(scene.value(effect.flag)) is effect.value:
            return
        changed = evolve(scene, numbers={**scene.numbers, effect.flag: int(effect.value)})
        before, after = _Sum(), _Sum()
        for rule in self.readers.get(effect.flag, ()):
            for seen, into in ((scene, before), (changed, after)):
                if rule.when is None or evaluate(rule.when, seen):
                    self._add(rule.effects, seen, 100, into, flags=False)
        for name in {*before.deltas, *after.deltas}:
            step = after.deltas.get(name, 0) - before.deltas.get(name, 0)
            total.add(name, half_even(step * MONTHS_AHEAD * percent, 100))


@define
class _Sum:
    deltas: Deltas = field(factory=dict)

    def add(self, name: str, amount: int) -> None:
        self.deltas[name] = self.deltas.get(name, 0) + amount


def worth(goals: Iterable[Goal], deltas: Mapping[str, int]) -> int:
    """Mandate points gained, in thousandths, if the indicators moved so; not capped at either end.

    Without the cap an office keeps caring about a goal that is out of reach or already met.
    """
    return sum(
        half_even(goal.weight * 1000 * deltas.get(goal.indicator, 0), goal.best - goal.worst)
        for goal in goals
    )


def _names_of(rule: Rule) -> frozenset[str]:
    names = names_in(rule.when) if rule.when is not None else frozenset()
    for effect in walk(rule.effects):
        if isinstance(effect, When):
            names |= names_in(effect.condition)
        elif isinstance(effect, Change):
            names |= names_in(effect.amount)
    return names
