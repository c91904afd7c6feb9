"""Taking back: to the start of the turn, then the one before; the journal only grows."""

from pathlib import Path

import pytest

from dosmesas.journal.journal import read_journal
from dosmesas.journal.records import Undone
from dosmesas.load.loading import load_pack
from dosmesas.session.session import Session
from dosmesas.session.undo import CannotUndoError
from tests.support.full import packs
from tests.support.making import NORDEN, SUDEN, regatta, with_admiral
from tests.support.playing import BOTH, do, finish, start
from tests.support.small import harbour


def test_before_the_first_decision_there_is_nothing_to_take_back() -> None:
    session = start(NORDEN)
    with pytest.raises(CannotUndoError):
        session.undo()
    assert session.next_seat() == NORDEN


def test_a_word_can_be_taken_back_within_its_turn() -> None:
    session = do(start(NORDEN), "quota")
    assert session.undo() == 1
    assert session.state == start(NORDEN).state


def test_within_a_turn_it_goes_to_its_start_and_then_to_the_one_before() -> None:
    session = do(start(NORDEN), "quota", "talks/sign", "storm/pay-fishers")
    assert session.state.turn == 3
    assert [session.undo(), session.undo()] == [2, 1]
    assert session.state == start(NORDEN).state
    with pytest.raises(CannotUndoError):
        session.undo()


def test_after_the_end_the_last_turn_can_be_taken_back() -> None:
    session = finish(start(NORDEN))
    assert session.undo() == 3
    assert not session.over
    assert session.next_seat() == NORDEN


def test_a_turn_that_asked_only_others_is_not_where_undo_gets_stuck() -> None:
    session = start(NORDEN, pack=regatta())
    while session.state.turn < 4:
        do(session, session.legal(NORDEN)[0])
    assert session.undo() == 2
    assert session.state.turn == 2
    assert session.undo() == 1


@pytest.mark.parametrize("name", packs(0))
def test_after_taking_back_it_is_always_the_same_players_turn(name: str) -> None:
    """Also where others alone had a word to give before: they give it again."""
    pack = load_pack(name)
    for seat in pack.seats:
        session = start(seat, pack=pack)
        while not session.over:
            do(session, session.legal(seat)[-1])
            turn = session.undo()
            assert session.next_seat() == seat
            while not session.over and session.state.turn == turn:
                do(session, session.legal(seat)[-1])
        assert session.state == finish(start(seat, pack=pack), -1).state


def test_who_has_no_part_in_a_deal_is_asked_again_at_once_after_taking_back() -> None:
    session = start("no.admiral", pack=with_admiral())
    assert session.state.point == "choose"
    do(session, "day/sail")
    assert session.undo() == 1
    assert session.next_seat() == "no.admiral"
    assert session.state.words(1).keys() == {NORDEN, SUDEN}
    with pytest.raises(CannotUndoError):
        session.undo()


def test_what_is_played_again_the_same_way_comes_out_the_same() -> None:
    straight = finish(start(NORDEN, pack=regatta()))
    session = do(start(NORDEN, pack=regatta()), "silent", "start/protest")
    session.undo()
    assert finish(session).state == straight.state
    assert list(session.receipts) == list(straight.receipts)


def test_undo_is_a_record_after_the_others_and_survives_resuming(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    session = do(start(NORDEN, save=path), "quota", "talks/sign")
    before = path.read_bytes()
    session.undo()
    assert path.read_bytes().startswith(before)
    assert isinstance(read_journal(path).records[-1], Undone)
    session.close()
    resumed = Session.resume(harbour(), path)
    assert resumed.state == session.state
    assert resumed.next_seat() == NORDEN
    assert finish(resumed).state == finish(start(NORDEN)).state


def test_undo_after_every_decision_still_resumes_to_the_same_game(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    session = start(SUDEN, pack=regatta(), save=path)
    for _ in range(3):
        while session.next_seat() is not None and session.state.turn < 3:
            do(session, session.legal(SUDEN)[-1])
        session.undo()
        assert Session.replay(regatta(), path).state == session.state
    finish(session).close()
    assert Session.resume(regatta(), path).state.digest() == session.state.digest()


def test_two_players_may_take_back_what_only_one_of_them_has_decided() -> None:
    session = do(start(*BOTH), "quota")
    assert session.undo() == 1
    assert session.next_seat() == NORDEN
    assert session.held == {}


@pytest.mark.parametrize(
    "actions",
    [
        (),
        ("quota", "decline"),
        ("quota", "decline", "talks/sign"),
        ("quota", "decline", "talks/sign", "talks/agree"),
    ],
)
def test_two_players_cannot_take_back_what_the_other_has_seen(actions: tuple[str, ...]) -> None:
    session = do(start(*BOTH), *actions)
    before = session.state, dict(session.held)
    with pytest.raises(CannotUndoError):
        session.undo()
    assert (session.state, session.held) == before


def test_two_players_cannot_take_back_the_end() -> None:
    session = finish(start(*BOTH))
    with pytest.raises(CannotUndoError):
        session.undo()
    assert session.over


def test_a_refused_undo_leaves_the_save_alone(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    session = do(start(*BOTH, save=path), "quota", "decline")
    before = path.read_bytes()
    with pytest.raises(CannotUndoError):
        session.undo()
    assert path.read_bytes() == before
