"""Whole games in plain mode: one input is one transcript, and every answer leads on."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dosmesas.load.loading import load_pack
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from tests.support.full import crossed, packs
from tests.support.making import NORDEN, SUDEN, regatta
from tests.support.playing import BOTH, do, finish, secretive, start
from tests.support.small import harbour
from tests.support.talking import SIGN, answer, talk, transcript

EVERYTHING = ("why stock", "status", "dossier", "dossier stock-falls", "? quota", "?", "help", "save")
FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f\u2500-\u259f]")


def test_a_game_of_answers_alone_goes_from_the_title_to_the_source() -> None:
    text = transcript(*SIGN)
    assert text.startswith("Dos Mesas. Two harbours. You are Minister of Norden.\n")
    assert [f"Turn {turn} of 3. " in text for turn in (1, 2, 3, 4)] == [True, True, True, False]
    assert "The ending: " in text
    assert "This game is not being saved." in text
    assert "The input has ended" not in text


def test_the_same_input_gives_the_same_transcript_byte_for_byte() -> None:
    lines = ("1", "why stock", *EVERYTHING, "1", "x", "", "undo", "3", "2", "1", "1")
    for pack in (harbour(), regatta()):
        texts = {transcript(*lines, pack=pack, seed=3, draws="").encode() for _ in range(3)}
        assert len(texts) == 1


@pytest.mark.parametrize("name", packs(2))
def test_the_transcript_depends_on_no_order_of_sets(name: str, tmp_path: Path) -> None:
    texts = set()
    for number, seed in enumerate(("0", "1")):
        folder = tmp_path / str(number)
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TERM": "dumb"}
        command = [sys.executable, "-m", "dosmesas", "play", name, "--seed", "7", "--save", "game.jsonl"]
        found = subprocess.run(
            command, cwd=folder, env=environment, input=b"1\nstatus\n" * 9, capture_output=True, check=True
        )
        texts.add(found.stdout)
    assert len(texts) == 1


def checked(text: str) -> None:
    """Lines that any terminal and any screen reader can show."""
    assert not FORBIDDEN.search(text)
    assert max(map(len, text.splitlines())) <= 79


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("make", [harbour, regatta, secretive])
def test_no_escape_code_no_box_and_no_long_line_in_any_game(make: object, language: str) -> None:
    pack = make()  # type: ignore[operator] # one of three makers
    for seats in ((NORDEN,), (SUDEN,), BOTH):
        lines = [*EVERYTHING, *(["1", *EVERYTHING] * 40)]
        checked(transcript(*lines, pack=pack, seats=seats, language=language))


@pytest.mark.parametrize(("name", "language"), crossed(packs(2)))
def test_no_escape_code_no_box_and_no_long_line_in_any_shipped_pack(name: str, language: str) -> None:
    pack = load_pack(name)
    for seat in pack.seats:
        lines = [*EVERYTHING, "porque confianza", *(["2", "1", *EVERYTHING] * 12)]
        checked(transcript(*lines, pack=pack, seats=(seat,), language=language))


def test_what_a_player_types_reaches_the_transcript_without_its_control_characters() -> None:
    checked(transcript("\x1b[31mred\x1b[0m", "\x07", *SIGN))


@pytest.mark.parametrize("line", ["0", "4", "99", "-1", "1.5", "１", "²", "0000012", "0" * 400, "9" * 5000])
def test_a_wrong_number_is_answered_with_the_numbers_there_are(line: str) -> None:
    text = transcript(line, *SIGN)
    assert text.count("Type a number from 1 to 3, or help.") == 1
    assert text.endswith(transcript(*SIGN)[-400:])


def test_an_unknown_word_is_named_and_an_empty_line_is_not() -> None:
    text = transcript("perhaps", "", *SIGN)
    assert answer(text, "perhaps") == (
        '"perhaps" is no number and no command.\nType a number from 1 to 3, or help.\n'
    )
    assert text.count("Type a number from 1 to 3") == 2
    assert text.count("is no number") == 1


def test_spaces_around_an_answer_do_not_matter() -> None:
    assert transcript(" 1 ", *SIGN[1:]) == transcript(*SIGN)


def test_an_option_that_is_not_open_is_explained_and_asked_again() -> None:
    text = transcript("3", "3", "1", "1", "1")
    assert text.count("That option is not open to you. Only if Goodwill is at least 90 (now 40.0).") == 1
    assert "Minister of Norden: Sign the pact." in text


def test_the_partners_word_stands_before_the_choice() -> None:
    text = transcript("1", "1", "1", "1", seats=(NORDEN,))
    after = answer(text, "1")
    assert re.match(
        r'Minister of Suden (has given its word on|declines|says nothing on) "A common quota"', after
    )
    assert after.endswith("Your choice?\n")


def test_the_outcome_of_a_turn_comes_before_the_next_table() -> None:
    text = transcript(*SIGN)
    assert text.index("Turn 1 of 3") < text.index("What followed.") < text.index("Turn 2 of 3")
    assert text.count("What followed.") == 3


def test_when_the_input_ends_the_game_is_kept_and_can_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("game.jsonl")
    text = transcript("1", save=path)
    assert text.endswith(
        "The input has ended.\nEvery decision is saved as you make it, in game.jsonl. Go on later with:\n"
        "dosmesas resume game.jsonl\nGood-bye.\n"
    )
    rest = talk(Session.resume(harbour(), path), *SIGN[1:])
    assert "Going on with Two harbours, turn 1 of 3." in rest
    whole = transcript(*SIGN)
    followed = slice(whole.index("What followed."), whole.index("This game is not"))
    assert whole[followed] in rest
    assert Session.replay(harbour(), path).state == finish(start(NORDEN, draws="greatest")).state


def test_a_game_that_is_over_tells_its_end_again_when_resumed(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    first = transcript(*SIGN, save=path)
    again = talk(Session.resume(harbour(), path))
    assert "The ending: " in again
    assert again[again.index("The ending: ") :] == first[first.index("The ending: ") :]


def test_headings_are_in_the_players_language() -> None:
    text = transcript(*SIGN, language="es")
    for heading in (
        "Turno 2 de 3: febrero de 2020.",
        say("es", "your_options_brief"),
        "Lo que siguió.",
        "El desenlace: ",
    ):
        assert heading in text
    assert "Turn 2" not in text


def test_two_players_are_asked_in_turn_with_a_curtain_between_them() -> None:
    text = transcript(*["1", ""] * 12, seats=BOTH)
    assert text.startswith(
        "Dos Mesas. Two harbours. At the keyboard: Minister of Norden, Minister of\nSuden.\n"
    )
    curtains = re.findall(r"Pass the keyboard to (Minister of \w+)\.", text)
    assert curtains[:4] == ["Minister of Suden", "Minister of Norden"] * 2
    tables = re.findall(r"For (Minister of \w+)\.\n(?:Mandate: [^.]+\.\n)?Turn (\d)", text)
    assert tables[:4] == [("Minister of Norden", "1"), ("Minister of Suden", "1")] * 2


def test_what_the_first_player_chose_is_not_told_before_the_second_has() -> None:
    text = transcript("1", "", "2", "", "1", "", "1", seats=BOTH)
    second = text[text.index("For Minister of Suden") :]
    assert 'has given its word on "A common quota"' not in second[: second.index("> 2")]
    norden = text.index("Minister of Norden: Sign the pact.")
    assert norden > text.rindex("For Minister of Suden.\nTurn 1 of 3.")


def test_an_outcome_that_two_players_read_names_no_number_that_one_may_not_see() -> None:
    text = transcript(*["1", ""] * 12, pack=secretive(), seats=BOTH)
    told = text[: text.index("The ending: ")]
    outcomes = [part.split("Pass the keyboard")[0] for part in told.split("What followed.")[1:]]
    assert outcomes
    assert not any("oaching" in one for one in outcomes)


class Terminal:
    """A stream that says it is a terminal."""

    def __init__(self, stream: object) -> None:
        self.stream = stream

    def isatty(self) -> bool:
        return True

    def __getattr__(self, name: str) -> object:
        return getattr(self.stream, name)


def test_at_a_terminal_the_curtain_scrolls_the_choice_away_and_nothing_is_echoed() -> None:
    import io

    from dosmesas.plain.page import Page
    from dosmesas.plain.play import PlainGame

    out = io.StringIO()
    source = Terminal(io.StringIO("1\n\n1\n"))
    PlainGame(start(*BOTH), source, Page(Terminal(out), "en")).run()  # type: ignore[arg-type] # enough of a stream
    text = out.getvalue()
    assert "> 1" not in text
    assert "\n" * 40 in text[: text.index("Pass the keyboard")]


def test_bots_moods_and_the_players_seat_give_different_transcripts() -> None:
    session = do(start(SUDEN, draws="greatest"), "quota")
    assert talk(session, "1", "1", "1") != transcript(*SIGN)


def test_a_worldview_that_is_not_the_articles_own_is_named_as_the_game_begins() -> None:
    assert "The worldview of this game: A doubter." in talk(start(NORDEN, view="doubter"), "quit")
    assert "worldview" not in talk(start(NORDEN), "quit")
