"""A stranger's texts in plain mode: refused at the door, or written as they are and nothing more."""

import io
from pathlib import Path

import pytest

from dosmesas.cli.report import report
from dosmesas.load.loading import read
from dosmesas.model.rules import Pack
from dosmesas.plain.demo import run_demo
from dosmesas.plain.page import Page
from dosmesas.plain.play import PlainGame
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.text.diagnostic import MOST_PROBLEMS
from dosmesas.text.safe import faults
from tests.support.hostile import ALIVE, DEAD, hostile_world
from tests.support.small import load_from, roots_of

TYPED = (
    "why\nwhy stock\nstatus\ndossier\ndossier P2\n?\nhelp\nundo\n3\n2\nwhy goodwill\n1\n1\n1\n1\n1\n1\n1\n"
)


def pack_of(base: Path, name: str) -> Pack:
    loaded = read(base / "content" / name, roots_of(base))
    assert loaded.problems.errors == 0, report(loaded, "en")
    assert loaded.pack is not None
    return loaded.pack


@pytest.mark.parametrize("text", ALIVE)
def test_a_pack_whose_every_text_is_hostile_is_told_word_for_word(tmp_path: Path, text: str) -> None:
    pack = pack_of(hostile_world(tmp_path, text), "harbour")
    for seats in (("no.minister",), ("no.minister", "su.minister")):
        out = io.StringIO()
        session = Session.start(pack, Setup(seats, 1))
        PlainGame(session, io.StringIO(TYPED), Page(out, "en")).run()
        told = out.getvalue()
        assert faults(told) == []
        assert told.replace("\n", " ").count(text) > 40


@pytest.mark.parametrize("name", ["harbour", "regatta"])
def test_a_hostile_pack_can_be_watched_and_tells_itself_inert(tmp_path: Path, name: str) -> None:
    pack = pack_of(hostile_world(tmp_path, ALIVE[0]), name)
    out = io.StringIO()
    run_demo(pack, 3, Page(out, "en"), "random")
    assert faults(out.getvalue()) == []
    assert ALIVE[0] in out.getvalue()


@pytest.mark.parametrize("escaped", [False, True], ids=["as it is", "with escapes"])
@pytest.mark.parametrize("text", DEAD.values(), ids=DEAD)
def test_a_pack_whose_every_text_would_harm_a_terminal_is_refused_and_told_inert(
    tmp_path: Path, text: str, *, escaped: bool
) -> None:
    loaded = load_from(hostile_world(tmp_path, text, escaped=escaped))
    assert loaded.pack is None
    assert {one.code for one in loaded.problems} <= {"E0102", "E0402", "W0402"}
    blamed = {Path(one.span.file).name for one in loaded.problems if one.code == "E0102"}
    assert {"indicators.yaml", "quota.yaml", "p01.yaml"} <= blamed
    if len(loaded.problems) < MOST_PROBLEMS:  # else the reading has ended before it came to the pack
        assert {"pack.yaml", "talks.yaml", "sea.yaml"} <= blamed
    told = report(loaded, "en")
    assert faults(told) == []
    assert len(told) < 100_000
