"""What can be chosen now, a row each: label, the forecast of support at home, the main moves, the deal."""

from attrs import frozen
from textual.content import Content

from dosmesas.engine.home import Band, fate_of
from dosmesas.engine.state import DECLINE, SILENT, Point
from dosmesas.model.arguments import Ratify
from dosmesas.session.bands import home_word
from dosmesas.session.home import HomeForecast
from dosmesas.session.views import OptionView, TableView
from dosmesas.text.catalog import say
from dosmesas.tui.drawing.bars import CARRIED, WATERED, arrows, grade, support_bar
from dosmesas.tui.drawing.ink import QUIET, STRONG, columns, folded, ink, page, row
from dosmesas.tui.marks import DEAL, GIVEN, REFUSED, THEN

_NUMBER, _CELLS, _CELLS_WIDE = 3, 10, 20
_ROOMY = 100


@frozen
class Choice:
    """Something to choose: its action, its words, and the option behind it, if there is one."""

    action: str
    label: str
    option: OptionView | None = None


@frozen
class Manner:
    """How rows are drawn: their width, whether the moves stand below, forecasts in points or in words."""

    width: int
    moves: bool
    points: bool
    language: str

    @property
    def cells(self) -> int:
        """The cells of a forecast bar."""
        return _CELLS_WIDE if self.width >= _ROOMY else _CELLS


def choices(view: TableView, language: str) -> list[Choice]:
    """What can be chosen now."""
    options = {one.id: one for one in view.options}
    if view.point is not Point.WORD:
        return [Choice(one.id, one.label, one) for one in view.options]
    named = [(one, say(language, "word_short", name=one.name)) for one in view.deals]
    return [
        *(Choice(one.id, text, options[one.mine]) for one, text in named),
        Choice(DECLINE, say(language, "word_decline")),
        Choice(SILENT, say(language, "word_silent")),
    ]


def later(view: TableView) -> list[Choice]:
    """The options that wait until the words have been given."""
    return [Choice(one.id, one.label, one) for one in view.options] if view.point is Point.WORD else []


def option_rows(found: list[Choice], manner: Manner, numbered: int = 9) -> list[Content]:
    """The rows, their columns in line with each other; the first have numbers, the others have to wait."""
    tails = [_tail(one, manner) for one in found]
    tail = max((part.cell_length for part in tails), default=0)
    drawn = []
    for at, (one, part) in enumerate(zip(found, tails, strict=True)):
        drawn.append(_row(one, f" {at + 1}" if at < numbered else "", part, tail, manner))
    return drawn


def _row(choice: Choice, number: str, tail: Content, width: int, manner: Manner) -> Content:
    option, closed = choice.option, choice.option is not None and not choice.option.legal
    deals = option.deals if option is not None else ()
    word = GIVEN if any(one.own == one.id for one in deals) else ""
    mark = f" {DEAL}{word}" if deals else ""
    label = manner.width - _NUMBER - width - 2
    named = folded(f"{choice.label}{mark}", label, QUIET if closed else "")
    cells = [([ink(number, STRONG)], _NUMBER - 1), (named, label), ([tail], width)]
    lines = columns(cells)
    if manner.moves and option is not None:
        below = _sides(choice, option, manner) if choice.action != option.id else _main_moves(option, manner)
        lines += [line.pad_left(_NUMBER) for line in below]
    return page(lines)


def _sides(choice: Choice, option: OptionView, manner: Manner) -> list[Content]:
    """What both sides of a deal would choose."""
    deal = next(one for one in option.deals if one.id == choice.action)
    told = f"{say(manner.language, 'joint_you')}: {option.label} · {deal.partner}: {deal.theirs}"
    return folded(told, manner.width - _NUMBER, QUIET)


def _tail(choice: Choice, manner: Manner) -> Content:
    """The forecast, or that it is not open."""
    option = choice.option
    if option is None:
        return Content("")
    if not option.legal:
        return ink(f"{REFUSED} {say(manner.language, 'pane_closed')}", QUIET)
    if option.home is None:
        return Content("")
    home, line = option.home, line_of(option.home)
    words = forecast_words(home, manner)
    return row(support_bar(home.now, home.best, manner.cells, line), " ", words)


def line_of(forecast: HomeForecast) -> int:
    """The support that matters: what carries, or below what an office that answers for it is looked into."""
    return WATERED if forecast.ratify is Ratify.ANSWER_FOR else CARRIED


def forecast_words(forecast: HomeForecast, manner: Manner) -> Content:
    """What home makes of it now, and with the best case, where that is something else."""
    line = line_of(forecast)
    now, best = _level(forecast, manner, best=False), _level(forecast, manner, best=True)
    if now == best:
        return ink(now, grade(forecast.now, line))
    return row(
        ink(now, grade(forecast.now, line)), ink(f" {THEN} ", QUIET), ink(best, grade(forecast.best, line))
    )


def _level(forecast: HomeForecast, manner: Manner, *, best: bool) -> str:
    if manner.points:
        return str((forecast.best if best else forecast.now) // 1000)
    support = forecast.best if best else forecast.now
    if fate_of(forecast.ratify, support)[0] is Band.WATERED:
        return say(manner.language, "home_half_short")
    return home_word(forecast.ratify, support, manner.language)


def _main_moves(option: OptionView, manner: Manner) -> list[Content]:
    """As many of the moves as stand whole on one line, and how many more there are."""
    parts = [arrows(one, manner.language, points=manner.points) for one in option.moves]
    shown = [row(ink(f"{DEAL} ", QUIET), one.name) for one in option.deals] + parts
    room = manner.width - _NUMBER
    whole = _joined(shown)
    count = len(shown)
    while whole.cell_length > room and count > 1:
        count -= 1
        more = ink(say(manner.language, "pane_more_moves", count=len(shown) - count), QUIET)
        whole = _joined([*shown[:count], more])
    return [whole] if shown else []


def _joined(parts: list[Content]) -> Content:
    return ink(" · ", QUIET).join(parts)


def legend(view: TableView, language: str, width: int) -> Content:
    """What the signs of the rows mean, as far as there are any; what does not fit is left to the help."""
    homes = [one.home for one in view.options if one.home is not None]
    parts = []
    if homes:
        line = line_of(homes[0])
        key = "pane_inquiry_line" if line == WATERED else "pane_line"
        parts.append(say(language, key, line=line))
    if any(one.argued for one in homes):
        parts.append(say(language, "pane_best"))
    if view.deals:
        parts.append(say(language, "pane_deal_mark"))
    while parts and len(" · ".join(parts)) > width:
        parts.pop()
    return ink(" · ".join(parts), QUIET)
