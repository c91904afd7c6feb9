"""What the screen of charts shows, from the views of the session: pure, and no colours."""

from dosmesas.session.charts import ChartsView, Series
from dosmesas.text.catalog import say
from dosmesas.text.number import exact
from dosmesas.text.safe import shown
from dosmesas.tui.drawing.chart import chart, multiples
from dosmesas.tui.drawing.grid import Picture
from dosmesas.tui.drawing.plot import Axis, Line
from dosmesas.tui.drawing.scale import Range, alike, common_part, scale_of_all, shared
from dosmesas.tui.marks import LINES, TAKEN

MOST = len(LINES)
"""How many series one chart compares."""
_EACH = {1: "scale_each_1", 2: "scale_each_2", 4: "scale_each_4"}
_OF = {1: "scale_of_1", 2: "scale_of_2", 4: "scale_of_4"}


def axis_of(view: ChartsView) -> Axis:
    """The time axis with the decisions of the one who looks."""
    played = sum(not one.outlook for one in view.moments) - 1
    mine = {one.turn for one in view.taken if one.mine}
    taken = (at for at, one in enumerate(view.moments) if one.turn in mine)
    return Axis(tuple(one.short for one in view.moments), played, frozenset(taken))


def drawn(
    view: ChartsView, series: tuple[Series, ...], size: tuple[int, int], *, main: bool, whole: bool
) -> Picture:
    """A small chart of each series, or all of them in one."""
    lines = tuple(Line(shown(one.name), range_of(one), one.told[-1]) for one in series)
    return (multiples if main else chart)(lines, axis_of(view), size, whole=whole)


def range_of(one: Series) -> Range:
    """The numbers of a series in its own range."""
    return Range(one.values, one.low, one.high)


def scale_text(series: tuple[Series, ...], language: str, *, main: bool, whole: bool) -> str:
    """Which part of which range the picture shows, in words."""
    ranges = [range_of(one) for one in series]
    if main:
        return say(language, _EACH[common_part(ranges, whole=whole)])
    scale, first = scale_of_all(shared(ranges), whole=whole), shared(ranges)[0]
    ends = {"low": exact(scale.low), "high": exact(scale.high)}
    told = say(language, _OF[scale.part], least=exact(first.low), most=exact(first.high), **ends)
    return told if alike(ranges) else f"{told} {say(language, 'scale_percent')}"


def taken_text(view: ChartsView, language: str) -> str:
    """What was decided when: the own decisions with the mark of the axis, then the others'."""
    shorts = {one.turn: one.short for one in view.moments if one.turn}
    mine = [
        say(language, "charts_mine", mark=TAKEN, moment=shorts[one.turn], label=one.label)
        for one in view.taken
        if one.mine
    ]
    theirs = [
        say(language, "charts_theirs", moment=shorts[one.turn], office=one.office, label=one.label)
        for one in view.taken
        if not one.mine
    ]
    outlook = [say(language, "charts_outlook")] if any(one.outlook for one in view.moments) else []
    return "\n".join([*outlook, *mine, *theirs]) or say(language, "charts_untaken", mark=TAKEN)
