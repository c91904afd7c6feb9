"""The rules are kept with the save: the same bytes everywhere, whole or not at all, and a stranger's are not trusted."""

import io
import os
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from attrs import evolve

from dosmesas.journal import disk
from dosmesas.journal.journal import JournalError
from dosmesas.journal.packs import NoRulesError, keep_rules, kept_rules, load_rules
from dosmesas.load.archive import ArchiveError, named, pack_up, unpack
from dosmesas.load.loading import load_pack
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from tests.journal.saving import HEADER
from tests.journal.test_disk import FULL, full_at_once, full_half_way
from tests.support.full import cases
from tests.support.making import NORDEN
from tests.support.small import SMALL, copy_of_small, roots_of


@cache
def small() -> Pack:
    """Harbour as it is loaded to be played."""
    return load_pack(str(SMALL / "content/harbour"), roots_of(SMALL))


def begun(folder: Path) -> Path:
    """A save of harbour that was just begun; where its rules are kept."""
    Session.start(small(), Setup((NORDEN,), 7, "random"), save=folder / "game.jsonl")
    kept = kept_rules(folder / "game.jsonl", small().digest)
    assert kept is not None
    return kept


def test_a_new_game_keeps_all_files_that_it_was_loaded_from_and_they_load_again(tmp_path: Path) -> None:
    kept = begun(tmp_path)
    assert kept == tmp_path / "packs" / f"{small().digest}.zip"
    with ZipFile(kept) as archive:
        names = set(archive.namelist())
        texts = {name: archive.read(name).decode() for name in names}
    files = [*(SMALL / "seeds").rglob("*.yaml"), *(SMALL / "game").rglob("*.yaml")]
    files += (SMALL / "content/harbour").rglob("*.yaml")
    files.remove(SMALL / "game/bulletins.yaml")  # read for packs with home tables only
    assert len(names) == len(files)
    assert {
        "pack/pack.yaml",
        "pack/events/talks.yaml",
        "game/dynamics/sea.yaml",
        "seeds/source.yaml",
    } <= names
    assert sorted(texts.values()) == sorted(path.read_text() for path in files)
    again = load_rules(tmp_path / "game.jsonl", evolve(HEADER, digest=small().digest))
    assert (again.digest, again.id) == (small().digest, "harbour")


def test_the_same_rules_from_another_folder_give_the_same_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = copy_of_small(tmp_path)
    monkeypatch.chdir(base / "content/harbour")
    other = load_pack(".", roots_of(base))
    assert pack_up(other.sources) == pack_up(small().sources)


def test_one_archive_serves_all_saves_and_a_damaged_one_is_put_right(tmp_path: Path) -> None:
    kept = begun(tmp_path)
    whole = kept.read_bytes()
    os.utime(kept, (1, 1))
    keep_rules(tmp_path / "other.jsonl", small(), "en")
    assert kept.stat().st_mtime == 1
    kept.write_bytes(whole[:-7])
    keep_rules(tmp_path / "other.jsonl", small(), "en")
    assert kept.read_bytes() == whole
    assert [one.name for one in kept.parent.iterdir()] == [kept.name]


@pytest.mark.parametrize("failure", [full_at_once, full_half_way])
def test_a_disk_that_is_full_is_told_and_leaves_neither_half_an_archive_nor_a_save(
    tmp_path: Path, failure: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "write_all", failure)
    with pytest.raises(JournalError, match=r"cannot keep the rules beside the save.*No space left"):
        begun(tmp_path)
    assert [one.name for one in tmp_path.rglob("*")] == ["packs"]


def test_a_failed_rename_leaves_what_stood_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = begun(tmp_path)
    kept.write_bytes(b"old")

    def fails(*_: object) -> None:
        raise FULL

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(JournalError, match="cannot keep the rules"):
        keep_rules(tmp_path / "game.jsonl", small(), "en")
    assert kept.read_bytes() == b"old"
    assert [one.name for one in kept.parent.iterdir()] == [kept.name]


def made(*files: tuple[str, str], compression: int = ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", compression) as archive:
        for name, text in files:
            archive.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "../pack.yaml",
        "pack/../../x.yaml",
        "/etc/x.yaml",
        "pack/events/deep/er.yaml",
        "pack\\x.yaml",
        "pack/x.py",
        "pack/.yaml",
        "C:/x.yaml",
        "pack/a b.yaml",
        "pack/" + "x" * 81 + ".yaml",
        "other/pack.yaml",
        "pack.yaml",
        "pack/events/",
    ],
)
def test_an_archive_with_a_name_that_no_pack_has_is_refused_before_anything_is_written(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(ArchiveError, match="not a name that a pack's file may have"):
        unpack(made(("pack/pack.yaml", "a: b"), (name, "x")), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "damaged"),
        (b"no archive", "damaged"),
        (b"\0" * ((32 << 20) + 1), "is the most"),
        (made(("pack/pack.yaml", "x" * 9000), compression=ZIP_DEFLATED), "compressed"),
        (made(("pack/pack.yaml", "x" * ((1 << 20) + 1))), "is the most"),
        (made(("pack/a.yaml", ""), ("pack/A.yaml", "")), "two files of one name"),
        (made(*((f"pack/events/a{number}.yaml", "") for number in range(2001))), "is the most"),
    ],
    ids=["empty", "no zip", "huge", "compressed", "large file", "two names", "many files"],
)
def test_an_archive_that_no_game_has_written_is_refused(tmp_path: Path, data: bytes, told: str) -> None:
    with pytest.raises(ArchiveError, match=told):
        unpack(data, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("digest", ["", "../../../etc/passwd", "a" * 31 + "/", "A" * 32, "." * 32])
def test_a_save_cannot_name_a_file_elsewhere_as_its_rules(tmp_path: Path, digest: str) -> None:
    assert kept_rules(tmp_path / "game.jsonl", digest) is None
    with pytest.raises(NoRulesError, match="does not name the rules"):
        load_rules(tmp_path / "game.jsonl", evolve(HEADER, digest=digest))


def test_rules_under_a_wrong_digest_are_refused(tmp_path: Path) -> None:
    kept = begun(tmp_path)
    wrong = "0" * 32
    kept.rename(kept.with_name(f"{wrong}.zip"))
    with pytest.raises(NoRulesError, match="its texts are not those that the save was played under"):
        load_rules(tmp_path / "game.jsonl", evolve(HEADER, digest=wrong))


def test_rules_that_this_version_cannot_read_are_told_with_the_first_problem(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    texts = dict(load_pack(str(base / "content/harbour"), roots_of(base)).sources)
    path = base / "content/harbour/pack.yaml"
    path.write_text(path.read_text() + "mood: good\n")
    texts["pack/pack.yaml"] += "mood: good\n"
    from tests.support.small import load_from

    digest = load_from(base).sources.digest()
    keep_rules(tmp_path / "g.jsonl", evolve(small(), digest=digest, sources=texts), "en")
    with pytest.raises(NoRulesError, match=r"cannot read its rules \(E0110: a pack has no key 'mood'\)"):
        load_rules(tmp_path / "g.jsonl", evolve(HEADER, digest=digest))


def test_names_that_not_every_system_takes_and_names_alike_are_replaced_and_nothing_is_lost() -> None:
    texts = {
        "/p/pack.yaml": "1",
        "/p/events/mi evento.yaml": "2",
        "/p/events/A.yaml": "3",
        "/p/events/a.yaml": "4",
    }
    found = named(texts, {"seeds": Path("/s"), "game": Path("/g"), "pack": Path("/p")})
    assert sorted(found.values()) == ["1", "2", "3", "4"]
    assert len({name.casefold() for name in found}) == 4
    assert found == named(
        dict(reversed(texts.items())), {"seeds": Path("/s"), "game": Path("/g"), "pack": Path("/p")}
    )
    unpacked = [name for name in found if not name.startswith("pack/") or " " in name]
    assert unpacked == []


def test_a_pack_inside_the_folder_of_the_game_keeps_its_own_place() -> None:
    places = {"seeds": Path("/d/seeds"), "game": Path("/d"), "pack": Path("/d/mine")}
    assert named({"/d/mine/events/a.yaml": "", "/d/flags.yaml": ""}, places).keys() == {
        "pack/events/a.yaml",
        "game/flags.yaml",
    }


def test_no_flipped_bit_of_an_archive_raises_anything_else_or_gives_other_rules(tmp_path: Path) -> None:
    kept = begun(tmp_path)
    whole = kept.read_bytes()
    bits = len(whole) * 8
    save, head = tmp_path / "game.jsonl", evolve(HEADER, digest=small().digest)
    for bit in range(0, bits, max(1, bits // cases(4000, 60))):
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        kept.write_bytes(damaged)
        try:
            assert load_rules(save, head).digest == small().digest
        except NoRulesError as error:
            assert "cannot be used" in str(error)
