"""`new` and `schema` at the command line: flags in place of questions, messages in place of tracebacks."""

import json
from pathlib import Path

from tests.cli.running import dosmesas


def test_without_a_terminal_nothing_is_asked_and_the_pack_plays(tmp_path: Path) -> None:
    made = dosmesas(tmp_path, "new", str(tmp_path / "shore"), "--title", "Our shore", "--turns", "3")
    assert made.returncode == 0, made.stderr
    assert "pack.yaml" in made.stdout
    assert "0 errors, 0 warnings" in made.stderr
    again = dosmesas(tmp_path, "new", str(tmp_path / "shore"))
    assert (again.returncode, again.stdout) == (2, "")
    assert "not empty" in again.stderr
    played = dosmesas(tmp_path, "demo", str(tmp_path / "shore"))
    assert played.returncode == 0
    assert "Our shore" in played.stdout


def test_a_wrong_office_is_told_with_the_nearest_and_nothing_is_written(tmp_path: Path) -> None:
    made = dosmesas(tmp_path, "new", str(tmp_path / "shore"), "--seats", "mx.presidentt,us.president")
    assert made.returncode == 2
    assert "did you mean 'mx.president'?" in made.stderr
    assert not (tmp_path / "shore").exists()


def test_the_kinds_of_files_are_listed_and_one_schema_is_json(tmp_path: Path) -> None:
    kinds = dosmesas(tmp_path, "schema").stdout
    assert "content/PACK/events/*.yaml" in kinds
    event = json.loads(dosmesas(tmp_path, "schema", "event").stdout)
    assert {"enum": ["both"]} in event["properties"]["soil"]["anyOf"]
    assert "mx" in json.dumps(event["definitions"]["id-country"])
    wrong = dosmesas(tmp_path, "schema", "evnt")
    assert wrong.returncode == 2
    assert "did you mean 'event'?" in wrong.stderr
    assert dosmesas(tmp_path, "schema", "--output", str(tmp_path / "s")).returncode == 0
    assert len(list((tmp_path / "s").glob("*.json"))) == len(kinds.splitlines())
