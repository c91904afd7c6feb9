"""The home table: who sits there, with what share, and where each stands with the office now."""

from textual.content import Content

from dosmesas.session.home import HomeForecast
from dosmesas.session.tables import AudienceView
from dosmesas.session.tell_moves import leaning_word
from dosmesas.session.views import TableView
from dosmesas.text.catalog import say
from dosmesas.tui.drawing.bars import grade, support_bar
from dosmesas.tui.drawing.ink import QUIET, columns, folded, ink

_NARROWEST, _WIDEST = 8, 30
_NUMBER = 3
_CELLS = (20, 10, 8, 6)
_MOST_CELLS = 40
_ONE_LINE = 60


def home_table(view: TableView, width: int, language: str) -> list[Content]:
    """The audiences with their shares and standings, a bar each; one line to say so where nobody is asked."""
    if not view.audiences:
        return folded(say(language, "pane_unasked"), width, QUIET)
    shares = sum(one.share for one in view.audiences)
    return [line for one in view.audiences for line in _audience(one, shares, view.audiences, width)]


def _audience(one: AudienceView, shares: int, every: tuple[AudienceView, ...], width: int) -> list[Content]:
    """An audience on one line where there is room for a bar that can be read, else with its bar below."""
    share, standing = f"{one.share}/{shares}", str(one.standing // 1000)
    numbers = [
        ([ink(share.rjust(len(f"{shares}/{shares}")), QUIET)], len(f"{shares}/{shares}")),
        ([ink(standing.rjust(_NUMBER), grade(one.standing))], _NUMBER),
    ]
    room = width - sum(cell for _, cell in numbers) - 2
    if width < _ONE_LINE:
        lines = columns([(folded(one.name, room, indent=1), room), *numbers])
        return [*lines, support_bar(one.standing, one.standing, (width - 1) // 2 * 2)]
    name = min(_WIDEST, max(len(other.name) for other in every))
    cells = (room - name - 2) // 2 * 2
    bar = support_bar(one.standing, one.standing, min(_MOST_CELLS, cells))
    return columns([(folded(one.name, name, indent=1), name), *numbers, ([bar], cells + 1)])


def leanings(
    forecast: HomeForecast, audiences: tuple[AudienceView, ...], width: int, language: str, *, points: bool
) -> list[Content]:
    """Where each audience stands on an option, a bar each, with a word or the points."""
    names = {one.id: one.name for one in audiences}
    words = [leaning_word(one, language) for one in forecast.audiences]
    if points:
        words = [_points(one.now, one.best) for one in forecast.audiences]
    told = max(map(len, words), default=0)
    name, cells = _split(width - told - 2, list(names.values()))
    lines = []
    for one, word in zip(forecast.audiences, words, strict=True):
        lines += columns(
            [
                (folded(names[one.audience], name, indent=1), name),
                ([support_bar(one.now, one.best, cells)], cells + 1),
                ([ink(word, grade(one.now))], told),
            ]
        )
    return lines


def _points(now: int, best: int) -> str:
    return str(now // 1000) if now == best else f"{now // 1000} › {best // 1000}"


def _split(room: int, names: list[str]) -> tuple[int, int]:
    """The width of names and the cells of a bar in a room for both."""
    wanted = min(_WIDEST, max(map(len, names), default=0))
    cells = next((one for one in _CELLS if wanted + one < room), _CELLS[-1])
    return min(wanted, max(_NARROWEST, room - cells - 1)), cells
