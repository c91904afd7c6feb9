"""`preview` at the command line."""

import signal
import subprocess
import sys
from pathlib import Path

from tests.cli.running import dosmesas, surroundings


def test_one_look_tells_the_story_and_exits_by_what_was_found(tmp_path: Path) -> None:
    dosmesas(tmp_path, "new", "shore")
    fine = dosmesas(tmp_path, "preview", "shore")
    assert fine.returncode == 0
    assert "Turn 4 of 4" in fine.stdout
    pack = tmp_path / "shore/pack.yaml"
    pack.write_text(pack.read_text() + "colour: red\n")
    broken = dosmesas(tmp_path, "preview", "shore")
    assert (broken.returncode, "E0110" in broken.stdout) == (1, True)


def test_decisions_that_cannot_be_read_are_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text("one\n")
    done = dosmesas(tmp_path, "preview", "culiacan", "--decisions", "line.txt")
    assert done.returncode == 2
    assert "line.txt:1" in done.stderr
    assert dosmesas(tmp_path, "preview", "culiacan", "--save", "x", "--decisions", "y").returncode == 2
    assert dosmesas(tmp_path, "preview", "culiacan", "--save", "none.jsonl").returncode == 1


def test_an_interrupt_ends_the_watch_without_a_word(tmp_path: Path) -> None:
    command = [sys.executable, "-u", "-m", "dosmesas", "preview", "culiacan", "--watch"]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env=surroundings(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as run:
        assert run.stdout is not None
        for line in run.stdout:
            if line.startswith("The ending"):
                break
        run.send_signal(signal.SIGINT)
        _, told = run.communicate()
    assert run.returncode == 0
    assert "Traceback" not in told
