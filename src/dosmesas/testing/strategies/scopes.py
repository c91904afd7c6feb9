"""What an expression may name: from a scope, a ruleset or a pack, in the loader's own terms."""

from collections.abc import Collection
from pathlib import Path

from attrs import field, frozen
from hypothesis.errors import InvalidArgument

from dosmesas.lang.scope import TURNS, Declared, Kind, Scope
from dosmesas.lang.units import Unit, clash
from dosmesas.load.loading import scope_of
from dosmesas.load.reading import Reading
from dosmesas.model.rules import Pack, Ruleset
from dosmesas.testing.strategies.drawn import DrawnPack, DrawnRules
from dosmesas.testing.strategies.given import Given, pack_of, ruleset_of
from dosmesas.text.diagnostic import Problems, did_you_mean
from dosmesas.text.local import NO_TEXT

Declares = Scope | Ruleset | DrawnRules | Given
"""Whatever declares names: a scope, a ruleset, a pack, or the id of one."""


@frozen(eq=False, repr=False)
class Names:
    """A scope, looked up by what is wanted of a name."""

    scope: Scope
    numbers: tuple[str, ...] = field(init=False)
    flags: tuple[str, ...] = field(init=False)
    asked: tuple[tuple[str, str], ...] = field(init=False)
    """What may be asked whether it came: (function, id)."""

    @numbers.default
    def _numbers(self) -> tuple[str, ...]:
        return tuple(name for name, one in self.scope.names.items() if one.kind is Kind.NUMBER)

    @flags.default
    def _flags(self) -> tuple[str, ...]:
        return tuple(name for name, one in self.scope.names.items() if one.kind is Kind.YES_NO)

    @asked.default
    def _asked(self) -> tuple[tuple[str, str], ...]:
        chosen = [("chose", name) for name in self.scope.options]
        return (*chosen, *(("happened", name) for name in self.scope.events))

    @property
    def past(self) -> tuple[str, ...]:
        """What may be asked how long ago it came."""
        return (*self.scope.options, *self.scope.events)

    def of(self, name: str) -> Declared:
        """The declaration of a name."""
        return self.scope.names[name]

    def fitting(self, unit: Unit) -> tuple[str, ...]:
        """The numbers that can be added to something in a unit."""
        return tuple(name for name in self.numbers if not clash(self.of(name).unit, unit))

    def units(self) -> tuple[Unit, ...]:
        """Every unit that there is, once; without names, the plain number."""
        found: list[Unit] = []
        for name in self.numbers:
            if all(clash(one, self.of(name).unit) for one in found):
                found.append(self.of(name).unit)
        if self.past and all(clash(one, TURNS) for one in found):
            found.append(TURNS)
        return tuple(found) or (NO_TEXT,)

    def without(self, hidden: Collection[str]) -> "Names":
        """The same without some names."""
        names = {name: one for name, one in self.scope.names.items() if name not in hidden}
        return Names(Scope(names, self.scope.options, self.scope.events))


def names_of(declared: Declares) -> Names:
    """The names that a scope, a ruleset or a pack declares.

    Raises:
        InvalidArgument: it is none of these.
    """
    match declared:
        case Scope():
            return Names(declared)
        case Ruleset() | DrawnRules():
            return Names(scope_of(ruleset_of(declared), Reading(Problems())))
        case Pack() | DrawnPack() | str() | Path():
            return Names(_scope_of_pack(pack_of(declared)))
        case _:
            raise InvalidArgument(
                f"names are declared by a Scope, a Ruleset or a Pack; this is a {type(declared).__name__}"
            )


def unit_of(names: Names, target: str) -> Unit:
    """The unit of the indicator that an amount is added to.

    Raises:
        InvalidArgument: nothing that can be added to has this name.
    """
    if target not in names.numbers:
        near = did_you_mean(target, names.numbers)
        there = str(near) or f"there are {', '.join(names.numbers)}"
        raise InvalidArgument(f"target={target!r}: no indicator has this name; {there}")
    return names.of(target).unit


def _scope_of_pack(pack: Pack) -> Scope:
    reading = Reading(Problems())
    for event in pack.events.values():
        reading.declare("event", event.id, event.where)
        for option in (one for options in event.seats.values() for one in options):
            reading.declare("option", option.id, option.where)
    for bulletin in pack.bulletins.values():
        reading.declare("event", bulletin.id, bulletin.where)
    return scope_of(pack.ruleset, reading)
