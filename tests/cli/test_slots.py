"""`saves`, and `resume` without a save or from the beginning of a turn, as a shell runs them."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.running import dosmesas


@pytest.fixture(scope="module")
def saves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two games that are not finished, the second newer, and a file that is none."""
    folder = tmp_path_factory.mktemp("saves")
    for number, name in enumerate(("old", "new"), 1):
        typed = "3\n1\n" * number
        assert (
            dosmesas(folder, "play", "--seed", str(number), "--save", f"{name}.jsonl", typed=typed).returncode
            == 0
        )
        os.utime(folder / f"{name}.jsonl", (number * 1000, number * 1000))
    (folder / "none.jsonl").write_text("hello\n")
    os.utime(folder / "none.jsonl", (9000, 9000))
    return folder


def test_saves_are_listed_the_newest_first_with_what_is_wrong(saves: Path) -> None:
    done = dosmesas(saves, "saves")
    first, *rows = done.stdout.splitlines()
    assert (done.returncode, first) == (0, f"In {saves}.")
    assert [row.partition(".jsonl")[0] for row in rows] == ["none", "new", "old"]
    assert "broken: " in rows[0]
    assert "Culiacán. Secretary of Security. turns decided: 1 of 4. seed 1. " in rows[2]
    assert "terminada" not in dosmesas(saves, "saves", "--lang", "es").stdout


def test_saves_as_json_name_each_file(saves: Path) -> None:
    found = json.loads(dosmesas(saves, "saves", "--json").stdout)
    assert [Path(one["path"]).name for one in found] == ["none.jsonl", "new.jsonl", "old.jsonl"]
    assert [one["readable"] for one in found] == [False, True, True]


def test_without_a_save_the_newest_that_is_not_finished_is_gone_on_with(saves: Path) -> None:
    done = dosmesas(saves, "resume", "--plain", typed="quit\n")
    assert done.returncode == 0
    assert "new.jsonl" in done.stdout.replace("\n", "")


def test_a_fork_leaves_the_save_as_it_is_and_begins_another(saves: Path) -> None:
    before = (saves / "new.jsonl").read_bytes()
    done = dosmesas(saves, "resume", "new.jsonl", "--plain", "--fork", "1", typed="quit\n")
    assert done.returncode == 0
    told = " ".join(done.stdout.split())
    assert "A new game from the beginning of turn 1, with the same seed" in told
    assert "What does not depend on your changes falls as before." in told
    assert (saves / "new.jsonl").read_bytes() == before
    (saves / "culiacan-2-turn-1.jsonl").unlink()


def test_a_fork_from_a_turn_that_is_not_there_is_wrong_usage(saves: Path) -> None:
    done = dosmesas(saves, "resume", "new.jsonl", "--plain", "--fork", "9")
    assert done.returncode == 2
    assert "a game can be forked from turns 1 to" in done.stderr
    assert not [*saves.glob("*-turn-*")]


def test_where_nothing_is_saved_it_says_so(tmp_path: Path) -> None:
    assert dosmesas(tmp_path, "saves").stdout == f"No saved games in {tmp_path}.\n"
    done = dosmesas(tmp_path, "resume", "--plain")
    assert done.returncode == 1
    assert done.stderr.startswith("dosmesas: ")
