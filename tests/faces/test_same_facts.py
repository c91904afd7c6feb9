"""Plain mode says all that the screens say, and the screens all that plain mode says: turn by turn of a real game."""

import asyncio
from collections.abc import Mapping

import pytest

from tests.support import faces
from tests.support.facts import Fact, missing
from tests.support.full import sampled

GAMES = (("mx.security_secretary", "en"), ("us.president", "es"))
EACH = pytest.mark.parametrize(("seat", "language"), GAMES)


def untold(facts: Mapping[int, list[Fact]], told: faces.Told) -> list[str]:
    """The facts that a face leaves out, each with its turn."""
    return [f"turn {turn}: {one}" for turn, found in facts.items() for one in missing(found, told[turn])]


@EACH
def test_plain_mode_tells_every_fact_of_every_turn(seat: str, language: str) -> None:
    assert untold(faces.facts_of(seat, language), faces.in_plain_mode(seat, language)) == []


@pytest.mark.parametrize(("seat", "language"), sampled(GAMES, 2))
def test_the_screens_tell_every_fact_of_every_turn(seat: str, language: str, machine: None) -> None:
    told = asyncio.run(faces.on_screens(seat, language))
    assert untold(faces.facts_of(seat, language), told) == []


def test_there_is_enough_to_learn_in_every_turn() -> None:
    for seat, language in GAMES:
        found = faces.facts_of(seat, language)
        assert list(found) == [1, 2, 3, 4]
        kinds = {one.told.partition(" ")[0] for facts in found.values() for one in facts}
        wanted = {"option", "forecast", "support", "deal", "win-sets", "word", "receipt", "moved", "paper"}
        assert wanted | {"coming", "vote", "audience", "record"} <= kinds
        assert min(len(dict.fromkeys(facts)) for facts in found.values()) > 50
