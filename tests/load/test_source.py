"""From bytes to text: what is no clean text is refused with its line; what editors add is read over."""

import os
from pathlib import Path
from typing import BinaryIO, Self

import pytest

from dosmesas.load import source
from dosmesas.load.source import Sources, shown_path
from dosmesas.model.limits import FILE_BYTES
from dosmesas.text.diagnostic import Diagnostic, Problems


def read(path: Path) -> tuple[str | None, list[Diagnostic], Sources]:
    problems, sources = Problems(), Sources()
    return sources.read(path, problems), list(problems), sources


def told(tmp_path: Path, data: bytes) -> list[tuple[str, int, int]]:
    path = tmp_path / "f.yaml"
    path.write_bytes(data)
    text, found, _ = read(path)
    assert (text is None) == bool(found)
    return [(one.code, one.span.line, one.span.column) for one in found]


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"event: talks\ntitle: caf\xe9\n", "E0101", 2, 11),
        (b"\xff\xfea\x00:\x00", "E0101", 1, 1),
        (b"a: \xed\xa0\x80", "E0101", 1, 4),
        (b"a: 1\nb: a\x1bb\n", "E0102", 2, 5),
        (b"a: 1\n\tb: 2\n", "E0102", 2, 1),
        (b"a: 1\rb: 2\n", "E0102", 1, 5),
        (b"a: \x00", "E0102", 1, 4),
        ("a: é\u202eb\n".encode(), "E0102", 1, 5),
        ("a: b\u2066\n".encode(), "E0102", 1, 5),
        ("a: b\n\ufeffc: d\n".encode(), "E0102", 2, 1),
        (("a: e" + "\u0301" * 5).encode(), "E0102", 1, 9),
    ],
)
def test_bytes_that_are_no_clean_text_are_refused_in_their_place(
    tmp_path: Path, data: bytes, code: str, line: int, column: int
) -> None:
    assert told(tmp_path, data) == [(code, line, column)]


def test_a_file_full_of_bad_characters_is_told_of_ten_times_and_not_a_thousand(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\x01\n" * 1000)
    found = read(path)[1]
    assert (len(found), str(found[-1].message)) == (11, "and more such characters from here on")


def test_a_byte_order_mark_and_windows_lines_are_read_over(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    text, found, sources = read(path)
    assert (text, found) == ("a: 1\nb: 2\n", [])
    assert sources.line(shown_path(path), 2) == "b: 2"


def test_a_file_of_the_greatest_size_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    assert told(tmp_path, b"x" * FILE_BYTES) == []
    assert told(tmp_path, b"x" * (FILE_BYTES + 1)) == [("E0106", 1, 1)]


def test_a_missing_file_and_a_folder_in_its_place_are_told_and_not_raised(tmp_path: Path) -> None:
    assert [one.code for one in read(tmp_path / "none.yaml")[1]] == ["E0100"]
    assert [one.code for one in read(tmp_path)[1]] == ["E0100"]


def test_a_file_that_the_system_refuses_is_told_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("a: 1")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    (one,) = read(path)[1]
    assert (one.code, str(one.message)) == ("E0100", "cannot read the file: Permission denied")


def test_lines_that_are_not_there_are_empty_for_snippets(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("a: 1\nb: 2")
    _, _, sources = read(path)
    name = shown_path(path)
    assert [sources.line(name, number) for number in (0, 1, 2, 3)] == ["", "a: 1", "b: 2", ""]
    assert sources.line("another.yaml", 1) == ""


def test_paths_are_told_from_where_the_author_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown_path(tmp_path / "a" / "b.yaml") == "a/b.yaml"
    assert shown_path(tmp_path.parent / "b.yaml") == str(tmp_path.parent / "b.yaml")


def test_the_fingerprint_depends_on_the_texts_and_on_nothing_else(tmp_path: Path) -> None:
    def fingerprint(*texts: str, folder: str) -> str:
        sources = Sources()
        (tmp_path / folder).mkdir()
        for number, text in enumerate(texts):
            path = tmp_path / folder / f"{number}.yaml"
            path.write_text(text)
            sources.read(path, Problems())
        return sources.digest()

    same = {fingerprint("a: 1\n", "b: 2\n", folder="x"), fingerprint("b: 2\n", "a: 1\n", folder="y")}
    assert len(same) == 1
    assert fingerprint("a: 1\n", "b: 3\n", folder="z") not in same


def test_a_file_that_changes_while_it_is_read_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("a: 1\n")
    opened = os.open

    def opens_and_writes(name: Path, flags: int) -> int:
        handle = opened(name, flags)
        monkeypatch.setattr(os, "fdopen", lambda one, mode: Growing(fdopen(one, mode), path))
        return handle

    fdopen = os.fdopen
    monkeypatch.setattr(os, "open", opens_and_writes)
    (one,) = read(path)[1]
    assert (one.code, str(one.message)) == ("E0100", "the file changed while it was read; check again")


class Growing:
    """A file to which somebody writes as soon as it has been read."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self.file, self.path = file, path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def read(self, most: int) -> bytes:
        data = self.file.read(most)
        with self.path.open("ab") as more:
            more.write(b"b: 2\n")
        return data


def test_a_file_that_vanishes_before_it_is_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("a: 1\n")
    regular = source._regular

    def and_gone(status: os.stat_result) -> None:
        regular(status)
        path.unlink(missing_ok=True)

    monkeypatch.setattr(source, "_regular", and_gone)
    (one,) = read(path)[1]
    assert (one.code, str(one.message)) == ("E0100", "cannot read the file: No such file or directory")


def test_a_name_with_a_zero_byte_is_told_and_not_raised(tmp_path: Path) -> None:
    (one,) = read(tmp_path / "a\x00b.yaml")[1]
    assert one.code == "E0100"
    assert "\x00" not in str(one.span)


def test_letters_of_two_characters_become_one_so_that_every_computer_has_the_same_fingerprint(
    tmp_path: Path,
) -> None:
    texts = []
    for number, written in enumerate(("título: ñ\n", "ti\u0301tulo: n\u0303\n")):
        path = tmp_path / f"{number}.yaml"
        path.write_text(written)
        text, found, sources = read(path)
        assert found == []
        texts.append((text, sources.digest()))
    assert texts[0] == texts[1]


def test_a_heap_of_marks_is_refused_before_anything_is_made_of_it(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("a: e" + "\u0301\u0323" * 200_000)
    assert len(read(path)[1]) == 11


def test_a_change_that_keeps_the_size_is_seen_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("a: 1\n")
    looked_at, looks = os.fstat, []

    def later(handle: int) -> os.stat_result:
        looks.append(handle)
        if len(looks) == 2:
            path.write_text("a: 2\n")
            os.utime(path, ns=(0, 1))
        return looked_at(handle)

    monkeypatch.setattr(source.os, "fstat", later)
    (one,) = read(path)[1]
    assert str(one.message) == "the file changed while it was read; check again"


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes in folders elsewhere")
def test_a_pipe_that_takes_the_files_place_at_the_last_moment_makes_nobody_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert source._OPEN & os.O_NONBLOCK  # else this test would wait for ever
    path = tmp_path / "f.yaml"
    path.write_text("a: 1\n")
    regular = source._regular

    def and_swapped(status: os.stat_result) -> None:
        regular(status)
        path.unlink()
        os.mkfifo(path)

    monkeypatch.setattr(source, "_regular", and_swapped)
    (one,) = read(path)[1]
    assert (one.code, str(one.message)) == ("E0100", "this is not a regular file")
