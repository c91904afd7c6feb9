"""Words counted as a reader counts them, turn by turn; what comes after the last turn is none of them."""

import io
import re

import pytest
from attrs import evolve

from dosmesas.bots.bot import make_bot
from dosmesas.model.arguments import Argue
from dosmesas.plain.page import Page
from dosmesas.plain.play import PlainGame
from dosmesas.plain.words import A_MINUTE, BUDGETS, SteadyPlayer, TurnWords, count, words_of_game
from dosmesas.session.debates.past import judged_turns
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.text.catalog import say
from tests.support.making import NORDEN
from tests.support.shipped import shipped
from tests.support.small import harbour, parley

CULIACAN = shipped("culiacan")


def transcript(pack: object, setup: Setup) -> str:
    """What the counted game shows, by the same player."""
    session, out = Session.start(pack, setup), io.StringIO()  # type: ignore[arg-type] # a pack
    player = SteadyPlayer(session, make_bot("persona", session.pack, session.game.view, setup.seed))
    PlainGame(session, player, Page(out, setup.language)).run()  # type: ignore[arg-type] # enough of a stream
    assert session.over
    return out.getvalue()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Stock 50.0; Goodwill 40.0.", 4),
        ("1. Share haul. Home 40; with your best case 57. Goodwill +4; ...", 12),
        ("  +3 Stock: set going earlier (P1)\n> \n\n", 6),
        ("¿Qué decide?", 2),
        ("- ... > ;", 0),
        ("well-known U.S. 1,234.5 %", 3),
    ],
)
def test_whatever_has_a_letter_or_a_digit_is_a_word(text: str, words: int) -> None:
    assert count(text) == words


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("seat", ["mx.president", "us.attorney_general"])
def test_the_words_of_the_turns_are_those_between_their_headings(seat: str, language: str) -> None:
    setup = Setup((seat,), 3, language=language)
    text = transcript(CULIACAN, setup)
    found = words_of_game(CULIACAN, setup)
    assert [one.turn for one in found] == [1, 2, 3, 4]
    start = text.index(say(language, "turn_heading", turn=1, turns=4, month="#").split("#")[0])
    end = text.index(say(language, "swap_heading", turn="#", office="#").split("#")[0])
    headings = [
        say(language, "turn_heading", turn=turn, turns=4, month=CULIACAN.begins.plus(turn - 1)(language))
        for turn in range(1, 5)
    ]
    assert sum(one.words for one in found) == count(text[start:end]) - sum(map(count, headings))


def test_neither_coda_nor_debrief_is_counted() -> None:
    setup = Setup((NORDEN,), 3)
    text = transcript(parley(), setup)
    last = text[text.index("Turn 4 of 4.") :]
    assert "Seats swapped" in last
    assert "Who was heard?" in last
    found = words_of_game(parley(), setup)
    before = last[: last.index("Seats swapped")]
    assert found[-1].words == count(before) - count("Turn 4 of 4. June 2022.")


def test_a_pack_without_debates_has_none_and_ends_at_the_outlook() -> None:
    setup = Setup((NORDEN,), 3)
    text = transcript(harbour(), setup)
    found = words_of_game(harbour(), setup)
    assert [(one.debate, one.argue) for one in found] == [(0, Argue.NONE)] * 3
    last = text[text.index("Turn 3 of 3.") : text.index("The months after")]
    assert found[-1].words == count(last) - count("Turn 3 of 3. March 2020.")


def test_the_debate_is_what_comes_from_the_case_to_the_verdict() -> None:
    setup = Setup((NORDEN,), 3)
    text = transcript(parley(), setup)
    for one in words_of_game(parley(), setup):
        part = text[text.index(f"Turn {one.turn} of 4.") :].split(say("en", "what_followed"))[0]
        head = say("en", "case_heading", label="#").split("#")[0]
        assert (head in part) == (one.debate > 0) == (one.argue is not Argue.NONE)
        rest = part.partition(head)[2]
        assert one.debate == count(rest)
        assert one.seconds == one.debate * 60 // A_MINUTE
        assert one.debate < one.words


def test_events_are_named_with_how_they_are_argued_and_what_they_may_take() -> None:
    found = words_of_game(parley(), Setup((NORDEN,), 3))
    assert [one.event for one in found] == ["haul", "drill", "lull", "haul-again"]
    assert [one.argue for one in found] == [Argue.SHORT, Argue.FULL, Argue.NONE, Argue.SHORT]
    assert [one.budget for one in found] == [BUDGETS[one.argue] for one in found]
    silent = evolve(parley(), stages=tuple(one for one in parley().stages if one != "argue"))
    assert {one.argue for one in words_of_game(silent, Setup((NORDEN,), 3))} == {Argue.NONE}


def test_the_player_types_numbers_that_are_never_asked_again() -> None:
    for seat in ("mx.security_secretary", "us.president"):
        for language in ("en", "es"):
            text = " ".join(transcript(CULIACAN, Setup((seat,), 1, language=language)).split())
            for key in ("pick_number", "pick_numbers", "unknown_command"):
                told = say(language, key, count="#", most="#", word="#")
                assert not re.search(re.escape(told).replace(r"\#", r"\d+"), text)


def test_the_player_plays_what_its_bot_decides() -> None:
    session = Session.start(parley(), Setup((NORDEN,), 3))
    bot = make_bot("persona", parley(), session.game.view, 3)
    player = SteadyPlayer(session, bot)
    assert player.isatty()
    wanted = bot.choose(session.game.information_state(session.state, NORDEN))
    typed = int(player.readline())
    assert session.legal(NORDEN)[typed - 1] == wanted
    PlainGame(session, player, Page(io.StringIO(), "en")).run()  # type: ignore[arg-type] # enough of a stream
    assert [one.turn for one in judged_turns(session)] == [1, 2, 3, 4]
    assert player.readline() == ""


def test_seconds_are_those_of_a_second_language_reader() -> None:
    assert TurnWords(1, "haul", Argue.SHORT, 300, 150).seconds == 60
