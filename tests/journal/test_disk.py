"""A disk that is full or fails: the player is told, and what was saved stays as it was."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from dosmesas.journal import disk as beside
from dosmesas.journal import journal as module
from dosmesas.journal.journal import Journal, JournalError, read_journal
from dosmesas.journal.records import Decided
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from tests.journal.saving import HEADER, decided
from tests.support.small import harbour

RECORD = Decided("a", "x/y", "1")
FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def full_at_once(_: object, __: bytes) -> None:
    raise FULL


def full_half_way(file: object, data: bytes) -> None:
    file.write(data[: len(data) // 2])
    raise FULL


def fsync_fails(_: int) -> None:
    raise OSError(errno.EIO, "Input/output error")


@frozen
class Disk:
    """A disk that fails when told to."""

    patch: pytest.MonkeyPatch
    place: object
    name: str
    failure: Callable[..., None]

    def fails(self) -> None:
        self.patch.setattr(self.place, self.name, self.failure)

    def is_mended(self) -> None:
        self.patch.undo()


WAYS = {
    "full at once": (module, "write_all", full_at_once),
    "full half way": (module, "write_all", full_half_way),
    "fails on fsync": (os, "fsync", fsync_fails),
}


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch, *request.param)


def test_a_record_that_cannot_be_written_leaves_the_save_as_it_was(tmp_path: Path, disk: Disk) -> None:
    path = tmp_path / "game.jsonl"
    journal = Journal.create(path, HEADER)
    journal.append(RECORD)
    before = path.read_bytes()
    disk.fails()
    with pytest.raises(
        JournalError, match=r"cannot write the save .*game.jsonl: (No space left|Input/output)"
    ):
        journal.append(RECORD, RECORD)
    assert path.read_bytes() == before
    disk.is_mended()
    journal.append(RECORD)
    assert read_journal(path).records == (RECORD, RECORD)


def test_a_save_that_cannot_be_begun_leaves_no_empty_file_in_the_way(tmp_path: Path, disk: Disk) -> None:
    path = tmp_path / "game.jsonl"
    disk.fails()
    with pytest.raises(JournalError, match="cannot write the save"):
        Journal.create(path, HEADER)
    assert list(tmp_path.iterdir()) == []
    disk.is_mended()
    assert read_journal(Journal.create(path, HEADER).path).header == HEADER


def test_a_decision_that_could_not_be_saved_is_not_taken_and_may_be_taken_later(
    tmp_path: Path, disk: Disk
) -> None:
    path = tmp_path / "game.jsonl"
    session = Session.start(harbour(), Setup(("no.minister",), 7, "random"), save=path)
    decided(session, 1)
    before, saved = session.state.digest(), path.read_bytes()
    disk.fails()
    with pytest.raises(JournalError):
        session.decide("no.minister", "talks/sign")
    assert (session.state.digest(), session.next_seat()) == (before, "no.minister")
    assert path.read_bytes() == saved
    disk.is_mended()
    decided(session, 9)
    assert session.over
    assert Session.replay(harbour(), path).state.digest() == session.state.digest()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only where the system has it")
def test_a_device_that_is_always_full_is_told_and_not_raised() -> None:
    with pytest.raises(JournalError, match="No space left on device"):
        Journal(Path("/dev/full"), 1, "abc").append(RECORD)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(JournalError, match="cannot make the folder"):
        Journal.create(tmp_path / "file" / "game.jsonl", HEADER)


def test_a_folder_that_cannot_be_synced_does_not_stop_a_game(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def only_files(handle: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{handle}"):  # noqa: PTH112 - a number, not a path of ours
            raise OSError(errno.EINVAL, "Invalid argument")
        real(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    assert read_journal(Journal.create(tmp_path / "game.jsonl", HEADER).path).header == HEADER


@pytest.mark.parametrize("failure", [full_at_once, full_half_way])
def test_a_torn_end_that_cannot_be_kept_is_not_cut_off_and_leaves_no_half_piece(
    tmp_path: Path, failure: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "game.jsonl"
    Journal.create(path, HEADER).close()
    torn = path.read_bytes() + b'{"n":1,"ki'
    path.write_bytes(torn)
    monkeypatch.setattr(beside, "write_all", failure)
    with pytest.raises(JournalError, match="cannot mend the save"):
        Journal.reopen(path)[0].mend()
    assert path.read_bytes() == torn
    assert [one.name for one in tmp_path.iterdir()] == ["game.jsonl"]
