"""How fast the game is at a terminal of 120x40, beside a minimal Textual app, toolong and harlequin.

One run, one machine: everything is started, pressed and watched in turn, so that other work hits all alike.
"""

import argparse
import json
import os
import platform
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

from attrs import asdict, frozen
from measures import Effort, Spread, keys_and_idle, play_turns, starts
from ptys import HEIGHT, WIDTH
from rivals import game, minimal, others, table

USUAL, QUICK = Effort(20, 200, 100, 25), Effort(5, 40, 12, 5)
GAME, TABLE, MINIMAL = game().name, "dosmesas, table", minimal().name
Figures = dict[str, Any]


@frozen
class Bar:
    """A figure beside the most that it should be."""

    what: str
    figure: float
    bar: float
    unit: str = ""

    @property
    def reached(self) -> bool:
        """Whether it is good enough."""
        return self.figure <= self.bar

    @property
    def line(self) -> str:
        """In words."""
        verdict = "reached" if self.reached else "MISSED "
        return f"{verdict}  {self.what}: {self.figure:.2f}{self.unit}, wanted at most {self.bar:g}{self.unit}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer of everything: to see that it works")
    parser.add_argument(
        "--json", metavar="FILE", help="write all figures to a file as well; - prints them alone"
    )
    parser.add_argument(
        "--others",
        metavar="FOLDER",
        help="where toolong and harlequin are or will be installed; else in a folder that is thrown away",
    )
    parser.add_argument("--alone", action="store_true", help="without toolong and harlequin")
    options = parser.parse_args()
    figures = measure(options.others, QUICK if options.quick else USUAL, alone=options.alone)
    bars = bars_of(figures)
    if options.json:
        whole = {**figures, "bars": [{**asdict(one), "reached": one.reached} for one in bars]}
        text = json.dumps(whole, indent=1, default=asdict)
        print(text) if options.json == "-" else Path(options.json).write_text(text + "\n", encoding="utf-8")
    if options.json != "-":
        print(told(figures))
        print("\n".join(one.line for one in bars))


def measure(cache: str | None, effort: Effort, *, alone: bool) -> Figures:
    """All figures of one run."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        saves = folder / "saves"
        env = environment(folder, saves)
        rivals = [] if alone else others(Path(cache) if cache else folder / "others", folder)
        load = os.getloadavg()[0]
        started = starts([minimal(), game(), *rivals], effort.starts, env)
        watched = keys_and_idle([minimal(), table(folder), *rivals], effort, env)
        turns = play_turns(game(), effort, saves, env)
        return {
            "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}, "
            f"textual {version('textual')}",
            "load": [load, os.getloadavg()[0]],
            "starts": started,
            "watched": watched,
            "turns": turns,
        }


def environment(folder: Path, saves: Path) -> dict[str, str]:
    """What the programs are told of the terminal; none of them reads or writes the user's own files."""
    saves.mkdir()
    own = ("LC_", "XDG_", "DOSMESAS_")
    env = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # else every start compiles the programs anew
    return env | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "DOSMESAS_SAVES": str(saves),
    }


def bars_of(figures: Figures) -> list[Bar]:
    """What was wanted of the figures."""
    start, watched, turns = figures["starts"], figures["watched"], figures["turns"]
    least, key, bare = start[MINIMAL].median, watched[TABLE]["key"], watched[MINIMAL]["key"]
    bars = [Bar("start to first text, as a multiple of the minimal app's", start[GAME].median / least, 1.3)]
    bars += [
        Bar(f"start to first text, as a part of {name}'s", start[GAME].median / start[name].median, 1)
        for name in start
        if name in {"toolong", "harlequin"}
    ]
    return [
        *bars,
        Bar("key to first byte, p95", key.p95, 8, " ms"),
        Bar("key to first byte, p95, as a multiple of the minimal app's", key.p95 / bare.p95, 1.5),
        Bar("turn played to first byte, p95", turns["turn_first"].p95, 60, " ms"),
        Bar("turn played to last byte, p95", turns["turn_last"].p95, 60, " ms"),
        Bar("idle", watched[TABLE]["idle"], 0.3, " % CPU"),
        Bar(f"memory after {turns['turns']} turns", turns["memory"], 60, " MB"),
    ]


def told(figures: Figures) -> str:
    """The figures as tables, with how noisy it was."""
    start, watched, turns = figures["starts"], figures["watched"], figures["turns"]
    least, bare = start[MINIMAL], start["python -c pass"]
    before, after = figures["load"]
    noise = bare.p95 / bare.median, least.p95 / least.median
    lines = [
        f"{figures['machine']}, {WIDTH}x{HEIGHT}; load {before:.1f} before, {after:.1f} after",
        f"noise, p95 over median: bare Python {noise[0]:.2f}, the minimal app's start {noise[1]:.2f}",
        f"\nfrom the start to the first text, ms ({least.count} starts each)   x minimal app",
    ]
    lines += [f"  {name:24} {spread(one)}   {one.median / least.median:5.2f}" for name, one in start.items()]
    lines.append("\nfrom a key to the first byte, ms     x minimal (p95)     idle CPU %, bytes     memory MB")
    lines += [
        f"  {name:24} {spread(one['key'])}   {one['key'].p95 / watched[MINIMAL]['key'].p95:5.2f}"
        f"        {one['idle']:5.2f} {one['idle_bytes']:6}      {one['memory']:6.1f}"
        for name, one in watched.items()
    ]
    lines.append(f"\n{turns['turns']} turns by keys, {turns['games']} games in one process, ms")
    rows = {
        "Enter that played a turn": "turn",
        "any Enter that decided": "decided",
        "minimal app: a page": "page",
    }
    for what, key in rows.items():
        lines.append(f"  {what + ', first byte':38} {spread(turns[key + '_first'])}")
        lines.append(f"  {'  last byte':38} {spread(turns[key + '_last'])}")
    lines.append(f"  {'a step down a list, first byte':38} {spread(turns['moves'])}")
    lines.append(f"  memory: {turns['memory_begun']:.1f} MB on the title, {turns['memory']:.1f} MB after\n")
    return "\n".join(lines)


def spread(one: Spread) -> str:
    """Median and p95, with how many there were."""
    return f"median {one.median:7.1f}  p95 {one.p95:7.1f}  ({one.count})"


if __name__ == "__main__":
    main()
