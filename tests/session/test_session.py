"""A game being played: bots fill in, every decision is kept, and a resumed game is the same game."""

from contextlib import suppress
from pathlib import Path

import pytest

from dosmesas.bots.doctrine import DoctrineBot
from dosmesas.engine.draws import NamedDraws
from dosmesas.engine.playout import playout
from dosmesas.journal.journal import Journal, JournalError, read_journal
from dosmesas.journal.records import Decided
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.undo import CannotUndoError
from tests.support.making import NORDEN, SUDEN, game_of, regatta, with_admiral
from tests.support.playing import BOTH, do, finish, start
from tests.support.small import game, harbour


def test_a_new_game_waits_for_its_human() -> None:
    session = start(NORDEN)
    assert session.next_seat() == NORDEN
    assert session.legal(NORDEN) == ("quota", "decline", "silent")
    assert not session.over
    assert session.state == game().new_initial_state(7)


def test_bots_answer_for_the_other_seats_as_soon_as_the_human_has() -> None:
    session = do(start(NORDEN), "quota")
    assert session.state.point == "choose"
    assert set(session.state.words(1)) == set(BOTH)
    do(session, "talks/sign")
    assert session.state.turn == 2
    assert set(session.state.chosen(1)) == set(BOTH)


def test_without_humans_bots_play_to_the_end_as_a_playout_does() -> None:
    session = start(pack=regatta(), seed=3)
    bot = DoctrineBot(regatta(), regatta().ruleset.worldviews["authors"], 3)
    assert session.over
    assert session.next_seat() is None
    assert session.state == playout(game_of(regatta()), 3, bot.choose)[-1].state


def test_a_turn_that_does_not_ask_the_human_is_played_by_the_others() -> None:
    session = start(NORDEN, pack=regatta())
    while session.state.turn < 3:
        do(session, session.legal(NORDEN)[0])
    assert session.state.turn == 4
    assert set(session.state.chosen(3)) == {SUDEN}


def test_the_counterpart_is_the_one_that_was_asked_for() -> None:
    games = {name: finish(start(NORDEN, pack=regatta(), counterpart=name)) for name in ("persona", "random")}
    assert games["persona"].state.decisions != games["random"].state.decisions


def test_receipts_come_in_the_order_in_which_they_were_written() -> None:
    ids = [tuple(map(int, one.id.split("."))) for one in finish(start(NORDEN)).receipts]
    assert ids == sorted(ids)


@pytest.mark.parametrize("which", [0, 1, -1])
@pytest.mark.parametrize("make", [harbour, regatta])
@pytest.mark.parametrize("seats", [(NORDEN,), (SUDEN,), BOTH])
def test_resuming_after_every_decision_is_the_same_as_playing_straight(
    make: object, seats: tuple[str, ...], which: int, tmp_path: Path
) -> None:
    pack: Pack = make()  # type: ignore[operator] # one of two loaders
    straight = finish(start(*seats, pack=pack, save=tmp_path / "straight.jsonl"), which)
    path = tmp_path / "resumed.jsonl"
    session = start(*seats, pack=pack, save=path)
    while (seat := session.next_seat()) is not None:
        legal = session.legal(seat)
        session.decide(seat, legal[which % len(legal)])
        before = session.state
        session.close()
        session = Session.resume(pack, path)
        assert session.state == before
    assert session.state.digest() == straight.state.digest()
    assert list(session.receipts) == list(straight.receipts)
    assert path.read_bytes() == (tmp_path / "straight.jsonl").read_bytes()


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("seats", [(NORDEN,), (SUDEN,), BOTH, ("no.admiral", SUDEN)])
def test_any_mixture_of_deciding_taking_back_and_resuming_is_what_the_save_says(
    seed: int, seats: tuple[str, ...], tmp_path: Path
) -> None:
    pack = with_admiral(turns=3) if "no.admiral" in seats else regatta()
    path, draws = tmp_path / "game.jsonl", NamedDraws()
    session = start(*seats, pack=pack, seed=seed, save=path)
    for step in range(25):
        number = draws.number(seed, "test", step, 0)
        seat = session.next_seat()
        if number % 5 == 0:
            with suppress(CannotUndoError):
                session.undo()
        elif number % 5 == 1:
            session.close()
            session = Session.resume(pack, path)
        elif seat is not None:
            legal = session.legal(seat)
            session.decide(seat, legal[number // 5 % len(legal)])
        again = Session.replay(pack, path)
        assert (again.state, again.held) == (session.state, session.held)
        assert list(again.receipts) == list(session.receipts)


def test_a_decision_is_on_the_disk_before_it_is_carried_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start(NORDEN, save=tmp_path / "game.jsonl")
    at_disk: list[int] = []
    usual = Journal.append

    def noting(journal: Journal, *records: object) -> None:
        at_disk.append(len(session.state.decisions))
        usual(journal, *records)  # type: ignore[arg-type] # whatever the session hands over

    monkeypatch.setattr(Journal, "append", noting)
    do(session, "quota")
    assert set(at_disk) == {0}


def test_the_journal_holds_bots_decisions_too_so_that_better_bots_break_no_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "game.jsonl"
    played = finish(start(NORDEN, save=path))
    monkeypatch.setattr(DoctrineBot, "choose", lambda *_: pytest.fail("a replay must not ask a bot"))
    assert Session.replay(harbour(), path).state == played.state
    decided = [one for one in read_journal(path).records if isinstance(one, Decided)]
    assert {one.seat for one in decided} == set(BOTH)


def fail_from(monkeypatch: pytest.MonkeyPatch, call: int) -> list[int]:
    """Let the journal fail at this call and after, until the returned list is emptied."""
    calls = [0]
    usual = Journal.append

    def failing(journal: Journal, *records: object) -> None:
        if calls:
            calls[0] += 1
            if calls[0] >= call:
                raise JournalError("cannot write the save: no space left")
        usual(journal, *records)  # type: ignore[arg-type] # whatever the session hands over

    monkeypatch.setattr(Journal, "append", failing)
    return calls


def test_when_the_save_fails_nothing_is_taken_and_the_game_goes_on_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "game.jsonl"
    session = do(start(NORDEN, pack=regatta(), save=path), "course")
    before, bytes_before = session.state, path.read_bytes()
    full = fail_from(monkeypatch, 1)
    with pytest.raises(JournalError):
        do(session, "start/protest")
    assert (session.state, session.held, session.next_seat()) == (before, {}, NORDEN)
    assert path.read_bytes() == bytes_before
    full.clear()
    finish(do(session, "start/inner-course"))
    assert session.state.chosen(1)[NORDEN] == "start/inner-course"
    assert Session.replay(regatta(), path).state == session.state


def test_when_the_save_fails_at_a_turn_of_bots_alone_it_goes_on_from_there_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "game.jsonl"
    session = do(start(NORDEN, pack=regatta(), save=path), "silent", "start/protest")
    full = fail_from(monkeypatch, 2)
    with pytest.raises(JournalError):
        do(session, session.legal(NORDEN)[0])
    assert (session.state.turn, session.next_seat(), session.over) == (3, None, False)
    full.clear()
    session.settle()
    assert session.next_seat() == NORDEN
    assert Session.replay(regatta(), path).state == session.state


def test_a_save_that_no_longer_fits_the_rules_is_refused_with_the_place(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    do(start(NORDEN, save=path), "quota", "talks/sign")
    before = path.read_bytes()
    with pytest.raises(JournalError, match=r"decision 1 \(turn 1, no.minister\)"):
        Session.resume(regatta(), path)
    assert path.read_bytes() == before


def test_a_set_up_travels_with_the_save(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    setup = Setup((SUDEN,), 99, "random", "doubter", "en", "least")
    Session.start(harbour(), setup, save=path)
    assert Session.resume(harbour(), path).setup == setup
