"""A pack as generated code: one block of effects for each owner, one for the dynamics, one for the limits."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from dosmesas.engine.draws import Draws
from dosmesas.engine.generate import HALF, Writer, limits
from dosmesas.engine.receipts import Entry, Site
from dosmesas.engine.slots import PackSlots, Vector
from dosmesas.lang.compiled import functions
from dosmesas.lang.generate import source
from dosmesas.lang.nodes import Node
from dosmesas.model.effects import After, Effect, walk
from dosmesas.model.expressions import conditions, owners
from dosmesas.model.rules import Pack

Condition = Callable[[Vector, tuple[bool, ...], Vector, int], object]
Block = Callable[[tuple[Any, ...], int], None]
Flags = tuple[bool, ...]
World = tuple[Vector, Flags, Vector, int]
"""What conditions and amounts read: values, flags, the last turns of what is asked about, the turn."""
Delay = tuple[int, int, int, int]
"""Turn due, number of the delay, site of the receipt that scheduled it, that receipt."""
Staged = tuple[Vector, Flags, list[Entry], list[Delay]]
"""What comes of a stage: values and flags, the receipts and delays that were written."""
Drift = Callable[[World, Vector, int, int], Staged]
Limits = Callable[[Vector, Vector, list[int], Callable[[Any], None]], Vector]


class Blocks(dict[str, Block]):
    """The blocks by their keys: `event/option`, `deal:id`, `bulletin:id`, `conduct:id` or a delay's id.

    `sure:`, `watered:` and `blocked:` before an option are what it does besides; `half:` before any key is
    the block with half of each amount.
    A block is generated when it is first asked for, and kept.
    """

    def __init__(self, writer: Writer, given: Mapping[str, object], pack: Pack) -> None:
        super().__init__()
        self._writer, self._given, self._owners = writer, given, _all_owners(pack)

    def has(self, key: str) -> bool:
        """Whether anything has this key and effects."""
        return bool(self._owners.get(key, ("", ()))[1])

    def owner(self, key: str) -> str:
        """The id of whose effects these are."""
        return self._owners[key.removeprefix(HALF)][0]

    def owned(self) -> dict[str, tuple[Effect, ...]]:
        """The effects of each key."""
        return {key: effects for key, (_, effects) in self._owners.items()}

    def __missing__(self, key: str) -> Block:
        whole = key.removeprefix(HALF)
        by, effects = self._owners[whole]
        text = self._writer.block("block", by, effects, caused="~" in key, halved=whole != key)
        found: Block = functions(text, self._given)["block"]
        self[key] = found
        return found


@frozen(eq=False, repr=False)
class Program:
    """The code of a pack under a view; `asks` where any expression asks the history anything."""

    slots: PackSlots
    sites: list[Site]
    delays: list[After]
    drift: Drift
    limits: Limits
    blocks: Blocks
    asks: bool
    _conditions: Mapping[Node, Condition]

    @classmethod
    def of(cls, pack: Pack, belief: Mapping[str, int], draws: Draws) -> "Program":
        """The program of a pack."""
        slots = PackSlots.of(pack)
        writer = Writer(slots, belief)
        given = {"d": draws.number, "N": writer.draws, "flagged": flagged}
        indicators = tuple(pack.ruleset.indicators.values())
        drift = writer.drift("drift", pack.ruleset.rules.values(), indicators)
        code = functions(f"{drift}\n{limits('limits', indicators, writer.sites)}", given)
        return cls(
            slots,
            writer.sites,
            writer.delays,
            code["drift"],
            code["limits"],
            Blocks(writer, given, pack),
            bool(slots.questions),
            _all_conditions(pack, slots),
        )

    def holds(self, condition: Node | None) -> Condition | None:
        """The function of a condition of the pack, or None where there is none."""
        return None if condition is None else self._conditions[condition]


def flagged(flags: Flags, changed: Mapping[int, int]) -> Flags:
    """The flags after a stage."""
    return tuple([bool(changed.get(slot, old)) for slot, old in enumerate(flags)])


def key_of(kind: str, name: str) -> str:
    """The key of the block of a deal, a bulletin or a rule of conduct."""
    return f"{kind}:{name}"


def _all_owners(pack: Pack) -> dict[str, tuple[str, tuple[Effect, ...]]]:
    found: dict[str, tuple[str, tuple[Effect, ...]]] = {}
    for kind, name, effects in owners(pack):
        found[name if kind == "option" else key_of(kind, name)] = (name, effects)
        for effect in walk(effects):
            if isinstance(effect, After):
                found[effect.id] = (name, effect.effects)
    return found


def _all_conditions(pack: Pack, slots: PackSlots) -> dict[Node, Condition]:
    """Every condition outside of effects as a function."""
    nodes = list(dict.fromkeys(conditions(pack)))
    texts = [f"def c{n}(v, f, q, t):\n return {source(node, slots)}" for n, node in enumerate(nodes)]
    code = functions("\n".join(texts), {})
    return {node: code[f"c{n}"] for n, node in enumerate(nodes)}
