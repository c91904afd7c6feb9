"""Plain mode: one line is one answer, and the same input gives the same transcript."""

import io
from pathlib import Path

import pytest

from dosmesas.journal.journal import JournalError
from dosmesas.plain.demo import run_demo
from dosmesas.plain.page import Page
from dosmesas.plain.play import PlainGame
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from tests.support.shipped import shipped
from tests.support.small import harbour

WHOLE = "3\n1\n1\n1\n"


def transcript(typed: str, *seats: str, language: str = "en", save: Path | None = None) -> str:
    session = Session.start(harbour(), Setup(seats or ("no.minister",), 1, language=language), save=save)
    return told(session, typed, language)


def told(session: Session, typed: str, language: str = "en") -> str:
    out = io.StringIO()
    PlainGame(session, io.StringIO(typed), Page(out, language)).run()
    return out.getvalue()


def test_a_game_is_told_from_the_first_turn_to_the_last_question() -> None:
    text = transcript(WHOLE)
    for heading in ("Turn 1 of 3.", "Turn 3 of 3.", "What followed.", "The ending:", "Whose fish is it?"):
        assert heading in text


def test_the_same_input_gives_the_same_transcript() -> None:
    assert transcript(WHOLE) == transcript(WHOLE)


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_escape_codes_no_boxes_and_no_line_too_long(language: str) -> None:
    out = io.StringIO()
    run_demo(shipped("culiacan"), 3, Page(out, language))
    text = out.getvalue()
    assert "\x1b" not in text
    assert not [char for char in text if 0x2500 <= ord(char) <= 0x28FF]
    assert max(len(line) for line in text.split("\n")) <= 79


COMMANDS = [
    ("why stock", "Stock stands at 50"),
    ("why", "Which indicator?"),
    ("why zebra", 'No indicator is called "zebra"'),
    ("porque stock", "Stock stands at 50"),
    ("status", "Goodwill: 40.0"),
    ("estado", "In force: an informer."),
    ("dossier", "4 claims"),
    ("dossier P2", "pact-saves-stock (forecast, P2)"),
    ("dossier stok-falls", "Near it: stock-falls"),
    ("? quota", "Quota: How much may be caught."),
    ("?quo", "Quota: How much may be caught."),
    ("? zebra", 'no "zebra"'),
    ("undo", "There is nothing to take back here."),
    ("save", "not being saved"),
    ("help", "Commands: a number answers."),
    ("9", "Type a number from 1 to 3"),
    ("", "Type a number from 1 to 3"),
    ("hello there", '"hello there" is no number and no command.'),
    ("\x1b[2J", "is no number and no command."),
]


@pytest.mark.parametrize(("typed", "answer"), COMMANDS)
def test_every_command_is_answered_and_the_question_stands(typed: str, answer: str) -> None:
    text = transcript(f"{typed}\n{WHOLE}")
    assert answer in text.replace("\n", " ")
    assert "\x1b" not in text
    assert "Whose fish is it?" in text


def test_quit_and_the_end_of_input_both_keep_the_game(tmp_path: Path) -> None:
    assert "Good-bye." in transcript("quit\n", save=tmp_path / "a.jsonl")
    text = transcript("3\n", save=tmp_path / "b.jsonl")
    assert "The input has ended." in text
    assert str(tmp_path / "b.jsonl") in text.replace("\n", "")
    assert len(Session.replay(harbour(), tmp_path / "b.jsonl").state.decisions) == 2


def test_an_option_that_is_not_open_is_explained_and_asked_again() -> None:
    text = transcript("3\n3\n1\n1\n1\n")
    assert "That option is not open to you. Only if Goodwill is at least 90 (now 40.0)." in text.replace(
        "\n", " "
    )


def test_undo_tells_the_turn_again() -> None:
    text = transcript("3\nundo\n3\n1\n1\n1\n")
    assert text.count("Turn 1 of 3.") == 2
    assert "Back to the beginning of turn 1." in text


def test_two_players_have_a_curtain_and_see_nothing_of_each_other_before_both_chose() -> None:
    text = transcript("3\n\n3\n\n2\n\n2\n\n", "no.minister", "su.minister")
    between = text[text.index("Pass the keyboard") : text.index("What followed.")]
    assert "Minister of Norden: Refuse" not in between
    assert text.count("Pass the keyboard") >= 3


def test_a_save_that_fails_asks_the_same_question_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session.start(harbour(), Setup(("no.minister",), 1), save=tmp_path / "a.jsonl")

    def full(*_: object) -> None:
        raise JournalError("cannot write the save: No space left on device")

    monkeypatch.setattr("dosmesas.journal.journal.Journal.append", full)
    text = told(session, "3\n3\nquit\n")
    assert text.count("No space left on device") == 2
    assert session.state.decisions == ()


def test_spanish_is_spoken_throughout() -> None:
    out = io.StringIO()
    session = Session.start(shipped("culiacan"), Setup(("mx.president",), 2, language="es"))
    PlainGame(session, io.StringIO("4\n1\nporque confianza\nsalir\n"), Page(out, "es")).run()
    text = out.getvalue()
    assert "Turno 1 de 4" in text
    assert "Confianza, turno 1" in text
    assert "Hasta luego." in text
