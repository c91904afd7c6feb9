"""`dosmesas coverage`: what it prints, exit codes, files that cannot be written or read."""

import json
from pathlib import Path

from tests.cli.running import dosmesas
from tests.cli.test_imports import loaded_by
from tests.support.small import SMALL

REGATTA = str(SMALL / "content" / "regatta")
PLAYED = (REGATTA, "--from", "playouts", "--games", "5")


def test_it_prints_and_writes_what_was_at_work(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "coverage", *PLAYED, "--html", "pages/a.html")
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.startswith("Coverage of The regatta (games played for this: 5)\n")
    assert "events/fog.yaml:1" in (tmp_path / "pages" / "a.html").read_text(encoding="utf-8")
    assert "Nunca en juego" in dosmesas(tmp_path, "coverage", *PLAYED, "--lang", "es").stdout


def test_less_than_was_asked_for_is_a_finding(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "coverage", *PLAYED, "--json")
    assert done.returncode == 0
    percent = json.loads(done.stdout)["total"]["percent"]
    assert 0 < percent < 100
    assert dosmesas(tmp_path, "coverage", *PLAYED, "--at-least", str(percent)).returncode == 0
    less = dosmesas(tmp_path, "coverage", *PLAYED, "--at-least", str(percent + 1))
    assert less.returncode == 1
    assert f"is less than {percent + 1} %" in less.stderr


def test_what_cannot_be_counted_is_told_beside_what_is_printed(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("no\x1b[31m save\n", encoding="utf-8")
    done = dosmesas(tmp_path, "coverage", REGATTA, "--save", "bad.jsonl", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["games"] == {}
    assert "bad.jsonl is not counted: " in done.stderr
    assert "no test lies beside this pack" in done.stderr
    assert "\x1b" not in done.stderr


def test_wrong_usage_is_told_before_anything_is_played(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for words in (
        ("nowhere",),
        (*PLAYED, "--bot", "nobody"),
        (*PLAYED, "--worldview", "nobody"),
        (*PLAYED, "--html", "folder"),
        (*PLAYED, "--at-least", "101"),
    ):
        done = dosmesas(tmp_path, "coverage", *words)
        assert (done.returncode, done.stdout) == (2, ""), words
        assert done.stderr


def test_it_needs_no_numpy_and_no_screen(tmp_path: Path) -> None:
    assert loaded_by(tmp_path, "coverage", *PLAYED) & {"numpy", "textual", "hypothesis", "pytest"} == set()
