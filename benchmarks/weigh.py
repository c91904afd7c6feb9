"""Makes the options of a pack weigh alike: `python benchmarks/weigh.py content/PACK --games 60 --rounds 4`.

A planner puts a price on each option in the states that players come to. What an option is worth more or less than
its siblings of the same seat, in points of mandate, is taken off its effects or added to them, in proportion to
what the mandate says of each. Signs stay, amounts stay between 0.5 and 8 in steps of a half. Read the diff afterwards:
what is fair to count may still be odd to tell.
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
LEAST, MOST = 0.5, 8.0
ENOUGH = 0.25
"""Options within so many points of mandate of each other are left alone."""


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
        if open_at >= 0 and (head or (line.strip() and len(line) - len(line.lstrip()) <= indent) or number == len(lines)):
            found[name], open_at = range(open_at, number), -1
        if head:
            open_at, name, indent = number, head[2], len(head[1])
    return found


def shift(lines: list[str], block: range, worth: dict[str, float], points: float) -> bool:
    """Move an option by so many points of mandate; whether anything could be moved."""
    at = [(n, m) for n in block if (m := AMOUNT.match(lines[n])) and worth.get(m[2])]
    total = sum(worth[m[2]] ** 2 for _, m in at)
    moved, left = False, points
    for n, m in sorted(at, key=lambda one: -abs(worth[one[1][2]])):
        old = float(m[4])
        raw = old + (points * worth[m[2]] / total)
        if abs(raw - old) < LEAST / 2 and abs(left) > ENOUGH / 2:
            raw = old + np.copysign(LEAST, points * worth[m[2]])
        sign = -1 if old < 0 else 1
        new = sign * min(max(round(abs(raw) * 2) / 2 if raw * sign > 0 else LEAST, LEAST), max(MOST, abs(old)))
        if new == old or abs(left) < ENOUGH / 2:
            continue
        left -= (new - old) * worth[m[2]]
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
    asked.add_argument("--only", default="", help="a part of an option's name, or of an event's")
    said = asked.parse_args()
    for turn in range(said.rounds + 1):
        pack = load_pack(str(said.folder))
        judging, found = prices(pack, said.games, 900 + turn, said.playouts)
        report(judging)
        if turn == said.rounds:
            break
        for path in sorted((said.folder / "events").glob("*.yaml")):
            lines = path.read_text(encoding="utf-8").splitlines()
            for name, block in blocks(lines).items():
                for (option, seat), above in found.items():
                    if option == name and abs(above) > ENOUGH and said.only in f"{path.stem} {name}":
                        shift(lines, block, worths(pack, seat), -said.damp * above)
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def report(judging: Judging) -> None:
    """What lies outside the usual bounds."""
    figures = judging.figures()
    out = [one for one in figures if one.alone.percent > 70 or one.near.percent < 3]
    sys.stdout.write(f"{len(out)} of {len(figures)} options outside\n")
    for one in sorted(out, key=lambda one: one.option):
        sys.stdout.write(
            f"  {one.seat} {one.option}: best in {one.alone.percent:.0f} %, as good in {one.near.percent:.0f} %, "
            f"{one.behind:.1f} behind, {one.states} states\n"
        )
    sys.stdout.flush()


if __name__ == "__main__":
    main()
