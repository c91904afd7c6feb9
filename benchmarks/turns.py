"""One turn with receipts against the same game written by hand; one compiled condition against Python's own.

Decisions are recorded beforehand, so that only the carrying out is timed. The best of several rounds counts:
the rest is the machine's other work. The last turn, with its twelve steps of outlook, is left out of both.
"""

import time
from collections.abc import Callable
from pathlib import Path

from attrs import evolve
from twin import FLEET, PRICE, STOCK, Twin

from dosmesas.bots.random import RandomBot
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.engine.slots import PackSlots
from dosmesas.lang.compiled import functions
from dosmesas.lang.generate import source
from dosmesas.lang.parser import parse
from dosmesas.load.loading import read
from dosmesas.load.locate import Roots
from dosmesas.model.rules import Pack

HERE = Path(__file__).parent / "tides"
GAMES = 300
ROUNDS = 15
SEAT = "no.minister"
Recorded = list[tuple[int, list[str]]]


def main() -> None:
    pack = read(HERE / "content" / "tides", Roots(HERE / "seeds", HERE / "game", HERE / "content")).pack
    assert pack is not None
    game = Game(pack, pack.ruleset.worldviews["authors"])
    recorded = record(game)
    check(game, recorded)
    turns = sum(len(options) for _, options in recorded)
    with_receipts, by_hand = (
        took / turns for took in best(lambda: play(game, recorded), lambda: play_twin(recorded))
    )
    print(f"a turn with receipts: {with_receipts * 1e6:.2f} us, {1 / with_receipts:,.0f} turns a second")
    print(f"the twin by hand:     {by_hand * 1e6:.2f} us, {1 / by_hand:,.0f} turns a second")
    print(f"ratio: {with_receipts / by_hand:.2f} (wanted: 4 or less)")
    fixed = Game(on_fixed_turns(pack), game.view)
    games = record(fixed)
    (without_lots,) = best(lambda: play(fixed, games))
    print(
        f"with events on fixed turns, so that no lots are drawn: {turns / without_lots:,.0f} turns a second"
    )
    conditions(PackSlots.of(pack))


def on_fixed_turns(pack: Pack) -> Pack:
    """The pack with each event but the last on a turn of its own."""
    events = sorted(pack.events.values(), key=lambda event: event.repeats)
    fixed = {one.id: one if one.repeats else evolve(one, turn=turn) for turn, one in enumerate(events, 1)}
    return evolve(pack, events=fixed)


def record(game: Game) -> Recorded:
    """Games by random players: the option of each turn but the last."""
    found = []
    for seed in range(GAMES):
        path = playout(game, seed, RandomBot(seed).choose)
        found.append((seed, [one.action for one in path[-1].state.decisions][:-1]))
    return found


def check(game: Game, recorded: Recorded) -> None:
    """Engine and twin stand alike after every turn."""
    for seed, options in recorded:
        state, twin = game.new_initial_state(seed), Twin(seed)
        for option in options:
            state = game.apply(state, {SEAT: option}).state
            twin.play(option)
            assert (list(state.values), state.event) == (twin.values, twin.event), (seed, state.turn)


def play(game: Game, recorded: Recorded) -> float:
    """Seconds that the engine takes."""
    starts = [(game.new_initial_state(seed), [{SEAT: one} for one in options]) for seed, options in recorded]
    apply, begun = game.apply, time.perf_counter()
    for state, options in starts:
        for option in options:
            state = apply(state, option).state  # noqa: PLW2901 - the next state takes the place of the last
    return time.perf_counter() - begun


def play_twin(recorded: Recorded) -> float:
    """Seconds that the twin takes."""
    starts = [(Twin(seed), options) for seed, options in recorded]
    begun = time.perf_counter()
    for twin, options in starts:
        for option in options:
            twin.play(option)
    return time.perf_counter() - begun


def best(*measures: Callable[[], float]) -> list[float]:
    """The least of several measurements of each, taken in turns so that all meet the same machine."""
    rounds = [[measure() for measure in measures] for _ in range(ROUNDS)]
    return [min(column) for column in zip(*rounds, strict=True)]


TEXT = "stock < 45 and 0.5 * price + 20 >= 30 and (fleet > 40 or max(stock, price) <= 60)"


def by_hand(values: tuple[int, ...]) -> bool:
    """The same condition as a Python programmer writes it."""
    stock, price, fleet = values[STOCK], values[PRICE], values[FLEET]
    half = (500 * price + 499 + (500 * price // 1000 & 1)) // 1000
    return stock < 45_000 and half + 20_000 >= 30_000 and (fleet > 40_000 or max(stock, price) <= 60_000)


def conditions(slots: PackSlots) -> None:
    """A condition with all kinds of parts, compiled and by hand."""
    text = source(parse(TEXT), slots)
    compiled = functions(f"def c(v, f, q, t):\n return {text}", {})["c"]
    states = [tuple((n * 7919 + slot * 104_729) % 100_001 for slot in range(8)) for n in range(20_000)]
    assert all(bool(compiled(v, (), (), 1)) is by_hand(v) for v in states)
    took = best(
        lambda: timed(lambda: [compiled(v, (), (), 1) for v in states]),
        lambda: timed(lambda: [by_hand(v) for v in states]),
    )
    compiled_ns, by_hand_ns = (seconds / len(states) * 1e9 for seconds in took)
    print(f"a compiled condition: {compiled_ns:.0f} ns, by hand {by_hand_ns:.0f} ns")
    print(f"ratio: {compiled_ns / by_hand_ns:.2f} (wanted: 3 or less)")


def timed(work: Callable[[], object]) -> float:
    """Seconds of one call."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
