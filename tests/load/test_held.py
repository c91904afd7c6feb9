"""Texts that lie in no folder are read as if they were files: the same pack, the same problems at their places."""

from pathlib import Path

import pytest

from dosmesas.load.held import Held
from dosmesas.load.loading import read
from dosmesas.load.locate import Roots
from tests.support.small import SMALL, load_from

HELD = {path.relative_to(SMALL).as_posix(): path.read_text() for path in sorted(SMALL.rglob("*.yaml"))}
ROOTS = Roots(Path("seeds"), Path("game"), Path("content"))


@pytest.mark.parametrize("name", ["harbour", "regatta", "parley"])
def test_a_pack_that_is_held_is_the_pack_of_the_folder(name: str) -> None:
    sources = Held(held=HELD)
    loaded, there = read(Path("content") / name, ROOTS, None, sources), load_from(SMALL, name)
    assert loaded.pack is not None
    assert sources.digest() == there.sources.digest()
    assert len(loaded.problems) == len(there.problems)


def test_what_is_wrong_is_told_at_its_place_and_what_is_missing_or_not_read_too() -> None:
    talks = "content/harbour/events/talks.yaml"
    texts = {
        **HELD,
        talks: HELD[talks].replace("reason:", "reson:", 1),
        "content/harbour/evnts.yaml": "a: b\n",
    }
    del texts["game/countries.yaml"]
    told = {
        (one.code, one.span.file)
        for one in read(Path("content/harbour"), ROOTS, None, Held(held=texts)).problems
    }
    wanted = {("E0110", talks), ("E0100", "game/countries.yaml"), ("W0109", "content/harbour/evnts.yaml")}
    assert wanted <= told
    with pytest.raises(FileNotFoundError):
        Held(held=texts).data(Path("game/countries.yaml"))
