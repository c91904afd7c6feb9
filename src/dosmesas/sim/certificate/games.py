"""Games played for a certificate, with what each came to."""

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import define

from dosmesas.model.rules import Pack
from dosmesas.sim.batch.columns import Batch
from dosmesas.sim.batch.deciding import Chooser
from dosmesas.sim.batch.numbers import Bits, Ints, Rows, Small
from dosmesas.sim.batch.playing import BatchGame, Watch
from dosmesas.sim.batch.scores import by_country, halves, joint, whole
from dosmesas.sim.shares import Share

_PART = 4000
"""So many games at once: more take no less time a game."""


@define(eq=False)
class Played:
    """So many games: the ending's number, returns and their halves by seat, by country and joint.

    Columns are in the order of the seeds; returns in thousandths of 100.
    """

    ending: Small
    returns: Mapping[str, Ints]
    last: Mapping[str, Ints]
    after: Mapping[str, Ints]
    countries: Mapping[str, Ints]
    joint: Ints

    @property
    def games(self) -> int:
        """How many games."""
        return len(self.ending)

    def share(self, ending: int) -> Share:
        """The share of an ending."""
        return Share(int((self.ending == ending).sum()), self.games)


def play(
    game: BatchGame, seeds: Bits, chooser: Chooser, watch: Watch | None = None, *, lots: Bits | None = None
) -> Played:
    """Play the games of these seeds; `lots` are those by which events are drawn, if not the same."""
    over, index = list[Batch](), list[Rows]()
    for start in range(0, len(seeds), _PART):
        here = slice(start, start + _PART)
        begun = game.begin(seeds[here], None if lots is None else lots[here])
        part = game.play(begun, chooser, watch)
        over += part
        index += [batch.index + start for batch in part]
    order = np.argsort(np.concatenate(index))
    return _read(game.game.pack, over, order)


def _read(pack: Pack, over: list[Batch], order: Rows) -> Played:
    both = [halves(pack, batch) for batch in over]
    found = [whole(last, after) for last, after in both]
    endings = [batch.ending for batch in over if batch.ending is not None]
    return Played(
        np.concatenate(endings)[order],
        _joined(found, order),
        _joined([last for last, _ in both], order),
        _joined([after for _, after in both], order),
        _joined([by_country(pack, one) for one in found], order),
        np.concatenate([joint(pack, one) for one in found])[order],
    )


def _joined(parts: Sequence[Mapping[str, Ints]], order: Rows) -> dict[str, Ints]:
    return {name: np.concatenate([one[name] for one in parts])[order] for name in parts[0]}


def seeds_from(name: int, games: int) -> Bits:
    """Seeds of a sweep: those of another number have nothing in common."""
    return np.arange(games, dtype=np.uint64) + np.uint64(name << 40)
