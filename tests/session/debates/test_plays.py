"""A play in words: by the faces of its cards, whatever a save says was played."""

import pytest

from dosmesas.engine.benches import INCONSISTENT
from dosmesas.engine.state import Point
from dosmesas.session.debates.plays import in_words
from dosmesas.text.catalog import say
from tests.support.rounds import debates_at, session_of, until

SESSION = until(session_of(seed=5), 2, Point.CASE)
CARDS = SESSION.game.tables.floor.cards


def told(point: Point, action: str, language: str = "en") -> str:
    return in_words(point, action, CARDS, language)


def quoted(name: str, language: str = "en") -> str:
    return say(language, "quoted", text=CARDS[name].face(language))


def test_a_case_is_told_by_the_faces_of_its_cards_in_order() -> None:
    assert told(Point.CASE, "a-pact-holds") == quoted("a-pact-holds")
    both = told(Point.REBUT, "nobody-counts+boats-are-lost")
    assert both == f"{quoted('nobody-counts')}, {quoted('boats-are-lost')}"


@pytest.mark.parametrize("language", ["en", "es"])
def test_silence_and_letting_it_stand_have_words(language: str) -> None:
    assert told(Point.CASE, "none", language) == say(language, "play_nothing")
    assert told(Point.REBUT, "none", language) == say(language, "play_nothing")
    assert told(Point.REPLY, "rest", language) == say(language, "play_rest")


@pytest.mark.parametrize("kind", ["reply", "concede"])
def test_an_answer_is_told_by_its_kind_and_card(kind: str) -> None:
    words = f"{say('en', f'play_{kind}')} {quoted('boats-stay-home')}"
    assert told(Point.REPLY, f"{kind}:boats-stay-home") == words


def test_a_backing_is_told_by_the_card_that_backs() -> None:
    words = f"{say('en', 'play_back')} {quoted('boats-stay-home')}"
    assert told(Point.REPLY, "back:boats-stay-home:a-tenth-gone") == words


def test_every_card_that_can_be_played_has_a_face_also_one_that_holds_to_words() -> None:
    names = {name for debate in debates_at(SESSION).values() for name in debate.judge.cards}
    held = [name for name in names if name.startswith(INCONSISTENT)]
    assert held
    for name in names:
        assert name not in told(Point.REBUT, name)
    face = CARDS[held[0].removeprefix(INCONSISTENT)].face("en")
    assert told(Point.REBUT, held[0]) == say("en", "said_otherwise", face=face)


@pytest.mark.parametrize("action", ["haul/keep-haul", "shout:a-pact-holds", "silent", "a:b:c:d:e"])
def test_what_is_no_play_is_told_as_it_was_written(action: str) -> None:
    assert told(Point.REPLY, action) == action


def test_a_card_that_there_is_no_more_is_told_by_its_id() -> None:
    assert told(Point.CASE, "gone+a-pact-holds") == f"gone, {quoted('a-pact-holds')}"
    assert told(Point.REPLY, "reply:gone:a:b:c") == f"{say('en', 'play_reply')} gone"
