"""What was at work in the games of a certificate, and what never was."""

from collections.abc import Iterable

import numpy as np
from attrs import Factory, define, field

from dosmesas.engine.program import key_of
from dosmesas.model.arguments import Card
from dosmesas.model.effects import Change, Effect, SetFlag, walk
from dosmesas.model.rules import Rule
from dosmesas.sim.batch.columns import NONE, Batch, View
from dosmesas.sim.batch.home import BLOCKED, Arguments
from dosmesas.sim.batch.numbers import Bits, Yes
from dosmesas.sim.batch.playing import DRIFT, OVER, RATIFY, RECKON, BatchGame, Moment
from dosmesas.sim.batch.table import Table

_BANDS = ("sure", "watered", "blocked")
"""What an option may have besides its own effects, by the band of its home table."""


@define(eq=False)
class Witness:
    """Watches games: rules that fired, what came, options, claims; how often arguing changed a band.

    `at_bound` counts for each indicator the ends of turns at which it stood at a bound, of `ends`;
    `after` the games in which it did so after the outlook, of `games`.
    """

    game: BatchGame
    fired: set[str] = Factory(set)
    came: set[str] = Factory(set)
    chosen: set[str] = Factory(set)
    struck: set[str] = Factory(set)
    cards: set[str] = Factory(set)
    ends: int = 0
    games: int = 0
    at_bound: dict[str, int] = field(factory=dict)
    after: dict[str, int] = field(factory=dict)
    _words: list[tuple[Bits, Yes]] = Factory(list)
    _waiting: dict[str, Rule] = field(init=False)

    @_waiting.default
    def _rules(self) -> dict[str, Rule]:
        return dict(self.game.game.pack.ruleset.rules)

    def __call__(self, moment: Moment) -> None:
        """Note what is at work now."""
        if moment.when == DRIFT:
            self._drift(moment.batch)
        elif moment.when == RATIFY:
            for table, verdict in zip(moment.tables, moment.verdicts, strict=True):
                self._argued(table, verdict.bands)
                self._struck(table, verdict.bands)
        elif moment.when == RECKON:
            self._turn(moment.batch)
            self._bounds(moment.batch, self.at_bound)
        elif moment.when == OVER:
            self.games += moment.batch.size
            self._bounds(moment.batch, self.after)

    def _drift(self, batch: Batch) -> None:
        """Rules whose condition holds somewhere have fired; those that have are asked no more."""
        view = View.of(batch)
        held = [
            name
            for name, rule in self._waiting.items()
            if view.holds(self.game.program.holds(rule.when), batch.turn).any()
        ]
        for name in held:
            self.fired.add(name)
            del self._waiting[name]

    def _argued(self, table: Table, bands: dict[str, np.ndarray]) -> None:
        """How often the band is not the one that silence would have left."""
        floor, home = self.game.floor, self.game.home
        if floor is None or home is None or not table.entry.argued or table.entry.answers_for:
            return
        unspoken = Arguments({seat: floor.unspoken(table, seat) for seat in table.entry.seats})
        silent = home.verdicts(table, unspoken)
        for seat in table.entry.seats:
            seeds = table.view.batch.seeds[table.rows]
            self._words.append((seeds, silent.bands[seat] != bands[seat]))

    def argued(self) -> list[tuple[int, int]]:
        """For each game how many argued decisions had another band than silence, and how many there were."""
        if not self._words:
            return []
        seeds = np.concatenate([one for one, _ in self._words])
        changed = np.concatenate([one for _, one in self._words])
        _, game, of = np.unique(seeds, return_inverse=True, return_counts=True)
        times = np.bincount(game, weights=changed)
        return [(int(time), int(all_of)) for time, all_of in zip(times, of, strict=True)]

    def _struck(self, table: Table, bands: dict[str, np.ndarray]) -> None:
        for pact in table.entry.pacts:
            kept = np.logical_and.reduce(table.chosen(pact))
            passed = np.logical_and.reduce([bands[seat] < BLOCKED for seat, _ in pact.between])
            if (kept & passed).any():
                self.struck.add(pact.deal.id)

    def _turn(self, batch: Batch) -> None:
        pack, turn = self.game.game.pack, batch.turns[-1]
        events, bulletins = [*pack.events], [*pack.bulletins]
        self.came |= {events[number] for number in np.unique(turn.event)}
        self.came |= {bulletins[place] for place in np.flatnonzero(turn.news.any(axis=1))}
        options = self.game.program.options
        self.chosen |= {options[number].id for number in np.unique(turn.choices) if number != NONE}
        if turn.said is not None and self.game.floor is not None:
            names = self.game.floor.cards.names
            said = np.concatenate([one.reshape(-1) for one in (turn.said.case, turn.said.against)])
            said = np.concatenate([said, turn.said.answer[:, 1].reshape(-1)])
            self.cards |= {names[number] for number in np.unique(said) if number != NONE}
        self.ends += batch.size

    def _bounds(self, batch: Batch, into: dict[str, int]) -> None:
        """Count the games in which an indicator stands at the end of its range."""
        for one, column in zip(self.game.game.tables.indicators, batch.v, strict=True):
            stuck = int(((column <= one.low) | (column >= one.high)).sum())
            into[one.id] = into.get(one.id, 0) + stuck

    def claims(self) -> set[str]:
        """The claims that were at work: cited by what fired, came, was chosen or was said."""
        pack, ruleset = self.game.game.pack, self.game.game.pack.ruleset
        found = set[str]()
        for name in self.fired:
            found |= _cited(ruleset.rules[name].effects)
        owned = self.game.game.tables.program.blocks.owned()
        keys = [*self.chosen, *(key_of(band, one) for band in _BANDS for one in self.chosen)]
        keys += [*(key_of("deal", name) for name in self.struck)]
        keys += [key_of("bulletin", name) for name in self.came if name in pack.bulletins]
        for key in keys:
            found |= _cited(owned.get(key, ()))
        cards: dict[str, Card] = dict(self.game.game.tables.floor.cards)
        for name in self.cards & {*cards}:
            found |= {*cards[name].because}
        return found


def _cited(effects: Iterable[Effect]) -> set[str]:
    leaves = (one for one in walk(tuple(effects)) if isinstance(one, Change | SetFlag))
    return {claim for one in leaves for claim in one.because}
