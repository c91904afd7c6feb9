"""The home table in plain mode: a line an option, a line a deal, and the rest where it is asked for."""

from dosmesas.text.catalog import say
from tests.support.athome import apart, at_table
from tests.support.making import NORDEN
from tests.support.talking import POINTS, answer, talk, transcript


def told(*lines: str, language: str = "en") -> str:
    """The transcript of parley as Norden in points, lines joined; the staff argues."""
    text = talk(at_table(NORDEN, pack=apart()), *lines, language=language, settings=POINTS)
    return " ".join(text.split())


def test_every_option_says_what_home_would_make_of_it() -> None:
    text = told("quit")
    first, second = text.split("2. Keep haul.")
    assert say("en", "home_brief_argued", now=40, best=57) in first
    assert say("en", "home_brief_argued", now=52, best=74) in second


def test_win_sets_stand_with_the_word_and_are_told_again_by_home_at_the_choice() -> None:
    before, after = told("1", "home", "quit").split("> 1 ")
    guess = say("en", "win_guessed", carries=say("en", "win_possible"))
    line = say("en", "win_brief", mine=say("en", "win_possible"), theirs=guess)
    assert before.index(say("en", "word_heading_brief")) < before.index(line)
    assert before.count(line) == 1
    assert 'Deal "A common haul": your table, possible (' not in before
    assert 'Deal "A common haul": your table, possible (' in after
    assert "theirs, word given" in after


def test_home_is_answered_at_both_prompts_in_both_languages_and_asks_again() -> None:
    for before in ((), ("1",)):
        text = talk(at_table(NORDEN, pack=apart()), *before, "home", "quit", settings=POINTS)
        said = answer(text, "home")
        assert said.startswith("Your home table: Fishers 50 of 100 (weight 5 of 5). ")
        assert "1. Share haul: Fishers " in said
        assert text.endswith("Good-bye.\n")
    assert "> casa Su mesa de casa: Fishers, 50 de 100 (peso 5 de 5). " in told("casa", "quit", language="es")


def test_a_pack_without_home_tables_is_told_as_before() -> None:
    text = transcript("home", "quit")
    assert answer(text, "home") == "Nobody at home is asked here.\n"
    assert "Home table" not in text
    assert "your table" not in text


def test_help_names_the_command() -> None:
    assert "home: those you answer to." in told("help", "quit")
    assert "casa: ante quién responde." in told("ayuda", "quit", language="es")
