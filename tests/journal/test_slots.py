"""The saves of a folder from their records alone: how far, finished or not, broken and why, held or free."""

import os
from pathlib import Path

import pytest

from dosmesas.journal.journal import Journal, JournalError
from dosmesas.journal.records import Closing, Decided, Ended, Header, Opened, Sentence, Undone
from dosmesas.journal.slots import (
    is_finished,
    newest_unfinished,
    remove_save,
    saves_in,
    slot_of,
    turns_chosen,
)

HEADER = Header("harbour", "", "0", 7, ("no.minister",), "persona", "authors", "en")


def decided(event: str, at: str, seat: str = "a") -> Decided:
    return Decided(seat, f"{event}/x", at)


def saved(path: Path, *records: object, when: int = 1_000_000) -> Path:
    journal = Journal.create(path, HEADER)
    journal.append(*records)
    journal.close()
    os.utime(path, (when, when))
    return path


ONE = decided("one", "1")
TWO = decided("two", "2")


@pytest.mark.parametrize(
    ("records", "turns"),
    [
        ((), 0),
        ((Decided("a", "decline", "0"),), 0),
        ((ONE,), 1),
        ((ONE, decided("one", "1", "b")), 1),
        ((ONE, Decided("a", "card+other", "1b"), Decided("b", "rest", "1c")), 1),
        ((ONE, TWO), 2),
        ((ONE, TWO, Undone(2)), 1),
        ((ONE, TWO, Undone(1)), 0),
        ((ONE, TWO, Undone(1), ONE, TWO), 2),
        ((ONE, Undone(1), ONE), 1),
    ],
)
def test_turns_are_counted_by_their_choices_without_what_was_taken_back(records: tuple, turns: int) -> None:
    assert turns_chosen(records) == turns


@pytest.mark.parametrize(
    ("records", "finished"),
    [
        ((ONE,), False),
        ((ONE, Ended(1)), True),
        ((ONE, Ended(1), Sentence("a", "so it was")), True),
        ((ONE, Closing("a", "statement", ())), True),
        ((ONE, Sentence("a", "so it was")), False),
        ((ONE, Ended(1), Undone(1)), False),
        ((ONE, Ended(1), Undone(1), ONE), False),
        ((ONE, Ended(1), Opened("a", ("x",), 1, "end")), True),
    ],
)
def test_finished_is_what_was_marked_so_and_not_taken_back(records: tuple, finished: bool) -> None:
    assert is_finished(records) is finished


def test_the_last_written_is_first(tmp_path: Path) -> None:
    for name, when in (("b", 300), ("a", 300), ("c", 500), ("d", 100)):
        saved(tmp_path / f"{name}.jsonl", ONE, when=when)
    (tmp_path / "notes.txt").write_text("no save")
    assert [path.stem for path in saves_in(tmp_path)] == ["c", "a", "b", "d"]
    assert saves_in(tmp_path / "nowhere") == []


def test_what_is_no_save_is_named_with_why_and_never_hidden(tmp_path: Path) -> None:
    (tmp_path / "hello.jsonl").write_text("hello\n")
    (tmp_path / "folder.jsonl").mkdir()
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "gone.jsonl").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe.jsonl")
    found = [slot_of(path, "es") for path in saves_in(tmp_path)]
    assert len(found) == 5
    assert all(one.header is None and "partida" in one.problem for one in found)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.jsonl").open("wb") as file:
        file.truncate(1 << 40)
    assert slot_of(tmp_path / "large.jsonl", "en").problem


def test_a_damaged_one_keeps_its_facts_and_says_where(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jsonl", ONE, TWO)
    path.write_bytes(path.read_bytes().replace(b"two/x", b"two/y"))
    one = slot_of(path, "en")
    assert one.header == HEADER
    assert one.turns == 1
    assert "record 2 is damaged" in one.problem


def test_an_unfinished_end_is_no_problem(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jsonl", ONE)
    with path.open("ab") as file:
        file.write(b'{"n":2,"kin')
    assert (slot_of(path, "en").problem, slot_of(path, "en").turns) == ("", 1)


def test_one_that_is_being_played_says_so_and_is_not_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    journal = Journal.create(path, HEADER)
    assert slot_of(path, "en").held
    with pytest.raises(JournalError, match="played elsewhere"):
        remove_save(path, "en")
    assert path.exists()
    journal.close()
    assert not slot_of(path, "en").held
    remove_save(path, "en")
    assert not path.exists()


def test_taking_away_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(JournalError):
        remove_save(tmp_path / "a.jsonl", "en")


def test_the_newest_that_is_not_finished_is_gone_on_with(tmp_path: Path) -> None:
    assert newest_unfinished(tmp_path) is None
    saved(tmp_path / "old.jsonl", ONE, when=100)
    saved(tmp_path / "new.jsonl", ONE, when=200)
    saved(tmp_path / "over.jsonl", ONE, Ended(1), when=300)
    (tmp_path / "none.jsonl").write_text("hello\n")
    assert newest_unfinished(tmp_path) == tmp_path / "new.jsonl"


def test_looking_leaves_every_byte_and_date_as_it_was(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jsonl", ONE, TWO)
    before = path.read_bytes(), path.stat().st_mtime_ns, {*tmp_path.iterdir()}
    slot_of(path, "en")
    newest_unfinished(tmp_path)
    assert (path.read_bytes(), path.stat().st_mtime_ns, {*tmp_path.iterdir()}) == before
