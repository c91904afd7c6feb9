"""The programs that are measured, with what of them is on the screen when they have started."""

import subprocess
import sys
from pathlib import Path

from attrs import frozen

HERE = Path(__file__).resolve().parent
LOG_LINES = 5000


@frozen
class Rival:
    """A program: its command, a text of its first screen, and two keys that each change something there."""

    name: str
    command: tuple[str, ...]
    text: str
    keys: tuple[str, str] = ("down", "up")


def game() -> Rival:
    """The game's title, as it is installed beside this Python."""
    return Rival("dosmesas", (str(Path(sys.executable).with_name("dosmesas")),), "M E S A S", ("e", "e"))


def table(folder: Path) -> Rival:
    """The table of a game that is played from the command line: it is on the screen when its keys are."""
    play = (*game().command, "play", "culiacan", "--seed", "7", "--lang", "en")
    return Rival("dosmesas, table", (*play, "--save", str(folder / "table.jsonl")), "quit")


def minimal() -> Rival:
    """The least that a Textual app has."""
    return Rival("minimal app", (sys.executable, str(HERE / "minimal_app.py")), "A minimal app")


def others(cache: Path, folder: Path) -> list[Rival]:
    """Toolong and harlequin, each in an environment of its own below `cache`, as far as they can be had."""
    log = folder / "five-thousand.log"
    lines = (f"2024-01-01 12:00:{n % 60:02} line {n} of a log" for n in range(LOG_LINES))
    log.write_text("\n".join(lines), encoding="utf-8")
    found = []
    toolong = installed("toolong", "tl", cache)
    if toolong:
        found.append(Rival("toolong", (toolong, str(log)), "of a log", ("up", "down")))
    harlequin = installed("harlequin", "harlequin", cache)
    if harlequin:
        found.append(Rival("harlequin", (harlequin,), "Query Editor", ("a", "a")))
    return found


def installed(package: str, command: str, cache: Path) -> str:
    """Where a command of a package is, after installing it if need be; empty where that cannot be done."""
    folder = cache / package
    path = folder / "bin" / command
    if not path.exists():
        steps = (
            [sys.executable, "-m", "venv", str(folder)],
            [str(folder / "bin/pip"), "install", "-q", package],
        )
        for step in steps:
            done = subprocess.run(step, check=False, capture_output=True, text=True)
            if done.returncode:
                why = done.stderr.strip().rpartition("\n")[2]
                print(f"{package} is left out, for it cannot be installed: {why}", file=sys.stderr)
                return ""
    return str(path)
