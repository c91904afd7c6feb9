"""From effects to text that carries them out on columns: the twin of engine/generate.py without receipts.

A block is a function of a `Work` (stages.py): it reads the columns `v f q` and the turn `t`, and calls `add`,
`put`, `later` and `draw` with numbers and masks. A mask says in which of its games an effect is at work: None
in all, False in none, else an array. What is worked out twice within a block is worked out once.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import Factory, define, evolve

from dosmesas.engine.belief import share
from dosmesas.engine.generate import HALF
from dosmesas.engine.slots import PackSlots
from dosmesas.lang.nodes import Node, Number
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.sim.batch.expressions import source
from dosmesas.text.number import half_even

_KEPT = re.compile(r"\bx[0-9]+\b")


def freed(lines: Sequence[str]) -> list[str]:
    """The lines, with each kept column let go after its last use: those of many rules would fill memory."""
    seen, found = set[str](), list[str]()
    for line in reversed(lines):
        last = dict.fromkeys(name for name in _KEPT.findall(line) if name not in seen)
        if last:
            found.append(f" del {', '.join(last)}")
            seen.update(last)
        found.append(line)
    return found[::-1]


@define(eq=False)
class Writer:
    """Writes blocks; names of draws and delays gather in the order of their numbers."""

    slots: PackSlots
    belief: Mapping[str, int]
    draws: list[str] = Factory(list)
    delays: list[After] = Factory(list)
    numbers: dict[str, int] = Factory(dict)
    _lines: list[str] = Factory(list)
    _kept: dict[str, str] = Factory(dict)
    _halved: bool = False

    def block(self, name: str, effects: Iterable[Effect], *, halved: bool = False) -> str:
        """The text of a block; of a `halved` one each amount counts half."""
        self._halved, self._kept = halved, {}
        self._lines = [f"def {name}(work):", " v, f, q, t = work.v, work.f, work.q, work.t"]
        self._lines.append(" add, put, later, draw = work.add, work.put, work.later, work.draw")
        self._effects(effects, "None")
        return "\n".join(freed(self._lines))

    def condition(self, name: str, node: Node) -> str:
        """The text of a condition or an amount as a function of columns."""
        self._kept, self._lines = {}, [f"def {name}(v, f, q, t):"]
        text = source(node, self.slots, self._keep)
        return "\n".join([*self._lines, f" return {text}"])

    def _keep(self, text: str) -> str:
        if text not in self._kept:
            self._kept[text] = f"x{len(self._kept)}"
            self._lines.append(f" {self._kept[text]} = {text}")
        return self._kept[text]

    def _effects(self, effects: Iterable[Effect], mask: str) -> None:
        for effect in effects:
            match effect:
                case Change():
                    self._change(effect, mask)
                case SetFlag(flag=flag, value=value):
                    self._lines.append(f" put({self.slots.flags[flag]}, {value}, {mask})")
                case After(turns=turns):
                    self._lines.append(f" later({turns}, {self._delay(effect)}, {mask})")
                case Chance(effects=yes, otherwise=no):
                    self._branch(self._drawn(effect, mask), yes, no, mask)
                case When(condition=condition, effects=yes, otherwise=no):
                    self._branch(source(condition, self.slots, self._keep), yes, no, mask)

    def _branch(self, text: str, yes: tuple[Effect, ...], no: tuple[Effect, ...], mask: str) -> None:
        if yes:
            self._effects(yes, self._keep(f"both({mask}, {text})"))
        if no:
            self._effects(no, self._keep(f"both({mask}, logical_not({text}))"))

    def _drawn(self, effect: Chance, mask: str) -> str:
        self.draws.append(effect.id)
        return self._keep(f"draw({len(self.draws) - 1}, {effect.percent}, {mask})")

    def _delay(self, effect: After) -> int:
        one = evolve(effect, id=HALF + effect.id) if self._halved else effect
        if one.id not in self.numbers:
            self.numbers[one.id] = len(self.delays)
            self.delays.append(one)
        return self.numbers[one.id]

    def _change(self, effect: Change, mask: str) -> None:
        slot, belief = self.slots.values[effect.indicator], share(effect, self.belief)
        if isinstance(effect.amount, Number):
            amount = half_even(effect.amount.value * belief, 100)
            if self._halved and not effect.counted:
                amount = half_even(amount, 2)
            if amount:
                self._lines.append(f" add({slot}, {amount}, {mask})")
        elif belief:
            text = source(effect.amount, self.slots, self._keep)
            text = self._keep(f"near({text} * {belief}, 100)") if belief != 100 else text
            if self._halved and not effect.counted:
                text = self._keep(f"near({text}, 2)")
            self._lines.append(f" add({slot}, {text}, {mask})")
