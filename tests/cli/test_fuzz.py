"""`fuzz` as a tester types it: nothing found, something found and kept, wrong usage, both languages."""

import json
from pathlib import Path

import pytest

from tests.cli.running import dosmesas
from tests.support.small import SMALL, copy_of_small

HARBOUR = str(SMALL / "content" / "harbour")
FEW = ("--examples", "6")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small world that promises what it does not keep."""
    base = copy_of_small(tmp_path_factory.mktemp("broken"))
    tests = base / "content" / "harbour" / "tests"
    tests.mkdir(exist_ok=True)
    (tests / "promises.yaml").write_text(
        "invariants:\n"
        "  - invariant: Nobody ever trusts anybody more\n"
        "    rises_at_most:\n"
        "      goodwill: 1\n"
        "    reason: A promise to break.\n"
    )
    return base / "content" / "harbour"


def test_nothing_found(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "fuzz", HARBOUR, *FEW, "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert "harbour: nothing found." in done.stdout
    assert "Games: 6 (" in done.stdout
    assert "rules" in done.stdout
    assert not (tmp_path / "fuzz").exists()


def test_the_record_counts_what_was_at_work(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "fuzz", HARBOUR, *FEW, "--json")
    record = json.loads(done.stdout)
    assert record["ok"] is True
    assert (record["games"], record["found"]) == (6, None)
    assert record["at_work"]["options"]["of"] > 3
    assert len(record["properties"]) > 95
    assert record["never"]


def test_what_is_found_is_told_kept_and_tried_first(tmp_path: Path, broken: Path) -> None:
    done = dosmesas(tmp_path, "fuzz", str(broken), "--minutes", "0.3", "--lang", "en")
    assert done.returncode == 1
    assert "promises.yaml:4:17 failed Nobody ever trusts anybody more" in done.stdout
    assert "The shortest game found: 2 decisions, seed 0, worldview authors" in done.stdout
    assert "turn 1, talks, choices: " in done.stdout
    save = next((tmp_path / "fuzz").glob("*.jsonl"))
    assert f"dosmesas resume {save}" in done.stdout
    resumed = dosmesas(tmp_path, "resume", str(save), "--plain")
    assert "turn 2 of 3" in resumed.stdout
    again = dosmesas(tmp_path, "fuzz", str(broken), "--examples", "1", "--json")
    record = json.loads(again.stdout)
    assert (again.returncode, record["games"]) == (1, 0)
    assert record["found"]["property"] == "Nobody ever trusts anybody more"
    assert Path(record["found"]["test"]).exists()


def test_only_what_is_named_is_held_to(tmp_path: Path, broken: Path) -> None:
    done = dosmesas(tmp_path, "fuzz", str(broken), *FEW, "--only", "range", "--json")
    record = json.loads(done.stdout)
    assert record["ok"] is True
    assert record["properties"] == ["values-within-range"]


def test_in_spanish(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "fuzz", "culiacan", "--examples", "1", "--only", "range", "--lang", "es")
    assert "culiacan: no se encontró nada." in done.stdout
    assert "Partidas: 1 (" in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("culiacn",), "did you mean 'culiacan'?"),
        (("culiacan", "--only", "no such thing"), "no such thing"),
        (("culiacan", "--minutes", "0"), "0"),
        (("culiacan", "--examples", "0"), "0"),
    ],
)
def test_wrong_usage(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    done = dosmesas(tmp_path, "fuzz", *words, "--lang", "en", LANG="en_US.UTF-8")
    assert done.returncode == 2
    assert told in done.stderr


def test_a_pack_with_errors_is_told_them_and_not_fuzzed(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    pack = base / "content" / "harbour" / "pack.yaml"
    pack.write_text(pack.read_text().replace("turns: 3", "turns: many"))
    done = dosmesas(tmp_path, "fuzz", str(pack.parent), *FEW)
    assert done.returncode == 1
    assert "pack.yaml" in done.stderr
