"""The brief of a turn in many games: what was on its way lands, bulletins come, then the event."""

from collections.abc import Mapping

import numpy as np

from dosmesas.engine.program import key_of
from dosmesas.sim.batch.agenda import Agenda
from dosmesas.sim.batch.columns import NONE, Batch, Turn, View
from dosmesas.sim.batch.numbers import Yes
from dosmesas.sim.batch.program import Program
from dosmesas.sim.batch.stages import Stage, landing, times


def open_turn(program: Program, agenda: Agenda, seats: int, batch: Batch) -> None:
    """Delayed effects land, bulletins come, then the event is chosen on what came of that."""
    turn = batch.turn + 1
    batch.turn, batch.opened, batch.waits = turn, [*batch.v], True
    news = agenda.news(batch, turn)
    coming = [int(place) for place in np.flatnonzero(news.any(axis=1))]
    stage = program.stage(batch)
    if land(program, batch, stage, turn) or coming:
        for place in coming:
            key = key_of("bulletin", agenda.bulletins[place][0].id)
            if program.has(key):
                program.block(key)(stage.work(View.of(batch, np.flatnonzero(news[place])), turn))
        stage.finish(program.tables.indicators)
    _came(program, batch, {agenda.events + place: news[place] for place in coming})
    event = agenda.events_next(batch, turn)
    _came(program, batch, {int(number): event == number for number in np.unique(event)})
    empty = np.full((seats, batch.size), NONE, np.int16)
    batch.turns = (*batch.turns, Turn(event, news, empty, empty))


def land(program: Program, batch: Batch, stage: Stage, turn: int) -> bool:
    """Carry out what is due; whether anything was."""
    due = landing(batch, turn)
    for delay, counts in due:
        block = program.block(program.delay(delay).id)
        for rows in times(counts):
            block(stage.work(View.of(batch, rows), turn))
    return bool(due)


def note_choices(program: Program, batch: Batch) -> None:
    """Note what was chosen, as far as any expression asks."""
    choices = batch.turns[-1].choices
    asked = {number for (event, _), numbers in program.asked if not event for number in numbers}
    which = {number: (choices == number).any(axis=0) for number in sorted(asked)}
    _note(program, batch, {number: rows for number, rows in which.items() if rows.any()}, event=False)


def _came(program: Program, batch: Batch, which: Mapping[int, Yes]) -> None:
    """Note what has come, for the agenda and for who asks."""
    batch.came = [*batch.came]
    for number, rows in which.items():
        batch.came[number] = batch.came[number] | rows
    _note(program, batch, which, event=True)


def _note(program: Program, batch: Batch, which: Mapping[int, Yes], *, event: bool) -> None:
    for slot, ((about_event, _), numbers) in enumerate(program.asked):
        for number in numbers if about_event is event else ():
            if number in which:
                batch.q = [*batch.q]
                batch.q[slot] = np.where(which[number], batch.turn, batch.q[slot])
