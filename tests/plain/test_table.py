"""What stands before a player: the first answer within a minute, the event once, new words as they come."""

import re

import pytest

from dosmesas.plain.words import A_MINUTE, count
from dosmesas.session.session import Session
from dosmesas.session.settings import Settings
from dosmesas.session.setup import Setup
from dosmesas.session.views import table_view
from dosmesas.text.catalog import say
from dosmesas.text.number import exact
from tests.support.shipped import shipped
from tests.support.talking import POINTS, answer, talk

CULIACAN = shipped("culiacan")
LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])
SEATS = pytest.mark.parametrize("seat", CULIACAN.seats)
UNGUIDED = Settings(guide="off")
BOTH = ("mx.president", "us.president")


def begun(*seats: str, seed: int = 3, language: str = "en") -> Session:
    return Session.start(CULIACAN, Setup(seats, seed, language=language))


@SEATS
@LANGUAGES
@pytest.mark.parametrize("settings", [Settings(), UNGUIDED], ids=["guided", "unguided"])
def test_the_first_answer_is_asked_for_within_a_minute(seat: str, language: str, settings: Settings) -> None:
    for seed in range(3):
        text = talk(begun(seat, seed=seed, language=language), language=language, settings=settings)
        first = text[: text.index(say(language, "prompt"), 1)]
        assert count(first) < A_MINUTE
        event = CULIACAN.events["culiacan"]
        assert " ".join(event.brief(language).split()) in " ".join(first.split())
        assert all(option.label(language) in " ".join(first.split()) for option in event.seats[seat])
        assert CULIACAN.ruleset.offices[seat].name(language) in first
        assert say(language, "mandate_brief", goals="#").partition("#")[0] in first


@SEATS
@LANGUAGES
def test_the_content_note_stands_before_the_first_event(seat: str, language: str) -> None:
    for settings in (Settings(), UNGUIDED, POINTS):
        text = talk(begun(seat, language=language), language=language, settings=settings)
        note, title = CULIACAN.note(language), CULIACAN.events["culiacan"].title(language)
        assert text.count(note) == 1
        assert text.index(note) < text.index(title, text.index("\n\n"))


def test_a_game_goes_on_only_once_somebody_at_the_keyboard_has_decided() -> None:
    campaign = shipped("year-two")
    for seat in campaign.seats:
        session = Session.start(campaign, Setup((seat,), 5, pace="short"))
        assert "Going on with" not in talk(session)
        assert "Going on with" in talk(session, "1") + talk(session)


@LANGUAGES
def test_what_waited_is_told_before_the_choice(language: str) -> None:
    session = begun("us.president", seed=5, language=language)
    text = " ".join(talk(session, "3", language=language).split())
    asked = text.index(say(language, "choose_prompt"))
    bulletin = next(name for name, _ in session.state.happened if name in CULIACAN.bulletins)
    news = " ".join(CULIACAN.bulletins[bulletin].text(language).split())
    assert text.index("> 3") < text.index(news) < asked
    assert text.index("> 3") < text.index(" 28.0 ") < asked


@LANGUAGES
@pytest.mark.parametrize("settings", [Settings(), POINTS], ids=["bands", "points"])
def test_while_a_word_is_asked_a_number_after_a_question_mark_opens_that_option(
    language: str, settings: Settings
) -> None:
    session = begun("mx.security_secretary", language=language)
    view = table_view(session, "mx.security_secretary", language)
    lines = [f"? {number}" for number in range(1, len(view.options) + 1)]
    text = talk(session, *lines, "3", language=language, settings=settings)
    for line, option in zip(lines, view.options, strict=True):
        assert option.reason in " ".join(answer(text, line).split())


@LANGUAGES
def test_a_word_says_by_itself_what_both_sides_would_choose(language: str) -> None:
    session = begun("mx.security_secretary", language=language)
    text = " ".join(talk(session, language=language, settings=POINTS).split())
    view = table_view(session, "mx.security_secretary", language)
    assert view.deals
    for deal in view.deals:
        assert f"{deal.partner}: {'«' if language == 'es' else chr(34)}{deal.theirs}" in text


def test_notes_say_how_to_read_more_and_the_glossary_does() -> None:
    text = talk(begun("mx.security_secretary"), "2", "?deal")
    assert say("en", "guide_opening") in text
    assert "New: Deal. Two options, one of each country, that do more together. More: ?deal\n" in text
    assert answer(text, "?deal").startswith(
        "Deal: Two options, one of each country, that do more together. It"
    )
    assert "Nuevo: Acuerdo." in talk(begun("mx.security_secretary"), "2", language="es")


def test_without_notes_there_are_none_and_in_points_the_first_turn_is_told_as_any() -> None:
    lines = ["1", "2", "1", "2", "1", "1", "1"] * 4
    assert "New: " not in talk(begun("mx.president"), *lines, settings=UNGUIDED)
    text = talk(begun("mx.president"), settings=POINTS)
    assert "Home 50; you answer for it. Approval in Mexico -" in " ".join(text.split())
    assert "Homicides 28.0;" in text


def test_a_player_to_whom_the_keyboard_comes_back_does_not_read_the_event_again() -> None:
    text = talk(begun(*BOTH), "4", "", "3", "", "1", "", "1")
    brief = CULIACAN.events["culiacan"].brief("en")[:40]
    assert text.count(brief) == len(BOTH)
    assert text.count("For Mexico's President.") == len(BOTH)
    again = text.split("Pass the keyboard to Mexico's President")[1].split("Pass the keyboard")[0]
    for option in CULIACAN.events["culiacan"].seats["mx.president"]:
        assert option.label("en") in again
    assert text.count("Mandate: ") == len(BOTH)


def test_after_taking_back_the_event_is_told_again_to_each() -> None:
    text = talk(begun(*BOTH), "4", "", "undo", "4")
    brief = CULIACAN.events["culiacan"].brief("en")[:40]
    undone = text[text.index("> undo") :]
    assert undone.count(brief) == 1


@SEATS
def test_the_mandate_is_told_whole_when_asked_for(seat: str) -> None:
    text = talk(begun(seat), "mandate", "mandato", "quit")
    for word in ("mandate", "mandato"):
        told = " ".join(answer(text, word).split())
        for goal in CULIACAN.ruleset.offices[seat].goals:
            name = CULIACAN.ruleset.indicators[goal.indicator].name("en")
            ends = f"none at {exact(goal.worst)}, all at {exact(goal.best)}"
            assert re.search(rf"{name} [\d.]+: [\d.]+ of {goal.weight} points; {ends}", told)


ORNAMENT = re.compile(r"\.\.\.|^> [^\n]*>|[*_#=|~<>]{2}|[|*#_~^<]|->|=>", re.MULTILINE)


@LANGUAGES
@pytest.mark.parametrize("settings", [Settings(), POINTS], ids=["first", "full"])
def test_a_transcript_reads_aloud(language: str, settings: Settings) -> None:
    """No ornament; a line begins with > only where a player answered; sentences begin with capitals."""
    asked = ("flow", "credit", "status", "home", "why trust", "help")
    lines = ["1", "1", "1 2", "0", *asked] * 14
    for seats in (("mx.president",), ("us.attorney_general",), BOTH):
        text = talk(begun(*seats, language=language), *lines, language=language, settings=settings)
        assert not ORNAMENT.search(text.replace("--worldview", ""))
        answers = [line[2:] for line in text.splitlines() if line.startswith("> ")]
        assert {*answers} <= {*lines, ""}
        assert not re.search(r"\d\. [^\n]*\. [a-zé][a-z]+: ", text)  # "Home 47. in 2 turns: ..."
