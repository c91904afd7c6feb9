"""A new game from the beginning of a turn: same seed, same past, and what did not depend falls as before."""

import shutil
from pathlib import Path

import pytest

from dosmesas.journal.journal import Journal, JournalError, read_journal
from dosmesas.journal.records import Decided
from dosmesas.session.fork import CannotForkError, fork, fork_beside, fork_of_save, last_fork
from dosmesas.session.session import Session
from tests.support.making import NORDEN, SUDEN, regatta
from tests.support.playing import BOTH, do, finish, start
from tests.support.small import harbour, parley


def same_again(session: Session, old: Session) -> Session:
    """Take the decisions of the old game."""
    made = {(one.turn, one.point, one.seat): one.action for one in old.state.decisions}
    while (seat := session.next_seat()) is not None:
        session.decide(seat, made[session.state.turn, session.state.point, seat])
    return session


@pytest.mark.parametrize("turn", [1, 2, 3, 4])
def test_deciding_as_before_leads_to_the_very_same_game(turn: int, tmp_path: Path) -> None:
    old = finish(start(NORDEN, pack=regatta(), counterpart="random", save=tmp_path / "a.jsonl"))
    new = fork_beside(old, turn)
    assert new.state.turn == max(turn, 4 * (turn > 2))  # in the third turn bots alone decide
    assert [one for one in new.state.decisions if one.turn >= turn and one.seat == NORDEN] == []
    same_again(new, old)
    assert new.state == old.state
    assert [*new.receipts] == [*old.receipts]


def test_the_game_before_stays_byte_for_byte_as_it_is_and_the_new_one_has_a_save_of_its_own(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.jsonl"
    old = finish(start(NORDEN, save=path))
    before = path.read_bytes()
    new = fork_beside(old, 2)
    finish(new, 1)
    new.close()
    assert path.read_bytes() == before
    assert new.journal is not None
    assert new.journal.path == tmp_path / "harbour-7-turn-2.jsonl"
    assert Session.replay(harbour(), new.journal.path).state == new.state
    assert fork_beside(old, 2).journal.path == tmp_path / "harbour-7-turn-2-2.jsonl"


def test_bots_decisions_before_it_are_taken_over_as_they_were(tmp_path: Path) -> None:
    old = finish(start(NORDEN, pack=parley(), save=tmp_path / "a.jsonl"))
    new = fork_beside(old, 2)
    assert new.state.decisions == tuple(one for one in old.state.decisions if one.turn < 2)
    assert same_again(new, old).state == old.state


def test_what_waits_to_be_revealed_is_not_carried_over(tmp_path: Path) -> None:
    old = do(start(*BOTH, save=tmp_path / "a.jsonl"), "quota")
    assert old.held == {NORDEN: "quota"}
    new = fork_beside(old, 1)
    assert new.held == {}
    assert new.next_seat() == NORDEN
    assert new.journal is not None
    assert not [one for one in read_journal(new.journal.path).records if isinstance(one, Decided)]


def test_a_claim_that_was_read_stays_read(tmp_path: Path) -> None:
    old = start(NORDEN, save=tmp_path / "a.jsonl")
    old.note_opened(NORDEN, ["talks-help"])
    do(old, "quota", "talks/sign")
    old.note_opened(NORDEN, ["stock-falls"])
    for turn in (1, 2):
        new = fork_beside(old, turn)
        assert new.notes.before(NORDEN, len(new.path)) == {"talks-help", "stock-falls"}
    new.close()
    assert new.journal is not None
    again = Session.replay(harbour(), new.journal.path)
    assert again.notes.before(NORDEN, 1) == {"talks-help"}


def test_turns_that_are_not_there_cannot_be_forked_from() -> None:
    session = do(start(NORDEN), "quota", "talks/sign")
    assert last_fork(session) == 2
    for turn in (0, 3, -1):
        with pytest.raises(CannotForkError) as refused:
            fork(session, turn)
        assert refused.value.last == 2
    assert last_fork(finish(session)) == 3


def test_a_game_that_is_not_saved_is_forked_without_a_save() -> None:
    old = finish(start(NORDEN))
    new = fork_beside(old, 2)
    assert new.journal is None
    assert same_again(new, old).state == old.state


def test_where_the_new_save_cannot_be_written_none_is_left_and_the_old_game_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = do(start(NORDEN, save=tmp_path / "a.jsonl"), "quota", "talks/sign")
    append = Journal.append

    def full(self: Journal, *records: object) -> None:
        if self.path.name != "a.jsonl" and self._count:
            raise JournalError("No space left on device")
        append(self, *records)

    monkeypatch.setattr(Journal, "append", full)
    with pytest.raises(JournalError, match="No space"):
        fork_beside(old, 2)
    assert [one.name for one in tmp_path.glob("*.jsonl")] == ["a.jsonl"]
    finish(old)


def test_a_save_can_be_forked_that_is_only_read(tmp_path: Path) -> None:
    old = finish(start(NORDEN, save=tmp_path / "a.jsonl"))
    old.close()
    shutil.copy(tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    new = fork_of_save(Session.replay(harbour(), tmp_path / "b.jsonl"), tmp_path / "b.jsonl", 3)
    assert new.state.turn == 3
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_two_players_go_on_with_two_offices(tmp_path: Path) -> None:
    old = do(start(*BOTH, save=tmp_path / "a.jsonl"), "quota", "quota", "talks/sign", "talks/agree")
    new = fork_beside(old, 1)
    assert new.setup == old.setup
    do(new, "silent", "silent")
    assert new.next_seat() == NORDEN
    assert SUDEN in new.game.to_move(new.state)
