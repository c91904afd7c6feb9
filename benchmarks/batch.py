"""Many games at once against the same game by hand, in NumPy and in Python; and the cost of more rules.

The game is benchmarks/tides with random players, 20,000 games a batch. The best of several rounds counts,
taken in turn so that all meet the same machine. Turns are those that are played; both batches go through the
twelve steps of outlook as well.
"""

import time
from collections.abc import Callable

import numpy as np
from attrs import evolve
from turns import HERE, best, timed
from twin import Twin
from twin_columns import Columns

from dosmesas.bots.random import RandomBot
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.lang.parser import parse
from dosmesas.load.loading import read
from dosmesas.load.locate import Roots
from dosmesas.model.effects import Change
from dosmesas.model.rules import Pack, Rule
from dosmesas.sim.batch.choosing import RandomChooser
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.text.local import NO_TEXT
from dosmesas.text.span import NOWHERE

GAMES = 20_000
RULES = (10, 30, 100, 300, 1000)
SEEDS = np.arange(GAMES, dtype=np.uint64)


def main() -> None:
    pack = read(HERE / "content" / "tides", Roots(HERE / "seeds", HERE / "game", HERE / "content")).pack
    assert pack is not None
    game = BatchGame(Game(pack, pack.ruleset.worldviews["authors"]))
    check(game)
    recorded = record(pack)
    took = best(
        lambda: timed(lambda: play(game)),
        lambda: timed(lambda: Columns(SEEDS).play(pack.turns)),
        lambda: by_hand(recorded),
    )
    turns = (GAMES * pack.turns, GAMES * pack.turns, sum(len(options) for _, options in recorded))
    rates = [count / seconds for count, seconds in zip(turns, took, strict=True)]
    print(f"many games at once:  {rates[0] / 1e6:.2f} million turns a second")
    print(f"NumPy by hand:       {rates[1] / 1e6:.2f} million turns a second")
    print(f"Python by hand:      {rates[2] / 1e6:.2f} million turns a second (without outlook and players)")
    print(f"ratio to NumPy by hand: {rates[0] / rates[1]:.2f} (wanted: 0.5 or more)")
    print(f"ratio to Python by hand: {rates[0] / rates[2]:.1f}")
    curve(pack)


def play(game: BatchGame) -> list[object]:
    return [*game.play(game.begin(SEEDS), RandomChooser(game.game.pack))]


def check(game: BatchGame) -> None:
    """Both come to the same numbers in every game, at the last turn and after the outlook."""
    (over,) = game.play(game.begin(SEEDS), RandomChooser(game.game.pack))
    twin = Columns(SEEDS)
    twin.play(game.game.pack.turns)
    assert over.at_last is not None
    for mine, other in zip([*over.at_last, *over.v], [*twin.at_last, *twin.values], strict=True):
        assert (mine == other).all()


def record(pack: Pack) -> list[tuple[int, list[str]]]:
    """Games by random players: the option of each turn but the last."""
    game, found = Game(pack, pack.ruleset.worldviews["authors"]), []
    for seed in range(200):
        end = playout(game, seed, RandomBot(seed).choose)[-1].state
        found.append((seed, [one.action for one in end.decisions][:-1]))
    return found


def by_hand(recorded: list[tuple[int, list[str]]]) -> float:
    """Seconds that the Python twin takes."""
    starts = [(Twin(seed), options) for seed, options in recorded]
    begun = time.perf_counter()
    for twin, options in starts:
        for option in options:
            twin.play(option)
    return time.perf_counter() - begun


def curve(pack: Pack) -> None:
    """What a turn costs with more rules of the same kind."""
    plain: float | None = None
    for count in RULES:
        game = BatchGame(Game(with_rules(pack, count), pack.ruleset.worldviews["authors"]))
        play(game)
        seconds = best_of(3, lambda game=game: play(game))  # type: ignore[misc] # mypy has no types for defaults of a lambda
        cost = seconds / (GAMES * pack.turns) * 1e9
        plain = plain or cost / count
        print(f"{count:5} rules: {cost:8.0f} ns a turn, {cost / count / plain:.2f} a rule of what ten cost")


def with_rules(pack: Pack, count: int) -> Pack:
    """The pack with so many rules, all with a condition of their own and a rounded amount."""
    names = [*pack.ruleset.indicators]
    rules = {}
    for number in range(count):
        read_from, moved = names[number % len(names)], names[(number * 3 + 1) % len(names)]
        amount = parse(f"0.00{1 + number % 9} * ({read_from} - {number // 8 + 1} / 10)")
        effect = Change(moved, amount, next(iter(pack.ruleset.rules.values())).because, NOWHERE)
        condition = parse(f"{read_from} > {number / 16:.3f}")
        name = f"r{number:04}"
        rules[name] = Rule(name, NO_TEXT, effect.because, (effect,), NOWHERE, condition)
    return evolve(pack, ruleset=evolve(pack.ruleset, rules=rules))


def best_of(rounds: int, work: Callable[[], object]) -> float:
    """The least seconds of some rounds."""
    return min(timed(work) for _ in range(rounds))


if __name__ == "__main__":
    main()
