"""`dosmesas mutate`: exit codes, JSON, both languages, wrong usage, tests that are written."""

import json
from concurrent.futures import Executor
from pathlib import Path

import pytest

from dosmesas.cli.mutate import MutateOptions, print_mutants
from dosmesas.testing.mutation.running import Told, Work
from tests.cli.running import dosmesas
from tests.cli.test_imports import loaded_by
from tests.testing.mutation.harbour import harbour_with_tests


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(harbour_with_tests(tmp_path_factory.mktemp("cli")) / "content" / "harbour")


QUICK = ("--workers", "1", "--games", "20")


def test_the_score_a_table_by_kind_and_the_survivors_by_owner_are_printed(tmp_path: Path, pack: str) -> None:
    done = dosmesas(tmp_path, "mutate", pack, "--only", "talks/sign", *QUICK)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Mutants of harbour: 10 of 143 " in done.stdout
    assert "effect halved or doubled" in done.stdout
    head, _, tail = done.stdout.partition("option talks/sign\n")
    assert "Killed " in head
    assert "events/talks.yaml:" in tail
    assert "    - - after: 2\n    + - after: 3\n" in tail


def test_in_spanish(tmp_path: Path, pack: str) -> None:
    done = dosmesas(tmp_path, "mutate", pack, "--only", "talks/sign", "--lang", "es", *QUICK)
    assert "Mutantes de harbour" in done.stdout
    assert "efecto a la mitad o al doble" in done.stdout
    assert "decisión talks/sign" in done.stdout


def test_less_than_was_asked_for_is_a_finding(tmp_path: Path, pack: str) -> None:
    words = ("mutate", pack, "--only", "talks/sign", *QUICK)
    done = dosmesas(tmp_path, *words, "--at-least", "99")
    assert done.returncode == 1
    assert "is less than the 99 % that were asked for" in done.stderr
    assert dosmesas(tmp_path, *words, "--at-least", "10").returncode == 0


def test_json_has_every_mutant_with_its_lines_and_what_became_of_it(tmp_path: Path, pack: str) -> None:
    done = dosmesas(tmp_path, "mutate", pack, "--mutants", "5", "--seed", "3", "--json", *QUICK)
    record = json.loads(done.stdout)
    assert (record["tried"], record["asked"], record["seed"]) == (5, 5, 3)
    assert record["mutants"] > 50
    assert sum(record["counts"].values()) == 5
    for one in record["verdicts"]:
        assert one["fate"] in {"killed", "survived", "equivalent", "refused"}
        assert one["changes"][0]["old"] != one["changes"][0]["new"]
        assert (one["by"] is None) is (one["fate"] != "killed")


def test_tests_that_are_written_hold_and_raise_the_score(tmp_path: Path) -> None:
    base = harbour_with_tests(tmp_path)
    home = base / "content" / "harbour"
    file = home / "tests" / "written.yaml"
    words = ("mutate", str(home), "--only", "talks/refuse", *QUICK)
    before = json.loads(dosmesas(tmp_path, *words, "--json").stdout)
    done = dosmesas(tmp_path, *words, "--tests", str(file))
    assert "tests are written to" in done.stderr
    assert dosmesas(tmp_path, "test", str(home)).returncode == 0
    after = json.loads(dosmesas(tmp_path, *words, "--json").stdout)
    assert after["counts"]["killed"] > before["counts"]["killed"]


def test_a_test_that_does_not_hold_is_told_before_anything_is_changed(tmp_path: Path) -> None:
    base = harbour_with_tests(tmp_path)
    file = base / "content" / "harbour" / "tests" / "first.yaml"
    file.write_text(file.read_text().replace("rises by 0.5 to 1.5", "falls"))
    done = dosmesas(tmp_path, "mutate", str(base / "content" / "harbour"), *QUICK)
    assert done.returncode == 1
    assert "'Signing brings goodwill' does not hold of the pack as it is" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--only", "talks/sing"), "did you mean 'talks/sign'?"),
        (("--mutants", "0"), "0 is not in the range"),
        (("--tests", "/dev/null/x.yaml"), "/dev/null/x.yaml"),
    ],
)
def test_wrong_usage_is_told(tmp_path: Path, pack: str, words: tuple[str, ...], hint: str) -> None:
    done = dosmesas(tmp_path, "mutate", pack, *QUICK, *words)
    assert done.returncode == 2
    assert hint in done.stderr


def test_a_pack_that_does_not_load_shows_its_errors(tmp_path: Path) -> None:
    base = harbour_with_tests(tmp_path)
    file = base / "content" / "harbour" / "events" / "talks.yaml"
    file.write_text(file.read_text().replace("goodwill: +5", "godwill: +5"))
    done = dosmesas(tmp_path, "mutate", str(base / "content" / "harbour"), *QUICK)
    assert done.returncode == 1
    assert "E0203" in done.stderr


def test_ctrl_c_prints_what_is_done(
    pack: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = Work.run

    def stopped(self: Work, pool: Executor, workers: int, told: Told) -> None:
        every = self.mutants
        self.mutants = every[:3]
        whole(self, pool, workers, told)
        self.mutants = every
        raise KeyboardInterrupt

    monkeypatch.setattr(Work, "run", stopped)
    options = MutateOptions(pack, 9, False, None, 0, 20, 100.0, None, 1, "en", False)
    with pytest.raises(SystemExit) as left:
        print_mutants(options)
    assert left.value.code == 130
    told = capsys.readouterr()
    assert "3 of 143 were tried" in told.out
    assert "Interrupted before all 9" in told.out
    assert told.err == ""


def test_it_needs_no_screen_and_no_hypothesis(tmp_path: Path, pack: str) -> None:
    loaded = loaded_by(tmp_path, "mutate", pack, "--only", "talks/sign", *QUICK)
    assert loaded & {"textual", "hypothesis"} == set()
