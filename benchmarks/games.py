"""Many games by bots: which endings they reach, how fast, and that each replays to the same digest."""

import argparse
import time
from collections import Counter

from dosmesas.bots.bot import make_bot
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.load.loading import load_pack
from dosmesas.text.number import fixed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", nargs="?", default="culiacan")
    parser.add_argument("--games", type=int, default=1000)
    parser.add_argument("--bot", default="random")
    parser.add_argument("--view", default="authors", help="the worldview to play under, or 'all'")
    options = parser.parse_args()
    pack = load_pack(options.pack)
    views = pack.ruleset.worldviews
    if options.view not in {"all", *views}:
        parser.error(f"no worldview '{options.view}'; known: all, {', '.join(views)}")
    for view in views if options.view == "all" else (options.view,):
        report(Game(pack, views[view]), options)


def report(game: Game, options: argparse.Namespace) -> None:
    """Play the games under one worldview and print what came of them."""
    pack = game.pack
    endings: Counter[str] = Counter()
    events: Counter[str] = Counter()
    chosen: Counter[str] = Counter()
    returns: Counter[str] = Counter()
    lowest: dict[str, int] = {}
    highest: dict[str, int] = {}
    start = time.perf_counter()
    for seed in range(options.games):
        path = playout(game, seed, make_bot(options.bot, pack, game.view, seed).choose)
        state = path[-1].state
        endings[state.ending] += 1
        events.update(name for name, _ in state.happened)
        chosen.update(one.action for one in state.decisions)
        returns.update(game.returns(state))
        returns["joint"] += game.joint_return(state)
        for name, value in zip(game.tables.names, state.values, strict=True):
            lowest[name], highest[name] = (
                min(value, lowest.get(name, value)),
                max(value, highest.get(name, value)),
            )
    taken = time.perf_counter() - start
    different = sum(not same_again(game, options.bot, seed) for seed in range(options.games))
    print(
        f"{options.games} games, worldview {game.view.id}, bot {options.bot}: "
        f"{options.games / taken:.0f} games a second"
    )
    print(f"replayed to another digest: {different}")
    for ending in pack.ruleset.endings:
        note = "" if endings[ending.id] else "   NEVER REACHED"
        print(f"  ending {ending.id:24} {endings[ending.id] * 100 / options.games:5.1f} %{note}")
    for name in [*pack.events, *pack.bulletins]:
        print(f"  came   {name:24} {events[name] * 100 / options.games:5.1f} %")
    for name in sorted(returns):
        print(f"  return {name:24} {fixed(returns[name] // options.games)}")
    for name in game.tables.names:
        print(f"  after the outlook {name:20} {fixed(lowest[name])} to {fixed(highest[name])}")
    never = [
        one.id for e in pack.events.values() for s in e.seats.values() for one in s if not chosen[one.id]
    ]
    print("  options never chosen:", ", ".join(never) or "none")


def same_again(game: Game, bot: str, seed: int) -> bool:
    """Whether the decisions of a game, applied to its seed, lead to the same digest."""
    state = playout(game, seed, make_bot(bot, game.pack, game.view, seed).choose)[-1].state
    again = game.new_initial_state(seed)
    decisions = list(state.decisions)
    while not game.is_terminal(again):
        movers = game.to_move(again)
        taken, decisions = decisions[: len(movers)], decisions[len(movers) :]
        again = game.apply(again, {one.seat: one.action for one in taken}).state
    return again.digest() == state.digest()


if __name__ == "__main__":
    main()
