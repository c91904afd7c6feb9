"""Damaged saves: recovered with a notice, or refused; never another error, never a wrong decision."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dosmesas.journal.journal import Journal, JournalError, Recovered, read_journal
from dosmesas.journal.records import Decided, Record
from dosmesas.session.session import Session
from tests.journal.saving import HEADER, whole_save
from tests.support.small import harbour


class Bytes(type(Path())):
    """A path whose file is in memory: thousands of damaged saves without a disk."""

    data = b""

    def read_bytes(self) -> bytes:
        return self.data


def scanned(data: bytes) -> Recovered | None:
    """What a file of these bytes holds, or None where it is refused."""
    path = Bytes("game.jsonl")
    path.data = data
    try:
        return read_journal(path)
    except JournalError:
        return None


def true_records() -> tuple[Record, ...]:
    found = scanned(whole_save())
    assert found is not None
    return found.records


def is_beginning(found: Recovered) -> bool:
    return found.records == true_records()[: len(found.records)]


def test_a_save_cut_off_anywhere_gives_all_whole_records_and_says_what_was_lost() -> None:
    save = whole_save()
    first = save.index(b"\n") + 1
    for length in range(len(save) + 1):
        found = scanned(save[:length])
        if length < first:
            assert found is None, length
            continue
        assert found is not None
        assert is_beginning(found)
        assert len(found.records) == save[:length].count(b"\n") - 1
        assert bool(found.notice) == (save[length - 1 : length] != b"\n"), length


@pytest.mark.parametrize("part", range(8))
def test_every_single_flipped_bit_is_found(part: int) -> None:
    save = b"".join(whole_save().splitlines(keepends=True)[:4])
    whole = scanned(save)
    assert whole is not None
    for index in range(len(save)):
        damaged = bytearray(save)
        damaged[index] ^= 1 << part
        found = scanned(bytes(damaged))
        assert found is None or (found.notice and is_beginning(found)), index
        assert found is None or len(found.records) < len(whole.records), index


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(whole_save())), st.integers(0, 300), st.binary(max_size=40))
def test_no_replaced_stretch_gives_a_decision_that_was_not_taken(
    start: int, length: int, patch: bytes
) -> None:
    save = whole_save()
    found = scanned(save[:start] + patch + save[start + length :])
    assert found is None or is_beginning(found)


def test_a_doubled_line_and_a_line_of_another_game_are_refused() -> None:
    lines = whole_save().splitlines(keepends=True)
    assert scanned(b"".join([*lines[:3], lines[2], *lines[3:]])) is None
    assert (
        scanned(b"".join([*lines[:3], lines[3].replace(b"talks/sign", b"talks/refuse"), *lines[4:]])) is None
    )


@pytest.mark.parametrize("missing", [1, 2, 40, 150, 230])
def test_a_torn_end_is_kept_beside_the_save_and_the_game_goes_on_from_the_last_whole_decision(
    tmp_path: Path, missing: int
) -> None:
    path = tmp_path / "game.jsonl"
    save = whole_save()[:-missing]
    path.write_bytes(save)
    session = Session.resume(harbour(), path)
    good = save[: save.rindex(b"\n") + 1]
    count = good.count(b"\n") - 1
    assert session.notice == f"record {count + 1} was not finished; the {count} before it are kept"
    assert (tmp_path / "game.jsonl.torn").read_bytes() == save[len(good) :]
    assert path.read_bytes().startswith(good)
    while (seat := session.next_seat()) is not None:
        session.decide(seat, session.legal(seat)[0])
    session.close()
    again = Session.resume(harbour(), path)
    assert (again.notice, again.state.digest()) == ("", session.state.digest())


def test_looking_at_a_torn_save_without_playing_leaves_it_torn(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    path.write_bytes(whole_save()[:-5])
    assert Session.replay(harbour(), path).notice
    assert path.read_bytes() == whole_save()[:-5]
    assert [one.name for one in tmp_path.iterdir()] == ["game.jsonl"]


def test_damage_before_the_end_is_refused_and_neither_save_nor_folder_is_touched(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    damaged = whole_save().replace(b"talks/sign", b"talks/sigh", 1)
    path.write_bytes(damaged)
    with pytest.raises(JournalError, match=r"record 3 is damaged \(its contents do not match its checksum\)"):
        Session.resume(harbour(), path)
    assert path.read_bytes() == damaged
    assert [one.name for one in tmp_path.iterdir()] == ["game.jsonl"]


@pytest.mark.parametrize("length", range(whole_save().index(b"\n") + 1, len(whole_save()), 61))
def test_every_cut_save_plays_on_to_an_end(tmp_path: Path, length: int) -> None:
    path = tmp_path / "game.jsonl"
    path.write_bytes(whole_save()[:length])
    session = Session.resume(harbour(), path)
    while (seat := session.next_seat()) is not None:
        session.decide(seat, session.legal(seat)[0])
    assert read_journal(path).notice == ""
    assert Session.replay(harbour(), path).over


def test_a_round_that_was_half_written_asks_only_those_whose_decision_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    path.write_bytes(b"".join(whole_save().splitlines(keepends=True)[:4]))
    session = Session.resume(harbour(), path)
    taken = [one for one in read_journal(path).records if isinstance(one, Decided)]
    assert [(one.seat, one.action) for one in taken[2:4]] == [
        ("no.minister", "talks/sign"),
        ("su.minister", session.state.decisions[3].action),
    ]


def test_a_torn_piece_from_before_neither_stops_a_second_recovery_nor_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    journal = Journal.create(path, HEADER)
    torn = (b'{"n":1,"ki', b'{"n":1', b"{")
    for piece in torn:
        journal.close()
        with path.open("ab") as file:
            file.write(piece)
        journal, found = Journal.reopen(path)
        assert found.notice
        journal.mend()
    names = ("game.jsonl.torn", "game.jsonl.torn-2", "game.jsonl.torn-3")
    assert tuple((tmp_path / name).read_bytes() for name in names) == torn
    journal.append(Decided("a", "b", "c"))
    assert read_journal(path).records == (Decided("a", "b", "c"),)
