"""First names: what the things of a pack were called before an author renamed them.

Chance is drawn by first names and states are fingerprinted in them, so that a new name changes neither: saves
made before and after a rename play again to the same states.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

from attrs import evolve, frozen

from dosmesas.engine.generate import HALF
from dosmesas.engine.state import Decision, Pending, Point, State
from dosmesas.model.events import Deal, Option
from dosmesas.model.rules import Pack


class _Renamed(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def former(self) -> tuple[str, ...]: ...


@frozen
class FirstNames:
    """First names by the ids of now, `now` the other way round for all names, and slots in their order."""

    events: Mapping[str, str]
    deals: Mapping[str, str]
    options: Mapping[str, str]
    now: Mapping[str, str]
    values: tuple[int, ...]
    flags: tuple[int, ...]

    @property
    def renamed(self) -> bool:
        """Whether any name has changed that a state holds."""
        slots = (list(self.values) != sorted(self.values)) or (list(self.flags) != sorted(self.flags))
        return bool(slots or self.events or self.deals or self.options)

    @classmethod
    def of(cls, pack: Pack) -> "FirstNames":
        """The names of a pack."""
        events = pack.events.values()
        deals = [deal for event in events for deal in event.deals]
        options = [option for event in events for one in event.seats.values() for option in one]
        acted: list[Deal | Option] = [*deals, *options]
        return cls(
            _firsts([*events, *pack.bulletins.values()]),
            _firsts(deals),
            _firsts(options),
            {name: one.id for one in acted for name in one.former},
            _slots(pack.ruleset.indicators.values()),
            _slots(pack.ruleset.flags.values()),
        )

    def action(self, action: str) -> str:
        """What an option or deal of a save is called now."""
        return self.now.get(action, action)

    def digest(self, state: State) -> str:
        """The fingerprint of a state as if nothing had been renamed."""
        return self.state(state).digest() if self.renamed else state.digest()

    def state(self, state: State) -> State:
        """The state in first names."""
        return evolve(
            state,
            event=self.events.get(state.event, state.event),
            happened=tuple((self.events.get(name, name), turn) for name, turn in state.happened),
            pending=tuple(evolve(one, by=first_by(one)) for one in state.pending),
            decisions=tuple(self._decision(one) for one in state.decisions),
            values=_ordered(state.values, self.values),
            opened=_ordered(state.opened, self.values),
            at_last=_ordered(state.at_last, self.values),
            flags=tuple(state.flags[slot] for slot in self.flags),
        )

    def _decision(self, one: Decision) -> Decision:
        names = self.deals if one.point is Point.WORD else self.options
        return evolve(one, action=names.get(one.action, one.action)) if one.action in names else one


def first_by(pending: Pending) -> str:
    """The first name of whose the effects on their way are: their own id is made of it."""
    owner = pending.after.removeprefix(HALF).rpartition("~")[0] or pending.by
    kind, colon, name = owner.partition(":")
    if not colon:
        return owner
    return name.partition("/")[2] if kind == "deal" else name


def _firsts(things: Iterable[_Renamed]) -> dict[str, str]:
    return {one.id: one.former[0] for one in things if one.former}


def _slots(things: Iterable[_Renamed]) -> tuple[int, ...]:
    """The slots (which follow the ids of now) in the order of first names."""
    firsts = [(one.former[0] if one.former else one.id) for one in things]
    return tuple(sorted(range(len(firsts)), key=firsts.__getitem__))


def _ordered(values: tuple[int, ...], slots: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(values[slot] for slot in slots) if values else values
