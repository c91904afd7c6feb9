"""Faults that were planted: what each changes in a copy of the project, and what fuzzing makes of it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

ROOT = Path(__file__).parent.parent.parent.parent
FAULTS = Path(__file__).parent / "faults"
_COPIED = ("src", "seeds", "game", "content", "tests/small", "tests/fishing", "pyproject.toml")


@frozen
class Change:
    """One text in a file, and what stands in its place."""

    file: str
    old: str
    new: str


@frozen
class Fault:
    """A fault: its room, its name, the pack that is fuzzed, its changes."""

    room: str
    name: str
    pack: str
    changes: tuple[Change, ...]


def faults() -> Iterator[Fault]:
    """All faults of the lists beside this file."""
    for path in sorted(FAULTS.glob("*.txt")):
        for part in f"\n{path.read_text(encoding='utf-8')}".split("\n== ")[1:]:
            yield _fault(path.stem, part)


def _fault(room: str, text: str) -> Fault:
    name, *rows = text.rstrip().split("\n")
    pack, file, old, new = "", "", list[str](), list[str]()
    changes: list[Change] = []

    def close() -> None:
        if old:
            changes.append(Change(file, "\n".join(old), "\n".join(new)))
        old.clear()
        new.clear()

    for row in rows:
        if row.startswith("- ") and new:
            close()
        if row.startswith("pack: "):
            pack = row.removeprefix("pack: ")
        elif row.startswith("file: "):
            close()
            file = row.removeprefix("file: ")
        elif row.startswith(("- ", "+ ")):
            (old if row[0] == "-" else new).append(row[2:])
    close()
    return Fault(room, name, pack, tuple(changes))


def copied(folder: Path) -> Path:
    """A copy of the project in which faults can be planted."""
    for name in _COPIED:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return folder


def plant(fault: Fault, base: Path) -> None:
    """Make the changes of a fault in a copy; each old text stands there."""
    for one in fault.changes:
        path = base / one.file
        text = path.read_text(encoding="utf-8")
        assert one.old in text, f"{fault.name}: {one.file} does not hold\n{one.old}"
        path.write_text(text.replace(one.old, one.new, 1), encoding="utf-8")


def uproot(fault: Fault, base: Path) -> None:
    """Take them back."""
    for one in fault.changes:
        shutil.copy(ROOT / one.file, base / one.file)


def fuzzed(fault: Fault, base: Path, minutes: float = 1.0) -> dict[str, Any]:
    """What fuzzing says of a copy, as JSON."""
    env = {**os.environ, "PYTHONPATH": str(base / "src"), "DOSMESAS_SAVES": str(base / "saves")}
    shutil.rmtree(base / "saves", ignore_errors=True)
    command = [sys.executable, "-m", "dosmesas", "fuzz", fault.pack, "--minutes", str(minutes), "--json"]
    done = subprocess.run(command, cwd=base, env=env, capture_output=True, text=True, check=False)
    if not done.stdout:
        return {"ok": False, "error": done.stderr, "found": None, "games": 0, "seconds": 0}
    found: dict[str, Any] = json.loads(done.stdout)
    return found
