"""`dosmesas test`, as an instructor types it."""

import json
from pathlib import Path

from tests.cli.running import dosmesas
from tests.support.trying import one_test, written

FAILS = one_test("rules_only: yes", "expect:", "  - stock: rises   # a comment", "  - poaching: 30")


def test_tests_that_hold_are_counted_and_the_command_ends_well(tmp_path: Path) -> None:
    path = written(tmp_path, one_test("rules_only: yes", "expect:", "  - stock: falls"))
    done = dosmesas(tmp_path, "test", str(path.parent.parent))
    assert (done.returncode, done.stdout) == (0, "1 of 1 test holds.\n")


def test_what_fails_is_told_and_the_command_ends_with_one(tmp_path: Path) -> None:
    written(tmp_path, FAILS)
    done = dosmesas(tmp_path, "test", "small/content/harbour")
    assert done.returncode == 1
    lines = done.stdout.split("\n")
    assert lines[0] == "small/content/harbour/tests/promises.yaml:5:16-20 failed A test"
    assert lines[-2] == "0 of 1 test holds."


def test_one_file_one_folder_of_packs_and_some_names_can_be_meant(tmp_path: Path) -> None:
    path = written(tmp_path, one_test("rules_only: yes", "expect:", "  - stock: falls"))
    (path.parent / "more.yaml").write_text(
        one_test("until: 1", "expect:", "  - stock: falls").replace("A test", "B")
    )
    written(tmp_path, one_test("until: 1", "expect:", "  - poaching: 30"), pack="")
    counted = {
        words: dosmesas(tmp_path, "test", *words).stdout.split(" test")[0]
        for words in (
            ("small/content/harbour",),
            ("small/content/harbour/tests",),
            ("small/content/harbour/tests/more.yaml",),
            ("small/game",),
            ("small/content",),
            ("small/content/harbour", "--only", "b"),
        )
    }
    assert [one[-1] for one in counted.values()] == ["2", "2", "1", "1", "2", "1"], counted


def test_accept_rewrites_in_place_and_shows_the_difference(tmp_path: Path) -> None:
    path = written(tmp_path, FAILS)
    done = dosmesas(tmp_path, "test", "small/content/harbour", "--accept")
    assert path.read_text() == FAILS.replace("rises ", "falls ")
    assert "-      - stock: rises   # a comment\n+      - stock: falls   # a comment" in done.stderr
    again = dosmesas(tmp_path, "test", "small/content/harbour", "--accept")
    assert (again.returncode, again.stderr) == (0, "")


def test_json_tells_every_test_with_the_places_of_what_fails(tmp_path: Path) -> None:
    written(tmp_path, FAILS)
    done = dosmesas(tmp_path, "test", "small/content/harbour", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert found["ok"] is False
    (test,) = found["tests"]
    assert (test["name"], test["line"], test["ok"], test["games"]) == ("A test", 2, False, 1)
    (failure,) = test["failures"]
    assert [failure[key] for key in ("line", "column", "end_line", "end_column")] == [5, 16, 5, 20]
    assert failure["expected"] == "stock rises"
    assert failure["why"]


def test_mistakes_in_files_of_tests_stop_their_pack_alone(tmp_path: Path) -> None:
    written(tmp_path, one_test("expect:", "  - stok: falls"))
    written(tmp_path, one_test("until: 1", "expect:", "  - stock: 0 to 100"), pack="parley")
    done = dosmesas(tmp_path, "test", "small/content")
    assert done.returncode == 1
    assert "E0203" in done.stdout
    assert "1 of 1 test holds; 1 folder not tried: mend the errors first." in done.stdout


def test_a_path_without_tests_is_wrong_usage_or_says_so(tmp_path: Path) -> None:
    written(tmp_path, FAILS)
    assert dosmesas(tmp_path, "test", "nowhere").returncode == 2
    done = dosmesas(tmp_path, "test", "small/content/parley")
    assert done.returncode == 0
    assert "no tests yet" in done.stderr
