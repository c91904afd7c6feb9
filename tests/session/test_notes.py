"""What players open and write beside their decisions: on the disk at once, kept through undo, resuming and damage."""

import os
from pathlib import Path

import pytest

from dosmesas.journal.journal import JournalError, read_journal
from dosmesas.journal.records import Opened, Sentence
from dosmesas.session.notes import SentenceError, tidied
from dosmesas.session.session import Session
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import BOTH, do, finish, start
from tests.support.small import harbour

CLAIM, OTHER = "stock-falls", "talks-help"
WORDS = "because the fish were falling and nobody else would count them"


def test_what_is_opened_and_said_is_in_the_save_before_the_next_decision(tmp_path: Path) -> None:
    session = start(NORDEN, save=tmp_path / "g.jsonl")
    session.note_opened(NORDEN, [CLAIM, OTHER])
    session.say_sentence(NORDEN, WORDS)
    assert read_journal(tmp_path / "g.jsonl").records == (
        Opened(NORDEN, (CLAIM, OTHER), 1, "word"),
        Sentence(NORDEN, WORDS),
    )


def test_notes_change_no_state_and_a_resumed_game_has_them(tmp_path: Path) -> None:
    session = do(start(NORDEN, save=tmp_path / "g.jsonl"), "quota")
    before = session.state
    session.note_opened(NORDEN, [CLAIM])
    session.say_sentence(NORDEN, WORDS)
    assert session.state == before
    finish(session).close()
    assert session.state == finish(start(NORDEN)).state
    again = Session.resume(harbour(), tmp_path / "g.jsonl")
    assert (again.notes, again.state) == (session.notes, session.state)


def test_a_claim_opened_twice_and_what_is_no_claim_leave_no_record(tmp_path: Path) -> None:
    session = start(NORDEN, save=tmp_path / "g.jsonl")
    for claims in ([CLAIM], [CLAIM, "no-such-claim"], [OTHER, OTHER, CLAIM], []):
        session.note_opened(NORDEN, claims)
    session.note_opened(SUDEN, [CLAIM])  # a bot's seat
    assert [one.claims for one in read_journal(tmp_path / "g.jsonl").records] == [(CLAIM,), (OTHER,)]


def test_where_a_save_says_twice_that_a_claim_was_opened_the_first_time_counts() -> None:
    session = start(NORDEN)
    session.note(Opened(NORDEN, (CLAIM,), 1, "word"))
    do(session, "quota").note(Opened(NORDEN, (CLAIM,), 1, "choose"))
    assert session.notes.before(NORDEN, 1) == {CLAIM}


def test_a_later_sentence_takes_the_place_of_the_first() -> None:
    session = start(NORDEN)
    session.say_sentence(NORDEN, WORDS)
    session.say_sentence(NORDEN, "because  a pact\tholds ")
    assert session.notes.sentences == {NORDEN: "because a pact holds"}


@pytest.mark.parametrize("count", [1, 2])
def test_undo_loses_neither_a_sentence_nor_what_was_opened_and_both_come_before_what_follows(
    tmp_path: Path, count: int
) -> None:
    session = do(start(NORDEN, save=tmp_path / "g.jsonl"), "quota", "talks/sign", "storm/pay-fishers")
    session.note_opened(NORDEN, [CLAIM])
    session.say_sentence(NORDEN, WORDS)
    for _ in range(count):
        session.undo()
    session.close()
    for one in (session, Session.resume(harbour(), tmp_path / "g.jsonl")):
        assert one.notes.sentences == {NORDEN: WORDS}
        assert one.notes.before(NORDEN, len(one.path)) == {CLAIM}
        one.close()


def test_opened_means_before_the_decision_and_by_the_seat_that_decides() -> None:
    session = do(start(*BOTH), "quota")
    session.note_opened(NORDEN, [CLAIM])  # its word is given; the other's is awaited
    session.note_opened(SUDEN, [OTHER])
    first = len(session.path)
    assert session.notes.before(NORDEN, first) == frozenset()
    assert session.notes.before(NORDEN, first + 1) == {CLAIM}
    assert session.notes.before(SUDEN, first) == {OTHER}


BAD = {
    "": "more than one word",
    "because": "more than one word",
    "ab " * 94: "may have 280 characters; this one has 281",
    "because \x1b[2J they fell": "holds the character U\\+001B",
    "because \u202e they fell": "holds the character U\\+202E",
    "because \ud800 they fell": "holds the character U\\+D800",
}


@pytest.mark.parametrize("text", BAD, ids=ascii)
def test_what_cannot_be_a_sentence_is_refused_with_why_and_not_kept(tmp_path: Path, text: str) -> None:
    session = start(NORDEN, save=tmp_path / "g.jsonl")
    with pytest.raises(SentenceError, match=BAD[text]):
        session.say_sentence(NORDEN, text)
    assert session.notes.sentences == {}
    assert read_journal(tmp_path / "g.jsonl").records == ()


def test_a_sentence_of_280_characters_is_taken_whole() -> None:
    text = "ab " * 93 + "c"
    assert len(text) == 280
    assert tidied(text) == text


def test_what_cannot_be_saved_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = start(NORDEN, save=tmp_path / "g.jsonl")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(JournalError):
        session.note_opened(NORDEN, [CLAIM])
    with pytest.raises(JournalError):
        session.say_sentence(NORDEN, WORDS)
    assert session.notes.sentences == {}
    assert session.notes.before(NORDEN, 9) == frozenset()
    monkeypatch.undo()
    session.note_opened(NORDEN, [CLAIM])
    assert session.notes.before(NORDEN, 9) == {CLAIM}
