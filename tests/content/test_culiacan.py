"""The quick pack: what a class is promised of it."""

import re

import pytest

from dosmesas.bots.bot import make_bot
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.load.loading import read
from dosmesas.load.locate import pack_folder
from dosmesas.model.effects import Change, SetFlag, walk
from dosmesas.model.events import Event, Option
from dosmesas.model.expressions import owners
from dosmesas.model.world import Good
from tests.support.shipped import shipped

PACK = shipped("culiacan")
RULES = PACK.ruleset
EVENTS = list(PACK.events.values())
OPTIONS = [option for event in EVENTS for options in event.seats.values() for option in options]


def test_the_pack_is_clean() -> None:
    assert list(read(pack_folder("culiacan")).problems) == []


def test_there_is_enough_for_no_two_games_to_be_alike() -> None:
    assert len(EVENTS) >= 8
    assert len(PACK.bulletins) >= 5
    assert sum(event.soil == "us" for event in EVENTS) >= 2
    assert len(RULES.rules) >= 40
    assert len(RULES.endings) >= 5
    assert len(RULES.offices) == 6


@pytest.mark.parametrize("event", EVENTS, ids=lambda one: one.id)
def test_all_four_seats_are_asked_and_tied_together_by_deals(event: Event) -> None:
    assert set(event.seats) == set(PACK.seats)
    assert all(3 <= len(options) <= 4 for options in event.seats.values())
    assert {seat for deal in event.deals for seat, _ in deal.between} == set(PACK.seats)


@pytest.mark.parametrize("option", OPTIONS, ids=lambda one: one.id)
def test_every_option_gains_something_and_costs_something(option: Option) -> None:
    verdicts = set()
    for effect in walk(option.effects):
        if isinstance(effect, SetFlag):
            verdicts.add("flag")
        elif isinstance(effect, Change):
            indicator = RULES.indicators[effect.indicator]
            falls = getattr(effect.amount, "value", -1) < 0
            verdicts.add(
                "other"
                if indicator.good is Good.NEITHER
                else ("good" if falls is (indicator.good is Good.LOW) else "bad")
            )
    assert len(verdicts) > 1, verdicts


def test_no_decision_and_no_news_moves_the_number_of_homicides() -> None:
    owners = [option.effects for option in OPTIONS] + [one.effects for one in PACK.bulletins.values()]
    owners += [deal.effects for event in EVENTS for deal in event.deals]
    moved = {effect.indicator for effects in owners for effect in walk(effects) if isinstance(effect, Change)}
    assert "homicides" not in moved
    assert RULES.indicators["homicides"].max_step == 400


def test_no_person_is_named_where_the_game_is_played() -> None:
    texts = [event.brief(language) + event.title(language) for event in EVENTS for language in ("en", "es")]
    texts += [
        f"{one.label(lang)} {one.reason(lang)} {one.headline(lang)}"
        for one in OPTIONS
        for lang in ("en", "es")
    ]
    texts += [ending.text(lang) + ending.title(lang) for ending in RULES.endings for lang in ("en", "es")]
    texts += [one.text(lang) for one in PACK.bulletins.values() for lang in ("en", "es")]
    names = re.compile(
        r"Trump|Obrador|AMLO|Ovidio|Guzmán|Chapo|LeBar|Barr\b|Durazo|Calder[oó]n", re.IGNORECASE
    )
    assert not [text for text in texts if names.search(text)]


def test_spanish_is_written_and_not_left_in_english() -> None:
    for event in EVENTS:
        assert event.brief("es") != event.brief("en")
    same = [
        one.id
        for one in OPTIONS
        if one.label("es") == one.label("en") or one.reason("es") == one.reason("en")
    ]
    assert same == []


def test_every_effect_cites_something_and_never_mixes_rivals_with_the_article() -> None:
    claims = RULES.dossier.claims
    for effect in (one for _, _, top in owners(PACK) for one in walk(top)):
        if isinstance(effect, Change | SetFlag):
            rivals = [name in claims and claims[name].rival for name in effect.because]
            assert rivals, effect.where
            assert all(rivals) or not any(rivals), effect.where


def test_many_games_end_differently_and_reach_most_endings() -> None:
    game = Game(PACK, RULES.worldviews["authors"])
    ends = [
        playout(game, seed, make_bot("random", PACK, game.view, seed).choose)[-1].state for seed in range(120)
    ]
    assert len({end.digest() for end in ends}) == 120
    assert len({end.ending for end in ends}) >= 5
    assert {name for end in ends for name, _ in end.happened} >= {
        event.id for event in EVENTS if not event.repeats
    }
