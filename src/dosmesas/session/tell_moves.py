"""Forecasts in words instead of points: what an option would move, and what home would make of it."""

from collections.abc import Iterable

from dosmesas.model.arguments import Ratify
from dosmesas.session.debates.tell import band_word
from dosmesas.session.forecast import Move
from dosmesas.session.home import HomeForecast, Leaning
from dosmesas.session.tables import AudienceView
from dosmesas.session.tell_home import support_line
from dosmesas.text.catalog import say

CARRIES = 50_000
"""The support, in thousandths of 100, from which a home table carries an option."""
_SIZES = {-3: "much_down", -2: "down", -1: "little_down", 1: "little_up", 2: "up", 3: "much_up"}


def moved(move: Move, language: str, *, points: bool) -> str:
    """A move: in points, or as a band in words."""
    if points:
        return move.text
    if move.inside:
        what = ", ".join(moved(one, language, points=False) for one in move.inside)
        return say(language, move.frame, what=what, odds=move.count, turns=move.count)
    if not move.size:
        return move.text
    return say(language, "move_in_words", name=move.name, how=say(language, _SIZES[move.size]))


def moves_told(moves: Iterable[Move], language: str, *, points: bool) -> str:
    """All that an option would move, as a sentence."""
    told = "; ".join(moved(one, language, points=points) for one in moves)
    return say(language, "moves", what=told) if told else say(language, "moves_none")


def support_told(forecast: HomeForecast, language: str, *, points: bool) -> str:
    """What a home table would make of an option, without a case and with the best."""
    if points:
        return support_line(forecast, language)
    if forecast.ratify is Ratify.ANSWER_FOR:
        return _answered(forecast, language)
    now, best = forecast.band_now, forecast.band_best
    told = say(language, "home_words", band=band_word(now, language))
    if best is now:
        return told
    return f"{told} {say(language, 'home_words_best', band=band_word(best, language))}"


def _answered(forecast: HomeForecast, language: str) -> str:
    """An office that answers for it has to fear an inquiry, and nothing else."""
    if not forecast.inquiry_now:
        return say(language, "home_words_answered")
    cleared = "" if forecast.inquiry_best else say(language, "home_words_cleared")
    return f"{say(language, 'home_words_inquiry')} {cleared}".rstrip()


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
