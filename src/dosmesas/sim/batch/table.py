"""An event on the table in many games at once: who may do what, which deals are open, what was said."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from attrs import Factory, define, frozen

from dosmesas.engine.deals import seated
from dosmesas.engine.state import DECLINE, SILENT
from dosmesas.model.arguments import Argue, Ratify
from dosmesas.model.events import Deal, Event
from dosmesas.sim.batch.columns import NONE, View
from dosmesas.sim.batch.numbers import Ints, Rows, Small, Yes
from dosmesas.sim.batch.program import Condition, Program

_LEAST = np.int64(-(1 << 62))
"""Less than any value."""


@frozen(eq=False)
class Pact:
    """A deal by numbers: its two seats with the place of the option by which each keeps it."""

    deal: Deal
    between: tuple[tuple[str, int], ...]

    def place(self, seat: str) -> int:
        """The place of the seat's option, NONE where it is no party."""
        return dict(self.between).get(seat, NONE)


@frozen(eq=False)
class Agendum:
    """An event ready for many games: seats, the first number of each seat's options, what they require."""

    event: Event
    number: int
    seats: tuple[str, ...]
    base: Mapping[str, int]
    requires: Mapping[str, tuple[Condition | None, ...]]
    pacts: tuple[Pact, ...]
    foes: Mapping[str, str]
    argued: bool
    answers_for: bool

    @classmethod
    def of(cls, program: Program, event: Event, number: int) -> "Agendum":
        """The event of a number."""
        pack, floor = program.pack, program.tables.floor
        seats = seated(pack, event)
        places = {one.id: place for seat in seats for place, one in enumerate(event.seats[seat])}
        pacts = [
            Pact(deal, tuple((seat, places[option]) for seat, option in deal.between))
            for deal in event.deals
            if all(seat in seats for seat, _ in deal.between)
        ]
        return cls(
            event,
            number,
            seats,
            {seat: program.option_number[event.seats[seat][0].id] for seat in seats},
            {seat: tuple(program.holds(one.requires) for one in event.seats[seat]) for seat in seats},
            tuple(pacts),
            {seat: floor.foe(seats, seat) for seat in seats},
            floor.is_open(event) and event.argue is not Argue.NONE,
            event.ratify is Ratify.ANSWER_FOR,
        )

    @property
    def sayings(self) -> tuple[str, ...]:
        """All that can be said of the deals, by number: each deal, then to decline, then nothing."""
        return (*(one.deal.id for one in self.pacts), DECLINE, SILENT)

    def speaks(self, seat: str) -> bool:
        """Whether a seat is party to any deal."""
        return any(one.place(seat) != NONE for one in self.pacts)


@define(eq=False)
class Table:
    """The games of a batch that have an event in common; `rows` are theirs in the batch.

    `legal` is (options, games) by seat; `open` (deals, games); words and choices are by seat, NONE for
    no word. `kept` is for players who ask twice.
    """

    entry: Agendum
    rows: Rows
    view: View
    turn: int
    legal: dict[str, Yes]
    open: Yes
    words: dict[str, Small] = Factory(dict)
    choices: dict[str, Small] = Factory(dict)
    kept: dict[tuple[str, ...], Any] = Factory(dict)

    @classmethod
    def of(cls, entry: Agendum, view: View, turn: int) -> "Table":
        """The table in these games."""
        legal = {
            seat: np.stack([view.holds(one, turn) for one in requires])
            for seat, requires in entry.requires.items()
        }
        size = view.size
        found = np.ones((len(entry.pacts), size), bool)
        for number, pact in enumerate(entry.pacts):
            for seat, place in pact.between:
                found[number] &= legal[seat][place]
        rows = np.arange(size) if view.rows is None else view.rows
        return cls(entry, rows, view, turn, legal, found)

    @property
    def size(self) -> int:
        """How many games these are."""
        return len(self.rows)

    def sayable(self, seat: str) -> Yes:
        """What a seat may say: (deals and decline and silence, games); nothing where no deal is open."""
        found = np.zeros((len(self.entry.pacts) + 2, self.size), bool)
        for number, pact in enumerate(self.entry.pacts):
            if pact.place(seat) != NONE:
                found[number] = self.open[number]
        found[-2:] = found[:-2].any(axis=0)
        return found

    def silence(self) -> Small:
        """Nothing said, in every game."""
        return np.full(self.size, len(self.entry.pacts) + 1, np.int16)

    def word_for(self, seat: str, places: "Small | int") -> Small:
        """The word on the first open deal that these options keep, or silence."""
        found = self.silence()
        for number, pact in reversed([*enumerate(self.entry.pacts)]):
            if pact.place(seat) != NONE:
                found[self.open[number] & (places == pact.place(seat))] = number
        return found

    def bound(self, seat: str, number: int) -> Yes:
        """Where a seat gave its word on a deal that the other side did not decline openly."""
        found: Yes = self.words[seat] == number
        for other, _ in self.entry.pacts[number].between:
            if other != seat and other in self.words:
                found = found & (self.words[other] != len(self.entry.pacts))
        return found

    def best(self, seat: str, values: Ints, allowed: Yes) -> Small:
        """The place of the allowed option of most value, of equal ones the last by id."""
        options = self.entry.event.seats[seat]
        order = sorted(range(len(options)), key=lambda place: options[place].id, reverse=True)
        ranked = np.where(allowed, values, _LEAST)[order]
        found: Small = np.array(order, np.int16)[ranked.argmax(axis=0)]
        return found

    def chosen(self, pact: Pact) -> list[Yes]:
        """For each party of a deal, in which games it chose the option by which it keeps it."""
        return [self.choices[seat] == place for seat, place in pact.between]
