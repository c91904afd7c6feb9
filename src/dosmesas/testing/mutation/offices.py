"""Offices that changed places: in an event, in a deal, in what clashes, and audiences at home."""

from collections.abc import Iterator
from itertools import combinations

from attrs import frozen

from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence
from dosmesas.model.events import Event
from dosmesas.model.rules import Pack
from dosmesas.testing.mutation.effects import Draft, EffectChanges
from dosmesas.testing.mutation.mutant import Edit, Kind


@frozen
class OfficeChanges:
    """The changes of who does what in one event."""

    edits: EffectChanges
    event: Event
    node: Mapping

    @property
    def _pack(self) -> Pack:
        return self.edits.pack

    def places(self) -> Iterator[Draft]:
        """Two offices of one country that changed places: each has what the other had."""
        seats = self.node.get("seats")
        if not isinstance(seats, Mapping):
            return
        offices = [key.text for key, _ in seats.items]
        for one, other in combinations(offices, 2):
            if self._country(one) == self._country(other):
                swap = {one: other, other: one}
                edits = [self._swapped(node, swap) for node in self._named(seats)]
                edits += [
                    edit for home, office in self._homes(seats, swap) for edit in self._heard(home, office)
                ]
                yield Kind.OFFICE, tuple(one for one in edits if one is not None)

    def _country(self, office: str) -> str:
        return self._pack.ruleset.offices[office].country

    def _named(self, seats: Mapping) -> Iterator[Scalar]:
        """Every place at which an office stands: its seat, its deals, what clashes with its options."""
        for key, options in seats.items:
            yield key
            for option in options.items if isinstance(options, Sequence) else ():
                clash = option.get("clash") if isinstance(option, Mapping) else None
                yield from (one for one in _items(clash) if isinstance(one, Scalar))
        for deal in _items(self.node.get("deals")):
            between = deal.get("between") if isinstance(deal, Mapping) else None
            if isinstance(between, Mapping):
                yield from (key for key, _ in between.items)

    def _swapped(self, node: Scalar, swap: dict[str, str]) -> Edit | None:
        office, slash, option = node.text.partition("/")
        edit = self.edits.instead(node)
        return edit(f"{swap[office]}{slash}{option}") if edit and office in swap else None

    def _homes(self, seats: Mapping, swap: dict[str, str]) -> Iterator[tuple[Mapping, str]]:
        """What options are to the audiences of who has them now."""
        for key, options in seats.items:
            for option in _items(options) if key.text in swap else ():
                home = option.get("home") if isinstance(option, Mapping) else None
                if isinstance(home, Mapping):
                    yield home, swap[key.text]

    def _heard(self, home: Mapping, office: str) -> Iterator[Edit | None]:
        """Audiences of an office in the place of those that it does not answer to."""
        own = [one for one, _ in self._pack.ruleset.offices[office].audiences]
        named = {key.text for key, _ in home.items}
        free = iter([one for one in own if one not in named])
        for key, _ in home.items:
            edit = self.edits.instead(key)
            other = next(free, "") if key.text not in own else ""
            yield edit(other) if edit and other else None

    def between(self, deal: Mapping) -> Iterator[Draft]:
        """A deal that a colleague has to keep, or where there is none the office by another option."""
        between = deal.get("between")
        if not isinstance(between, Mapping):
            return
        for key, value in between.items:
            edit_key = self.edits.instead(key)
            edit = self.edits.instead(value) if isinstance(value, Scalar) else None
            if edit_key is None or edit is None or not isinstance(value, Scalar):
                continue
            for office in self.event.seats:
                if office != key.text and self._country(office) == self._country(key.text):
                    option = self.event.seats[office][0].short
                    yield Kind.OFFICE, (edit_key(office), edit(option))
            others = [one.short for one in self.event.seats.get(key.text, ()) if one.short != value.text]
            if others:
                yield Kind.OFFICE, (edit(others[0]),)

    def clash(self, clash: Node | None) -> Iterator[Draft]:
        """What clashes with an option: one less, or another option of the same colleague."""
        items = [one for one in _items(clash) if isinstance(one, Scalar)]
        for item in items:
            edit = self.edits.instead(item)
            office, _, option = item.text.partition("/")
            others = [one.short for one in self.event.seats.get(office, ()) if one.short != option]
            taken = {one.text for one in items}
            free = [one for one in others if f"{office}/{one}" not in taken]
            if edit is not None and free:
                yield Kind.OFFICE, (edit(f"{office}/{free[0]}"),)

    def audiences(self, home: Node | None, office: str) -> Iterator[Draft]:
        """Points that another audience of the office gives."""
        if not isinstance(home, Mapping) or office not in self._pack.ruleset.offices:
            return
        named = {key.text for key, _ in home.items}
        free = [one for one, _ in self._pack.ruleset.offices[office].audiences if one not in named]
        for key, _ in home.items:
            edit = self.edits.instead(key)
            if edit is not None and free:
                yield Kind.OFFICE, (edit(free[0]),)


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []
