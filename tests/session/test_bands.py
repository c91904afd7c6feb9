"""Forecasts in words: the same words for every face, and no point that a newcomer would have to weigh."""

import re
from collections import Counter

import pytest
from attrs import evolve

from dosmesas.engine.home import Band
from dosmesas.lang.evaluate import evaluate
from dosmesas.model.arguments import Ratify
from dosmesas.model.effects import Change, Effect, walk
from dosmesas.session.bands import change_word, home_range, home_told, support_word
from dosmesas.session.forecast import moves_of
from dosmesas.session.home import HomeForecast
from dosmesas.session.views import table_view
from dosmesas.text.catalog import say
from tests.support.making import NORDEN, after, chance, change, set_flag
from tests.support.playing import BOTH, start
from tests.support.rounds import session_of
from tests.support.shipped import shipped
from tests.support.small import harbour

CULIACAN = shipped("culiacan")
LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])
STOCK = harbour().ruleset.indicators["stock"]


@pytest.mark.parametrize(
    ("amount", "word"),
    [
        (1, "a little higher"),
        (1_500, "a little higher"),
        (1_501, "higher"),
        (3_999, "higher"),
        (4_000, "much higher"),
        (-1_500, "a little lower"),
        (-2_000, "lower"),
        (-4_000, "much lower"),
    ],
)
def test_how_far_is_a_share_of_the_range(amount: int, word: str) -> None:
    assert (STOCK.low, STOCK.high) == (0, 100_000)
    assert change_word(amount, STOCK, "en") == word
    assert change_word(2 * amount, evolve(STOCK, high=200_000), "en") == word


@LANGUAGES
def test_a_place_grows_calmer_or_tenser_and_not_lower_or_higher(language: str) -> None:
    sinaloa = CULIACAN.ruleset.indicators["sinaloa"]
    assert change_word(-500, sinaloa, language) == say(language, "band_calmer")
    assert change_word(500, sinaloa, language) == say(language, "band_tenser")


def test_each_size_tells_something_apart_in_the_options_that_come_with_the_game() -> None:
    """About a third is little, four in ten neither, a fifth much."""
    session, found = session_of(CULIACAN, "mx.president"), Counter[str]()
    scene = session.game.tables.scene(session.state)
    effects = [one for event in CULIACAN.events.values() for seat in event.seats.values() for one in seat]
    for one in (leaf for option in effects for leaf in walk(option.effects)):
        if isinstance(one, Change) and not CULIACAN.ruleset.indicators[one.indicator].is_place:
            amount = evaluate(one.amount, scene)
            found[change_word(amount, CULIACAN.ruleset.indicators[one.indicator], "en").split()[0]] += 1
    shares = {word: 100 * count // found.total() for word, count in found.items()}
    assert 25 <= shares["a"] <= 40
    assert 15 <= shares["much"] <= 25
    assert 35 <= shares["lower"] + shares["higher"] <= 60


@pytest.mark.parametrize(
    ("now", "best", "ratify", "english", "spanish"),
    [
        (
            44_000,
            58_000,
            Ratify.CONSENT,
            "enough for half; best case, enough",
            "alcanza a medias; con alegato, alcanza",
        ),
        (
            39_999,
            49_999,
            Ratify.CONSENT,
            "too little; best case, enough for half",
            "no alcanza; con alegato, alcanza a medias",
        ),
        (50_000, 58_000, Ratify.CONSENT, "enough", "alcanza"),
        (30_000, 39_000, Ratify.CONSENT, "too little", "no alcanza"),
        (
            39_999,
            44_000,
            Ratify.ANSWER_FOR,
            "an inquiry; best case, enough",
            "investigación; con alegato, alcanza",
        ),
        (40_000, 40_000, Ratify.ANSWER_FOR, "enough", "alcanza"),
    ],
)
def test_support_at_home_is_the_band_that_it_reaches(
    now: int, best: int, ratify: Ratify, english: str, spanish: str
) -> None:
    assert home_range(ratify, now, best, "en") == english
    assert home_range(ratify, now, best, "es") == spanish
    forecast = HomeForecast((), now, best, argued=now != best, ratify=ratify)
    assert home_told(forecast, "en") == f"Home: {english}."


def test_what_is_blocked_reads_otherwise_than_what_is_carried_and_looked_into() -> None:
    assert support_word(Band.BLOCKED, 39_000, "en") == "too little"
    assert support_word(Band.CARRIED, 39_000, "en") == "an inquiry"
    assert support_word(Band.CARRIED, 40_000, "en") == "enough"


def banded(*effects: Effect, language: str = "en") -> list[tuple[str, str]]:
    return [(one.banded, one.lead) for one in moves_of(start(*BOTH), effects, NORDEN, language)]


def test_frames_keep_their_odds_and_months_and_lead_with_the_first_that_comes() -> None:
    risk = chance("x~1", 35, change("stock", "-4"), change("goodwill", "-3"))
    assert banded(risk) == [("35 in 100: Stock much lower, Goodwill lower", "35 in 100: Stock much lower")]
    assert banded(after("x~1", 2, change("stock", "+1"))) == [("in 2 turns: Stock a little higher",) * 2]
    assert banded(set_flag("pact")) == [("begins: a fishing pact",) * 2]
    assert banded(change("goodwill", "+2"), language="es") == [("Goodwill: más",) * 2]


@LANGUAGES
def test_no_move_in_bands_has_a_sign_and_points_have_one(language: str) -> None:
    for seat in CULIACAN.seats:
        view = table_view(session_of(CULIACAN, seat), seat, language)
        moves = [move for option in view.options for move in option.moves if move.amount is not None]
        assert moves
        for move in moves:
            assert not re.search(r"[+-]\d", move.told(points=False))
            assert re.search(r"[+-]\d", move.told(points=True))
