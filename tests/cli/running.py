"""Runs `python -m dosmesas` in a process of its own, as a player's shell does."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def surroundings(saves: Path, **more: str) -> dict[str, str]:
    """The environment: saves in a folder of the test, English, the checkout's own code."""
    return {
        **os.environ,
        "DOSMESAS_SAVES": str(saves),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUTF8": "1",
        **more,
    }


def dosmesas(saves: Path, *words: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """The command with these words and this input; whatever comes of it, a traceback is a failure."""
    done = subprocess.run(
        [sys.executable, "-m", "dosmesas", *words],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=saves,
        env=surroundings(saves, **more),
        check=False,
    )
    assert "Traceback" not in done.stderr + done.stdout, done.stderr
    return done
