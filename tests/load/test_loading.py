"""Reading a whole pack: files from anywhere, in any order; bytes that are no text; links out of the pack."""

import os
from pathlib import Path

import pytest

from dosmesas.bots.random import RandomBot
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.load.loading import load_pack
from dosmesas.load.locate import NotFoundError, pack_folder, shipped_packs
from dosmesas.model.rules import Pack
from tests.support.small import SMALL, copy_of_small, harbour, load_from

EVENTS = "content/harbour/events"


def end_of(pack: Pack, seed: int) -> str:
    game = Game(pack, pack.ruleset.worldviews["authors"])
    return playout(game, seed, RandomBot(seed).choose)[-1].state.digest()


def test_the_small_world_is_clean() -> None:
    loaded = load_from(SMALL)
    assert list(loaded.problems) == []
    assert loaded.pack is not None


def test_neither_the_order_of_files_nor_of_rules_nor_their_folder_changes_a_game(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    for number, path in enumerate(sorted((base / EVENTS).iterdir(), reverse=True)):
        path.rename(base / EVENTS / f"{number}.yaml")
    rules = base / "game/dynamics/sea.yaml"
    head, *parts = rules.read_text().split("  - rule:")
    rules.write_text(head + "".join("  - rule:" + part.rstrip("\n") + "\n" for part in reversed(parts)))
    moved = load_from(base).pack
    assert moved is not None
    assert [end_of(moved, seed) for seed in range(8)] == [end_of(harbour(), seed) for seed in range(8)]


def test_a_pack_may_begin_elsewhere_and_replace_a_rule_by_id(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    pack = base / "content/harbour/pack.yaml"
    pack.write_text(pack.read_text() + "start:\n  stock: 80\n")
    (base / "content/harbour/dynamics").mkdir()
    text = (base / "game/dynamics/sea.yaml").read_text()
    own = (
        text[: text.index("  - rule: pact-works")].replace("-1.5", "-3").replace("stock-shrinks", "own-loss")
    )
    (base / "content/harbour/dynamics/own.yaml").write_text(own)
    loaded = load_from(base).pack
    assert loaded is not None
    assert loaded.ruleset.indicators["stock"].start == 80_000
    assert set(loaded.ruleset.rules) == {*harbour().ruleset.rules, "own-loss"}


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"event: talks\ntitle: caf\xe9\n", "E0101", 2),
        (b"event: talks\ntitle: a\x1bb\n", "E0102", 2),
        ("event: talks\ntitle: a\u202eb\n".encode(), "E0102", 2),
        (b"x" * (1 << 20) + b"x", "E0106", 1),
    ],
)
def test_bytes_that_are_no_clean_text_are_refused_with_their_line(
    tmp_path: Path, data: bytes, code: str, line: int
) -> None:
    base = copy_of_small(tmp_path)
    (base / EVENTS / "talks.yaml").write_bytes(data)
    found = [(one.code, one.span.line) for one in load_from(base).problems]
    assert (code, line) in found


def test_a_byte_order_mark_and_windows_lines_are_read(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    path = base / EVENTS / "calm.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_from(base).pack is not None


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_link_out_of_the_pack_is_not_followed(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    path = base / EVENTS / "calm.yaml"
    outside = tmp_path / "outside.yaml"
    path.rename(outside)
    path.symlink_to(outside)
    assert "E0100" in [one.code for one in load_from(base).problems]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / "game/offices.yaml").unlink()
    assert "the file offices.yaml is missing" in [one.message for one in load_from(base).problems]


def test_a_pack_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(NotFoundError, match="did you mean 'culiacan'"):
        pack_folder("culican")
    with pytest.raises(NotFoundError, match="holds no pack"):
        pack_folder(str(SMALL))


def test_the_same_files_have_the_same_fingerprint_and_others_another(tmp_path: Path) -> None:
    assert "culiacan" in shipped_packs()
    assert load_pack("culiacan").digest == load_pack(str(pack_folder("culiacan"))).digest
    base = copy_of_small(tmp_path)
    before = load_from(base).sources.digest()
    path = base / EVENTS / "calm.yaml"
    path.write_text(path.read_text().replace("A calm month", "A quiet month"))
    assert load_from(base).sources.digest() != before
