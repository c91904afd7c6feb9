"""Forecasts at the first level of detail: words for what points say, and never a point."""

import re

import pytest
from attrs import evolve

from dosmesas.model.arguments import Ratify
from dosmesas.model.effects import Effect
from dosmesas.session.forecast import band, moves_of
from dosmesas.session.home import HomeForecast, Leaning
from dosmesas.session.tables import AudienceView
from dosmesas.session.tell_moves import leanings_told, moved, moves_told, support_told
from tests.support.making import NORDEN, after, chance, change, set_flag
from tests.support.playing import BOTH, start
from tests.support.small import harbour

CONSENT, ANSWER_FOR = Ratify.CONSENT, Ratify.ANSWER_FOR


def told(*effects: Effect, language: str = "en", points: bool = False) -> list[str]:
    moves = moves_of(start(*BOTH), effects, NORDEN, language)
    return [moved(one, language, points=points) for one in moves]


def test_a_change_is_told_by_its_share_of_the_range_in_three_sizes_each_way() -> None:
    changes = [change("stock", amount) for amount in ("-5", "-4.9", "-1.9", "+1.9", "+2", "+5")]
    assert told(*changes) == [
        "Stock much down",
        "Stock down",
        "Stock down a little",
        "Stock up a little",
        "Stock up",
        "Stock much up",
    ]
    assert told(change("stock", "-5"), language="es") == ["Stock baja mucho"]
    wide = evolve(harbour().ruleset.indicators["stock"], high=200_000)
    assert [band(wide, 4_000), band(wide, 3_999), band(wide, -10_000)] == [2, 1, -3]


def test_chance_and_delay_keep_their_numbers_and_lose_their_points() -> None:
    effects = (
        chance("x~1", 35, change("stock", "-4"), change("goodwill", "-3"), otherwise=(set_flag("pact"),)),
        after("x~2", 2, change("stock", "+1")),
        after("x~3", 1, change("stock", "+1")),
    )
    assert told(*effects) == [
        "35 in 100: Stock down, Goodwill down",
        "65 in 100: begins: a fishing pact",
        "in 2 turns: Stock up a little",
        "next turn: Stock up a little",
    ]
    assert told(*effects, points=True)[0] == "35 in 100: Stock -4, Goodwill -3"


def test_whether_a_move_is_the_good_way_goes_with_it() -> None:
    down, up = moves_of(start(*BOTH), (change("stock", "-1"), change("stock", "+1")), NORDEN, "en")
    assert (down.better, up.better) == (False, True)


def test_moves_make_one_sentence_and_no_moves_another() -> None:
    moves = moves_of(start(*BOTH), (change("stock", "-5"), change("goodwill", "+1")), NORDEN, "en")
    assert moves_told(moves, "en", points=False) == "Moves: Stock much down; Goodwill up a little."
    assert moves_told(moves, "en", points=True) == "Moves: Stock -5; Goodwill +1."
    assert moves_told((), "en", points=False) == "Moves nothing at once."


@pytest.mark.parametrize(
    ("numbers", "english"),
    [
        ((44_000, 58_000, CONSENT), "Home table now: watered down. With your best case: carried."),
        ((52_000, 58_000, CONSENT), "Home table now: carried."),
        ((39_999, 39_999, CONSENT), "Home table now: blocked."),
        ((44_000, 58_000, ANSWER_FOR), "You answer for it at home; as things stand, no inquiry."),
        (
            (39_999, 44_000, ANSWER_FOR),
            "You answer for it at home; as things stand, an inquiry. With your best case, none.",
        ),
        ((30_000, 39_000, ANSWER_FOR), "You answer for it at home; as things stand, an inquiry."),
    ],
)
def test_support_is_told_by_what_comes_of_it(numbers: tuple[int, int, Ratify], english: str) -> None:
    now, best, ratify = numbers
    forecast = HomeForecast((), now, best, argued=True, ratify=ratify)
    assert support_told(forecast, "en", points=False) == english
    assert not re.search(r"\d", support_told(forecast, "es", points=False))
    assert str(now // 1000) in support_told(forecast, "en", points=True)


def test_audiences_are_for_it_against_it_or_can_be_won() -> None:
    leanings = (
        Leaning("army", 4, 50_000, 60_000),
        Leaning("press", 3, 49_999, 50_000),
        Leaning("banks", 3, 20_000, 49_999),
    )
    names = [AudienceView(one.audience, f"the {one.audience}", one.share, 50_000) for one in leanings]
    forecast = HomeForecast(leanings, 40_000, 50_000, argued=True, ratify=CONSENT)
    words = "At home: the army for; the press can be won; the banks against."
    assert leanings_told(forecast, names, "en", points=False) == words
    points = "At home: the army 50/60; the press 49/50; the banks 20/49."
    assert leanings_told(forecast, names, "en", points=True) == points
    assert leanings_told(evolve(forecast, audiences=()), names, "en", points=True) == ""
