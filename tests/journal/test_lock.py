"""One save, one player: a second process is told who plays it, and nothing is left that blocks a later start."""

import fcntl
import os
import subprocess
import sys
from errno import ENOLCK
from pathlib import Path

import pytest

from dosmesas.journal.journal import Journal, JournalError, read_journal
from dosmesas.journal.lock import Lock, LockedError
from dosmesas.journal.records import Decided
from dosmesas.session.session import Session
from tests.cli.running import dosmesas, surroundings
from tests.journal.saving import HEADER, play, whole_save
from tests.support.making import regatta
from tests.support.small import harbour


class Player:
    """`dosmesas resume` in a process of its own, waiting for an answer."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "dosmesas", "resume", "g.jsonl", "--plain"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=folder,
            env=surroundings(folder),
        )
        assert self.process.stdout is not None
        seen = b""
        while not seen.endswith(b"\n> "):
            piece = os.read(self.process.stdout.fileno(), 1 << 16)
            assert piece, seen
            seen += piece

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()

    def leave(self) -> None:
        self.process.communicate(b"quit\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a save that was left after its first choice."""
    assert dosmesas(tmp_path, "play", "--seed", "5", "--save", "g.jsonl", typed="3\n1\n").returncode == 0
    return tmp_path


@pytest.mark.parametrize("end", [Player.kill, Player.leave])
def test_the_second_of_two_processes_is_told_and_may_go_on_when_the_first_has_ended(
    folder: Path, end: object
) -> None:
    files, before = sorted(folder.rglob("*")), (folder / "g.jsonl").read_bytes()
    player = Player(folder)
    second = dosmesas(folder, "resume", "g.jsonl", typed="1\n")
    assert (second.returncode, second.stdout) == (1, "")
    assert "g.jsonl is being played elsewhere" in second.stderr
    assert "dosmesas replay g.jsonl" in second.stderr
    if Path("/proc/locks").exists():
        assert f"(process {player.process.pid})" in second.stderr
    assert (folder / "g.jsonl").read_bytes() == before
    assert dosmesas(folder, "replay", "g.jsonl").returncode == 0
    assert dosmesas(folder, "verify", "g.jsonl").returncode == 0
    assert dosmesas(folder, "why", "g.jsonl", "trust").returncode == 0
    end(player)  # type: ignore[operator] # one of two ends
    assert sorted(folder.rglob("*")) == files
    assert dosmesas(folder, "resume", "g.jsonl", typed="3\n1\n" * 7).returncode == 0


def test_a_save_that_was_just_begun_is_held_too(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    journal = Journal.create(path, HEADER)
    with pytest.raises(JournalError, match="is being played elsewhere"):
        Journal.reopen(path)
    journal.append(Decided("a", "b", "c"))
    journal.close()
    assert Journal.reopen(path)[1].records == (Decided("a", "b", "c"),)


def test_a_game_that_was_closed_or_dropped_can_be_resumed_in_the_same_program(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    session = play(path)
    with pytest.raises(JournalError, match="is being played elsewhere"):
        Session.resume(harbour(), path)
    session.close()
    again = Session.resume(harbour(), path)
    assert again.digest() == session.digest()
    del again
    assert Session.resume(harbour(), path).over


def test_a_save_that_cannot_be_resumed_is_not_held_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    for damaged in (b"hello\n", whole_save().replace(b"talks/sign", b"talks/sigh", 1)):
        path.write_bytes(damaged)
        for _ in range(2):
            with pytest.raises(JournalError, match=r"not a save|is damaged"):
                Session.resume(harbour(), path)
        Lock.take(path)
    path.write_bytes(whole_save())
    with pytest.raises(JournalError) as refused:
        Session.resume(regatta(), path)
    assert Lock.take(path).holds, refused


def test_a_disk_without_locks_is_told_and_played_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(ENOLCK, os.strerror(ENOLCK))

    monkeypatch.setattr(fcntl, "flock", no_locks)
    path = tmp_path / "game.jsonl"
    play(path)
    session = Session.resume(harbour(), path)
    assert session.notice == "This disk knows no locks: do not open the save twice."


def test_a_save_that_may_only_be_read_is_held_like_others(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    path.write_bytes(whole_save())
    path.chmod(0o400)
    held = Lock.take(path)
    assert held.holds
    with pytest.raises(LockedError):
        Lock.take(path)
    assert read_journal(path).notice == ""
