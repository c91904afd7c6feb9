"""`what-if` and `worldviews` on the command line: both paths, clear refusals, JSON, and the save left alone."""

import json
from pathlib import Path

import pytest

from tests.cli.running import dosmesas

MINE = "view: mine\nname: Mine\ntext: Guns matter less.\narticle: 100\nrivals: 0\nbeliefs:\n  us-must-cut-arms-and-demand: 10\n"


@pytest.fixture(scope="module")
def saves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("saves")
    assert dosmesas(folder, "play", "--seed", "5", "--save", "a.jsonl", typed="3\n1\n" * 8).returncode == 0
    (folder / "mine.yaml").write_text(MINE)
    return folder


def test_one_decision_changed_is_told_side_by_side_and_the_save_is_left_alone(saves: Path) -> None:
    before = (saves / "a.jsonl").read_bytes()
    done = dosmesas(saves, "what-if", "a.jsonl", "--turn", "1", "--choose", "us.president=offer-forces")
    assert done.returncode == 0
    assert done.stdout.startswith("What if, in turn 1, U.S. President had chosen")
    said = done.stdout.replace("\n", " ")
    assert "The first difference: turn 1, at the home tables. " in said
    assert "  as played" in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 79
    assert (saves / "a.jsonl").read_bytes() == before
    assert sorted(one.name for one in saves.iterdir()) == ["a.jsonl", "mine.yaml", "packs"]


def test_a_word_can_be_changed_too(saves: Path) -> None:
    done = dosmesas(saves, "what-if", "a.jsonl", "--turn", "1", "--say", "us.president=decline", "--plain")
    assert done.returncode == 0
    assert "when words were given?" in done.stdout.replace("\n", " ")
    assert "  as played" not in done.stdout


def test_json_holds_both_records_the_change_and_the_first_difference(saves: Path) -> None:
    told = json.loads(dosmesas(saves, "what-if", "a.jsonl", "--worldview", "security-first", "--json").stdout)
    assert set(told) == {"change", "first_difference", "replaced", "as_played", "what_if"}
    assert told["change"] == {"worldview": {"as_played": "authors", "what_if": "security-first"}}
    assert told["as_played"] == json.loads(dosmesas(saves, "replay", "a.jsonl", "--json").stdout)
    first = told["first_difference"]
    assert set(first) == {"turn", "stage", "kind", "id", "as_played", "what_if"}
    assert first["as_played"] != first["what_if"]
    words = ["what-if", "a.jsonl", "--turn", "2", "--choose", "us.president=", "--json"]
    words[5] += told["as_played"]["turns"][1]["decisions"]["us.president"]
    assert json.loads(dosmesas(saves, *words).stdout)["first_difference"] is None


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "nothing to change: give one of"),
        (["--turn", "1", "--choose", "us.president=x", "--worldview", "authors"], "two changes at once"),
        (["--worldview", "authors"], "was played under 'authors' itself"),
        (["--worldview", "authros"], "did you mean 'authors'?"),
        (["--worldview", "authors", "--turn", "2"], "leave out --turn"),
        (["--choose", "us.president=x"], "Add --turn N"),
        (["--turn", "1", "--choose", "us.president"], "'--choose' wants OFFICE=OPTION"),
        (["--turn", "1", "--say", "us.president="], "'--say' wants OFFICE=DEAL|decline|silent"),
        (["--turn", "7", "--choose", "us.president=x"], "there is no turn 7"),
        (["--turn", "1", "--choose", "us.presidnt=x"], "did you mean 'us.president'?"),
        (["--turn", "1", "--choose", "us.president=x"], "Open: offer-forces, hold-silence"),
        (["--turn", "1", "--say", "us.president=silnt"], "did you mean 'silent'?"),
        (["--turn", "0", "--choose", "us.president=x"], "0 is not in the range"),
    ],
)
def test_what_cannot_be_run_is_said_with_what_can(saves: Path, words: list[str], message: str) -> None:
    done = dosmesas(saves, "what-if", "a.jsonl", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_a_save_that_is_not_there_is_said(saves: Path) -> None:
    done = dosmesas(saves, "what-if", "none.jsonl", "--worldview", "security-first")
    assert done.returncode == 1
    assert "cannot read the save" in done.stderr


def test_a_worldview_of_ones_own_is_played_resumed_and_compared(tmp_path: Path, saves: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(MINE)
    words = ["play", "--plain", "--seed", "5", "--worldview", str(mine), "--save", "m.jsonl"]
    assert dosmesas(tmp_path, *words, typed="3\n1\n").returncode == 0
    mine.unlink()
    ended = dosmesas(tmp_path, "resume", "m.jsonl", typed="3\n1\n" * 7)
    assert "The worldview of this game: Mine." in ended.stdout
    assert "whole" in dosmesas(tmp_path, "verify", "m.jsonl").stdout
    assert "Mine" in dosmesas(tmp_path, "what-if", "m.jsonl", "--worldview", "authors").stdout
    assert '"Mine"' in dosmesas(saves, "what-if", "a.jsonl", "--worldview", "mine.yaml").stdout


def test_a_worldview_with_a_fault_is_shown_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(MINE.replace("us-must", "us-mst"))
    done = dosmesas(tmp_path, "play", "--worldview", "mine.yaml", "--plain")
    assert done.returncode == 1
    assert "mine.yaml:7:3" in done.stderr
    assert "did you mean 'us-must-cut-arms-and-demand'?" in done.stderr


@pytest.mark.parametrize(("language", "heading"), [("en", "Security first"), ("es", "Primero la seguridad")])
def test_the_worldviews_are_listed_with_their_reasons(tmp_path: Path, language: str, heading: str) -> None:
    done = dosmesas(tmp_path, "worldviews", "--lang", language)
    assert done.returncode == 0
    assert f"{heading} (--worldview security-first)" in done.stdout
    told = json.loads(dosmesas(tmp_path, "worldviews", "--json").stdout)
    assert [one["id"] for one in told] == ["authors", "prevention-first", "security-first"]
    assert all(one["argued"] for one in told)
