"""`dosmesas search`: exit codes, JSON, wrong usage."""

import json
from pathlib import Path

import pytest

from tests.cli.running import dosmesas
from tests.cli.test_imports import loaded_by
from tests.support.small import SMALL

HARBOUR = str(SMALL / "content" / "harbour")
REGATTA = str(SMALL / "content" / "regatta")


def test_what_is_proven_unreachable_is_a_finding(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "search", HARBOUR)
    assert done.returncode == 1
    assert "option:talks/threaten" in done.stdout
    assert "Of the rules that packs share, not in this pack: ending:empty-sea" in done.stdout
    assert done.stderr == ""


def test_what_did_not_finish_is_none(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "search", REGATTA, "--states", "200", "--games", "2", "--json")
    assert done.returncode == 0
    record = json.loads(done.stdout)
    assert not record["finished"]
    assert record["games"] == 2
    assert record["unreachable"] == []
    assert dosmesas(tmp_path, "search", HARBOUR, "--states", "20", "--games", "0").returncode == 0


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--show", "ending:shared-see"), "did you mean 'ending:shared-sea'?"),
        (("--worldview", "nobody"), "there are authors, doubter"),
    ],
)
def test_a_name_that_is_not_there_is_wrong_usage(tmp_path: Path, words: tuple[str, ...], hint: str) -> None:
    done = dosmesas(tmp_path, "search", HARBOUR, *words)
    assert done.returncode == 2
    assert hint in done.stderr


def test_it_needs_no_numpy_and_no_screen(tmp_path: Path) -> None:
    assert loaded_by(tmp_path, "search", HARBOUR) & {"numpy", "textual", "hypothesis"} == set()
