"""A player's own sentence in plain mode, and what `why` and `dossier` note as opened."""

from pathlib import Path

import pytest

from dosmesas.journal.journal import read_journal
from dosmesas.journal.records import Opened, Sentence
from dosmesas.session.session import Session
from dosmesas.session.setup import AUTO, Setup
from dosmesas.text.catalog import say
from tests.support.making import NORDEN
from tests.support.playing import start
from tests.support.small import harbour, parley
from tests.support.talking import SIGN, answer, talk, transcript

ASKED = "In one sentence of your own:"
PLAYED = ("1", "1", "1", "1", "1")
"""A game of parley whose staff argues: a word on the first deal, then an option in each of four turns."""
SKIPPED = (*PLAYED, "0", "1", "0")
"""The same, then no case from the other chair, and nothing signed."""


def argued(*lines: str, save: Path | None = None, seats: tuple[str, ...] = (NORDEN,)) -> str:
    """The transcript of a game of parley in which the staff argues."""
    return talk(Session.start(parley(), Setup(seats, argue=AUTO), save=save), *lines)


def test_at_the_end_the_sentence_is_asked_for_and_kept(tmp_path: Path) -> None:
    text = argued(*SKIPPED, "because it was fair to both", save=tmp_path / "g.jsonl")
    assert text.count(ASKED) == 1
    assert text.index(ASKED) < text.index("> because it was fair to both\nYour sentence is kept.")
    assert 'Your sentence: "because it was fair to both"' in text
    assert read_journal(tmp_path / "g.jsonl").records[-1] == Sentence(NORDEN, "because it was fair to both")


@pytest.mark.parametrize("rest", [(), ("",)], ids=["the input ends", "an empty line"])
def test_it_may_be_left_out_and_the_debrief_comes_whole(rest: tuple[str, ...]) -> None:
    text = argued(*SKIPPED, *rest)
    assert text.count(ASKED) == 1
    assert "Your sentence" not in text
    assert "Who was heard?" in text
    assert text.endswith("This game is not being saved.\n")
    assert "input has ended" not in text


def test_what_is_no_sentence_is_told_and_asked_again() -> None:
    text = argued(*SKIPPED, "1", "x" * 200 + " " + "y" * 80, "frase because it held")
    assert "needs more than one word" in text
    assert "this one has 281" in text
    assert 'Your sentence: "because it held"' in text


@pytest.mark.parametrize("word", ["quit", "salir", "exit"])
def test_who_quits_there_leaves_no_sentence_and_is_told_where_the_game_is(word: str) -> None:
    text = argued(*SKIPPED, word)
    assert text.endswith(f"> {word}\n{say('en', 'not_saved')}\n{say('en', 'bye')}\n")
    assert "needs more than one word" not in text


@pytest.mark.parametrize("line", ["help", "status", "? quota", "dossier stock-falls", "why goodwill"])
def test_a_command_is_answered_there_and_the_question_stands(line: str) -> None:
    text = argued(*SKIPPED, line, "because it held")
    assert answer(text, line).strip()
    assert "needs more than one word" not in text
    assert 'Your sentence: "because it held"' in text


def test_a_sentence_may_begin_with_the_name_of_a_command() -> None:
    assert 'Your sentence: "home was with me"' in argued(*SKIPPED, "home was with me")


def test_who_has_given_one_is_not_asked_again_also_after_resuming(tmp_path: Path) -> None:
    path = tmp_path / "g.jsonl"
    text = argued("sentence because it held", *SKIPPED, save=path)
    assert ASKED not in text
    assert 'Your sentence: "because it held"' in text
    again = talk(Session.resume(parley(), path))
    assert ASKED not in again
    assert 'Your sentence: "because it held"' in again


def test_each_of_two_players_is_asked_by_office() -> None:
    text = argued(*["1"] * 40, "", "", "", seats=(NORDEN, "no.warden"))
    assert "Minister of Norden: in one sentence of your own" in text
    assert "Warden of Norden: in one sentence of your own" in text


def test_a_game_without_debates_ends_as_it_did() -> None:
    assert ASKED not in transcript(*SIGN)


def test_the_command_says_how_keeps_replaces_and_repeats() -> None:
    text = transcript("sentence", "frase because fish fell", "sentence", "SENTENCE because they count", *SIGN)
    assert answer(text, "sentence").startswith("Type: sentence TEXT.")
    assert answer(text, "frase because fish fell").startswith("Your sentence is kept.")
    assert 'Your sentence: "because fish fell" A new one takes its place' in text.replace("\n", " ")
    assert 'Your sentence: "because they count"' in text


def test_the_same_input_gives_the_same_transcript() -> None:
    lines = ("dossier stock-falls", "1", "why stock", *SKIPPED[1:], "because it held")
    assert argued(*lines) == argued(*lines)


def test_dossier_and_why_note_the_claims_that_they_show(tmp_path: Path) -> None:
    path = tmp_path / "g.jsonl"
    lines = (
        "dossier",
        "dossier zebra",
        "dossier stock-falls",
        "1",
        "1",
        "why stock",
        "dossier P2",
        "why stock",
    )
    talk(start(NORDEN, save=path, draws="greatest"), *lines, "quit")
    found = [one for one in read_journal(path).records if isinstance(one, Opened)]
    assert [(one.turn, one.point) for one in found] == [(1, "word"), (2, "choose")]
    assert found[0].claims == ("stock-falls",)
    assert found[1].claims == ("pact-saves-stock",)


def test_tree_notes_the_claims_of_its_reasons(tmp_path: Path) -> None:
    talk(start(NORDEN, save=tmp_path / "g.jsonl"), "1", "1", "tree goodwill", "quit")
    (found,) = [one for one in read_journal(tmp_path / "g.jsonl").records if isinstance(one, Opened)]
    assert "talks-help" in found.claims
    assert {*found.claims} <= {*harbour().ruleset.dossier.claims, *harbour().ruleset.assumptions}
