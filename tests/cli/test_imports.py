"""What a command loads: no screens where there is none, next to nothing to tell the version."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import surroundings
from tests.support.small import copy_of_small

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
    """The packages that a command loads."""
    return {name.partition(".")[0] for name in modules_of(folder, *words, typed=typed)}


def modules_of(folder: Path, *words: str, typed: str = "") -> set[str]:
    """The modules that a command loads."""
    done = subprocess.run(
        [sys.executable, "-c", REPORT.format(words=list(words))],
        input=typed,
        capture_output=True,
        text=True,
        cwd=folder,
        env=surroundings(folder),
        check=True,
    )
    return set(done.stderr.rpartition("LOADED")[2].split())


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


def test_a_check_in_english_loads_no_spanish_whatever_it_finds(tmp_path: Path) -> None:
    pack = copy_of_small(tmp_path) / "content/harbour"
    path = pack / "events/talks.yaml"
    for text in (path.read_text(), path.read_text().replace("reason:", "reson:")):
        path.write_text(text)
        loaded = modules_of(tmp_path, "check", str(pack))
        assert "dosmesas.text.phrase" in loaded
        assert {name for name in loaded if name.startswith("dosmesas.") and name.endswith("_es")} == set()
    assert "dosmesas.text.messages_es" in modules_of(tmp_path, "check", str(pack), "--lang", "es")


def test_the_report_does_see_what_is_loaded(tmp_path: Path) -> None:
    assert {"yaml", "attr", "dosmesas"} <= loaded_by(tmp_path, "check")
