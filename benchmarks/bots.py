"""Who plays better: paired games on common seeds, seat after seat against personas; a planner's time.

Each line is a mean difference in points of mandate with its 95 % interval. The planner is that of the table.
"""

import argparse
import time

import numpy as np

from dosmesas.bots.names import GREEDY, PERSONA, PLANNER, RANDOM
from dosmesas.engine.game import Game
from dosmesas.engine.observe import InformationState
from dosmesas.engine.playout import playout
from dosmesas.engine.state import Point
from dosmesas.load.loading import load_pack
from dosmesas.sim.batch.deciding import Chooser
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.certificate.games import play
from dosmesas.sim.planner import PlannerBot
from dosmesas.sim.sweep.players import Seated, chooser_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", nargs="?", default="culiacan")
    parser.add_argument("--games", type=int, default=1000)
    options = parser.parse_args()
    pack = load_pack(options.pack)
    game = BatchGame(Game(pack, pack.ruleset.worldviews["authors"]))
    ahead = BatchGame(game.game, rehearsed=True)
    choosers: dict[str, Chooser] = {
        name: chooser_of(name, game, ahead) for name in (RANDOM, PERSONA, GREEDY, PLANNER)
    }
    seeds = np.arange(options.games, dtype=np.uint64)
    every: dict[str, list[np.ndarray]] = {}
    for seat in pack.seats:
        found = {}
        for name in (RANDOM, GREEDY, PLANNER):
            seated = Seated({**dict.fromkeys(pack.seats, choosers[PERSONA]), seat: choosers[name]})
            found[name] = play(game, seeds, seated).returns[seat] / 1000
        for better, worse in ((GREEDY, RANDOM), (PLANNER, GREEDY)):
            gain = found[better] - found[worse]
            every.setdefault(f"{better} over {worse}", []).append(gain)
            print(f"{seat}: {better} over {worse} {told(gain)}")
    for pair, gains in every.items():
        print(f"all seats: {pair} {told(np.mean(gains, axis=0))}")
    answers(game.game)


def told(gain: np.ndarray) -> str:
    """A mean with its interval."""
    return f"{gain.mean():+.2f} (give or take {1.96 * gain.std(ddof=1) / len(gain) ** 0.5:.2f})"


def answers(game: Game) -> None:
    """How long a planner takes for an answer, once it is ready."""
    seconds: list[float] = []

    def choose(info: InformationState) -> str:
        if info.point not in {Point.WORD, Point.CHOOSE}:
            return info.legal[0]
        begun = time.perf_counter()
        action = bot.choose(info)
        seconds.append(time.perf_counter() - begun)
        return action

    bot = PlannerBot(game.pack, game.view, 0)
    playout(game, 0, choose)
    seconds.clear()
    for seed in range(5):
        playout(game, seed, choose)
    ordered = sorted(seconds)
    median, slow = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    times = f"{median * 1000:.0f} ms, p95 {slow * 1000:.0f} ms"
    print(f"a planner's answer: {times} of {len(ordered)} (wanted: 250)")


if __name__ == "__main__":
    main()
