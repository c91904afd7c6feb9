"""From batches to a summary."""

import numpy as np
from attrs import define, field

from dosmesas.sim.batch.columns import NONE, Batch
from dosmesas.sim.batch.deciding import Chooser
from dosmesas.sim.batch.numbers import Bits, mix
from dosmesas.sim.batch.playing import RECKON, BatchGame, Moment
from dosmesas.sim.batch.scores import joint, returns
from dosmesas.sim.sweep.summary import AFTER, JOINT, Spread, Summary

_MOST_RETURN = 100_000


@define(eq=False)
class Collector:
    """Watches games and adds them up."""

    game: BatchGame
    summary: Summary = field(factory=Summary)

    def play(self, seeds: Bits, chooser: Chooser) -> Summary:
        """Play the games of these seeds and add them."""
        for batch in self.game.play(self.game.begin(seeds), chooser, self.watch):
            self._over(batch)
        return self.summary

    def watch(self, moment: Moment) -> None:
        """Add the numbers at the end of a turn."""
        if moment.when == RECKON:
            self.summary.turns += moment.batch.size
            self._numbers(moment.batch, moment.batch.turn)

    def _numbers(self, batch: Batch, turn: int) -> None:
        for one, column in zip(self.game.game.tables.indicators, batch.v, strict=True):
            spread = self.summary.indicators.setdefault((turn, one.id), Spread(one.low, one.high))
            spread.add(column)

    def _over(self, batch: Batch) -> None:
        """Add games that are over."""
        pack, summary = self.game.game.pack, self.summary
        summary.games += batch.size
        self._numbers(batch, AFTER)
        assert batch.ending is not None, "the games are over"
        names = [one.id for one in pack.ruleset.endings]
        for number, count in enumerate(np.bincount(batch.ending, minlength=len(names)).tolist()):
            summary.endings[names[number]] += count
        self._came(batch)
        found = returns(pack, batch)
        for office, column in [*found.items(), (JOINT, joint(pack, found))]:
            summary.returns.setdefault(office, Spread(0, _MOST_RETURN)).add(column)
        summary.hash_in(*fingerprint(batch))

    def _came(self, batch: Batch) -> None:
        pack, program = self.game.game.pack, self.game.program
        events, bulletins = [*pack.events], [*pack.bulletins]
        for turn in batch.turns:
            for number, count in enumerate(np.bincount(turn.event).tolist()):
                self.summary.came[events[number]] += count
            for place, count in enumerate(turn.news.sum(axis=1).tolist()):
                self.summary.came[bulletins[place]] += count
            chosen = turn.choices[turn.choices != NONE]
            for number, count in enumerate(np.bincount(chosen).tolist()):
                if count:
                    self.summary.chosen[program.options[number].id] += count


def fingerprint(batch: Batch) -> tuple[int, int]:
    """Two sums, modulo 2**64, of a hash of each game: its seed, decisions, last numbers, flags and ending."""
    hashed = mix(batch.seeds)
    columns = [*batch.v, *batch.f, *(batch.at_last or ())]
    for turn in batch.turns:
        columns += [turn.event, *turn.choices]
    if batch.ending is not None:
        columns.append(batch.ending)
    for column in columns:
        hashed = mix(hashed ^ column.astype(np.int64).view(np.uint64))
    return int(hashed.sum()), int(mix(hashed).sum())
