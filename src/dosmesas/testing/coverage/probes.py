"""Generated code that says which sides of the conditions among effects are taken, without any effect.

A probe walks through the effects of a block just as the block itself does, on the same world (`v f q t`). It
is told by number which chances happened (`h`), and says by number which sides were taken (`r`).
"""

from collections.abc import Callable, Iterable, Mapping

from attrs import Factory, define

from dosmesas.engine.program import Flags
from dosmesas.engine.slots import PackSlots, Vector
from dosmesas.lang.compiled import functions
from dosmesas.lang.generate import source
from dosmesas.lang.nodes import Node
from dosmesas.model.effects import Chance, Effect, When, parts

Probe = Callable[[Vector, Flags, Vector, int, set[int], Callable[[int], None]], None]
Guarded = tuple[str, Node | None, tuple[Effect, ...]]
"""The effects of an owner under its condition, with the name of this condition."""


@define(eq=False)
class Probes:
    """Writes probes; `names` are those of the effects, `sides` and `chances` what the numbers mean."""

    slots: PackSlots
    names: Mapping[Effect, str]
    sides: list[tuple[str, bool]] = Factory(list)
    chances: dict[Effect, int] = Factory(dict)
    _texts: dict[str, str] = Factory(dict)
    _lines: list[str] = Factory(list)

    def write(self, key: str, owned: Iterable[Guarded]) -> None:
        """The probe of a block, or of several that always come together; none where nothing is asked."""
        self._lines = []
        for name, guard, effects in owned:
            if guard is not None:
                self._condition(name, guard, effects, (), 1)
            else:
                self._effects(effects, 1)
        if self._lines:
            head = f"def p{len(self._texts)}(v, f, q, t, h, r):"
            self._texts[key] = "\n".join([head, *self._lines])

    def compiled(self) -> dict[str, Probe]:
        """The probes by their keys."""
        code = functions("\n".join(self._texts.values()), {})
        return {key: code[f"p{number}"] for number, key in enumerate(self._texts)}

    def _effects(self, effects: tuple[Effect, ...], depth: int) -> None:
        """The conditions among effects, but for those of effects that land later: these are a block."""
        for effect in effects:
            if isinstance(effect, When):
                name = self.names[effect]
                self._condition(name, effect.condition, effect.effects, effect.otherwise, depth)
            elif isinstance(effect, Chance) and _asks((effect,)):
                number = self.chances.setdefault(effect, len(self.chances))
                self._branch(f"if {number} in h:", "pass", effect.effects, depth)
                self._branch("else:", "pass", effect.otherwise, depth)

    def _condition(
        self,
        name: str,
        condition: Node,
        effects: tuple[Effect, ...],
        otherwise: tuple[Effect, ...],
        depth: int,
    ) -> None:
        self.sides += [(name, True), (name, False)]
        number = len(self.sides)
        self._branch(f"if {source(condition, self.slots)}:", f"r({number - 2})", effects, depth)
        self._branch("else:", f"r({number - 1})", otherwise, depth)

    def _branch(self, head: str, told: str, effects: tuple[Effect, ...], depth: int) -> None:
        self._lines += [" " * depth + head, " " * (depth + 1) + told]
        self._effects(effects, depth + 1)


def _asks(effects: tuple[Effect, ...]) -> bool:
    return any(isinstance(one, When) or (isinstance(one, Chance) and _asks(parts(one))) for one in effects)
