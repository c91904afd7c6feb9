"""Officials of a batch: bots/doctrine.py deciding in many games at once, to the same choice."""

from collections.abc import Callable
from typing import Any

import numpy as np
from attrs import field, frozen

from dosmesas.bots.doctrine import CLEARLY, ODDS, PASSES, UNSURE
from dosmesas.bots.estimate import Estimator
from dosmesas.bots.known import PERSON
from dosmesas.engine.home import CARRIES, WATERS, Band
from dosmesas.engine.program import key_of
from dosmesas.engine.turn import BROKEN_WORD
from dosmesas.model.doctrines import Doctrine, forbids
from dosmesas.sim.batch.columns import NONE, View
from dosmesas.sim.batch.estimating import ColumnEstimator, Deltas, Sight, worth
from dosmesas.sim.batch.home import HomeTables
from dosmesas.sim.batch.numbers import Bits, Ints, Small, Yes, half_even, near, numbers, streams
from dosmesas.sim.batch.program import Program
from dosmesas.sim.batch.table import Table

_MOST = np.int64(1 << 62)


@frozen(eq=False, repr=False)
class OfficialChooser:
    """Weighs each option by what it goes by, as DoctrineBot does."""

    program: Program
    home: HomeTables | None
    doctrine: Doctrine = PERSON
    estimator: ColumnEstimator = field(init=False)

    @estimator.default
    def _estimator(self) -> ColumnEstimator:
        return ColumnEstimator(Estimator(self.program.pack, self.program.tables.belief))

    def options(self, table: Table, seat: str) -> Small:
        """The option worth most, of equal ones the last by id."""
        return table.best(seat, self._values(table, seat, hopeful=False), self._allowed(table, seat))

    def words(self, table: Table, seat: str) -> Small:
        """The word for the option it would choose if the other side kept it; to decline where it hurts."""
        wishes = self._values(table, seat, hopeful=True)
        best = table.best(seat, wishes, self._allowed(table, seat))
        found, pacts = table.word_for(seat, best), table.entry.pacts
        worst = np.full(table.size, _MOST)
        for number, pact in enumerate(pacts):
            if (place := pact.place(seat)) != NONE:
                worst = np.where(table.open[number], np.minimum(worst, wishes[place]), worst)
        hurt = (found > len(pacts)) & (worst < wishes[best, np.arange(table.size)] - CLEARLY)
        found[hurt] = len(pacts)
        return found

    def _allowed(self, table: Table, seat: str) -> Yes:
        """The legal options on this side of the red lines, or all where none is."""
        legal = table.legal[seat]
        if not self.doctrine.never:
            return legal
        options = table.entry.event.seats[seat]
        inside = legal & np.array([not forbids(self.doctrine, one.act) for one in options])[:, None]
        return np.where(inside.any(axis=0), inside, legal)

    def _values(self, table: Table, seat: str, *, hopeful: bool) -> Ints:
        """What each option is worth to a seat, (options, games) in thousandths of a mandate point."""
        sight = _shared(
            table, ("sight", seat), lambda: Sight.of(self.program.pack, table.view, seat, table.turn)
        )
        deals = [self._deal(table, seat, number, sight) for number in range(len(table.entry.pacts))]
        broken = self._broken(table, seat, sight)
        values = np.empty((len(table.entry.event.seats[seat]), table.size), np.int64)
        for place in range(len(values)):
            passes, total = self._option(table, seat, place, sight)
            for number, pact in enumerate(table.entry.pacts):
                if pact.place(seat) == place:
                    odds = 100 if hopeful else self._odds(table, seat, number)
                    total = total + deals[number] * odds * passes // 10_000
            values[place] = total + self._fine(table, seat, place, broken) + self._mood(table, seat, place)
        return values

    def _option(self, table: Table, seat: str, place: int, sight: Sight) -> "tuple[Ints | int, Ints]":
        option = table.entry.event.seats[seat][place]

        def seen() -> "tuple[Ints | int, Deltas]":
            passes = self._passes(table, seat, place, sight)
            return passes, self.estimator.deltas(option.id, option.effects, sight)

        def worked_out() -> "tuple[Ints | int, Ints]":
            passes, deltas = _shared(table, (option.id, seat), seen)
            return passes, self._worth(seat, deltas, sight) * passes // 100 + self._leaning(
                table, seat, place, deltas
            )

        found: tuple[Ints | int, Ints] = self._kept(table, option.id, seat, worked_out)
        return found

    def _deal(self, table: Table, seat: str, number: int, sight: Sight) -> Ints:
        pact = table.entry.pacts[number]

        def worked_out() -> Ints:
            if pact.place(seat) == NONE:
                return np.zeros(1, np.int64)
            key = key_of("deal", pact.deal.id)
            deltas = _shared(table, (key, seat), lambda: self.estimator.deltas(key, pact.deal.effects, sight))
            return self._worth(seat, deltas, sight)

        found: Ints = self._kept(table, f"deal:{number}", seat, worked_out)
        return found

    def _worth(self, seat: str, deltas: Deltas, sight: Sight) -> Ints:
        slots, doctrine = self.estimator.slots, self.doctrine
        own = worth(self.program.pack.ruleset.offices[seat].goals, slots, deltas, sight.size)
        found: Ints = near(doctrine.own * own, 100) + worth(doctrine.goals, slots, deltas, sight.size)
        return found

    def _leaning(self, table: Table, seat: str, place: int, deltas: Deltas) -> "Ints | int":
        """What the doctrine likes or dislikes of an option, whatever comes of it."""
        doctrine, option = self.doctrine, table.entry.event.seats[seat][place]
        total: Any = doctrine.acts.get(option.act, 0) if option.act else 0
        if any(pact.place(seat) == place for pact in table.entry.pacts):
            total = total + doctrine.deals
        if doctrine.stir:
            indicators = self.program.tables.indicators
            for slot, delta in deltas.items():
                length = indicators[slot].high - indicators[slot].low
                total = total + half_even(doctrine.stir * np.abs(delta) * 100, length)
        found: Ints | int = total
        return found

    def _broken(self, table: Table, seat: str, sight: Sight) -> Ints | None:
        """What a broken word costs the seat; None where it gave none or it costs nothing."""
        rule = self.program.pack.ruleset.conduct.get(BROKEN_WORD)
        if rule is None or seat not in table.words:
            return None
        key = key_of("conduct", BROKEN_WORD)
        return self._worth(seat, self.estimator.deltas(key, rule.effects, sight), sight)

    def _fine(self, table: Table, seat: str, place: int, broken: Ints | None) -> "Ints | int":
        if broken is None:
            return 0
        given = np.zeros(table.size, bool)
        for number, pact in enumerate(table.entry.pacts):
            if pact.place(seat) not in {NONE, place}:
                given |= table.bound(seat, number)
        return np.where(given, broken, 0)

    def _passes(self, table: Table, seat: str, place: int, sight: Sight) -> "Ints | int":
        """How much of an option an ordinary case gets past the home table, in percent."""
        if self.home is None or table.entry.answers_for:
            return 100
        view = View(table.view.batch, table.view.rows, sight.v, sight.f, sight.q)
        support = self.home.support(table, seat, place, view, {})
        total: Any = 0
        for by in (-UNSURE, 0, UNSURE):
            full, half = support + by >= CARRIES, support + by >= WATERS
            total = total + np.where(full, PASSES[Band.CARRIED], np.where(half, PASSES[Band.WATERED], 0))
        found: Ints | int = total // 3
        return found

    def _odds(self, table: Table, seat: str, number: int) -> "Ints | int":
        """In how many cases of 100 the other side will keep a deal, by what it said."""
        other = next(one for one, _ in table.entry.pacts[number].between if one != seat)
        if other not in table.words:
            return ODDS["open"]
        word = table.words[other]
        declined = word == len(table.entry.pacts)
        others = np.where(declined, ODDS["declined"], ODDS["open"])
        found: Ints = np.where(word == number, ODDS["given"], others)
        return found

    def _mood(self, table: Table, seat: str, place: int) -> "Ints | int":
        if not self.doctrine.noise:
            return 0

        def drawn() -> Ints:
            name = f"bot:{self.doctrine.id}:{seat}:{table.entry.event.seats[seat][place].first}"
            return times_share(numbers(streams(table.view.mixed, name), table.turn), self.doctrine.noise)

        found: Ints = self._kept(table, f"mood:{place}", seat, drawn)
        return found

    def _kept(self, table: Table, name: str, seat: str, work: Callable[[], Any]) -> Any:
        return _shared(table, (self.doctrine.id, name, seat), work)


def _shared(table: Table, key: tuple[str, ...], work: Callable[[], Any]) -> Any:
    """What a table has been asked before: what no doctrine colours is worked out once for all of them."""
    if key not in table.kept:
        table.kept[key] = work()
    return table.kept[key]


def times_share(draws: Bits, most: int) -> Ints:
    """A draw as a share of `most` (below 2**31), in integers: draw x most / 2**64, rounded down."""
    high, low = draws >> np.uint64(32), draws & np.uint64(0xFFFFFFFF)
    share = (high * np.uint64(most) + (low * np.uint64(most) >> np.uint64(32))) >> np.uint64(32)
    return share.astype(np.int64)
