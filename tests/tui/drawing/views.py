"""Views of the table to draw from: a game of parley at home, and one of harbour without home tables."""

from attrs import evolve

from dosmesas.session.home import HomeForecast
from dosmesas.session.views import TableView, table_view
from dosmesas.tui.drawing.ink import Content
from dosmesas.tui.drawing.option_rows import Manner
from tests.support.athome import apart, at_table
from tests.support.making import NORDEN
from tests.support.playing import start

WIDTHS = (32, 36, 44, 76, 116)


def at_home(language: str = "en") -> TableView:
    """Norden's table in parley, at the word."""
    return table_view(at_table(NORDEN, pack=apart()), NORDEN, language)


def bare() -> TableView:
    """Norden's table in harbour: no home table is asked."""
    return table_view(start(NORDEN), NORDEN, "en")


def text(lines: list[Content]) -> list[str]:
    """Lines without their colours."""
    return [one.plain for one in lines]


def manner(width: int = 75, *, moves: bool = False, points: bool = False, language: str = "en") -> Manner:
    """How rows are drawn."""
    return Manner(width, moves=moves, points=points, language=language)


def foretold(view: TableView, now: int, best: int, **changed: object) -> TableView:
    """The same with one forecast for all options; its audiences stand as the whole does."""
    home = view.options[0].home
    assert home is not None
    leanings = tuple(evolve(one, now=now, best=best) for one in home.audiences)
    forecast: HomeForecast = evolve(home, now=now, best=best, audiences=leanings, **changed)
    return evolve(view, options=tuple(evolve(one, home=forecast) for one in view.options))
