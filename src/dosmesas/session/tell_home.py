"""The home table and the win-sets as lines of plain text. Support is told in whole numbers, rounded down.

Rounded to the nearest, 49.96 would read 50, which carries.
"""

from dosmesas.engine.home import Band
from dosmesas.engine.state import DECLINE
from dosmesas.model.arguments import Ratify
from dosmesas.session.bands import home_range
from dosmesas.session.deals import DealView
from dosmesas.session.home import HomeForecast
from dosmesas.session.views import OptionView, TableView
from dosmesas.session.winsets import Basis, Carries, Side
from dosmesas.text.catalog import say
from dosmesas.text.number import THOUSAND

_BANDS = {Band.CARRIED: "band_carried", Band.WATERED: "band_watered", Band.BLOCKED: "band_blocked"}
_CARRIES = {Carries.SURE: "win_sure", Carries.POSSIBLE: "win_possible", Carries.NO: "win_no"}
_OVERLAPS = {True: "win_in_both", False: "win_not_in_both", None: "win_unknown"}


def support_line(forecast: HomeForecast, language: str) -> str:
    """What a home table would make of an option, without a case and with the best."""
    if forecast.ratify is Ratify.ANSWER_FOR:
        return _answered_for(forecast, language)
    now, best = forecast.band_now, forecast.band_best
    key = "home_now" if now is Band.CARRIED else "home_now_short"
    told = say(language, key, now=_whole(forecast.now), band=say(language, _BANDS[now]))
    if not forecast.argued:
        return told
    form = "home_best" if best is now else "home_best_band"
    return f"{told} {say(language, form, best=_whole(forecast.best), band=say(language, _BANDS[best]))}"


def _answered_for(forecast: HomeForecast, language: str) -> str:
    """An office that answers for it has to fear an inquiry, and nothing else."""
    key = "home_inquiry" if forecast.inquiry_now else "home_answered"
    told = say(language, key, now=_whole(forecast.now))
    return f"{told} {say(language, 'home_best', best=_whole(forecast.best))}" if forecast.argued else told


def support_brief(forecast: HomeForecast, language: str) -> str:
    """The same in a few words."""
    if forecast.argued:
        return say(language, "home_brief_argued", now=_whole(forecast.now), best=_whole(forecast.best))
    answered = forecast.ratify is Ratify.ANSWER_FOR
    return say(language, "home_brief_answered" if answered else "home_brief", now=_whole(forecast.now))


def win_brief(deal: DealView, language: str) -> str:
    """Whose home table would carry a deal, in a few words; nothing where no table is asked."""
    if deal.win is None:
        return ""
    mine, theirs = _carries(deal.win.mine, language), _theirs(deal.win.theirs, language)
    return say(language, "win_brief", mine=mine, theirs=theirs)


def win_lines(view: TableView, language: str, *, points: bool = True) -> list[str]:
    """For each deal, whose home table would carry it; with the support, in points, or without."""
    lines, forecasts = [], {one.id: one.home for one in view.options}
    for deal, win in ((deal, deal.win) for deal in view.deals):
        if win is not None:
            told = _mine(win.mine, forecasts[deal.mine], language) if points else _carries(win.mine, language)
            mine, theirs = told, _theirs(win.theirs, language)
            both = say(language, _OVERLAPS[win.overlaps])
            lines.append(say(language, "win_line", name=deal.name, mine=mine, theirs=theirs, both=both))
    return lines


def _mine(side: Side, forecast: HomeForecast | None, language: str) -> str:
    carries = _carries(side, language)
    if forecast is None or forecast.ratify is Ratify.ANSWER_FOR:
        return carries  # it is not the support that carries it
    key = "win_mine_argued" if forecast.argued else "win_mine"
    return say(language, key, carries=carries, now=_whole(forecast.now), best=_whole(forecast.best))


def _theirs(side: Side, language: str) -> str:
    if side.said:
        return say(language, "win_declined" if side.said == DECLINE else "win_word_given")
    if side.basis is Basis.HIDDEN:
        return say(language, "win_hidden")
    key = "win_guessed" if side.basis is Basis.GUESSED else "win_seen"
    return say(language, key, carries=_carries(side, language))


def _carries(side: Side, language: str) -> str:
    return say(language, _CARRIES[side.carries]) if side.carries else ""


def home_lines(view: TableView, language: str, *, points: bool = True) -> list[str]:
    """Those whom the office answers to, with their weights, and what each makes of the options."""
    if not view.audiences:
        return [say(language, "home_none")]
    shares = sum(one.share for one in view.audiences)
    told = (
        say(
            language, "home_audience", name=one.name, now=_whole(one.standing), share=one.share, shares=shares
        )
        for one in view.audiences
    )
    lines = [say(language, "home_heading", audiences="; ".join(told))]
    names = {one.id: one.name for one in view.audiences}
    options = [_option(number, one, names, language, points) for number, one in enumerate(view.options, 1)]
    heading = [say(language, "home_options" if points else "home_options_first")] if any(options) else []
    return [*lines, *heading, *filter(None, options)]


def _option(number: int, option: OptionView, names: dict[str, str], language: str, points: bool) -> str:
    home = option.home
    if home is None:
        return ""

    def told(now: int, best: int) -> str:
        return _range(now, best) if points else home_range(home.ratify, now, best, language)

    key, mark = ("home_option", " ") if points else ("home_option_first", ": ")
    heard = (f"{names[one.audience]}{mark}{told(one.now, one.best)}" for one in home.audiences)
    audiences, support = "; ".join(heard), told(home.now, home.best)
    return say(language, key, number=number, label=option.label, audiences=audiences, support=support)


def _range(now: int, best: int) -> str:
    """Support without a case and with the best; one number where they are one."""
    return _whole(now) if now == best else f"{_whole(now)}/{_whole(best)}"


def _whole(value: int) -> str:
    return str(value // THOUSAND)
