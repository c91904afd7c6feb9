"""What can be mended without a decision is mended in its place; nothing else of a file changes."""

import json
from pathlib import Path

import pytest

from dosmesas.desk.checking import check
from dosmesas.desk.codes.pages import Example
from dosmesas.desk.fix.fixing import fix
from dosmesas.desk.fix.writing import NotWrittenError, diff, write
from tests.cli.running import dosmesas
from tests.load.test_corpus import Fault, corpus
from tests.support.full import cases
from tests.support.small import copy_of_small, roots_of


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A small world to damage."""
    return copy_of_small(tmp_path)


def damage(base: Path, *pairs: tuple[str, str], file: str = "events/storm.yaml") -> Path:
    path = base / "content" / "harbour" / file
    data = path.read_bytes()
    for old, new in pairs:
        assert data.count(old.encode()) == 1, old
        data = data.replace(old.encode(), new.encode())
    path.write_bytes(data)
    return path


def mend(base: Path) -> int:
    found = fix(base / "content" / "harbour")
    write(found.changes)
    return found.mended


def left(base: Path) -> list[str]:
    return [one.code for one in check(base / "content" / "harbour", roots_of(base)).problems]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("- stock-falls", "- stok-falls"),
        ("weight: 3", "wieght: 3"),
        ("soil: both", "soil: bth"),
        ("goodwill: +1", "goodwil: +1"),
        ("no.minister:", "no.ministr:"),
        ("poaching: +4", "'poachin': +4"),
        ("turn == 2", "turn == 2 and not happened('tlaks')"),
    ],
)
def test_a_name_that_is_nearly_one_becomes_it_and_all_else_stays(base: Path, good: str, bad: str) -> None:
    file = base / "content" / "harbour" / "events" / "storm.yaml"
    whole = file.read_text(encoding="utf-8")
    damage(base, (good, f"{bad} # a comment, kept"))
    broken = file.read_text(encoding="utf-8")
    assert left(base)
    mend(base)
    if "tlaks" in bad:
        assert file.read_text(encoding="utf-8") == broken.replace("tlaks", "talks")
        return
    mended = file.read_text(encoding="utf-8")
    assert mended.replace(" # a comment, kept", "").replace("'", "") == whole.replace("'", "")
    assert " # a comment, kept" in mended
    assert left(base) == []


def test_faults_that_hide_each_other_and_two_on_a_line_are_mended_in_one_run(base: Path) -> None:
    damage(
        base,
        ("weight: 3", "wieght: 3"),
        ("effects:\n        - goodwill: +1", "efects:\n        - goodwil: +1"),
        ("- poaching: +4", "- poachin: goodwil / 10 + poachig / 100"),
    )
    assert mend(base) >= 3
    assert left(base) == []


def test_line_ends_a_mark_at_the_front_and_wide_characters_stay(base: Path) -> None:
    file = base / "content" / "harbour" / "events" / "storm.yaml"
    text = file.read_text(encoding="utf-8").replace("title: A storm", "title: 「嵐」 A 😀 storm")
    crlf = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    file.write_bytes(crlf.replace(b"- stock-falls", b"- stok-falls # \xf0\x9f\x98\x80"))
    mend(base)
    assert file.read_bytes() == crlf.replace(b"- stock-falls", b"- stock-falls # \xf0\x9f\x98\x80")


def test_where_two_names_are_as_near_nobody_is_asked_and_nothing_changes(base: Path) -> None:
    file = damage(base, ("- stock-falls", "- something-else-altogether"))
    before = file.read_bytes()
    assert mend(base) == 0
    assert file.read_bytes() == before


def test_a_comment_that_silences_nothing_goes_with_its_line_or_alone(base: Path) -> None:
    file = base / "content" / "harbour" / "events" / "storm.yaml"
    whole = file.read_text(encoding="utf-8")
    damage(
        base,
        ("weight: 3", "weight: 3  # allow W0506: no longer true"),
        ("soil: both", "# allow W0505: nor this\nsoil: both"),
    )
    assert left(base) == ["W0804", "W0804"]
    assert mend(base) == 2
    assert file.read_text(encoding="utf-8") == whole


def test_files_that_packs_share_are_left_alone(base: Path) -> None:
    shared = base / "game" / "indicators.yaml"
    text = shared.read_text(encoding="utf-8")
    shared.write_text(text.replace("max_step: 5", "max_stp: 5", 1), encoding="utf-8")
    before = shared.read_bytes()
    assert left(base)
    assert mend(base) == 0
    assert shared.read_bytes() == before


def test_a_file_that_changed_meanwhile_or_is_read_only_is_left_as_it_is(base: Path) -> None:
    file = damage(base, ("- stock-falls", "- stok-falls"))
    found = fix(base / "content" / "harbour")
    file.write_bytes(file.read_bytes() + b"# meanwhile\n")
    with pytest.raises(NotWrittenError, match="changed meanwhile"):
        write(found.changes)
    assert file.read_bytes().endswith(b"# meanwhile\n")


def test_a_link_stays_a_link_and_the_file_keeps_its_rights(base: Path, tmp_path: Path) -> None:
    file = damage(base, ("- stock-falls", "- stok-falls"))
    file.chmod(0o640)
    assert mend(base) == 1
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in file.parent.iterdir()) == ["calm.yaml", "storm.yaml", "talks.yaml"]


def test_the_diff_names_the_file_and_shows_no_control_character(base: Path) -> None:
    damage(base, ("- stock-falls", "- stok-falls"))
    lines = [*diff(fix(base / "content" / "harbour").changes)]
    assert lines[0].startswith("--- ")
    assert lines[0].endswith("content/harbour/events/storm.yaml")
    assert [line for line in lines if line[0] in "+-"][2:] == ["-  - stok-falls", "+  - stock-falls"]


def test_the_command_shows_the_change_and_writes_only_when_it_is_meant(base: Path, tmp_path: Path) -> None:
    file = damage(base, ("- stock-falls", "- stok-falls"))
    pack, broken = str(base / "content" / "harbour"), file.read_bytes()
    (one,) = json.loads(dosmesas(tmp_path, "check", pack, "--format", "json").stdout)
    assert (one["fix"]["text"], one["fix"]["column"], one["fix"]["end_column"]) == ("stock-falls", 5, 14)
    dry = dosmesas(tmp_path, "check", pack, "--fix", "--dry-run")
    assert (dry.returncode, file.read_bytes()) == (1, broken)
    assert "+  - stock-falls" in dry.stdout
    assert "1 finding in 1 file would be mended. Nothing was written." in dry.stderr
    done = dosmesas(tmp_path, "check", pack, "--fix")
    assert done.returncode == 0
    assert "1 finding in 1 file mended." in done.stderr
    again = dosmesas(tmp_path, "check", pack, "--fix")
    assert (again.returncode, again.stderr.strip()) == (0, "Nothing that can be mended without a decision.")
    assert dosmesas(tmp_path, "check", pack, "--dry-run").returncode == 2


SAMPLE = corpus()[:: cases(3, 27)]


@pytest.mark.parametrize("fault", SAMPLE, ids=lambda one: one.name)
def test_of_no_fault_more_is_found_afterwards_and_mending_twice_is_mending_once(
    base: Path, fault: Fault
) -> None:
    fault.block.plant(base)
    folder = base / "content" / Example((fault.block,)).pack
    before = len(check(folder, roots_of(base)).problems)
    write(fix(folder).changes)
    after = check(folder, roots_of(base))
    assert fix(folder).changes == ()
    assert len(after.problems) <= before or after.pack is not None
