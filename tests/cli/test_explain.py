"""`explain` on the command line: lines for a reader, JSON for a program, the nearest of an unknown name."""

import json
from pathlib import Path

from tests.cli.running import dosmesas
from tests.cli.test_imports import HEAVY, loaded_by


def test_a_name_is_told_in_the_language_asked_for(tmp_path: Path) -> None:
    assert dosmesas(tmp_path, "explain", "trust", "--lang", "es").stdout.startswith("trust: indicador\n")


def test_json_is_a_list_of_all_that_is_called_so(tmp_path: Path) -> None:
    (found,) = json.loads(dosmesas(tmp_path, "explain", "trust", "--json", "--lang", "en").stdout)
    assert (found["kind"], found["name"]) == ("indicator", "trust")
    assert found["file"].endswith("game/indicators.yaml")


def test_an_unknown_name_is_refused_with_the_nearest_of_any_kind(tmp_path: Path) -> None:
    for wrong, right in (("trsut", "trust"), ("both-halfs", "both-halves"), ("mx.presidnt", "mx.president")):
        done = dosmesas(tmp_path, "explain", wrong)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"did you mean '{right}'?" in done.stderr


def test_explaining_loads_no_screen_and_no_game(tmp_path: Path) -> None:
    assert loaded_by(tmp_path, "explain", "trust") & HEAVY == set()
