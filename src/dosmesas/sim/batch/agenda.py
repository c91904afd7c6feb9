"""Which bulletins and which event come in each game, by the same named draws as engine/agenda.py."""

import numpy as np
from attrs import frozen

from dosmesas.model.events import Bulletin
from dosmesas.model.limits import BULLETINS_A_TURN
from dosmesas.sim.batch.columns import Batch, View
from dosmesas.sim.batch.numbers import Bits, Rows, Small, Yes, below, mix, numbers, streams
from dosmesas.sim.batch.program import Condition, Program, by_first


@frozen(eq=False)
class Race:
    """An event that is drawn: its number, its draws' name, weight and condition."""

    number: int
    name: str
    weight: int
    holds: Condition | None


@frozen(eq=False)
class Agenda:
    """The agenda of a pack; the races of a tier stand in the order of first names."""

    fixed: dict[int, int]
    tiers: tuple[tuple[Race, ...], ...]
    fallback: int | None
    bulletins: tuple[tuple[Bulletin, Condition | None], ...]
    by_first: list[int]
    events: int

    @classmethod
    def of(cls, program: Program) -> "Agenda":
        """The agenda of a program."""
        tables, number = program.tables, program.news_number
        tiers = []
        for tier in tables.tiers:
            ordered = [tier[place] for place in by_first(one.event for one in tier)]
            tiers.append(
                tuple(
                    Race(number[one.id], one.race, one.event.weight, program.holds(one.event.when))
                    for one in ordered
                )
            )
        bulletins = tuple(program.pack.bulletins.values())
        return cls(
            {turn: number[event.id] for turn, event in tables.fixed.items()},
            tuple(tiers),
            None if tables.fallback is None else number[tables.fallback.id],
            tuple((one, program.holds(one.when)) for one in bulletins),
            by_first(bulletins),
            len(program.pack.events),
        )

    def drawn_as(self, seeds: Bits) -> dict[str, Bits]:
        """Where draws of events begin in games of these seeds, to draw the same ones in other games."""
        mixed = mix(seeds)
        return {one.name: streams(mixed, one.name) for tier in self.tiers for one in tier}

    def news(self, batch: Batch, turn: int) -> Yes:
        """Which bulletins come, (bulletins, games)."""
        found = np.zeros((len(self.bulletins), batch.size), bool)
        drawn: dict[int, Bits] = {}
        view = View.of(batch)
        for place, (one, holds) in enumerate(self.bulletins):
            if one.turn is not None and one.turn != turn:
                continue
            ready = ~batch.came[self.events + place]
            if holds is not None:
                ready &= view.holds(holds, turn)
            if ready.any():
                drawn[place] = numbers(_streams(batch, f"bulletin:{one.first}"), turn)
                found[place] = ready & below(drawn[place], one.chance)
        return self._at_most(found, drawn)

    def _at_most(self, found: Yes, drawn: dict[int, Bits]) -> Yes:
        """Four at most: those with the greatest draws, of equal ones the later by first name."""
        crowded = np.flatnonzero(found.sum(axis=0) > BULLETINS_A_TURN)
        if len(crowded):
            places = np.array([place for place in reversed(self.by_first) if place in drawn], np.intp)
            came = found[np.ix_(places, crowded)]
            draws = np.stack([drawn[int(place)][crowded] for place in places])
            # Those that did not come go last: draws the other way round, and the greatest of all for them.
            order = np.lexsort((~draws, ~came), axis=0)[:BULLETINS_A_TURN]
            kept = np.zeros_like(came)
            np.put_along_axis(kept, order, values=True, axis=0)
            found[np.ix_(places, crowded)] = kept
        return found

    def events_next(self, batch: Batch, turn: int) -> Small:
        """The event of each game, by number."""
        if turn in self.fixed:
            return np.full(batch.size, self.fixed[turn], np.int16)
        chosen = np.full(batch.size, -1, np.int16)
        open_rows = np.arange(batch.size)
        for tier in self.tiers:
            if not len(open_rows):
                break
            chosen[open_rows] = self._won(batch, tier, open_rows, turn)
            open_rows = open_rows[chosen[open_rows] < 0]
        if len(open_rows):
            assert self.fallback is not None, "the loader lets no pack pass in which a turn may lack an event"
            chosen[open_rows] = self.fallback
        return chosen

    @staticmethod
    def _won(batch: Batch, tier: tuple[Race, ...], rows: Rows, turn: int) -> Small:
        """The winner of a tier in each of these games, -1 where none is ready."""
        view = View.of(batch, None if len(rows) == batch.size else rows)
        winner, best = np.full(len(rows), -1, np.int16), np.zeros(len(rows), np.uint64)
        for one in tier:
            came = batch.came[one.number]
            ready = ~(came if view.rows is None else came[rows])
            if one.holds is not None:
                ready &= view.holds(one.holds, turn)
            if not ready.any():
                continue
            starts = _streams(batch, one.name)
            starts = starts if view.rows is None else starts[rows]
            some = None if ready.all() else np.flatnonzero(ready)
            draw = _greatest(starts if some is None else starts[some], turn, one.weight)
            if some is None:
                first = (draw >= best) | (winner < 0)
                winner[first], best = one.number, np.maximum(draw, best)
            else:
                won = some[(draw >= best[some]) | (winner[some] < 0)]
                winner[won] = one.number
                best[some] = np.maximum(draw, best[some])
        return winner


def _greatest(starts: Bits, turn: int, times: int) -> Bits:
    found = numbers(starts, turn)
    for index in range(1, times):
        found = np.maximum(found, numbers(starts, turn, index))
    return found


def _streams(batch: Batch, name: str) -> Bits:
    """Where a name's draws begin: kept, for the agenda asks for them in every turn."""
    if name not in batch.kept:
        batch.kept[name] = streams(batch.mixed, name)
    return batch.kept[name]
