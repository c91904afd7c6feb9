"""Makes the options of a pack weigh alike: `python benchmarks/weigh.py content/PACK --games 60 --rounds 4`.

A planner puts a price on each option in the states that players come to. What an option is worth more or
less than its siblings of the same seat, in points of mandate, is taken off its effects or added to them, in
proportion to what the mandate says of each. Signs stay, amounts stay between 0.5 and 5 in steps of a half.
Read the diff afterwards: what is fair to count may still be odd to tell.
"""

import argparse
import re
import sys
from pathlib import Path

import numpy as np

from dosmesas.engine.game import Game
from dosmesas.load.loading import load_pack
from dosmesas.model.rules import Pack
from dosmesas.sim.batch.planning import Planner
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.certificate.games import play, seeds_from
from dosmesas.sim.certificate.options import Judging
from dosmesas.sim.certificate.strategies import Mixed
from dosmesas.sim.sweep.players import chooser_of

AMOUNT = re.compile(r"^(\s*- )([a-z_]+)(: )([+-]\d+(?:\.\d+)?)\s*$")
OPTION = re.compile(r"^(\s*)- option: (\S+)")
LEAST, MOST = 0.5, 5.0
STEP = 1.5
"""The most by which one effect changes in a round."""
ENOUGH = 0.25
"""Options within so many points of mandate of each other are left alone."""
SEEN = 12
"""Options seen in fewer states are left alone: too little is known of them."""
OFTEN, SELDOM = 60, 8
"""Options are touched where one of the seat is best alone in more, or as good in less, of 100 states."""


def prices(pack: Pack, games: int, seed: int, playouts: int) -> tuple[Judging, dict[tuple[str, str], float]]:
    """How many points each option of a seat lies above the mean of those that were legal with it."""
    game = Game(pack, pack.ruleset.worldviews["authors"])
    batch, ahead = BatchGame(game), BatchGame(game, rehearsed=True)
    names = ["persona", "greedy", *pack.ruleset.doctrines]
    judging = Judging(Mixed([chooser_of(name, batch) for name in names]), Planner(ahead, playouts))
    play(batch, seeds_from(seed, games), judging)
    scale, found = playouts * 100 * 1000, dict[tuple[str, str], float]()
    for (_, seat), judged in judging.found.items():
        values = np.concatenate(judged.values, axis=1) / scale
        legal = np.concatenate(judged.legal, axis=1)
        mean = np.where(legal, values, 0).sum(axis=0) / np.maximum(1, legal.sum(axis=0))
        for place, name in enumerate(judged.names):
            here = legal[place] & (legal.sum(axis=0) > 1)
            if here.any():
                found[name, seat] = float((values[place, here] - mean[here]).mean())
    return judging, found


def blocks(lines: list[str]) -> dict[str, range]:
    """The lines of each option."""
    found, open_at, name, indent = dict[str, range](), -1, "", 0
    for number, line in enumerate([*lines, ""]):
        head = OPTION.match(line)
        if open_at >= 0 and (
            head or (line.strip() and len(line) - len(line.lstrip()) <= indent) or number == len(lines)
        ):
            found[name], open_at = range(open_at, number), -1
        if head:
            open_at, name, indent = number, head[2], len(head[1])
    return found


def shift(lines: list[str], block: range, worth: dict[str, float], points: float) -> bool:
    """Move an option by so many points of mandate; whether anything could be moved."""
    at = [(n, m) for n in block if (m := AMOUNT.match(lines[n])) and worth.get(m[2])]
    each = points / max(1, len(at))
    moved, left = False, points
    for n, m in sorted(at, key=lambda one: -abs(worth[one[1][2]])):
        old, one = float(m[4]), worth[m[2]]
        step = min(max(each / one, -STEP), STEP)
        if abs(step) < LEAST / 2 and abs(left) > ENOUGH / 2:
            step = float(np.copysign(LEAST, points * one))
        raw, sign = old + step, -1 if old < 0 else 1
        halves = round(abs(raw) * 2) / 2 if raw * sign > 0 else LEAST
        new = sign * min(max(halves, LEAST), max(MOST, abs(old)))
        if new == old or left * points <= 0:
            continue
        left -= (new - old) * one
        text = f"{new:+.1f}".removesuffix(".0")
        lines[n], moved = f"{m[1]}{m[2]}{m[3]}{text}", True
    return moved


def worths(pack: Pack, seat: str) -> dict[str, float]:
    """Points of mandate for one unit of each indicator."""
    goals = pack.ruleset.offices[seat].goals
    return {one.indicator: 1000 * one.weight / (one.best - one.worst) for one in goals}


def main() -> None:
    """Weigh, and write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--games", type=int, default=60)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--damp", type=float, default=0.7)
    asked.add_argument("--playouts", type=int, default=24)
    asked.add_argument("--only", default="", help="a part of the names of options: event/option")
    said = asked.parse_args()
    kept: dict[Path, str] = {}
    fewest = 1 << 30
    for turn in range(said.rounds + 1):
        pack = load_pack(str(said.folder))
        judging, found = prices(pack, said.games, 900 + turn, said.playouts)
        outside = report(judging)
        paths = sorted((said.folder / "events").glob("*.yaml"))
        if outside < fewest:
            fewest, kept = outside, {path: path.read_text(encoding="utf-8") for path in paths}
        if turn == said.rounds:
            break
        loose = unequal(judging)
        for path in paths:
            lines = path.read_text(encoding="utf-8").splitlines()
            for name, block in blocks(lines).items():
                for (option, seat), above in found.items():
                    mine = option == f"{path.stem}/{name}" and (path.stem, seat) in loose
                    if mine and abs(above) > ENOUGH and said.only in option:
                        shift(lines, block, worths(pack, seat), -said.damp * above)
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for path, text in kept.items():
        path.write_text(text, encoding="utf-8")
    sys.stdout.write(f"kept the round with {fewest} outside\n")


def unequal(judging: Judging) -> set[tuple[str, str]]:
    """Events and seats whose options differ too much."""
    return {
        (one.option.partition("/")[0], one.seat)
        for one in judging.figures()
        if one.states >= SEEN and (one.alone.percent > OFTEN or one.near.percent < SELDOM)
    }


def report(judging: Judging) -> int:
    """Tell what lies outside the usual bounds, and how much it is."""
    figures = judging.figures()
    out = [one for one in figures if one.states >= SEEN and (one.alone.percent > 70 or one.near.percent < 3)]
    sys.stdout.write(f"{len(out)} of {len(figures)} options outside\n")
    for one in sorted(out, key=lambda one: one.option):
        sys.stdout.write(
            f"  {one.seat} {one.option}: best in {one.alone.percent:.0f} %, "
            f"as good in {one.near.percent:.0f} %, {one.behind:.1f} behind, {one.states} states\n"
        )
    sys.stdout.flush()
    return len(out)


if __name__ == "__main__":
    main()
