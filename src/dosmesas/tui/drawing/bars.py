"""Bars of support with the mark that has to be reached, and an indicator's path as small blocks."""

from textual.content import Content

from dosmesas.session.forecast import Move
from dosmesas.session.views import IndicatorRow
from dosmesas.text.catalog import say
from dosmesas.text.number import A_TENTH, fixed
from dosmesas.tui import marks
from dosmesas.tui.drawing.ink import BAD, DOUBTFUL, GOOD, QUIET, STRONG, ink, row

CARRIED, WATERED = 50, 40
"""The support from which a home table carries an option in full, and from which in half."""
_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
_ARROWS = {
    -3: marks.DOWN_MUCH,
    -2: marks.DOWN,
    -1: marks.DOWN_LITTLE,
    1: marks.UP_LITTLE,
    2: marks.UP,
    3: marks.UP_MUCH,
}


def support_bar(now: int, best: int, cells: int, line: int = CARRIED) -> Content:
    """Support in thousandths of 100: solid to where it is now, broken to the best case, a mark at `line`.

    What has not reached the line never touches the mark, and what has passed it is seen beyond the mark.
    """
    return _bar(now, ink(marks.BROKEN * _reach(best, cells, line), grade(best, line)), cells, line)


def moved_bar(before: int, now: int, cells: int) -> Content:
    """A support that moves: solid to what is sure, broken to what is won, dotted to what is lost."""
    if now >= before:
        return support_bar(before, now, cells)
    return _bar(now, ink(marks.LOST * _reach(before, cells, CARRIED), BAD), cells, CARRIED)


def _bar(sure: int, beyond: Content, cells: int, line: int) -> Content:
    """Solid to what is sure, then as much of `beyond` as is seen past it, then empty; a mark at `line`."""
    halves = _reach(sure, cells * 2, line)
    solid = marks.SOLID * (halves // 2) + marks.SOLID_HALF * (halves % 2)
    more = beyond[len(solid) :] if len(beyond) > len(solid) else Content("")
    rest = "─" * (cells - len(solid) - len(more))
    drawn = row(ink(solid, grade(sure, line)), more, ink(rest, QUIET))
    cut = cells * line // 100
    return row(drawn[:cut], ink(marks.NEEDED, STRONG), drawn[cut:])


def vote_bar(final: int, made: int, cells: int) -> Content:
    """A support that was voted, with both marks: solid to where it ended, broken to what it lost again."""
    halves, forty, fifty = _reach(final, cells * 2, CARRIED), cells * WATERED // 100, cells * CARRIED // 100
    halves += final > WATERED * 1000 and halves == forty * 2  # what passed a mark is seen beyond it
    solid = marks.SOLID * (halves // 2) + marks.SOLID_HALF * (halves % 2)
    lost = marks.BROKEN * (_reach(made, cells, CARRIED) - len(solid))
    rest = "─" * (cells - len(solid) - len(lost))
    drawn = row(ink(solid, grade(final)), ink(lost, QUIET), ink(rest, QUIET))
    parts = [
        drawn[:forty],
        ink(marks.HALF_WAY, STRONG),
        drawn[forty:fifty],
        ink(marks.NEEDED, STRONG),
        drawn[fifty:],
    ]
    return row(*parts)


def _reach(support: int, cells: int, line: int) -> int:
    """How many cells a support fills: rounded down below the line, and up beyond it."""
    part = min(100_000, max(0, support)) * cells
    return -(-part // 100_000) if support > line * 1000 else part // 100_000


def grade(support: int, line: int = CARRIED) -> str:
    """The colour of a support: enough, half, too little."""
    return GOOD if support >= line * 1000 else DOUBTFUL if support >= WATERED * 1000 else BAD


def mark(one: IndicatorRow) -> str:
    """The last change: an arrow, an amount, and + for the better or ! for the worse; no colour needed."""
    if abs(one.change) < A_TENTH:
        return ""
    amount = fixed(abs(one.change), 2).rstrip("0").rstrip(".")
    return f"{direction(one.change)}{amount}{verdict(one.better)}"


def direction(change: int) -> str:
    """A mark for up or down."""
    return marks.UP if change > 0 else marks.DOWN if change < 0 else ""


def verdict(better: bool | None) -> str:
    """A mark for the better or the worse."""
    return "" if better is None else marks.BETTER if better else marks.WORSE


def tint(better: bool | None) -> str:
    """The colour that goes with that mark."""
    return "" if better is None else GOOD if better else BAD


def arrows(move: Move, language: str, *, points: bool) -> Content:
    """What would move, as short as can be: a name with arrows, or with points."""
    if move.inside:
        what = Content(", ").join([arrows(one, language, points=points) for one in move.inside])
        before, after = say(language, move.frame, what="\n", odds=move.count, turns=move.count).split("\n")
        return row(ink(before, QUIET), what, ink(after, QUIET))
    if not move.size:
        return ink(move.text)
    how = _points(move) if points else _ARROWS[move.size]
    return row(f"{move.name} ", ink(how + verdict(move.better), tint(move.better)))


def _points(move: Move) -> str:
    return move.text.rpartition(" ")[2]
