"""A player that looks ahead: each own option is played out many times, and the best on the average is taken.

In the playouts the player weighs options in later turns as a greedy official does, everybody else as one
with moods, and debates go as some did that were held beforehand. The player knows what its seat sees: hidden
numbers stand as the game began, what is on its way from earlier turns is left out, and the seeds of the
playouts have nothing to do with that of the game. All options of a decision are played out on the same
seeds.
"""

from collections.abc import Mapping

import numpy as np
from attrs import evolve, field, frozen

from dosmesas.bots.known import BUILT_IN
from dosmesas.bots.names import GREEDY
from dosmesas.engine.draws import key
from dosmesas.sim.batch.columns import NONE, Batch
from dosmesas.sim.batch.numbers import Bits, Ints, Rows, Small, mix
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.batch.program import seat_rows
from dosmesas.sim.batch.scores import joint, returns
from dosmesas.sim.batch.table import Table
from dosmesas.sim.batch.wishing import OfficialChooser

PLAYOUTS = 24
"""Playouts of each option, at the table."""
_ROWS = 16_384
_WANTED = 100_000 * 100
"""What a wanted ending is worth: as much as the best return there is."""


@frozen(eq=False, repr=False)
class Planner:
    """Looks ahead by so many playouts of each option.

    `shared` is how much of 100 the joint return weighs beside the own one; `ending` the number of an ending
    that it wants more than any return. `game` is one whose debates are rehearsed.
    """

    game: BatchGame
    playouts: int = PLAYOUTS
    shared: int = 0
    ending: int = NONE
    official: OfficialChooser = field(init=False)
    others: OfficialChooser = field(init=False)
    _rows: Mapping[str, int] = field(init=False)

    @official.default
    def _official(self) -> OfficialChooser:
        return OfficialChooser(self.game.program, self.game.home, BUILT_IN[GREEDY])

    @others.default
    def _others(self) -> OfficialChooser:
        return OfficialChooser(self.game.program, self.game.home)

    @_rows.default
    def _seat_rows(self) -> Mapping[str, int]:
        return seat_rows(self.game.game.pack)

    def options(self, table: Table, seat: str) -> Small:
        """The option with the best mean return, of equal ones the last by id."""
        return table.best(seat, self.values(table, seat, spoken=True), table.legal[seat])

    def words(self, table: Table, seat: str) -> Small:
        """The word for the option that it would choose if it gave it; else nothing."""
        values = self.values(table, seat, spoken=False)
        return table.word_for(seat, table.best(seat, values, table.legal[seat]))

    def values(self, table: Table, seat: str, *, spoken: bool) -> Ints:
        """The sum of returns over the playouts of each option, (options, games) in thousandths."""
        options = len(table.entry.event.seats[seat])
        found = np.empty((options, table.size), np.int64)
        each = max(1, _ROWS // (options * self.playouts))
        for start in range(0, table.size, each):
            games = np.arange(start, min(start + each, table.size))
            found[:, games] = self._played_out(table, seat, games, options, spoken=spoken)
        return found

    def _played_out(self, table: Table, seat: str, games: Rows, options: int, *, spoken: bool) -> Ints:
        playouts = self.playouts
        rows = np.repeat(table.rows[games], options * playouts)
        places = np.tile(np.repeat(np.arange(options, dtype=np.int16), playouts), len(games))
        batch = self._supposed(table, seat, rows)
        batch.seeds = self._seeds(table, seat, games, options)
        batch = evolve(batch, mixed=mix(batch.seeds), kept={})
        heard = {one: np.repeat(column[games], options * playouts) for one, column in table.words.items()}
        rollout = _Rollout(self.official, self.others, table.turn, seat, places, heard if spoken else None)
        total = np.empty(len(rows), np.int64)
        for over in self.game.play(batch, rollout):
            gained = returns(self.game.game.pack, over)
            value = gained[seat] * (100 - self.shared)
            if self.shared:
                value = value + joint(self.game.game.pack, gained) * self.shared
            if self.ending != NONE:
                value = value + _WANTED * (over.ending == self.ending)
            total[over.index] = value
        found: Ints = total.reshape(len(games), options, playouts).sum(axis=2).T
        return found

    def _supposed(self, table: Table, seat: str, rows: Rows) -> Batch:
        """The games as the seat knows them, with nothing decided yet."""
        batch, ruleset = table.view.batch.take(rows), self.game.game.pack.ruleset
        size = len(rows)
        batch.index = np.arange(size)
        for slot, one in enumerate(ruleset.indicators.values()):
            if not one.seen(seat):
                batch.v[slot] = np.full(size, one.start, np.int64)
        for slot, flag in enumerate(ruleset.flags.values()):
            if not flag.seen(seat):
                batch.f[slot] = np.full(size, flag.start, bool)
        batch.opened, batch.pending = [*batch.v], {}
        empty = np.full((len(self._rows), size), NONE, np.int16)
        batch.turns = (evolve(batch.turns[-1], words=empty, choices=empty, said=None),)
        return batch

    def _seeds(self, table: Table, seat: str, games: Rows, options: int) -> Bits:
        """Seeds of playouts: the same for every option, of no use for guessing what the game will draw."""
        own = table.view.batch.mixed[table.rows[games]] ^ np.uint64(key(f"bot:planner:{seat}"))
        starts = mix(mix(own) ^ np.uint64(table.turn))
        each = mix(starts[:, None] + np.arange(self.playouts, dtype=np.uint64)[None, :])
        return np.repeat(each[:, None, :], options, axis=1).reshape(-1)


@frozen(eq=False)
class _Rollout:
    """Takes given options in the first turn, and after that decides as an official.

    `heard` are the words already spoken; None where they are still to be: then one's own goes with the
    option.
    """

    official: OfficialChooser
    others: OfficialChooser
    turn: int
    seat: str
    places: Small
    heard: Mapping[str, Small] | None

    def words(self, table: Table, seat: str) -> Small:
        """What a seat says of the deals."""
        if table.turn != self.turn or (self.heard is None and seat != self.seat):
            return self._player(seat).words(table, seat)
        if self.heard is not None:
            return self.heard[seat][table.rows]
        return table.word_for(seat, self.places[table.rows])

    def options(self, table: Table, seat: str) -> Small:
        """The place of the option that the seat chooses."""
        if table.turn == self.turn and seat == self.seat:
            return self.places[table.rows]
        return self._player(seat).options(table, seat)

    def _player(self, seat: str) -> OfficialChooser:
        return self.official if seat == self.seat else self.others
