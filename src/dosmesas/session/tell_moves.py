"""A forecast at either level of detail: all that an option would move, and who at home stands where on it."""

from collections.abc import Iterable

from dosmesas.session.bands import home_told
from dosmesas.session.forecast import Move
from dosmesas.session.home import HomeForecast, Leaning
from dosmesas.session.tables import AudienceView
from dosmesas.session.tell_home import support_line
from dosmesas.text.catalog import say

CARRIES = 50_000
"""The support, in thousandths of 100, from which a home table carries an option."""


def moves_told(moves: Iterable[Move], language: str, *, points: bool) -> str:
    """All that an option would move, as a sentence."""
    told = "; ".join(one.told(points=points) for one in moves)
    return say(language, "moves", what=told) if told else say(language, "moves_none")


def support_told(forecast: HomeForecast, language: str, *, points: bool) -> str:
    """What a home table would make of an option, without a case and with the best."""
    return (support_line if points else home_told)(forecast, language)


def leaning_word(one: Leaning, language: str) -> str:
    """Where an audience stands on an option: for it, against it, or to be won by a good case."""
    key = "lean_for" if one.now >= CARRIES else "lean_won" if one.best >= CARRIES else "lean_against"
    return say(language, key)


def leanings_told(
    forecast: HomeForecast, audiences: Iterable[AudienceView], language: str, *, points: bool
) -> str:
    """Where each audience stands on an option; nothing where there is none."""
    names = {one.id: one.name for one in audiences}
    told = [_leaning(one, names[one.audience], language, points=points) for one in forecast.audiences]
    return say(language, "leans", audiences="; ".join(told)) if told else ""


def _leaning(one: Leaning, name: str, language: str, *, points: bool) -> str:
    if not points:
        return say(language, "lean", name=name, how=leaning_word(one, language))
    now, best = one.now // 1000, one.best // 1000
    return say(language, "lean_points", name=name, support=now if now == best else f"{now}/{best}")
