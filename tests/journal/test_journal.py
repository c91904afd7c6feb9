"""A save on the disk: begun once, grown record by record, read again as it was written."""

from pathlib import Path

import pytest

from dosmesas.journal.journal import Journal, JournalError, read_journal
from dosmesas.journal.records import Decided, Header, Undone
from dosmesas.session.session import Session
from tests.journal.saving import HEADER, play, whole_save
from tests.support.small import harbour

RECORDS = (Decided("a", "x/y", "1"), Undone(1), Decided("a", "x/z", "1"), Decided("b", "x/w", "1"))


def test_what_was_appended_is_read_in_order_and_reading_does_not_touch_the_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "game.jsonl"
    journal = Journal.create(path, HEADER)
    journal.append(RECORDS[0])
    journal.append(RECORDS[1])
    journal.append(*RECORDS[2:])
    before = path.read_bytes()
    found = read_journal(path)
    assert (found.header, found.records, found.notice) == (HEADER, RECORDS, "")
    assert path.read_bytes() == before


def test_records_written_at_once_are_the_same_as_one_by_one(tmp_path: Path) -> None:
    one, other = Journal.create(tmp_path / "a", HEADER), Journal.create(tmp_path / "b", HEADER)
    one.append(*RECORDS)
    for record in RECORDS:
        other.append(record)
    assert one.path.read_bytes() == other.path.read_bytes()


def test_a_save_goes_on_after_it_was_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    Journal.create(path, HEADER).append(RECORDS[0])
    journal, found = Journal.reopen(path)
    assert found.records == RECORDS[:1]
    journal.append(*RECORDS[1:])
    assert read_journal(path).records == RECORDS


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "thesis.txt"
    path.write_text("two years of work")
    with pytest.raises(JournalError, match="exists already; resume it, or choose another name"):
        Journal.create(path, HEADER)
    assert path.read_text() == "two years of work"


def test_every_record_names_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    Journal.create(path, HEADER).append(*RECORDS)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], lines[2], lines[1], *lines[3:]]))
    with pytest.raises(JournalError, match=r"record 1 is damaged .* has not been touched"):
        read_journal(path)
    path.write_bytes(b"".join([*lines[:2], *lines[3:]]))
    with pytest.raises(JournalError, match="record 2 is damaged"):
        read_journal(path)


@pytest.mark.parametrize("text", [b"", b"\n", b"hello\n", b"{}\n", b"\x00" * 100, b"pack: harbour\n" * 50])
def test_a_file_that_is_no_save_is_refused_and_left_alone(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(text)
    with pytest.raises(JournalError, match="is not a save of this game"):
        Journal.reopen(path)
    assert path.read_bytes() == text
    assert [one.name for one in tmp_path.iterdir()] == ["x"]


def test_a_missing_file_and_a_folder_are_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match=r"cannot read the save .*No such file"):
        read_journal(tmp_path / "none")
    with pytest.raises(JournalError, match=r"cannot read the save .*directory"):
        read_journal(tmp_path)


def test_a_save_that_was_taken_away_in_mid_game_is_told_and_not_begun_in_the_middle(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    journal = Journal.create(path, HEADER)
    path.unlink()
    with pytest.raises(JournalError, match="cannot write the save"):
        journal.append(RECORDS[0])
    assert not path.exists()


def test_a_whole_game_with_turns_taken_back_plays_again_to_the_same_state(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    played = play(path)
    decisions = [one for one in read_journal(path).records if isinstance(one, Decided)]
    assert len(decisions) == 12
    assert path.read_bytes() == whole_save()
    again = Session.replay(harbour(), path)
    assert (again.over, again.state.digest()) == (True, played.state.digest())
    assert again.notice == ""


def rewritten(path: Path, number: int, record: Header | Decided | Undone) -> None:
    """The save with one record replaced and all checksums right: only replaying can find it out."""
    found = read_journal(path)
    records = list(found.records)
    records[number - 1] = record
    path.unlink()
    Journal.create(path, found.header).append(*records)


@pytest.mark.parametrize(
    ("number", "record"),
    [
        (3, Decided("no.minister", "talks/threaten", "")),
        (3, Decided("no.minister", "storm/pay-fishers", "")),
        (1, Decided("su.minister", "nonsense", "")),
        (5, Decided("mx.president", "storm/pay-fishers", "")),
    ],
)
def test_a_decision_that_the_rules_do_not_allow_is_refused_though_its_checksum_is_right(
    tmp_path: Path, number: int, record: Decided
) -> None:
    path = tmp_path / "game.jsonl"
    path.write_bytes(whole_save())
    was = read_journal(path).records[number - 1]
    assert isinstance(was, Decided)
    rewritten(path, number, Decided(record.seat, record.action, was.at))
    before = path.read_bytes()
    with pytest.raises(JournalError, match=f"decision {number} .* has not been touched"):
        Session.resume(harbour(), path)
    assert path.read_bytes() == before


def test_a_decision_taken_in_another_state_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    path.write_bytes(whole_save())
    was = read_journal(path).records[4]
    assert isinstance(was, Decided)
    rewritten(path, 5, Decided(was.seat, was.action, "0" * 32))
    with pytest.raises(JournalError, match="the rules have changed since this game was saved"):
        Session.replay(harbour(), path)


def test_a_second_header_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    path.write_bytes(whole_save())
    rewritten(path, 4, read_journal(path).header)
    with pytest.raises(JournalError, match="begins another game"):
        Session.replay(harbour(), path)
