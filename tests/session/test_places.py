"""The places of the map: their levels are the game's, and what happened there is told where it happened."""

import pytest

from dosmesas.session.places import PlaceView, places_view
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.tell_charts import map_lines
from tests.support.making import NORDEN
from tests.support.midway import SECRETARY
from tests.support.playing import start
from tests.support.shipped import shipped


def played(turns: int, *, draws: str = "") -> Session:
    session = Session.start(shipped("culiacan"), Setup((SECRETARY,), 5, draws=draws, argue="none"))
    while session.next_seat() and session.state.turn <= turns:
        session.decide(SECRETARY, session.legal(SECRETARY)[-1])
    return session


def place(session: Session, name: str, language: str = "en") -> PlaceView:
    return next(one for one in places_view(session, SECRETARY, language) if one.id == name)


def test_the_places_come_as_the_author_put_them_with_the_states_that_they_cover() -> None:
    places = places_view(played(0), SECRETARY, "en")
    assert [one.id for one in places] == [
        *("sinaloa", "sonora_chihuahua", "guerrero", "coahuila", "michoacan", "chiapas")
    ]
    assert places[1].states == ("MX-SON", "MX-CHH")


def test_a_level_is_a_word_and_a_number() -> None:
    assert [(one.level, one.told) for one in places_view(played(0), SECRETARY, "en")][:4] == [
        ("violent", "2 (violent)"),
        ("violent", "2 (violent)"),
        ("violent", "2 (violent)"),
        ("tense", "1 (tense)"),
    ]


def test_an_event_is_told_at_its_place_from_the_turn_on_in_which_it_comes() -> None:
    assert [one.text for one in place(played(0), "sinaloa").happened] == ["Culiacán, 17 October"]
    assert place(played(0), "sonora_chihuahua").happened == ()
    (killings,) = place(played(1), "sonora_chihuahua", "es").happened
    assert (killings.turn, killings.month, killings.text) == (
        2,
        "noviembre de 2019",
        "Los asesinatos cerca de la frontera",
    )


def test_a_choice_that_moved_a_level_is_told_there_with_how_much() -> None:
    moved = [
        one
        for turns in (1, 2, 3, 4)
        for each in places_view(played(turns), None, "en")
        for one in each.happened
    ]
    told = {(one.text, one.moved) for one in moved if one.moved}
    session = played(4)
    places = {one.id for one in session.pack.ruleset.indicators.values() if one.is_place}
    rules = session.pack.ruleset.rules
    receipts = [
        one
        for one in session.receipts
        if one.moves and one.indicator in places and one.by not in rules and one.by != "limit"
    ]
    assert len(told) >= len({one.by for one in receipts})


def test_a_willing_government_is_told_as_such() -> None:
    assert place(played(0), "coahuila").willing is True
    assert place(played(0), "sinaloa").willing is False


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_text_names_every_place_its_level_and_all_that_happened(language: str) -> None:
    session = played(4)
    places = places_view(session, None, language)
    text = "\n".join(map_lines(places, language))
    for number, one in enumerate(places, 1):
        assert f"{number}. {one.name}: {one.told}" in text
        assert all(happening.text in text for happening in one.happened)
        assert all(happening.moved in text for happening in one.happened)


def test_a_world_without_places_says_so() -> None:
    assert map_lines(places_view(start(NORDEN), NORDEN, "en"), "en") == ["There are no places in this world."]
