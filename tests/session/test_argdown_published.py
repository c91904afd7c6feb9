"""Maps read by Argdown's own parser: no errors, and the nodes and bearings of the model exactly.

Needs node, and a folder named in DOSMESAS_ARGDOWN in which `npm install @argdown/core@2.0.1` was run; without
them test_argdown.py alone holds the maps, with a reader of ours.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from dosmesas.model.rules import Pack
from dosmesas.session.argument_map import ArgumentMap
from dosmesas.session.tell_graph import map_of
from tests.session.test_argdown import NASTY, expected, maps, nasty_map, same, written
from tests.support.argdown import read
from tests.support.hostile import ALIVE, hostile_world
from tests.support.shipped import shipped
from tests.support.small import load_from, parley

NODE, FOLDER = shutil.which("node"), os.environ.get("DOSMESAS_ARGDOWN", "")
SCRIPT = Path(__file__).parents[1] / "support" / "argdown.mjs"
pytestmark = pytest.mark.skipif(
    NODE is None or not (Path(FOLDER) / "node_modules/@argdown/core").is_dir(),
    reason="needs node and DOSMESAS_ARGDOWN (CONTRIBUTING.md)",
)


def published(drawn: list[ArgumentMap]) -> list[dict[str, Any]]:
    """What the parser makes of each map."""
    assert NODE is not None
    done = subprocess.run(
        [NODE, str(SCRIPT), str(Path(FOLDER).resolve())],
        input=json.dumps([written(one) for one in drawn]),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return] # a list of records


def held(drawn: list[ArgumentMap]) -> int:
    """How many bearings came back, each as it was meant."""
    for one, found in zip(drawn, published(drawn), strict=True):
        errors, html = found.pop("errors"), found.pop("html")
        assert errors == []
        assert "<script>" not in html
        found["relations"].sort()
        same(found, expected(one))  # type: ignore[arg-type] # a record as `read` gives it
        same(found, read(written(one)))  # type: ignore[arg-type] # as above
    return sum(len(one.edges) for one in drawn)


def options(pack: Pack) -> list[ArgumentMap]:
    """One map an option, English and Spanish by turns."""
    found = [
        (event.id, option.short)
        for event in pack.events.values()
        for options in event.seats.values()
        for option in options
        if option.lines
    ]
    return [map_of(pack, event, option, ("en", "es")[at % 2]) for at, (event, option) in enumerate(found)]


def test_the_parser_finds_every_event_of_culiacan_as_its_map_in_both_languages() -> None:
    drawn = list(maps(shipped("culiacan")))
    assert len(drawn) == 24
    assert held(drawn) > 13_000  # 13,704 when this was written


def test_the_parser_finds_every_option_of_culiacan_as_its_map() -> None:
    drawn = options(shipped("culiacan"))
    assert len(drawn) > 140
    assert held(drawn) > 11_000  # 11,220 of 151 options when this was written


def test_the_parser_finds_denials_and_worse_doubts_of_the_small_world() -> None:
    assert held([*maps(parley()), *options(parley())]) > 1000


def test_the_parser_finds_texts_where_its_own_signs_stand() -> None:
    assert held([nasty_map([text]) for text in NASTY]) == 4 * len(NASTY)
    assert held([nasty_map(NASTY)]) == 3 * len(NASTY) + 1


def test_the_parser_finds_a_strangers_hostile_pack_as_its_map(tmp_path: Path) -> None:
    drawn = []
    for number, text in enumerate(ALIVE):
        (tmp_path / str(number)).mkdir()
        pack = load_from(hostile_world(tmp_path / str(number), text), "parley").pack
        assert pack is not None
        drawn += list(maps(pack))
    assert held(drawn) > 100
