"""Files of a pack: missing ones are named, links out of it are not followed, too many are refused."""

import os
from pathlib import Path

import pytest

from dosmesas.load.locate import NotFoundError, pack_folder, roots, shipped_packs
from dosmesas.model.limits import PACK_FILES
from tests.support.small import copy_of_small, load_from

EVENTS = "content/harbour/events"
NEEDED = [
    "seeds/source.yaml",
    "game/countries.yaml",
    "game/indicators.yaml",
    "game/offices.yaml",
    "game/conduct.yaml",
    "game/endings.yaml",
    "content/harbour/pack.yaml",
]
OPTIONAL = ["game/glossary.yaml", "content/harbour/bulletins/news.yaml", "game/worldviews/authors.yaml"]


def codes(base: Path) -> list[tuple[str, str]]:
    return [(one.code, Path(one.span.file).name) for one in load_from(base).problems]


@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_file_is_named_and_nothing_else_is_blamed(tmp_path: Path, name: str) -> None:
    base = copy_of_small(tmp_path)
    (base / name).unlink()
    loaded = load_from(base)
    assert f"the file {Path(name).name} is missing" in [one.message for one in loaded.problems]
    assert {one.code for one in loaded.problems} <= {"E0100"}, [str(one) for one in loaded.problems]
    assert loaded.pack is None


@pytest.mark.parametrize("name", OPTIONAL)
def test_a_file_that_may_be_left_out_is_not_missed(tmp_path: Path, name: str) -> None:
    base = copy_of_small(tmp_path)
    (base / name).unlink()
    assert load_from(base).pack is not None


def test_a_folder_where_a_file_should_be_is_told(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / EVENTS / "calm.yaml").unlink()
    (base / EVENTS / "calm.yaml").mkdir()
    assert ("E0100", "calm.yaml") in codes(base)


def test_bytes_that_are_no_text_are_told_without_blaming_those_who_refer_to_the_file(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    path = base / "game/indicators.yaml"
    path.write_bytes(path.read_bytes() + b"\xff")
    assert {code for code, _ in codes(base)} == {"E0101"}


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_link_out_of_the_pack_is_not_followed(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    path = base / EVENTS / "calm.yaml"
    outside = tmp_path / "outside.yaml"
    path.rename(outside)
    path.symlink_to(outside)
    assert ("E0100", "calm.yaml") in codes(base)


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_link_inside_the_pack_is_followed(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    path = base / EVENTS / "calm.yaml"
    path.rename(base / "content/harbour/calm.txt")
    path.symlink_to(base / "content/harbour/calm.txt")
    assert codes(base) == []


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    path = base / EVENTS / "calm.yaml"
    path.unlink()
    path.symlink_to(base / EVENTS / "none.yaml")
    assert ("E0100", "calm.yaml") in codes(base)


def test_more_files_than_a_pack_may_hold_are_refused(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    for number in range(PACK_FILES):
        (base / "content/harbour/bulletins" / f"z{number}.yaml").write_text("bulletins: []\n")
    assert ("E0106", "bulletins") in codes(base)


def test_files_of_other_kinds_beside_the_yaml_are_left_alone(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    for name in ("notes.md", "talks.yaml~", ".talks.yaml.swp"):
        (base / EVENTS / name).write_bytes(b"\xff\x00")
    assert codes(base) == []


def test_a_pack_is_found_by_id_by_folder_and_by_its_file(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path) / "content/harbour"
    assert pack_folder(str(folder)) == folder
    assert pack_folder(str(folder / "pack.yaml")) == folder
    assert pack_folder("culiacan") == roots().content / "culiacan"
    assert "culiacan" in shipped_packs()


def test_a_pack_that_is_not_there_is_answered_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="did you mean 'culiacan'"):
        pack_folder("culican")
    with pytest.raises(NotFoundError, match=r"no pack 'zzz'. Packs that come with the game: .*culiacan"):
        pack_folder("zzz")
    with pytest.raises(NotFoundError, match=r"holds no pack.yaml"):
        pack_folder(str(tmp_path))
