"""Everything that may be typed besides a number, at every kind of prompt and in both languages."""

import re
from pathlib import Path

import pytest

from dosmesas.journal.journal import Journal, JournalError
from dosmesas.plain.commands import _WORDS
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from tests.support.making import NORDEN, SUDEN, regatta
from tests.support.midway import SECRETARY
from tests.support.playing import BOTH, do, one_day, start
from tests.support.shipped import shipped
from tests.support.small import harbour
from tests.support.talking import SIGN, answer, talk, transcript

PROMPTS = {"word": (), "choose": ("1",), "later": ("1", "1"), "last": ("1", "1", "1")}
"""What was answered before the command, by the kind of prompt at which it then stands."""
PAIRS = [
    ("why", "porque"),
    ("why", "porqué"),
    ("tree", "árbol"),
    ("tree stock", "arbol stock"),
    ("status", "estado"),
    ("charts", "gráficas"),
    ("charts stock", "graficas stock"),
    ("map", "mapa"),
    ("home", "casa"),
    ("vote", "votación"),
    ("vote 1", "votacion 1"),
    ("paper", "periódico"),
    ("paper 1", "periodico 1"),
    ("dossier", "expediente"),
    ("dossier stock-falls", "expediente stock-falls"),
    ("? quota", "? quota"),
    ("save", "guardar"),
    ("help", "ayuda"),
]


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize(("english", "spanish"), PAIRS)
def test_both_languages_words_do_the_same_at_every_prompt_and_the_game_goes_on(
    prompt: str, english: str, spanish: str
) -> None:
    before = PROMPTS[prompt]
    rest = SIGN[len(before) :]
    found = {}
    for command in (english, spanish, english.upper()):
        text = transcript(*before, command, *rest)
        assert answer(text, command)
        assert "is no number" not in text
        found[command] = text.replace(f"> {command}\n", "")
    assert len(set(found.values())) == 1
    assert found[english].endswith(transcript(*SIGN)[-400:])


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize("word", ["quit", "exit", "salir", "QUIT"])
def test_quitting_stops_at_every_prompt_and_says_what_became_of_the_game(prompt: str, word: str) -> None:
    text = transcript(*PROMPTS[prompt], word, "1", "1", "1")
    assert text.endswith(f"> {word}\nThis game is not being saved.\nGood-bye.\n")


def test_why_tells_the_last_finished_turn_with_reasons_and_claims() -> None:
    text = answer(transcript("1", "1", "why stock", "1", "1"), "why stock")
    assert text.startswith("Stock, turn 1: from 50 to 48.2 index.\nHow many fish there are.\n")
    assert "  -1.5 more is caught than grows (P1; figure of P1)\n" in text
    assert "      stock-falls (fact, P1): The stock of fish fell by a tenth.\n" in text
    assert "poach" not in text


def test_tree_tells_what_stands_behind_each_reason_too_as_far_as_the_seat_sees() -> None:
    text = answer(transcript("1", "1", "tree goodwill", "1", "1"), "tree goodwill")
    assert text.startswith("Goodwill, turn 1: ")
    assert "    decided in turn 1: Minister of Norden: Sign the pact\n" in text
    assert "    talks-help (cause, P1): Talks raise goodwill.\n" in text
    assert "oaching" not in answer(transcript("1", "1", "tree stock", "1", "1"), "tree stock")


def test_why_of_a_number_that_the_seat_does_not_see_finds_nothing() -> None:
    text = transcript("1", "1", "why poaching", "1", "1", seats=(NORDEN,))
    assert 'No indicator is called "poaching". One of: Goodwill, Stock.' in text


def test_why_of_a_number_that_did_not_move_says_so() -> None:
    text = transcript("1", "1", "1", "why poaching", "1", seats=(SUDEN,), pack=one_day(turns=4))
    assert answer(text, "why poaching").endswith("Nothing moved it.\n")


def test_why_before_any_turn_is_over_says_where_the_number_stands() -> None:
    text = answer(transcript("why stock", *SIGN), "why stock")
    assert text == "Stock stands at 50 index. No turn is over yet. How many fish there are.\n"


def test_status_shows_all_that_the_seat_sees_and_no_more() -> None:
    assert answer(transcript("status", *SIGN), "status") == (
        "All indicators that you see.\nGoodwill: 40.0 index\nStock: 50.0 index\nIn force: an informer.\n"
    )
    suden = answer(transcript("status", *SIGN, seats=(SUDEN,)), "status")
    assert "Poaching: 30.0 index" in suden
    assert "informer" not in suden


def test_status_counts_what_landed_at_the_beginning_of_the_turn() -> None:
    text = transcript("1", "1", "1", "status", "1")
    assert "Stock: 50.4 index" in answer(text, "status")


@pytest.mark.parametrize("word", ["tables", "mesas"])
def test_tables_tells_both_tables_in_words(word: str) -> None:
    text = answer(transcript(word, *SIGN), word)
    assert text.startswith("Nobody at home is asked here.\nThe joint table.\nA common quota\n")
    assert text.endswith("Between the capitals: Goodwill 40.0.\n")


@pytest.mark.parametrize("word", ["tables", "status"])
def test_what_is_on_its_way_is_told_with_its_month(word: str) -> None:
    text = answer(transcript("1", "1", word, *SIGN), word)
    assert text.endswith("On its way.\nMarch 2020: Stock much higher. From: Sign the pact.\n")
    text = answer(transcript("1", "1", "detail", word, *SIGN), word)
    assert text.endswith("On its way.\nMarch 2020: Stock +4. From: Sign the pact.\n")


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("dossier", "4 claims. Type: dossier ID"),
        ("dossier stock-falls", "stock-falls (fact, P1): The stock of fish fell by a tenth.\n"),
        ("dossier p2", "pact-saves-stock (forecast, P2): "),
        ("dossier P1", "talks-help (cause, P1): Talks raise goodwill.\n"),
        ("dossier fish-come-back", "fish-come-back (cause, rival view): "),
        ("dossier broken-word-costs", "broken-word-costs (the game's own rule): "),
        ("dossier stock-fals", 'The dossier has no claim "stock-fals". Near it: stock-falls.\n'),
        ("dossier zzz", 'The dossier has no claim "zzz". Near it: -.\n'),
        ("? quota", "Quota: How much may be caught.\n"),
        ("?quota", "Quota: How much may be caught.\n"),
        ("? qu", "Quota: How much may be caught.\n"),
        ("?", "In the glossary: Quota.\n"),
        ("? quotta", 'The glossary has no "quotta". Near it: quota.\n'),
        ("why", "Which indicator? One of: Goodwill, Stock.\n"),
        ("charts", "The indicators as each turn began: Turn 1, January 2020. charts INDICATOR:"),
        ("charts", "Stock (index), on a scale of 0 to 100: 50.0.\n"),
        ("charts stock", "Stock (index), on a scale of 0 to 100.\nTurn 1, January 2020: 50.0.\n"),
        ("charts zebra", 'No indicator is called "zebra". One of: Goodwill, Stock.\n'),
        ("charts poaching", 'No indicator is called "poaching". One of: Goodwill, Stock.\n'),
        ("map", "There are no places in this world.\n"),
        ("why zebra", 'No indicator is called "zebra". One of: Goodwill, Stock.\n'),
        ("help", "Commands: a number answers."),
        ("undo", "There is nothing to take back here.\n"),
        ("save", "This game is not being saved.\n"),
    ],
)
def test_a_command_is_answered(command: str, expected: str) -> None:
    assert expected in answer(transcript(command, *SIGN), command)


def test_the_chart_of_one_indicator_tells_its_changes_and_who_decided_what() -> None:
    text = answer(transcript("1", "1", "charts stock", "1", "1"), "charts stock")
    assert "Turn 1, January 2020: 50.0.\n  Decided by Minister of Norden: Sign the pact.\n" in text
    assert "Turn 2, February 2020: 48.2 (-1.8).\n" in text


def test_the_map_tells_every_place_of_the_world_that_has_some() -> None:
    text = answer(transcript("map", "quit", pack=shipped("culiacan"), seats=(SECRETARY,)), "map")
    assert "1. Sinaloa: 2 (violent)." in text
    assert "  Turn 1, October 2019: Culiacán, 17 October\n" in text
    assert text.count("Nothing has happened there yet.") == 5


@pytest.mark.parametrize("word", ["undo", "deshacer"])
def test_undo_goes_back_to_the_start_of_the_turn_and_asks_again(word: str) -> None:
    text = transcript("2", word, *SIGN)
    assert answer(text, word).startswith("Back to the beginning of turn 1.\n\nTurn 1 of 3.")
    assert text.endswith(transcript(*SIGN)[-600:])


def test_undo_at_the_start_of_a_turn_goes_to_the_one_before_and_its_outcome_is_told_anew() -> None:
    text = transcript("1", "2", "undo", "1", "1", "1", "1")
    assert "Back to the beginning of turn 1." in text
    assert text.count("What followed.") == 4
    assert "Minister of Norden: Refuse." in text[: text.index("> undo")]
    assert "Turn 1, Minister of Norden: Sign the pact." in text
    assert "Turn 1, Minister of Norden: Refuse." not in text


def test_undo_behind_a_turn_that_asked_others_only() -> None:
    text = transcript("4", "1", "1", "undo", "undo", "quit", pack=regatta())
    assert "Back to the beginning of turn 2." in text
    assert "Back to the beginning of turn 1." in text


def test_two_players_may_not_take_back_what_was_seen() -> None:
    text = transcript("1", "", "1", "", "undo", seats=BOTH)
    assert "Another player has seen what followed; it cannot be taken back." in text


def test_two_players_may_take_back_what_was_not_seen() -> None:
    text = transcript("1", "", "undo", seats=BOTH)
    assert "Back to the beginning of turn 1." in text
    assert text.rindex("For Minister of Norden.") > text.index("> undo")


def test_save_names_the_file_and_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = transcript("save", *SIGN, save=Path("g.jsonl"))
    assert answer(text, "save") == (
        "Every decision is saved as you make it, in g.jsonl. Go on later with: dosmesas\nresume g.jsonl\n"
    )
    assert Session.replay(harbour(), Path("g.jsonl")).over


def fail_at(monkeypatch: pytest.MonkeyPatch, *calls: int) -> None:
    """Let the journal fail at these calls of append from now on."""
    made = [0]
    usual = Journal.append

    def failing(journal: Journal, *records: object) -> None:
        made[0] += 1
        if made[0] in calls:
            raise JournalError("cannot write the save g.jsonl: No space left on device")
        usual(journal, *records)  # type: ignore[arg-type] # whatever the session hands over

    monkeypatch.setattr(Journal, "append", failing)


@pytest.mark.parametrize("call", [1, 2, 3, 4])
def test_a_save_that_fails_repeats_the_question_and_loses_nothing(
    call: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "g.jsonl"
    session = start(NORDEN, save=path, draws="greatest")
    fail_at(monkeypatch, call)
    lines = list(SIGN)
    lines.insert(call, lines[call - 1])
    text = talk(session, *lines)
    said = " ".join(text.split())
    assert said.count("No space left on device") == 1
    assert "The ending: " in text
    straight = transcript(*SIGN)
    assert (
        text[text.index("The ending: ") : text.index("Every decision is")]
        == (straight[straight.index("The ending: ") : straight.index("This game is not")])
    )
    assert Session.replay(harbour(), path).state == session.state


def test_a_save_that_fails_for_good_can_be_left_with_what_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "g.jsonl"
    session = do(start(NORDEN, save=path), "quota")
    kept = session.state
    fail_at(monkeypatch, *range(1, 50))
    text = talk(session, "1", "1", "2", "quit")
    assert " ".join(text.split()).count("No space left on device") == 3
    assert text.endswith("Good-bye.\n")
    assert Session.replay(harbour(), path).state == kept


def test_an_undo_that_cannot_be_saved_is_said_and_nothing_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "g.jsonl"
    session = do(start(NORDEN, save=path), "quota")
    kept = session.state
    fail_at(monkeypatch, 1)
    text = talk(session, "undo", "quit")
    assert "No space left on device" in " ".join(text.split())
    assert text.endswith("Good-bye.\n")
    assert session.state == kept
    assert Session.replay(harbour(), path).state == kept


def test_where_bots_alone_act_next_a_failed_save_is_tried_again_on_enter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "g.jsonl"
    session = do(start(NORDEN, pack=regatta(), save=path), "silent", "start/protest")
    fail_at(monkeypatch, 2)
    text = talk(session, "1", "", "status", "1")
    assert " ".join(text.split()).count("No space left on device") == 1
    assert "The ending: " in text
    assert Session.replay(regatta(), path).state == session.state


def test_in_force_is_left_out_where_nothing_is() -> None:
    assert "In force: ." not in transcript("status", *SIGN, seats=(SUDEN,))


_WORDS_OF_HELP = re.compile(r"(?:^|[.;] |, (?:or|o) )([a-záéíóúñ?]+)(?= [A-ZÁÉÍÓÚN1-9]+[:;]|[:,;])")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_help_has_every_command_and_none_that_there_is_not(language: str) -> None:
    text = say(language, "help").partition(". ")[2]
    named = _WORDS_OF_HELP.findall(text)
    assert {_WORDS[one] for one in named} == set(_WORDS.values()) - {"help"}
