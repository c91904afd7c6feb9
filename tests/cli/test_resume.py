"""`resume` on a save that is damaged or whose pack has changed: asks where somebody can answer, else says what to type."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import dosmesas, surroundings

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A game of a pack of one's own, left after two turns; then a number of the pack is changed."""
    folder = tmp_path_factory.mktemp("begun")
    shutil.copytree(ROOT / "content" / "culiacan", folder / "mine")
    done = dosmesas(folder, "play", "mine", "--seed", "5", "--save", "g.jsonl", typed="3\n1\n3\n1\n")
    assert done.returncode == 0
    with (folder / "mine" / "pack.yaml").open("a") as file:
        file.write("start:\n  homicides: 29\n")
    return folder


@pytest.fixture
def changed(begun: Path, tmp_path: Path) -> Path:
    """A folder with that save and its kept rules; its header leads to the changed pack."""
    shutil.copytree(begun, tmp_path, dirs_exist_ok=True)
    return tmp_path


COMMAND = "dosmesas resume g.jsonl --rules old"


def test_a_changed_pack_without_anybody_to_ask_fails_with_the_command_to_type(changed: Path) -> None:
    before = (changed / "g.jsonl").read_bytes()
    done = dosmesas(changed, "resume", "g.jsonl", typed="1\n1\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert "lead elsewhere from decision 1 of 16 on (turn 1, October 2019" in done.stderr
    assert "Homicides 28, now 29" in done.stderr
    assert COMMAND in done.stderr
    assert (changed / "g.jsonl").read_bytes() == before


def test_the_command_that_was_named_goes_on(changed: Path) -> None:
    done = dosmesas(changed, *COMMAND.split()[1:], typed="3\n1\n" * 8)
    assert done.returncode == 0
    assert "these are the\nrules that the save was played under" in done.stdout
    assert "The ending:" in done.stdout


@pytest.mark.parametrize(
    ("typed", "code", "plays"),
    [("1\n", 0, True), ("2\n", 0, False), ("x\n\n7\n1\n", 0, True), ("", 1, False), ("x\n", 1, False)],
)
def test_plain_mode_asks_and_takes_a_line_as_the_answer(
    changed: Path, typed: str, code: int, plays: bool
) -> None:
    done = dosmesas(changed, "resume", "g.jsonl", "--plain", typed=typed)
    assert done.returncode == code
    assert "1. To go on under the rules as they were.\n2. To stop. The save stays as it is." in done.stdout
    assert ("Going on with" in done.stdout) is plays
    assert (COMMAND in done.stderr) is (code == 1)


def test_at_a_terminal_the_question_is_asked(changed: Path) -> None:
    outer, inner = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "dosmesas", "resume", "g.jsonl"],
        stdin=inner,
        stdout=inner,
        stderr=inner,
        cwd=changed,
        env=surroundings(changed, TERM="dumb"),
    )
    os.close(inner)
    seen = b""
    while not seen.endswith(b"\n> "):
        seen += os.read(outer, 1 << 16)
    assert b"2. To stop." in seen
    os.write(outer, b"2\n")
    assert process.wait() == 0
    os.close(outer)


def test_rules_now_never_asks(changed: Path) -> None:
    done = dosmesas(changed, "resume", "g.jsonl", "--plain", "--rules", "now", typed="1\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert COMMAND in done.stderr


def test_those_that_look_use_the_kept_rules_and_say_so_beside_the_data(changed: Path) -> None:
    for words in (
        ["verify", "g.jsonl", "--json"],
        ["replay", "g.jsonl", "--json"],
        ["state", "g.jsonl", "--turn", "1"],
        ["why", "g.jsonl", "trust", "--turn", "1"],
    ):
        done = dosmesas(changed, *words)
        assert done.returncode == 0
        assert done.stdout
        assert "these are the rules that the save was played under" in done.stderr
        assert "played under" not in done.stdout


def damaged(folder: Path) -> bytes:
    path = folder / "g.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[9] = lines[9].replace(b"decision", b"decisiom")
    path.write_bytes(b"".join(lines))
    return path.read_bytes()


def test_a_damaged_middle_is_gone_on_from_only_when_that_is_agreed(changed: Path) -> None:
    before = damaged(changed)
    done = dosmesas(changed, "resume", "g.jsonl", "--rules", "old")
    assert (done.returncode, done.stdout) == (1, "")
    assert "record 9 is damaged" in done.stderr
    command = "dosmesas resume g.jsonl --from-whole-part --rules old"
    assert command in done.stderr
    assert (changed / "g.jsonl").read_bytes() == before
    for look in ("replay", "verify"):
        told = dosmesas(changed, look, "g.jsonl")
        assert told.returncode == 1
        assert "--from-whole-part" in told.stderr + told.stdout
    done = dosmesas(changed, *command.split()[1:], typed="quit\n")
    assert done.returncode == 0
    assert "Decisions so far: 8." in done.stdout
    assert (changed / "g.jsonl.damaged").read_bytes() == before


def test_two_questions_are_asked_one_after_the_other(changed: Path) -> None:
    damaged(changed)
    done = dosmesas(changed, "resume", "g.jsonl", "--plain", typed="1\n1\nquit\n")
    assert done.returncode == 0
    assert done.stdout.index("1. To go on from the 8 records before it") < done.stdout.index(
        "1. To go on under"
    )
    assert "Decisions so far: 8." in done.stdout
