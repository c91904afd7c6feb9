"""The sweeps of a certificate, one after the other, on seeds of their own."""

from collections.abc import Callable

import numpy as np
from attrs import frozen

from dosmesas.bots.known import NOTES
from dosmesas.bots.names import GREEDY, PERSONA, PLANNER, RANDOM
from dosmesas.model.balance import BOUNDS, Bound
from dosmesas.model.rules import Pack
from dosmesas.sim.batch.deciding import Chooser
from dosmesas.sim.batch.planning import Planner
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.certificate.figures import Certificate, Figure, Reach
from dosmesas.sim.certificate.games import Played, play, seeds_from
from dosmesas.sim.certificate.options import Judging
from dosmesas.sim.certificate.strategies import Fixed, Mixed
from dosmesas.sim.certificate.watching import Witness
from dosmesas.sim.shares import Clustered, Interval, Share
from dosmesas.sim.sweep.players import Seated, chooser_of

SWEEPS = ("mixed", "players", "planner", "little", "notes", "same", "options")
"""The sweeps by name, in the order of the certificate."""
_BEST = 0
"""The number of the best ending: the first in endings.yaml."""
MIXED, BOTS, LITTLE, ONE_NOTE, AHEAD, SAME, OPTIONS, DRAWN = range(1, 9)
"""The sweeps by number: each plays seeds of its own."""
_UPPER, _LOWER = 200_000 / 3, 100_000 / 3
_DO_LITTLE = "do-little"


@frozen
class Effort:
    """How many games each sweep plays; `strategies` fixed ones on `seeds` seeds each."""

    games: int = 2000
    planned: int = 240
    judged: int = 160
    strategies: int = 120
    seeds: int = 25
    playouts: int = 24

    @classmethod
    def of(cls, games: int) -> "Effort":
        """The effort where a sweep plays so many games: the dear ones in the usual proportion."""
        usual = cls()
        share = games / usual.games
        return cls(
            games,
            max(1, round(usual.planned * share)),
            max(1, round(usual.judged * share)),
            max(1, round(usual.strategies * share)),
        )


@frozen(eq=False)
class Surveyor:
    """Plays a pack for its certificate."""

    pack: Pack
    view: str
    seed: int
    effort: Effort
    game: BatchGame

    @classmethod
    def of(cls, game: BatchGame, seed: int, effort: Effort) -> "Surveyor":
        """A surveyor of a game that is ready."""
        return cls(game.game.pack, game.game.view.id, seed, effort, game)

    def _planner_of(self, *arguments: int) -> Planner:
        """A planner: only the sweeps that ask for one pay for its rehearsal."""
        return Planner(BatchGame(self.game.game, rehearsed=True), self.effort.playouts, *arguments)

    def sweep(self, name: str) -> Certificate:
        """Play one sweep, and say what it says."""
        found = Certificate(self.pack.id, self.view, self.seed, self.effort.games)
        sweeps: dict[str, Callable[[Certificate], None]] = {
            "mixed": self._mixed,
            "players": self._players,
            "planner": self._planner,
            "little": self._little,
            "notes": self._notes,
            "same": self._same,
            "options": self._options,
        }
        sweeps[name](found)
        return found

    def _play(
        self, game: BatchGame, sweep: int, games: int, chooser: Chooser, watch: Witness | None = None
    ) -> Played:
        return play(game, seeds_from(self.seed * 16 + sweep, games), chooser, watch)

    def _bound(self, name: str) -> Bound:
        return self.pack.balance.get(name, BOUNDS[name])

    def _figure(self, bound: str, share: Interval, about: str = "") -> Figure:
        least, most = self._bound(bound)
        return Figure(bound, about, share.percent, share.low, share.high, least, most)

    def _mixed(self, found: Certificate) -> None:
        """Mixed players: endings, what was at work, the outlook, who wins at whose cost."""
        game = self.game
        witness = Witness(game)
        names = [RANDOM, PERSONA, GREEDY, *self.pack.ruleset.doctrines]
        mixed = Mixed([chooser_of(name, game) for name in names])
        played = self._play(game, MIXED, self.effort.games, mixed, witness)
        for number, ending in enumerate(self.pack.ruleset.endings):
            found.figures.append(self._figure("ending", played.share(number), ending.id))
        if argued := witness.argued():
            found.figures.append(self._figure("argument", Clustered.of(argued)))
        countries = [*played.countries.values()]
        lopsided = np.zeros(played.games, bool)
        for mine in countries:
            for other in countries:
                lopsided |= (mine >= _UPPER) & (other <= _LOWER)
        found.figures.append(self._figure("lopsided", Share(int(lopsided.sum()), played.games)))
        for seat, after in played.after.items():
            both = float((after + played.last[seat]).sum())
            found.outlook[seat] = 100 * float(after.sum()) / both if both else 0.0
        self._never(witness, found)

    def _never(self, witness: Witness, found: Certificate) -> None:
        pack, ruleset = self.pack, self.pack.ruleset
        drawn = [name for name, one in pack.events.items() if {*one.seats} & {*pack.seats}]
        options = [
            one.id
            for event in pack.events.values()
            for seat in pack.seats
            for one in event.seats.get(seat, ())
        ]
        found.never = {
            "events": [name for name in drawn if name not in witness.came],
            "bulletins": [name for name in pack.bulletins if name not in witness.came],
            "rules": [name for name in ruleset.rules if name not in witness.fired],
            "options": [name for name in options if name not in witness.chosen],
            "claims": sorted({*ruleset.dossier.claims} - witness.claims()),
        }
        for name, times in witness.at_bound.items():
            after = witness.after.get(name, 0)
            if times or after:
                shares = (100 * times / max(1, witness.ends), 100 * after / max(1, witness.games))
                found.stuck[name] = shares

    def _players(self, found: Certificate) -> None:
        """What players of each kind reach."""
        game = self.game
        for name in (RANDOM, PERSONA, GREEDY):
            played = self._play(game, BOTS, self.effort.games, chooser_of(name, game))
            found.reaches.append(self._reach(name, played))
            if name == RANDOM:
                found.figures.append(self._figure("random_best", played.share(_BEST)))

    def _planner(self, found: Certificate) -> None:
        """What players who look ahead for the best ending reach."""
        planner = self._planner_of(50, _BEST)
        played = self._play(self.game, AHEAD, self.effort.planned, planner)
        found.reaches.append(self._reach(PLANNER, played))
        found.figures.append(self._figure("planner_best", played.share(_BEST)))

    def _reach(self, name: str, played: Played) -> Reach:
        endings = {
            one.id: played.share(number).percent for number, one in enumerate(self.pack.ruleset.endings)
        }
        columns = {**played.returns, "joint": played.joint}
        return Reach(name, played.games, endings, {seat: _mean(column) for seat, column in columns.items()})

    def _little(self, found: Certificate) -> None:
        """How much more a seat reaches by its mandate than by doing little; the gap between seats."""
        game = self.game
        persona, gains = chooser_of(PERSONA, game), dict[str, tuple[float, float]]()
        little = chooser_of(_DO_LITTLE, game)
        games = self.effort.games // 2
        own = self._play(game, LITTLE, games, persona)
        for seat in sorted(self.pack.seats):
            others = Seated({**dict.fromkeys(self.pack.seats, persona), seat: little})
            without = self._play(game, LITTLE, games, others)
            gains[seat] = _mean(own.returns[seat] - without.returns[seat])
        most, least = max(gains, key=lambda one: gains[one][0]), min(gains, key=lambda one: gains[one][0])
        gap, reach = gains[most][0] - gains[least][0], gains[most][1] + gains[least][1]
        low, high = self._bound("seat_gap")
        about = f"{most} > {least}"
        found.figures.append(Figure("seat_gap", about, gap, gap - reach, gap + reach, low, high))
        for seat, (gain, error) in gains.items():
            found.figures.append(Figure("seat_gain", seat, gain, gain - error, gain + error))

    def _notes(self, found: Certificate) -> None:
        """Whether always the same reaches the best ending."""
        for note in (one for one in NOTES if one != _DO_LITTLE):
            played = self._play(self.game, ONE_NOTE, self.effort.games // 2, chooser_of(note, self.game))
            found.reaches.append(self._reach(note, played))
            found.figures.append(self._figure("one_note", played.share(_BEST), note))

    def _same(self, found: Certificate) -> None:
        """In how many seeds the same decisions lead to the ending that they lead to most.

        Decisions are the same only where the events are: in the games of a strategy, one lot draws them.
        """
        strategies, seeds = self.effort.strategies, self.effort.seeds
        numbers = np.repeat(np.arange(strategies), seeds)
        common = np.tile(seeds_from(self.seed * 16 + SAME, seeds), strategies)
        lots = np.repeat(seeds_from(self.seed * 16 + DRAWN, strategies), seeds)
        groups: list[tuple[int, int]] = []
        part = 2000 // seeds * seeds
        for start in range(0, len(numbers), part):
            rows = slice(start, start + part)
            played = play(self.game, common[rows], Fixed(numbers[rows]), lots=lots[rows])
            most = [np.bincount(ending).max(initial=0) for ending in played.ending.reshape(-1, seeds)]
            groups += [(int(times), seeds) for times in most]
        found.figures.append(self._figure("same_ending", Clustered.of(groups)))

    def _options(self, found: Certificate) -> None:
        """Each option's share of being best, in the states that mixed players come to."""
        game = self.game
        names = [PERSONA, GREEDY, *self.pack.ruleset.doctrines]
        mixed = Mixed([chooser_of(name, game) for name in names])
        judging = Judging(mixed, self._planner_of())
        self._play(game, OPTIONS, self.effort.judged, judging)
        found.options = judging.figures()
        for one in found.options:
            found.figures.append(self._figure("best_alone", one.alone, one.option))
            found.figures.append(self._figure("as_good", one.near, one.option))


def _mean(column: np.ndarray) -> tuple[float, float]:
    """The mean of thousandths in units, and half its interval."""
    error = 1.96 * float(column.std(ddof=1)) / len(column) ** 0.5 if len(column) > 1 else float("inf")
    return float(column.mean()) / 1000, error / 1000
