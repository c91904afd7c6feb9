"""The ledger, past turns, forks, claims and saves in plain mode, in both languages and by their words."""

import os
from pathlib import Path

import pytest

from dosmesas.journal.journal import read_journal
from dosmesas.session.claims import claim_line
from dosmesas.session.session import Session
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import BOTH, do, secretive, start
from tests.support.shipped import shipped
from tests.support.small import harbour
from tests.support.talking import SIGN, answer, talk, transcript


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("ledger", "libro"),
        ("ledger stock", "libro stock"),
        ("turns", "turnos"),
        ("turns 1", "turnos 1"),
        ("fork 9", "bifurcar 9"),
    ],
)
def test_both_languages_words_do_the_same_and_the_game_goes_on(english: str, spanish: str) -> None:
    found = {}
    for command in (english, spanish):
        text = transcript("1", "1", command, "1", "1")
        found[command] = text.replace(f"> {command}\n", "")
    assert len(set(found.values())) == 1
    assert found[english].endswith(transcript(*SIGN)[-400:])


def test_the_ledger_tells_all_receipts_turn_by_turn() -> None:
    text = answer(transcript("1", "1", "ledger", "1", "1"), "ledger")
    assert text.startswith("All receipts. ")
    assert "Turn 1.\n" in text
    assert "  -1.5 Stock: more is caught than grows (P1; figure of P1); for the worse\n" in text


def test_the_ledger_of_an_indicator_ends_with_its_sum() -> None:
    text = answer(transcript("1", "1", "ledger stock", "1", "1"), "ledger stock")
    assert text.startswith("By indicator: Stock. ")
    assert "more is caught than grows (P1; figure of P1); sum " in text
    assert "The receipts make up the whole change.\n" in " ".join(text.split()) + "\n"


def test_the_ledger_of_an_office_holds_what_it_sees_and_no_more() -> None:
    session = do(start(*BOTH, pack=secretive()), "day/act", "day/rest")
    text = answer(talk(session, "ledger", "quit"), "ledger")
    assert "for reasons you cannot see" in text
    assert "oaching" not in text


def test_past_turns_are_listed_and_one_is_told_again_as_then() -> None:
    text = transcript("1", "1", "turns", "turns 1", "turns 2", "turns x", "1", "1")
    assert "What came of it: " in answer(text, "turns")
    first = text.split("What followed.\n", 1)[1].split("\n\n", 1)[0]
    assert first in answer(text, "turns 1")
    assert answer(text, "turns 2") == "There is no turn 2 that is over. Turns over: 1.\n"
    assert answer(text, "turns x") == "There is no turn x that is over. Turns over: 1.\n"
    assert answer(transcript("turns", *SIGN), "turns") == "No turn is over yet.\n"


def test_a_fork_begins_another_game_with_its_own_save_and_the_first_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    session = do(start(NORDEN, save=path, draws="greatest"), "quota", "talks/sign")
    before = path.read_bytes()
    text = talk(session, "fork 1", *SIGN)
    told = " ".join(answer(text, "fork 1").split())
    assert told.startswith("A new game from the beginning of turn 1, with the same seed")
    assert f"The game before stays as it is, in {path}." in told
    assert "Turn 1 of 3." in told
    assert path.read_bytes() == before
    other = tmp_path / "harbour-7-turn-1.jsonl"
    assert str(other) in text.replace("\n", "")
    assert Session.replay(harbour(), other).over
    assert Session.resume(harbour(), path).state.turn == 2


@pytest.mark.parametrize("word", ["", "0", "3", "-1", "x", "9" * 5000])
def test_a_fork_from_no_turn_says_from_which_there_is_one(word: str) -> None:
    command = f"fork {word}".strip()
    text = transcript("1", "1", command, "1", "1")
    assert "From which turn? fork 1 to fork 2.\n" in text


def test_a_fork_carries_no_word_that_the_other_player_has_not_seen(tmp_path: Path) -> None:
    session = do(start(*BOTH, save=tmp_path / "a.jsonl"), "quota")
    text = talk(session, "fork 1", "quit")
    assert "Minister of Norden" in answer(text, "fork 1")
    assert len(read_journal(tmp_path / "harbour-7-turn-1.jsonl").records) == 0


def test_a_claims_page_tells_who_is_against_it_and_what_rests_on_it() -> None:
    text = answer(transcript("dossier pact-saves-stock", *SIGN), "dossier pact-saves-stock")
    assert "Against it:\n  fish-come-back (rival view): Fish come back by themselves. Believed 0 %.\n" in text
    assert "In this worldview its effects count 100 of 100" in text
    assert "Minister" not in answer(
        transcript("dossier talks-help", *SIGN, seats=(SUDEN,)), "dossier talks-help"
    )


@pytest.mark.parametrize(
    ("language", "command", "tells"),
    [("en", "dossier P15", "against it: "), ("es", "expediente P15", "en contra: ")],
)
def test_the_claims_of_a_paragraph_come_with_the_rival_views_that_stand_against_them(
    language: str, command: str, tells: str
) -> None:
    pack = shipped("culiacan")
    text = " ".join(
        answer(
            transcript(command, "quit", pack=pack, seats=("mx.president",), language=language), command
        ).split()
    )
    claims = pack.ruleset.dossier.claims
    listed = [one for one in claims.values() if one.paragraph == "P15"]
    rivals = {other.id for other in claims.values() if {*other.attacks} & {one.id for one in listed}}
    assert {"captures-splinter-groups", "home-courts-first"} <= rivals
    for name in ("captures-splinter-groups", "home-courts-first"):
        line = " ".join(claim_line(pack, name, language).split())
        assert text.count(tells + line) == 1  # in full once, however many claims it is against
    below = text.partition("redouble-joint-captures (")[2]
    assert f"{tells}captures-splinter-groups. {tells}home-courts-first (" in below
    assert below.endswith(f"{tells}kingpin-seen-as-failed.")


def test_saves_are_listed_the_newest_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))
    start(NORDEN, save=tmp_path / "old.jsonl").close()
    os.utime(tmp_path / "old.jsonl", (1000, 1000))
    (tmp_path / "none.jsonl").write_text("hello\n")
    for word in ("saves", "partidas"):
        text = " ".join(answer(transcript(word, *SIGN), word).split())
        assert text.index("none.jsonl") < text.index("old.jsonl. harbour. no.minister. ")
        assert "broken: " in text


def test_the_tree_tells_the_paragraph_and_what_is_against_a_claim() -> None:
    text = answer(transcript("1", "1", "tree stock", "1", "1"), "tree stock")
    assert "        paragraph 1 of the article: " in text
