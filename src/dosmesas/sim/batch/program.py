"""A pack as code on columns: blocks by key, the drift, conditions; and its things by number."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
from attrs import Factory, field, frozen

from dosmesas.engine.generate import HALF
from dosmesas.engine.slots import PackSlots
from dosmesas.engine.tables import Tables
from dosmesas.lang.compiled import functions
from dosmesas.lang.nodes import Node
from dosmesas.model.effects import After, Effect
from dosmesas.model.events import Option
from dosmesas.model.rules import Pack
from dosmesas.sim.batch import numbers
from dosmesas.sim.batch.stages import Stage, Work, both
from dosmesas.sim.batch.writing import Writer

Condition = Callable[[Any, Any, Any, int], Any]
GIVEN: Mapping[str, object] = {
    "near": numbers.near,
    "half_even": numbers.half_even,
    "both": both,
    "where": np.where,
    "minimum": np.minimum,
    "maximum": np.maximum,
    "absolute": np.absolute,
    "logical_not": np.logical_not,
}


@frozen(eq=False, repr=False)
class Program:
    """The code of a pack under a view, made as it is asked for."""

    tables: Tables
    writer: Writer
    drift: Callable[[Work], None]
    options: tuple[Option, ...]
    option_number: Mapping[str, int]
    news_number: Mapping[str, int]
    _owners: Mapping[str, tuple[Effect, ...]]
    _blocks: dict[str, Callable[[Work], None]] = Factory(dict)
    _conditions: dict[Node, Condition] = Factory(dict)
    asked: tuple[tuple[tuple[bool, str], tuple[int, ...]], ...] = field(init=False)

    @asked.default
    def _asked(self) -> tuple[tuple[tuple[bool, str], tuple[int, ...]], ...]:
        """What is asked of the history, each with the numbers of the options or of what comes."""
        found: list[tuple[tuple[bool, str], tuple[int, ...]]] = []
        for event, name in self.tables.program.slots.questions:
            if event:
                found.append(((event, name), (self.news_number[name],)))
            else:
                numbered = enumerate(self.options)
                found.append(((event, name), tuple(n for n, one in numbered if name in {one.id, one.short})))
        return tuple(found)

    @classmethod
    def of(cls, tables: Tables) -> "Program":
        """The program of a pack made ready to be played."""
        pack = tables.pack
        writer = Writer(PackSlots.of(pack), tables.belief)
        effects = [one for rule in pack.ruleset.rules.values() for one in rule.guarded]
        drift = functions(writer.block("drift", effects), GIVEN)["drift"]
        options = tuple(
            one for event in pack.events.values() for seat in event.seats.values() for one in seat
        )
        return cls(
            tables,
            writer,
            drift,
            options,
            {one.id: number for number, one in enumerate(options)},
            {name: number for number, name in enumerate([*pack.events, *pack.bulletins])},
            tables.program.blocks.owned(),
        )

    @property
    def pack(self) -> Pack:
        """The pack."""
        return self.tables.pack

    def block_keys(self) -> list[str]:
        """The keys of all blocks."""
        return [key for key, effects in self._owners.items() if effects]

    def has(self, key: str) -> bool:
        """Whether anything has this key and effects."""
        return bool(self._owners.get(key.removeprefix(HALF)))

    def block(self, key: str) -> Callable[[Work], None]:
        """The block of a key, as in `engine.program.Blocks`."""
        found = self._blocks.get(key)
        if found is None:
            whole = key.removeprefix(HALF)
            text = self.writer.block("block", self._owners[whole], halved=whole != key)
            found = self._blocks[key] = functions(text, GIVEN)["block"]
        return found

    def holds(self, condition: Node | None) -> Condition | None:
        """A condition, or an amount, as a function of columns."""
        if condition is None:
            return None
        found = self._conditions.get(condition)
        if found is None:
            text = self.writer.condition("condition", condition)
            found = self._conditions[condition] = functions(text, GIVEN)["condition"]
        return found

    def amount(self, node: Node) -> Condition:
        """An expression as a function of columns."""
        found = self.holds(node)
        assert found is not None, "an amount is there"
        return found

    def delay(self, number: int) -> After:
        """A delayed effect by its number."""
        return self.writer.delays[number]

    def stage(self, batch: Any) -> Stage:
        """A stage for all games of a batch."""
        return Stage(batch, self.writer.draws)


def seat_rows(pack: Pack) -> dict[str, int]:
    """The row of each seat in words, choices and debates: the seats of the pack, sorted."""
    return {seat: row for row, seat in enumerate(sorted(pack.seats))}


def by_first(things: Iterable[Any]) -> list[int]:
    """The numbers of things in the order of their first names."""
    named = [one.first for one in things]
    return sorted(range(len(named)), key=named.__getitem__)
