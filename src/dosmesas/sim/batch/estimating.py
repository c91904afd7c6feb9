"""What effects are worth as far as an office can see, on columns: bots/estimate.py for many games at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from attrs import Factory, define, field, frozen

from dosmesas.bots.estimate import MONTHS_AHEAD, Estimator
from dosmesas.engine.belief import share
from dosmesas.engine.slots import PackSlots
from dosmesas.lang.compiled import functions
from dosmesas.lang.nodes import Node, Number
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.model.rules import Pack, Rule
from dosmesas.model.world import Goal
from dosmesas.sim.batch.columns import View
from dosmesas.sim.batch.expressions import source
from dosmesas.sim.batch.numbers import Ints, half_even, near
from dosmesas.sim.batch.program import GIVEN
from dosmesas.text.number import half_even as one_half_even

Deltas = dict[int, Any]
"""The expected change of each indicator by slot: a column, or one number for all games."""
_PERCENT = 100


@define(eq=False)
class Sight:
    """What a seat sees in some games: columns, with start values where it sees nothing."""

    v: Sequence[Any]
    f: Sequence[Any]
    q: Sequence[Any]
    t: int
    size: int

    @classmethod
    def of(cls, pack: Pack, view: View, seat: str, turn: int) -> "Sight":
        """The sight of a seat."""
        indicators, flags = pack.ruleset.indicators.values(), pack.ruleset.flags.values()
        hidden = {slot: one.start for slot, one in enumerate(indicators) if not one.seen(seat)}
        unseen = {slot: one.start for slot, one in enumerate(flags) if not one.seen(seat)}
        return cls(_Partly(view.v, hidden), _Partly(view.f, unseen), view.q, turn, view.size)

    def where(self, flag: int, *, value: bool) -> "Sight":
        """The same with a flag set or cleared."""
        return Sight(self.v, _Partly(self.f, {flag: value}), self.q, self.t, self.size)


class _Partly(Sequence[Any]):
    """Columns of which some are replaced by one number."""

    def __init__(self, columns: Sequence[Any], others: Mapping[int, Any]) -> None:
        self._columns, self._others = columns, others

    def __len__(self) -> int:
        return len(self._columns)

    def __getitem__(self, slot: Any) -> Any:
        return self._others[slot] if slot in self._others else self._columns[slot]


Estimate = Callable[["_Sum", Any, Any, Any, int], None]


@define(eq=False)
class _Sum:
    """Expected changes being added up."""

    owner: "ColumnEstimator"
    sight: Sight
    deltas: Deltas = Factory(dict)

    def add(self, slot: int, amount: Any, mask: Any) -> None:
        """Add an amount where a mask holds."""
        if mask is False:
            return
        amount = amount if mask is None or mask is True else np.where(mask, amount, 0)
        self.deltas[slot] = self.deltas[slot] + amount if slot in self.deltas else amount

    def flag(self, flag: int, value: bool, percent: int, mask: Any) -> None:
        """Add what the rules would do differently over the months ahead, where the flag is not so already."""
        changes = np.asarray(self.sight.f[flag]) != value
        for slot, step in self.owner.step(self.sight, flag, value=value).items():
            amount = near(step * MONTHS_AHEAD * percent, _PERCENT)
            self.add(slot, amount, changes if mask is None else mask & changes)


@frozen(eq=False, repr=False)
class ColumnEstimator:
    """Sums up effects on what a seat sees."""

    estimator: Estimator
    slots: PackSlots = field(init=False)
    _known: dict[tuple[Any, ...], Estimate] = Factory(dict)

    @slots.default
    def _slots(self) -> PackSlots:
        return PackSlots.of(self.estimator.pack)

    def deltas(self, key: str, effects: tuple[Effect, ...], sight: Sight) -> Deltas:
        """The expected change of each indicator; `key` names these effects."""
        return self._summed((key,), effects, sight, flags=True)

    def step(self, sight: Sight, flag: int, *, value: bool) -> Deltas:
        """What the rules that read a flag would do differently in one drift."""
        name = list(self.slots.flags)[flag]
        before, after = self._drifted(name, sight), self._drifted(name, sight.where(flag, value=value))
        return {slot: after.get(slot, 0) - before.get(slot, 0) for slot in {*before, *after}}

    def _drifted(self, flag: str, sight: Sight) -> Deltas:
        rules: tuple[Rule, ...] = self.estimator.readers.get(flag, ())
        effects = tuple(effect for rule in rules for effect in rule.guarded)
        return self._summed(("flag", flag), effects, sight, flags=False)

    def _summed(
        self, key: tuple[Any, ...], effects: tuple[Effect, ...], sight: Sight, *, flags: bool
    ) -> Deltas:
        if key not in self._known:
            text = _Estimating(self.slots, self.estimator.belief, flags).function(effects)
            self._known[key] = functions(text, GIVEN)["estimate"]
        total = _Sum(self, sight)
        self._known[key](total, sight.v, sight.f, sight.q, sight.t)
        return total.deltas


@define(eq=False)
class _Estimating:
    """Writes what sums effects up: chances count by their odds, delays as if they came at once."""

    slots: PackSlots
    belief: Mapping[str, int]
    flags: bool
    _lines: list[str] = Factory(list)
    _kept: dict[str, str] = Factory(dict)

    def function(self, effects: Iterable[Effect]) -> str:
        """The text of a function of columns."""
        self._lines = ["def estimate(total, v, f, q, t):", " add, flag = total.add, total.flag"]
        self._effects(effects, _PERCENT, "None")
        return "\n".join(self._lines)

    def _keep(self, text: str) -> str:
        if text not in self._kept:
            self._kept[text] = f"x{len(self._kept)}"
            self._lines.append(f" {self._kept[text]} = {text}")
        return self._kept[text]

    def _effects(self, effects: Iterable[Effect], percent: int, mask: str) -> None:
        for effect in effects:
            match effect:
                case Change():
                    self._change(effect, percent, mask)
                case SetFlag(flag=name, value=value):
                    if self.flags:
                        self._lines.append(f" flag({self.slots.flags[name]}, {value}, {percent}, {mask})")
                case After(effects=inside):
                    self._effects(inside, percent, mask)
                case Chance(percent=odds, effects=yes, otherwise=no):
                    self._effects(yes, percent * odds // _PERCENT, mask)
                    self._effects(no, percent * (_PERCENT - odds) // _PERCENT, mask)
                case When(condition=condition, effects=yes, otherwise=no):
                    self._branch(condition, (yes, no), percent, mask)

    def _branch(
        self, condition: Node, ways: tuple[tuple[Effect, ...], tuple[Effect, ...]], percent: int, mask: str
    ) -> None:
        text = source(condition, self.slots, self._keep)
        for way, holds in zip(ways, (text, f"logical_not({text})"), strict=True):
            if way:
                self._effects(way, percent, self._keep(f"both({mask}, {holds})"))

    def _change(self, effect: Change, percent: int, mask: str) -> None:
        slot, belief = self.slots.values[effect.indicator], share(effect, self.belief)
        if isinstance(effect.amount, Number):
            amount = one_half_even(int(effect.amount.value) * belief * percent, 10_000)
            self._lines.append(f" add({slot}, {amount}, {mask})")
        else:
            text = source(effect.amount, self.slots, self._keep)
            self._lines.append(f" add({slot}, near({text} * {belief * percent}, 10000), {mask})")


def worth(goals: Sequence[Goal], slots: PackSlots, deltas: Deltas, size: int) -> Ints:
    """Mandate points gained, in thousandths, if the indicators moved so; see bots/estimate.py."""
    total = np.zeros(size, np.int64)
    for goal in goals:
        delta = deltas.get(slots.values[goal.indicator])
        if delta is not None:
            total += half_even(goal.weight * 1000 * np.asarray(delta), goal.best - goal.worst)
    return total
