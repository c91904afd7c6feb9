"""A game of a batch as a state of the engine, to hold one against the other.

A batch writes no receipts, so what a state says of them is left out: how many were made in the turn, and
which of them sent a delayed effect on its way. Nothing in a game depends on either.
"""

from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen

from dosmesas.debate.judge import REST, Answer
from dosmesas.engine.plays import text_of, text_of_answer
from dosmesas.engine.state import Decision, Pending, Point, State
from dosmesas.sim.batch.columns import NONE, Batch, Said, Turn
from dosmesas.sim.batch.numbers import Small
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.batch.program import seat_rows
from dosmesas.sim.batch.table import Agendum


def without_receipts(state: State) -> State:
    """The state but for what it says of receipts; delayed effects sorted, for their order means nothing."""
    pending = sorted((evolve(one, cause="") for one in state.pending), key=lambda one: (one.due, one.after))
    return evolve(state, made=0, pending=tuple(pending))


@frozen
class Reader:
    """Reads single games out of batches."""

    game: BatchGame

    def state(self, batch: Batch, row: int) -> State:
        """The state of a game where its seats choose, or at its end."""
        pack = self.game.game.pack
        over = batch.ending is not None
        turns = [self._turn(turn, row, number) for number, turn in enumerate(batch.turns, 1)]
        last = batch.turns[-1]
        point = Point.END if over else Point.CHOOSE
        event = "" if over else [*pack.events][int(last.event[row])]
        endings = pack.ruleset.endings
        ending = (
            endings[int(batch.ending[row])].id if batch.ending is not None and batch.ending[row] >= 0 else ""
        )
        return State(
            int(batch.seeds[row]),
            batch.turn,
            point,
            _row(batch.v, row),
            _row(batch.opened, row),
            tuple(bool(column[row]) for column in batch.f),
            event,
            tuple(one for happened, _ in turns for one in happened),
            self._pending(batch, row),
            tuple(one for _, decisions in turns for one in decisions),
            0,
            _row(batch.at_last, row) if batch.at_last is not None else (),
            ending,
        )

    def _pending(self, batch: Batch, row: int) -> tuple[Pending, ...]:
        found = []
        for (due, number), counts in batch.pending.items():
            name = self.game.program.delay(number).id
            found += [Pending(due, name, self.game.owner_of(name), "")] * int(counts[row])
        return tuple(sorted(found, key=lambda one: (one.due, one.after)))

    def _turn(self, turn: Turn, row: int, number: int) -> tuple[list[tuple[str, int]], list[Decision]]:
        pack, program = self.game.game.pack, self.game.program
        entry = self.game.events[int(turn.event[row])]
        news = [self.game.agenda.bulletins[place][0] for place in self.game.agenda.by_first]
        came = {one.id for one, yes in zip(pack.bulletins.values(), turn.news[:, row], strict=True) if yes}
        happened = [(one.id, number) for one in news if one.id in came] + [(entry.event.id, number)]
        seats, rows = entry.seats, seat_rows(pack)
        decisions = [
            Decision(number, Point.WORD, seat, entry.sayings[int(turn.words[rows[seat], row])])
            for seat in seats
            if turn.words[rows[seat], row] != NONE
        ]
        decisions += [
            Decision(number, Point.CHOOSE, seat, program.options[int(turn.choices[rows[seat], row])].id)
            for seat in seats
            if turn.choices[rows[seat], row] != NONE
        ]
        if turn.said is not None and entry.argued:
            decisions += self._said(turn.said, row, number, entry)
        return happened, decisions

    def _said(self, said: Said, row: int, turn: int, entry: Agendum) -> list[Decision]:
        """Cases, rebuttals and answers, for the seats that had a choice."""
        rows, found = seat_rows(self.game.game.pack), list[Decision]()
        asked = {seat: said.asked[rows[seat], :, row] for seat in entry.seats}
        for seat in entry.seats:
            if asked[seat][0]:
                found.append(Decision(turn, Point.CASE, seat, self._play(said.case[rows[seat], :, row])))
        for foe, seat in sorted((foe, seat) for seat, foe in entry.foes.items() if foe):
            if asked[seat][1]:
                found.append(Decision(turn, Point.REBUT, foe, self._play(said.against[rows[seat], :, row])))
        for seat in entry.seats:
            if asked[seat][2]:
                answer = self._answer(said, rows[seat], row)
                found.append(Decision(turn, Point.REPLY, seat, text_of_answer(answer)))
        return found

    def _play(self, cards: Small) -> str:
        return text_of(tuple(self._names[card] for card in cards if card != NONE))

    def _answer(self, said: Said, seat: int, row: int) -> Answer:
        kind, card, place = (int(one) for one in said.answer[seat, :, row])
        if not kind:
            return REST
        backed = self._names[said.case[seat, place, row]] if place != NONE else ""
        return Answer(("rest", "reply", "back", "concede")[kind], self._names[card], backed)

    @property
    def _names(self) -> tuple[str, ...]:
        assert self.game.floor is not None, "nothing is said where there is no floor"
        return self.game.floor.cards.names


def _row(columns: Sequence[Any], row: int) -> tuple[int, ...]:
    return tuple(int(column[row]) for column in columns)
