"""Files of a pack: missing ones are named, links out of it are not followed, too many are refused."""

import os
from pathlib import Path

import pytest

from dosmesas.cli.report import report
from dosmesas.load.locate import NotFoundError, pack_folder, roots, shipped_packs
from dosmesas.model.limits import FILE_BYTES, PACK_BYTES, PACK_FILES
from dosmesas.text.diagnostic import MOST_PROBLEMS
from dosmesas.text.safe import faults
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
    assert f"the file {Path(name).name} is missing" in [str(one.message) for one in loaded.problems]
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
    own = len(list((base / "content/harbour").rglob("*.yaml")))
    for number in range(PACK_FILES - own):
        (base / "content/harbour/bulletins" / f"z{number:03}.yaml").write_text("bulletins:\n  - x\n")
    assert "E0106" not in {code for code, _ in codes(base)}
    for number in range(3):
        (base / "content/harbour/bulletins" / f"zz{number}.yaml").write_text("bulletins: []\n")
    assert [one for one in codes(base) if one[0] == "E0106"] == [("E0106", "zz0.yaml")]


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


OUTSIDE = pytest.mark.skipif(os.name != "posix", reason="links and pipes need rights elsewhere")


@OUTSIDE
def test_a_subfolder_that_is_a_link_out_of_the_pack_is_not_followed(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / "content/harbour/bulletins").rename(tmp_path / "outside")
    (base / "content/harbour/bulletins").symlink_to(tmp_path / "outside")
    assert codes(base) == [("E0100", "bulletins")]


@OUTSIDE
def test_a_link_to_a_folder_of_the_system_is_refused_and_nothing_of_it_is_told(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / "content/harbour/dynamics").symlink_to("/etc")
    assert codes(base) == [("E0100", "dynamics")]


@OUTSIDE
def test_a_link_out_of_the_pack_is_not_followed_even_where_the_names_begin_alike(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    twin = base / "content/harbour-twin"
    twin.mkdir()
    (base / "content/harbour/bulletins/news.yaml").rename(twin / "news.yaml")
    (base / "content/harbour/bulletins/news.yaml").symlink_to(twin / "news.yaml")
    assert codes(base) == [("E0100", "news.yaml")]


@OUTSIDE
@pytest.mark.parametrize("name", ["events/calm.yaml", "bulletins", "dynamics", "pack.yaml", "flags.yaml"])
def test_links_that_lead_in_a_circle_are_told(tmp_path: Path, name: str) -> None:
    base = copy_of_small(tmp_path)
    path = base / "content/harbour" / name
    if path.is_dir():
        path.rename(tmp_path / "away")
    path.unlink(missing_ok=True)
    path.symlink_to(path)
    assert "E0100" in {code for code, _ in codes(base)}


@OUTSIDE
@pytest.mark.parametrize("name", ["bulletins/pipe.yaml", "flags.yaml"])
def test_a_pipe_in_place_of_a_file_is_refused_and_nobody_waits_for_it(tmp_path: Path, name: str) -> None:
    base = copy_of_small(tmp_path)
    os.mkfifo(base / "content/harbour" / name)
    assert codes(base) == [("E0100", Path(name).name)]


@OUTSIDE
def test_a_link_to_a_pipe_or_a_device_is_refused(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    os.mkfifo(base / "content/harbour/pipe")
    (base / "content/harbour/bulletins/a.yaml").symlink_to(base / "content/harbour/pipe")
    (base / "content/harbour/bulletins/b.yaml").symlink_to("/dev/zero")
    assert codes(base) == [("E0100", "a.yaml"), ("E0100", "b.yaml")]


@OUTSIDE
def test_the_pack_that_is_asked_for_may_itself_be_a_link(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / "content/harbour").rename(tmp_path / "elsewhere")
    (base / "content/harbour").symlink_to(tmp_path / "elsewhere")
    assert codes(base) == []


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / "content/harbour/dynamics").write_text("rules: []\n")
    assert codes(base) == [("E0100", "dynamics")]


def test_two_names_that_differ_in_capitals_only_are_refused(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    text = (base / EVENTS / "storm.yaml").read_text()
    (base / EVENTS / "Storm.yaml").write_text(text.replace("event: storm", "event: gale"))
    if len(list((base / EVENTS).iterdir())) == 4:  # else the file system keeps one of the two
        assert codes(base) == [("E0109", "storm.yaml")]


@pytest.mark.parametrize(
    "name", ["my talks.yaml", "Día.yaml", "a.b.yaml", "-x.yaml", "$(id).yaml", "con\n.yaml"]
)
def test_names_that_some_computer_would_not_take_are_refused(tmp_path: Path, name: str) -> None:
    base = copy_of_small(tmp_path)
    (base / EVENTS / name).write_text("event: x\n")
    assert {code for code, _ in codes(base)} == {"E0109"}


def test_a_name_that_would_clear_the_screen_is_shown_inert(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / EVENTS / "\x1b[2J.yaml").write_text("event: x\n")
    (base / EVENTS / "\x1b]0;t\x07").mkdir()
    (base / EVENTS / "\x1b]0;t\x07" / "a.yaml").write_text("event: x\n")
    told = report(load_from(base), "en")
    assert faults(told) == []
    assert "\ufffd[2J.yaml" in told


@pytest.mark.parametrize(
    "name", ["events/gale.yml", "events/Gale.YAML", "events/gale.yaml.txt", "rules.yaml", "flag.yaml"]
)
def test_a_file_that_looks_as_if_it_should_be_read_and_is_not_is_told(tmp_path: Path, name: str) -> None:
    base = copy_of_small(tmp_path)
    (base / "content/harbour" / name).write_text("event: x\n")
    assert codes(base) == [("W0109", Path(name).name)]


def test_a_folder_with_a_slip_in_its_name_is_told_with_the_right_one(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / "content/harbour/event").mkdir()
    told = [(one.code, str(one.hint)) for one in load_from(base).problems]
    assert told == [("W0109", "did you mean 'events'?")]


def test_folders_inside_the_folder_of_events_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / EVENTS / "later").mkdir()
    (base / EVENTS / "storm.yaml").rename(base / EVENTS / "later/storm.yaml")
    assert codes(base) == [("W0109", "later")]


def test_what_a_mac_or_an_editor_hides_beside_the_files_is_not_read(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    for name in ("._talks.yaml", ".talks.yaml"):
        (base / EVENTS / name).write_bytes(b"\x00\x05\x16\x07")
    (base / "content/harbour/.DS_Store").write_bytes(b"\x00")
    assert codes(base) == []


def test_more_bytes_than_a_pack_may_hold_are_refused(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    own = sum(path.stat().st_size for path in (base / "content/harbour").rglob("*.yaml"))
    folder, left, number = base / "content/harbour/bulletins", PACK_BYTES - own, 0
    head = b"bulletins:\n  - x\n# "
    while left > 0:
        size = max(min(left, FILE_BYTES), len(head))
        (folder / f"z{number}.yaml").write_bytes(head + b"x" * (size - len(head)))
        left, number = left - size, number + 1
    assert "E0106" not in {code for code, _ in codes(base)}
    (folder / "zz.yaml").write_bytes(head)
    assert [one for one in codes(base) if one[0] == "E0106"] == [("E0106", "zz.yaml")]


def test_a_reading_ends_after_two_hundred_problems_and_says_so(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    for number in range(4):
        keys = "".join(f"k{number}: 1\n" for number in range(90))
        (base / EVENTS / f"z{number}.yaml").write_text(keys)
    loaded = load_from(base)
    assert (len(loaded.problems), loaded.pack) == (MOST_PROBLEMS, None)
    told = report(loaded, "en")
    assert "... and 100 more problems." in told
    assert "The reading stopped there" in told
    assert len(told.split("\n")) < 400


def test_a_pack_of_which_there_is_only_to_warn_can_be_played_however_much_there_is(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    news = "".join(
        f"- bulletin: n{number}\n  text: News.\n  because: [stock-falls]\n  when: stock >= 0\n"
        for number in range(300)
    )
    (base / "content" / "harbour" / "bulletins" / "z.yaml").write_text(f"bulletins:\n{news}")
    loaded = load_from(base)
    assert (len(loaded.problems), loaded.problems.errors) == (MOST_PROBLEMS, 0)
    assert loaded.pack is not None
    assert len(loaded.pack.bulletins) > 300
    assert "There may be more: mend these first" in report(loaded, "en")
    (base / EVENTS / "zz.yaml").write_text("event: zz\n")
    worse = load_from(base)
    assert worse.pack is None
    assert worse.problems.errors > 0


def test_a_pack_with_a_few_problems_more_than_are_shown_says_how_many(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / EVENTS / "z.yaml").write_text("".join(f"k{number}: 1\n" for number in range(120)))
    loaded = load_from(base)
    told = report(loaded, "en")
    assert f"... and {len(loaded.problems) - 100} more problems." in told
    assert "stopped" not in told


def test_a_pack_without_events_is_told_so(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / EVENTS).rename(base / "content/harbour/Events")
    assert ("E0111", "pack.yaml") in codes(base) or (base / EVENTS).is_dir()
