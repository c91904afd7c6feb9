"""What the shipped packs teach: a thesis and an opponent of substance, on which every seat can take a stand."""

import pytest

from dosmesas.load.loading import load_pack
from dosmesas.load.locate import shipped_packs
from dosmesas.model.rules import Teaching
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.teaching import Side, stood

PACKS = shipped_packs()
GAMES = 8


def taught(name: str) -> Teaching:
    found = load_pack(name).teaches
    assert found is not None, "a pack that ships says what it teaches"
    return found


@pytest.mark.parametrize("name", PACKS)
def test_every_shipped_pack_teaches_in_both_languages_and_says_who_holds_it(name: str) -> None:
    teaches = taught(name)
    for language, against in (("en", "Against this stands"), ("es", "En contra está")):
        assert teaches.thesis(language).startswith(("Berg and Poiré hold", "Berg y Poiré sostienen"))
        assert teaches.opponent(language).startswith(against)
    assert teaches.thesis("en") != teaches.thesis("es")


@pytest.mark.parametrize("name", PACKS)
def test_the_first_opponent_attacks_what_is_held_or_what_supports_it(name: str) -> None:
    teaches, claims = taught(name), load_pack(name).ruleset.dossier.claims
    side = {*teaches.holds} | {one.id for one in claims.values() if {*one.supports} & {*teaches.holds}}
    assert side.intersection(claims[teaches.against[0]].attacks)


@pytest.mark.parametrize("name", PACKS)
def test_every_seat_can_go_with_the_article_and_elsewhere_and_some_seat_with_its_opponents(name: str) -> None:
    pack = load_pack(name)
    found: dict[str, set[Side]] = {seat: set() for seat in pack.seats}
    for seed in range(GAMES):
        session = Session.start(pack, Setup((), seed, "random"))
        for seat, sides in found.items():
            sides.update(one.side for one in stood(session, seat, "en"))
    assert all(Side.ARTICLE in sides for sides in found.values()), found
    assert any(Side.OPPONENTS in sides for sides in found.values()), found
    assert all(len(sides) > 1 for sides in found.values()), found
