"""What a command loads: no screens where there is none, next to nothing to tell the version."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import surroundings

REPORT = """
import sys
from dosmesas.cli.main import run
sys.argv = ["dosmesas", *{words!r}]
try:
    run()
except SystemExit:
    pass
print("LOADED", *sys.modules, file=sys.stderr)
"""
HEAVY = {"textual", "rich", "numpy", "hypothesis", "pytest", "asyncio"}


def loaded_by(folder: Path, *words: str, typed: str = "") -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", REPORT.format(words=list(words))],
        input=typed,
        capture_output=True,
        text=True,
        cwd=folder,
        env=surroundings(folder),
        check=True,
    )
    return {name.partition(".")[0] for name in done.stderr.rpartition("LOADED")[2].split()}


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (["check"], ""),
        (["play", "--plain", "--seed", "1"], "why trust\n? x\nstatus\nundo\n" + "3\n1\n" * 8),
        (["demo", "--lang", "es"], ""),
        (["--version"], ""),
        (["--help"], ""),
    ],
)
def test_no_command_of_lines_loads_a_screen_or_a_tool(tmp_path: Path, words: list[str], typed: str) -> None:
    assert loaded_by(tmp_path, *words, typed=typed) & HEAVY == set()


def test_looking_at_a_save_loads_no_screen(tmp_path: Path) -> None:
    loaded_by(tmp_path, "play", "--plain", "--seed", "1", "--save", "a.jsonl", typed="3\n1\n" * 8)
    words = (["verify", "a.jsonl"], ["replay", "a.jsonl", "--json"], ["state", "a.jsonl", "--turn", "1"])
    assert all(loaded_by(tmp_path, *one) & HEAVY == set() for one in (*words, ["why", "a.jsonl", "trust"]))
    told = (["what-if", "a.jsonl", "--worldview", "security-first"], ["worldviews"])
    assert all(loaded_by(tmp_path, *one) & HEAVY == set() for one in told)


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_telling_the_version_or_the_commands_loads_neither_the_model_nor_yaml(
    tmp_path: Path, word: str
) -> None:
    assert loaded_by(tmp_path, word) & {"attr", "attrs", "yaml", "_yaml", "json", "hashlib"} == set()


def test_the_report_does_see_what_is_loaded(tmp_path: Path) -> None:
    assert {"yaml", "attr", "dosmesas"} <= loaded_by(tmp_path, "check")
