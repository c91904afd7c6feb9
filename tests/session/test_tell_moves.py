"""A forecast at either level: the words that all faces share, or points, and who at home stands where."""

import re

from attrs import evolve

from dosmesas.model.arguments import Ratify
from dosmesas.session.bands import home_told
from dosmesas.session.forecast import moves_of
from dosmesas.session.home import HomeForecast, Leaning
from dosmesas.session.tables import AudienceView
from dosmesas.session.tell_home import support_line
from dosmesas.session.tell_moves import leanings_told, moves_told, support_told
from tests.support.making import NORDEN, change
from tests.support.playing import BOTH, start


def test_moves_make_one_sentence_and_no_moves_another() -> None:
    moves = moves_of(start(*BOTH), (change("stock", "-5"), change("goodwill", "+1")), NORDEN, "en")
    assert moves_told(moves, "en", points=False) == "Moves: Stock much lower; Goodwill a little higher."
    assert moves_told(moves, "en", points=True) == "Moves: Stock -5; Goodwill +1."
    assert moves_told((), "en", points=False) == "Moves nothing at once."


def test_whether_a_move_is_the_good_way_and_how_far_it_goes_is_known_of_it() -> None:
    down, up = moves_of(start(*BOTH), (change("stock", "-5"), change("stock", "+1")), NORDEN, "en")
    assert (down.better, down.size) == (False, -3)
    assert (up.better, up.size) == (True, 1)


def test_support_is_told_in_the_words_of_plain_mode_or_in_points() -> None:
    forecast = HomeForecast((), 44_000, 58_000, argued=True, ratify=Ratify.CONSENT)
    assert support_told(forecast, "en", points=False) == home_told(forecast, "en")
    assert not re.search(r"\d", support_told(forecast, "es", points=False))
    assert support_told(forecast, "en", points=True) == support_line(forecast, "en")


def test_audiences_are_for_it_against_it_or_can_be_won() -> None:
    leanings = (
        Leaning("army", 4, 50_000, 60_000),
        Leaning("press", 3, 49_999, 50_000),
        Leaning("banks", 3, 20_000, 49_999),
    )
    names = [AudienceView(one.audience, f"the {one.audience}", one.share, 50_000) for one in leanings]
    forecast = HomeForecast(leanings, 40_000, 50_000, argued=True, ratify=Ratify.CONSENT)
    words = "At home: the army for; the press can be won; the banks against."
    assert leanings_told(forecast, names, "en", points=False) == words
    points = "At home: the army 50/60; the press 49/50; the banks 20/49."
    assert leanings_told(forecast, names, "en", points=True) == points
    assert leanings_told(evolve(forecast, audiences=()), names, "en", points=True) == ""
