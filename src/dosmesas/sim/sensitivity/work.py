"""Games with and without belief in one claim, on the same seeds and by the same players."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from attrs import evolve, frozen

from dosmesas.bots.names import PERSONA
from dosmesas.engine.game import Game
from dosmesas.model.effects import Change, walk
from dosmesas.model.expressions import owners
from dosmesas.model.rules import Pack, Worldview
from dosmesas.sim.batch.columns import Batch
from dosmesas.sim.batch.deciding import Chooser
from dosmesas.sim.batch.numbers import Bits, Ints, Small
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.batch.scores import joint, returns
from dosmesas.sim.shares import Share
from dosmesas.sim.sweep.players import chooser_of
from dosmesas.sim.sweep.summary import JOINT
from dosmesas.sim.sweep.work import Rules


@frozen
class Moved:
    """A mean change by taking a claim back, with half its 95 % interval, in units."""

    mean: float
    error: float

    @property
    def sure(self) -> bool:
        """Whether the interval leaves out nothing happening."""
        return abs(self.mean) > self.error


@frozen
class Hinge:
    """What hangs on a claim: in how many games the ending is another, which endings come more or less often.

    `endings` are changes of shares in 100; `indicators` (after the outlook) and `returns` mean changes.
    """

    claim: str
    belief: int
    ending: Share
    endings: Mapping[str, Moved]
    indicators: Mapping[str, Moved]
    returns: Mapping[str, Moved]


@frozen(eq=False)
class Outcome:
    """What games came to, in the order of their seeds."""

    ending: Small
    indicators: Mapping[str, Ints]
    returns: Mapping[str, Ints]


def claims_of(pack: Pack, view: Worldview) -> list[str]:
    """The claims whose belief can matter: what changes of numbers or cards cite, and is believed at all."""
    cited = {
        claim
        for _, _, effects in owners(pack)
        for effect in walk(effects)
        if isinstance(effect, Change)
        for claim in effect.because
    }
    lists = [line.cards for line in pack.ruleset.bank.lines.values()]
    lists += [event.cards for event in pack.events.values()]
    cited |= {claim for cards in lists for card in cards for claim in card.because}
    belief = pack.ruleset.beliefs(view)
    return sorted(one for one in cited if one in pack.ruleset.dossier.claims and belief[one])


def hinges(rules: Rules, claims: Sequence[str], games: int, seed: int) -> list[Hinge]:
    """What hangs on each of these claims, in whatever process this is sent to."""
    pack, base = rules.read(), _base(rules, games, seed)
    return [
        _hinge(pack, pack.ruleset.worldviews[rules.view], claim, base, _seeds(games, seed))
        for claim in claims
    ]


def _seeds(games: int, seed: int) -> Bits:
    return np.arange(games, dtype=np.uint64) + np.uint64(seed << 40)


@lru_cache(2)
def _base(rules: Rules, games: int, seed: int) -> tuple[Outcome, Chooser]:
    """The games as they are under the view, and the players: who plays believes what it believed."""
    pack = rules.read()
    game = BatchGame(Game(pack, pack.ruleset.worldviews[rules.view]))
    chooser = chooser_of(PERSONA, game)
    return _played(game, chooser, _seeds(games, seed)), chooser


def _hinge(pack: Pack, view: Worldview, claim: str, base: tuple[Outcome, Chooser], seeds: Bits) -> Hinge:
    before, chooser = base
    doubting = evolve(view, beliefs={**view.beliefs, claim: 0})
    after = _played(BatchGame(Game(pack, doubting)), chooser, seeds)
    other = before.ending != after.ending
    endings = {
        one.id: _moved(100_000 * ((after.ending == number).astype(np.int64) - (before.ending == number)))
        for number, one in enumerate(pack.ruleset.endings)
    }
    return Hinge(
        claim,
        pack.ruleset.beliefs(view)[claim],
        Share(int(other.sum()), len(other)),
        endings,
        {name: _moved(after.indicators[name] - column) for name, column in before.indicators.items()},
        {name: _moved(after.returns[name] - column) for name, column in before.returns.items()},
    )


def _moved(change: Ints) -> Moved:
    error = 1.96 * float(change.std(ddof=1)) / len(change) ** 0.5 if len(change) > 1 else float("inf")
    return Moved(float(change.mean()) / 1000, error / 1000)


def _played(game: BatchGame, chooser: Chooser, seeds: Bits) -> Outcome:
    over = game.play(game.begin(seeds), chooser)
    order = np.argsort(np.concatenate([batch.index for batch in over]))
    pack = game.game.pack
    scores = [_scores(pack, batch) for batch in over]
    names = [*pack.ruleset.indicators]
    return Outcome(
        np.concatenate([batch.ending for batch in over if batch.ending is not None])[order],
        {name: np.concatenate([batch.v[slot] for batch in over])[order] for slot, name in enumerate(names)},
        {name: np.concatenate([one[name] for one in scores])[order] for name in scores[0]},
    )


def _scores(pack: Pack, batch: Batch) -> dict[str, Ints]:
    found = returns(pack, batch)
    return {**found, JOINT: joint(pack, found)}
