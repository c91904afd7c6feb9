"""Two players at one keyboard: what one has chosen is nobody's knowledge until both have."""

from pathlib import Path

import pytest

from dosmesas.session.outcome import outcome_view
from dosmesas.session.record import record
from dosmesas.session.session import Session
from dosmesas.session.views import EVERYBODY, table_view
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import BOTH, do, finish, secretive, start
from tests.support.small import harbour

WORDS = ("quota", "decline", "silent")


def knowledge(session: Session) -> tuple[object, ...]:
    """All that any door shows while Suden is to act."""
    return (
        table_view(session, SUDEN, "en"),
        session.game.information_state(session.state, SUDEN).encode(),
        record(session),
        session.legal(SUDEN),
        session.state.digest(),
    )


def test_a_held_word_changes_nothing_that_the_other_can_see() -> None:
    seen = [knowledge(do(start(*BOTH), word)) for word in WORDS]
    assert seen[0] == seen[1] == seen[2]


def test_a_held_choice_changes_nothing_that_the_other_can_see() -> None:
    seen = [
        knowledge(do(start(*BOTH), "silent", "silent", choice)) for choice in ("talks/sign", "talks/refuse")
    ]
    assert seen[0] == seen[1]


def test_after_one_has_decided_it_is_the_others_turn_and_then_both_are_revealed() -> None:
    session = do(start(*BOTH), "quota")
    assert session.next_seat() == SUDEN
    do(session, "decline")
    assert session.next_seat() == NORDEN
    assert session.state.words(1) == {NORDEN: "quota", SUDEN: "decline"}


@pytest.mark.parametrize("word", WORDS)
def test_resuming_keeps_a_held_choice_and_does_not_show_it(word: str, tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    do(start(*BOTH, save=path), word)
    resumed = Session.resume(harbour(), path)
    assert resumed.next_seat() == SUDEN
    assert knowledge(resumed) == knowledge(do(start(*BOTH), "silent"))
    do(resumed, "decline")
    assert resumed.state.words(1) == {NORDEN: word, SUDEN: "decline"}


def test_three_sittings_and_one_sitting_are_the_same_game(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    do(start(*BOTH, save=path), "quota")
    do(Session.resume(harbour(), path), "quota", "talks/sign")
    resumed = finish(Session.resume(harbour(), path))
    straight = finish(do(start(*BOTH), "quota", "quota", "talks/sign"))
    assert resumed.state == straight.state


def test_an_outcome_that_both_read_opens_only_what_both_may_see() -> None:
    session = do(start(*BOTH, pack=secretive()), "day/act", "day/rest")
    view = outcome_view(session, 1, EVERYBODY, "en")
    assert [one.id for one in view.moved] == ["stock", "goodwill"]
    told = {entry.receipt: entry.text for one in view.moved for entry in one.entries}
    alone = [
        {
            entry.receipt: entry.text
            for one in outcome_view(session, 1, seat, "en").moved
            for entry in one.entries
        }
        for seat in BOTH
    ]
    for receipt, text in told.items():
        hidden = [seat for seat in alone if "cannot see" in seat.get(receipt, "")]
        assert ("cannot see" in text) is bool(hidden)
