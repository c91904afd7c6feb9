"""Who sits across, in words: every bot that a player may choose has a name and says what it wants."""

import pytest
from attrs import evolve

from dosmesas.bots.known import players_of
from dosmesas.model.doctrines import Doctrine
from dosmesas.session.opponents import bot_about, bot_name
from dosmesas.text.local import Text, plain
from tests.support.shipped import shipped
from tests.support.small import harbour

CULIACAN = shipped("culiacan")


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_two_bots_have_the_same_name_or_say_the_same_and_none_shows_its_id(language: str) -> None:
    bots = players_of(CULIACAN)
    names = [bot_name(CULIACAN, one, language) for one in bots]
    abouts = [bot_about(CULIACAN, one, language) for one in bots]
    assert len(set(names)) == len(set(abouts)) == len(bots)
    assert not set(names) & set(bots)
    assert all(len(about) > 40 for about in abouts)


def test_names_and_texts_are_in_the_language_that_was_asked_for() -> None:
    for one in players_of(CULIACAN):
        assert bot_name(CULIACAN, one, "en") != bot_name(CULIACAN, one, "es")
        assert bot_about(CULIACAN, one, "en") != bot_about(CULIACAN, one, "es")


def test_a_doctrine_is_called_what_its_file_calls_it() -> None:
    zealot = Doctrine("zealot", Text((("en", "The zealot"),)), plain("Wants all of it."))
    pack = evolve(harbour(), ruleset=evolve(harbour().ruleset, doctrines={"zealot": zealot}))
    assert bot_name(pack, "zealot", "en") == "The zealot"
    assert bot_about(pack, "zealot", "en") == "Wants all of it."


def test_a_bot_that_the_ruleset_has_lost_is_called_by_its_id() -> None:
    assert bot_name(harbour(), "zealot", "en") == "zealot"
    assert bot_about(harbour(), "zealot", "en") == ""
