"""Whole games of a batch, turn by turn, in the order of the stages of engine/turn.py."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import numpy as np
from attrs import evolve, field, frozen

from dosmesas.engine.draws import NamedDraws
from dosmesas.engine.game import Game
from dosmesas.model.limits import OUTLOOK_STEPS
from dosmesas.sim.batch.agenda import Agenda
from dosmesas.sim.batch.briefing import land, note_choices, open_turn
from dosmesas.sim.batch.carrying import carry_out
from dosmesas.sim.batch.columns import NONE, Batch, View
from dosmesas.sim.batch.deciding import Chooser, decide
from dosmesas.sim.batch.floor import Floor
from dosmesas.sim.batch.home import Arguments, HomeTables, Verdicts
from dosmesas.sim.batch.numbers import Bits, Small
from dosmesas.sim.batch.program import Program, seat_rows
from dosmesas.sim.batch.rehearsal import Rehearsal
from dosmesas.sim.batch.table import Agendum, Table


class Debates(Protocol):
    """Holds the debates of a turn."""

    def argue(self, batch: Batch, tables: list[Table]) -> dict[int, Arguments]:
        """What the debates of these tables come to, by the number of the event."""


@frozen(eq=False)
class Moment:
    """The games at a moment: where seats choose, home tables have spoken, around the drift, at the end."""

    when: str
    batch: Batch
    tables: Sequence[Table] = ()
    verdicts: Sequence[Verdicts] = ()


CHOOSE, RATIFY, DRIFT, RECKON, OVER = "choose", "ratify", "drift", "reckon", "over"
Watch = Callable[[Moment], None]


def _drawn_by_name(_self: object, _field: object, game: Game) -> None:
    if not isinstance(game.draws, NamedDraws):
        raise TypeError("many games at once have the draws of real games")


@frozen(eq=False, repr=False)
class BatchGame:
    """A pack under a worldview, for many games at once; chance is that of real games, no test double.

    `rehearsed` is for looking ahead: debates are not held, each goes as one of some that were held
    beforehand.
    """

    game: Game = field(validator=_drawn_by_name)
    rehearsed: bool = False
    program: Program = field(init=False)
    agenda: Agenda = field(init=False)
    events: tuple[Agendum, ...] = field(init=False)
    home: HomeTables | None = field(init=False)
    floor: Floor | None = field(init=False)
    debates: Debates | None = field(init=False)
    _rows: Mapping[str, int] = field(init=False)

    @program.default
    def _program(self) -> Program:
        return Program.of(self.game.tables)

    @agenda.default
    def _agenda(self) -> Agenda:
        return Agenda.of(self.program)

    @events.default
    def _events(self) -> tuple[Agendum, ...]:
        events = self.game.pack.events.values()
        return tuple(Agendum.of(self.program, event, number) for number, event in enumerate(events))

    @home.default
    def _home(self) -> HomeTables | None:
        return HomeTables.of(self.program) if "ratify" in self.game.pack.stages else None

    @floor.default
    def _floor(self) -> Floor | None:
        open_events = any(one.argued for one in self.events)
        return Floor.of(self.program) if open_events else None

    @debates.default
    def _debates(self) -> Debates | None:
        return Rehearsal(self.floor, self.events) if self.rehearsed and self.floor else self.floor

    def owner_of(self, delay: str) -> str:
        """Whose a delayed effect is, by its id: what its receipts name."""
        return self.game.tables.program.blocks.owner(delay)

    @_rows.default
    def _seat_rows(self) -> Mapping[str, int]:
        return seat_rows(self.game.pack)

    def get_ready(self) -> None:
        """Write all code and hold all rehearsals now, not when they are first needed."""
        for key in self.program.block_keys():
            self.program.block(key)
        if isinstance(self.debates, Rehearsal):
            self.debates.hold_all()

    def begin(self, seeds: Bits, lots: Bits | None = None) -> Batch:
        """The games of these seeds, before the first turn; `lots` are the seeds by which events are drawn."""
        ruleset, size = self.game.pack.ruleset, len(seeds)
        return Batch(
            seeds,
            np.arange(size),
            [np.full(size, one.start, np.int64) for one in ruleset.indicators.values()],
            [np.full(size, one.start, bool) for one in ruleset.flags.values()],
            [np.zeros(size, np.int64) for _ in self.program.asked],
            [np.zeros(size, bool) for _ in self.program.news_number],
            kept={} if lots is None else self.agenda.drawn_as(lots),
        )

    def play(self, batch: Batch, choose: Chooser, watch: Watch | None = None) -> list[Batch]:
        """Play on to the end; games that end early come first, each part a batch of its own."""
        ended: list[Batch] = []
        while batch.size:
            if not batch.waits:
                open_turn(self.program, self.agenda, len(self._rows), batch)
            tables = self.tables(batch)
            if watch:
                watch(Moment(CHOOSE, batch, tables))
            decide(batch, tables, choose, self._rows)
            batch, over = self.resolve(batch, tables, watch)
            ended += over
        return ended

    def tables(self, batch: Batch) -> list[Table]:
        """The games by the event on the table."""
        event = batch.turns[-1].event
        order = np.argsort(event, kind="stable")
        counts = np.bincount(event, minlength=len(self.events))
        found, start = [], 0
        for number in np.flatnonzero(counts):
            rows = order[start : start + counts[number]]
            start += counts[number]
            view = View.of(batch, None if len(rows) == batch.size else rows)
            found.append(Table.of(self.events[number], view, batch.turn))
        return found

    def resolve(
        self, batch: Batch, tables: list[Table], watch: Watch | None = None
    ) -> tuple[Batch, list[Batch]]:
        """Carry out the choices of a turn; the games that go on, and those that are over."""
        turn, batch.waits = batch.turn, False
        arguments = self._argue(batch, tables)
        for table in tables:
            # The world has changed since the table was laid: what was chosen may be asked about.
            table.view = View.of(batch, table.view.rows)
        if self.home is not None:
            stage = self.program.stage(batch)
            verdicts = [self.home.ratify(stage, table, arguments.get(table.entry.number)) for table in tables]
            if watch:
                watch(Moment(RATIFY, batch, tables, verdicts))
            stage.finish(self.game.tables.indicators)
            stage = self.program.stage(batch)
            for table, verdict in zip(tables, verdicts, strict=True):
                table.view = View.of(batch, table.view.rows)
                self.home.enact(stage, table, verdict)
        else:
            stage = self.program.stage(batch)
            for table in tables:
                carry_out(self.program, stage, table)
        stage.finish(self.game.tables.indicators)
        self._drift(batch, turn, watch)
        if watch:
            watch(Moment(RECKON, batch, tables))
        return self._reckon(batch, watch)

    def _reckon(self, batch: Batch, watch: Watch | None) -> tuple[Batch, list[Batch]]:
        """Which games are over: those with an ending now, and all after the last turn."""
        ending = self._ending(batch, now=True)
        if batch.turn == self.game.pack.turns:
            return batch.take(np.zeros(0, np.intp)), [self._outlook(batch, ending, watch)]
        over = np.flatnonzero(ending != NONE)
        if not len(over):
            return batch, []
        return batch.take(np.flatnonzero(ending == NONE)), [
            self._outlook(batch.take(over), ending[over], watch)
        ]

    def _outlook(self, batch: Batch, ending: Small, watch: Watch | None) -> Batch:
        """Delayed effects and drift alone, twelve steps; then all endings are read."""
        batch = evolve(batch, at_last=batch.v)
        last = batch.turn
        for turn in range(last + 1, last + 1 + OUTLOOK_STEPS):
            batch.opened = [*batch.v]
            stage = self.program.stage(batch)
            if land(self.program, batch, stage, turn):
                stage.finish(self.game.tables.indicators)
            self._drift(batch, turn, watch)
        batch.turn = last + OUTLOOK_STEPS
        batch.ending = np.where(ending == NONE, self._ending(batch, now=False), ending).astype(np.int16)
        if watch:
            watch(Moment(OVER, batch))
        return batch

    def _ending(self, batch: Batch, *, now: bool) -> Small:
        """The number of the first ending that holds in each game, NONE where none does."""
        found = np.full(batch.size, NONE, np.int16)
        view = View.of(batch)
        for number, ending in enumerate(self.game.pack.ruleset.endings):
            if ending.now or not now:
                held = view.holds(self.program.holds(ending.when), batch.turn)
                found[held & (found == NONE)] = number
        return found

    def _drift(self, batch: Batch, turn: int, watch: Watch | None) -> None:
        if watch:
            batch.turn = turn
            watch(Moment(DRIFT, batch))
        stage = self.program.stage(batch)
        self.program.drift(stage.work(View.of(batch), turn))
        stage.finish(self.game.tables.indicators)

    def _argue(self, batch: Batch, tables: list[Table]) -> Mapping[int, Arguments]:
        """The debates of the turn, and what is asked about choices."""
        note_choices(self.program, batch)
        if self.debates is None:
            return {}
        argued = [table for table in tables if table.entry.argued]
        return self.debates.argue(batch, argued) if argued else {}
