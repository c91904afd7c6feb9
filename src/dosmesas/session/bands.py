"""Forecasts in bands: how far something would move, and what home would make of it, each in a word.

At the first level of detail a face tells these, at the full one points. Where the lines are: docs/detail.md.
"""

from dosmesas.engine.home import WATERS, Band, fate_of
from dosmesas.model.arguments import Ratify
from dosmesas.model.world import Indicator
from dosmesas.session.home import HomeForecast
from dosmesas.text.catalog import say

A_LITTLE, MUCH = 15, 40
"""In thousandths of an indicator's range: up to the first a change is little, from the second on much."""
_SIZES = {
    -3: "band_lower_much",
    -2: "band_lower",
    -1: "band_lower_little",
    1: "band_higher_little",
    2: "band_higher",
    3: "band_higher_much",
}
_WORDS = {Band.CARRIED: "home_enough", Band.WATERED: "home_half", Band.BLOCKED: "home_little"}


def change_size(amount: int, indicator: Indicator) -> int:
    """How far something would move: 1 a little, 2 some, 3 much, with the sign of the way."""
    span, far = indicator.high - indicator.low, abs(amount) * 1000
    size = 1 if far <= A_LITTLE * span else 3 if far >= MUCH * span else 2
    return size if amount > 0 else -size


def change_word(amount: int, indicator: Indicator, language: str) -> str:
    """The same in words: `much lower`, `a little higher`; a place grows calmer or more tense."""
    if indicator.is_place:
        return say(language, "band_tenser" if amount > 0 else "band_calmer")
    return say(language, _SIZES[change_size(amount, indicator)])


def support_word(band: Band, support: int, language: str) -> str:
    """What support at home comes to: enough, enough for half, too little, or an inquiry."""
    # Only a choice that its office answers for is carried with less than what waters others down.
    looked_into = band is Band.CARRIED and support < WATERS
    return say(language, "home_inquired" if looked_into else _WORDS[band])


def home_word(ratify: Ratify, support: int, language: str) -> str:
    """The same for a forecast."""
    return support_word(fate_of(ratify, support)[0], support, language)


def home_range(ratify: Ratify, now: int, best: int, language: str) -> str:
    """What support comes to without a case, and with the best where that is another."""
    told, better = home_word(ratify, now, language), home_word(ratify, best, language)
    return told if told == better else say(language, "home_range", now=told, best=better)


def home_told(forecast: HomeForecast, language: str) -> str:
    """What a home table would make of an option."""
    told = home_range(forecast.ratify, forecast.now, forecast.best, language)
    return say(language, "home_first", told=told)
