"""The debates of many games at once, as advocates hold them: the greedy case, rebuttals and answer."""

from collections.abc import Mapping

import numpy as np
from attrs import evolve, field, frozen

from dosmesas.engine.benches import MOST_CARDS, MOST_REBUTTALS
from dosmesas.engine.dealing import MOST_REBUTTALS as DEALT_REBUTTALS
from dosmesas.engine.memory import REMEMBERED, WEARS
from dosmesas.model.arguments import Argue, Tone
from dosmesas.sim.batch.cards import NOBODY, TONES, Cards
from dosmesas.sim.batch.columns import Batch, Said
from dosmesas.sim.batch.dealing import Deck
from dosmesas.sim.batch.home import Arguments
from dosmesas.sim.batch.numbers import Bits, Ints, Rows, Small, Yes
from dosmesas.sim.batch.pleading import CONCEDE, REPLY, Bench, Pleaded, joined, plead, silent
from dosmesas.sim.batch.program import Program, seat_rows
from dosmesas.sim.batch.table import Table
from dosmesas.sim.batch.weighing import Audience, Scales

_ROWS = 1024
"""So many debates at once: what is worked out for them stays near the processor."""


@frozen(eq=False, repr=False)
class Floor:
    """Where the debates of a batch are held."""

    program: Program
    cards: Cards
    scales: Mapping[str, Scales]
    decks: Mapping[int, Deck]
    countries: Mapping[str, int]
    seats: Mapping[str, int] = field(init=False)

    @seats.default
    def _seats(self) -> Mapping[str, int]:
        return seat_rows(self.program.pack)

    @classmethod
    def of(cls, program: Program) -> "Floor":
        """The floor of a program.

        Raises:
            MixedLayersError: some card speaks against cards of more than one layer.
        """
        pack, floor = program.pack, program.tables.floor
        cards = Cards.of(floor.dealer, floor.cards)
        rows = seat_rows(pack)
        scales = {
            seat: Scales(cards, Audience.of(floor.dealer.listeners(seat), cards.questions)) for seat in rows
        }
        decks = {
            program.option_number[option.id]: Deck.of(cards, floor.dealer, event, seat, option)
            for event in pack.events.values()
            if floor.is_open(event)
            for seat in rows
            for option in event.seats.get(seat, ())
        }
        countries = {name: place for place, name in enumerate(pack.ruleset.countries)}
        return cls(program, cards, scales, decks, countries)

    def argue(self, batch: Batch, tables: list[Table]) -> dict[int, Arguments]:
        """The debates of these tables, by the number of the event; the turn keeps what was said."""
        said, found = self._nothing(batch), {table.entry.number: Arguments() for table in tables}
        for seat in self.seats:
            for argue in MOST_CARDS:
                some = [one for one in tables if seat in one.entry.seats and one.entry.event.argue is argue]
                if some:
                    self._debate(batch, some, seat, said, found)
        batch.turns = (*batch.turns[:-1], evolve(batch.turns[-1], said=said))
        self._remember(batch, tables, said)
        return found

    def _debate(
        self, batch: Batch, tables: list[Table], seat: str, said: Said, into: dict[int, Arguments]
    ) -> None:
        """Hold the debates of a seat in all games that argue at the same length: fewer, longer columns."""
        rows = np.concatenate([one.rows for one in tables])
        parts = [
            self._held(batch, tables, seat, slice(start, start + _ROWS))
            for start in range(0, len(rows), _ROWS)
        ]
        pleaded = joined(parts)
        row = self.seats[seat]
        said.case[row, :, rows], said.against[row, :, rows] = pleaded.case.T, pleaded.against.T
        said.answer[row, :, rows] = np.stack([pleaded.kind, pleaded.card, pleaded.backed], axis=1)
        said.asked[row, :, rows] = pleaded.asked.T
        start = 0
        for table in tables:
            own = pleaded.part(slice(start, start + table.size))
            start += table.size
            names = self.scales[seat].audience.names
            into[table.entry.number].strengths[seat] = dict(zip(names, own.strengths, strict=True))
            into[table.entry.number].manners += self.manners(own, seat, table.entry.foes[seat])

    def _held(self, batch: Batch, tables: list[Table], seat: str, part: slice) -> Pleaded:
        rows = np.concatenate([one.rows for one in tables])[part]
        numbers = np.concatenate(
            [one.choices[seat].astype(np.intp) + one.entry.base[seat] for one in tables]
        )[part]
        foes = np.concatenate([self._foes(one, seat) for one in tables])[part]
        bench = self.laid(tables[0].entry.event.argue, numbers, batch.mixed[rows], batch.turn)
        bench.bases[...] = self._worn(batch, seat, rows, bench.hand)
        self._hold(batch, foes, seat, rows, bench)
        return plead(self.scales[seat], bench)

    def _foes(self, table: Table, seat: str) -> Rows:
        """The row of the seat that answers in each game of a table, NOBODY where the floor does."""
        foe = table.entry.foes[seat]
        return np.full(table.size, self.seats[foe] if foe else NOBODY, np.intp)

    def laid(self, argue: Argue, numbers: Rows, mixed: Bits, turn: int) -> Bench:
        """What there is to say for options by number, in games of these seeds, if nobody had spoken before.

        All are options of one seat, and of events that are argued at the same length.
        """
        cards = self.cards
        decks = {int(number): self.decks[int(number)] for number in np.unique(numbers)}
        replies = max((len(one.replies) for one in decks.values()), default=0)
        hand, size = next(iter(decks.values())).size, len(mixed)
        ready = DEALT_REBUTTALS + hand
        bench = Bench(
            np.full((hand, size), NOBODY, np.int16),
            np.zeros((hand, size), np.int64),
            np.full((ready, size), NOBODY, np.int16),
            np.zeros((ready, size), bool),
            np.full((replies, size), NOBODY, np.int16),
            np.zeros((len(cards.names), size), np.int16),
            MOST_CARDS[argue],
            MOST_REBUTTALS[argue],
        )
        for number, deck in decks.items():
            here = np.flatnonzero(numbers == number)
            dealt, against = deck.deal(cards, mixed[here], turn)
            bench.hand[:, here], bench.ready[:DEALT_REBUTTALS, here] = dealt, against
            bench.replies[: len(deck.replies), here] = deck.replies[:, None]
            bench.listed[deck.said[:, None], here] = deck.listed[:, None]
        bench.bases[...] = cards.base[bench.hand]
        return bench

    def unspoken(self, table: Table, seat: str) -> dict[str, Ints]:
        """How far the choices of a seat would stand if nobody spoke for them."""
        numbers = table.choices[seat].astype(np.intp) + table.entry.base[seat]
        mixed = table.view.batch.mixed[table.rows]
        bench = self.laid(table.entry.event.argue, numbers, mixed, table.turn)
        found = silent(self.scales[seat], bench)
        return dict(zip(self.scales[seat].audience.names, found, strict=True))

    def _worn(self, batch: Batch, seat: str, rows: Rows, hand: Small) -> Ints:
        """What is left of each card of a hand for those who heard it of late."""
        base: Ints = self.cards.base[hand]
        row = self.seats[seat]
        for turn in batch.turns[-1 - REMEMBERED : -1]:
            if turn.said is not None:
                for card in turn.said.case[row][:, rows]:
                    base = np.where((card == hand) & (card != NOBODY), base * WEARS // 100, base)
        return base

    def _hold(self, batch: Batch, foes: Rows, seat: str, rows: Rows, bench: Bench) -> None:
        """The cards that hold both sides to what they said in earlier turns."""
        if batch.disputed is None or batch.relied is None:
            return
        cards = self.cards
        disputed = batch.disputed[self.seats[seat]][rows]
        for place, card in enumerate(bench.hand):
            turned = (cards.claims[card] & disputed).any(axis=1) & (card != NOBODY)
            bench.ready[-1 - place] = np.where(turned, cards.held_by[card], NOBODY)
        relied = np.where((foes != NOBODY)[:, None], batch.relied[foes, rows], np.uint64(0))
        for place, card in enumerate(bench.ready):
            caught = np.zeros(len(rows), bool)
            for aim in bench.hand:
                aimed = (aim != NOBODY) & (card != NOBODY) & cards.aims[card, aim] & cards.denies[card]
                caught |= aimed & (relied & cards.claims[aim]).any(axis=1)
            bench.caught[place] = caught & (cards.held_by[card] != NOBODY)

    def manners(self, pleaded: Pleaded, seat: str, foe: str) -> list[tuple[str, Yes]]:
        """The rules of conduct that the debates call for, with where they do."""
        conceded = pleaded.kind == CONCEDE
        spoken = [np.where(conceded & (card == pleaded.card), NOBODY, card) for card in pleaded.case]
        spoken.append(np.where(pleaded.kind == REPLY, pleaded.card, NOBODY))
        sides = [(seat, spoken), *([(foe, [*pleaded.against])] if foe else [])]
        offices = self.program.pack.ruleset.offices
        found = []
        for speaker, said in sides:
            tones = self.cards.tone[:, self.countries[offices[speaker].country]]
            for tone, rule in ((Tone.BLAME, "blamed"), (Tone.CREDIT, "credited")):
                struck = [(one != NOBODY) & (tones[one] == TONES[tone]) for one in said]
                found.append((rule, np.logical_or.reduce(struck)))
        return [*found, ("conceded", conceded)]

    def _nothing(self, batch: Batch) -> Said:
        seats, size = len(self.seats), batch.size
        return Said(
            np.full((seats, 3, size), NOBODY, np.int16),
            np.full((seats, 2, size), NOBODY, np.int16),
            np.full((seats, 3, size), NOBODY, np.int16),
            np.zeros((seats, 3, size), bool),
        )

    def _remember(self, batch: Batch, tables: list[Table], said: Said) -> None:
        """Add what each seat relied on and spoke against in this turn."""
        shape = (len(self.seats), batch.size, self.cards.claims.shape[1])
        relied = np.zeros(shape, np.uint64) if batch.relied is None else batch.relied.copy()
        disputed = np.zeros(shape, np.uint64) if batch.disputed is None else batch.disputed.copy()
        for row in self.seats.values():
            for card in said.case[row]:
                relied[row] |= self._claims(card)
            conceded = said.answer[row, 0] == CONCEDE
            disputed[row] |= self._claims(np.where(conceded, said.answer[row, 1], NOBODY))
        for table in tables:
            for seat in table.entry.seats:
                if foe := table.entry.foes[seat]:
                    mine, other, rows = self.seats[seat], self.seats[foe], table.rows
                    for rebuttal in said.against[mine][:, rows]:
                        for card in said.case[mine][:, rows]:
                            hit = (rebuttal != NOBODY) & (card != NOBODY) & self.cards.aims[rebuttal, card]
                            hit &= self.cards.denies[rebuttal]
                            disputed[other, rows] |= self._claims(np.where(hit, card, NOBODY))
        batch.relied, batch.disputed = relied, disputed

    def _claims(self, cards: Small) -> Bits:
        found: Bits = np.where((cards != NOBODY)[:, None], self.cards.claims[cards], np.uint64(0))
        return found
