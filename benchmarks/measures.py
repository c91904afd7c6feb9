"""What is measured of programs at terminals: starts, keys, idling, turns; in turn, so that noise hits all."""

import math
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen
from player import QUIET, Player
from ptys import Program, press, pump, settle, until
from rivals import Rival, minimal

from dosmesas.tui import commands

BETWEEN = 0.06
"""Seconds between two keys: so many a fast typist leaves."""


@frozen
class Effort:
    """How much is measured: starts and keys of each program, turns in all, seconds of idling."""

    starts: int
    keys: int
    turns: int
    idle: float


@frozen
class Spread:
    """Measurements of one thing, in milliseconds."""

    median: float
    p95: float
    count: int

    @classmethod
    def of(cls, seconds: Iterable[float]) -> "Spread":
        """The spread of some seconds."""
        found = sorted(one * 1000 for one in seconds)
        return cls(statistics.median(found), found[math.ceil(len(found) * 0.95) - 1], len(found))


def starts(rivals: Sequence[Rival], runs: int, env: Mapping[str, str]) -> dict[str, Spread]:
    """From the start of a program to the first text of its first screen; and of Python alone."""
    taken: dict[str, list[float]] = {one.name: [] for one in rivals}
    taken["python -c pass"] = []
    for run in range(runs + 1):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True, env=dict(env))
        bare = time.perf_counter() - begun
        found = {"python -c pass": bare, **{one.name: _start(one, env) for one in rivals}}
        if run:  # the first round warms the disk's cache
            for name, seconds in found.items():
                taken[name].append(seconds)
    return {name: Spread.of(seconds) for name, seconds in taken.items()}


def _start(rival: Rival, env: Mapping[str, str]) -> float:
    program = Program(rival.command, env)
    until(program, rival.text)
    taken = program.last - program.started
    program.end()
    return taken


def keys_and_idle(
    rivals: Sequence[Rival], effort: Effort, env: Mapping[str, str]
) -> dict[str, dict[str, Any]]:
    """From a key to the first byte, then the processor time of doing nothing, then memory; all at once."""
    programs = {one.name: Program(one.command, env) for one in rivals}
    for one in rivals:
        until(programs[one.name], one.text)
    settle(programs.values(), 1.0)
    taken: dict[str, list[float]] = {one.name: [] for one in rivals}
    for number in range(effort.keys):
        for one in rivals:
            pump(programs.values(), BETWEEN / len(rivals))
            found = press(programs[one.name], one.keys[number % 2], 0.02, 0.5)
            if found:
                taken[one.name].append(found[0])
    settle(programs.values(), 1.0)
    before = {name: (one.processor(), len(one.seen)) for name, one in programs.items()}
    pump(programs.values(), effort.idle)
    found = {
        name: {
            "key": Spread.of(taken[name]),
            "idle": (one.processor() - before[name][0]) / effort.idle * 100,
            "idle_bytes": len(one.seen) - before[name][1],
            "memory": one.memory(),
        }
        for name, one in programs.items()
    }
    for one in programs.values():
        one.end()
    return found


def play_turns(rival: Rival, effort: Effort, saves: Path, env: Mapping[str, str]) -> dict[str, Any]:
    """Games by keys in one process, from the title on, and in turn with them a page of the minimal app."""
    program, beside = Program(rival.command, env), Program(minimal().command, env)
    until(program, rival.text)
    until(beside, minimal().text)
    settle([program, beside], 1.0)
    begun = program.memory()
    press(program, commands.PLAY.key, 1.0)
    player = Player(program, saves, (commands.NEW_GAME.key, commands.PLAY.key))
    pages: list[tuple[float, float] | None] = []
    while (played := player.turns()) < effort.turns:
        for _ in range(20):
            player.press()
            pages.append(press(beside, "enter", QUIET))
    memory = program.memory()
    playing = player.playing()
    program.end()
    beside.end()
    shown = [one for one in pages if one]
    return {
        "turns": played,
        "games": len([*saves.glob("*.jsonl")]),
        "turn_first": Spread.of(one.first for one in playing),
        "turn_last": Spread.of(one.last for one in playing),
        "decided_first": Spread.of(one.first for one in player.presses),
        "decided_last": Spread.of(one.last for one in player.presses),
        "moves": Spread.of(player.moves),
        "page_first": Spread.of(one[0] for one in shown),
        "page_last": Spread.of(one[1] for one in shown),
        "memory_begun": begun,
        "memory": memory,
    }
