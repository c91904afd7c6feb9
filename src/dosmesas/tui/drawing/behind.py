"""What stands behind the highlighted choice: why one would, what it needs and moves, who is for it."""

from textual.content import Content

from dosmesas.session.deals import DealView
from dosmesas.session.tell_home import win_brief
from dosmesas.session.tell_moves import leanings_told, moves_told, support_told
from dosmesas.session.views import TableView
from dosmesas.text.catalog import say
from dosmesas.tui.drawing.home_table import leanings
from dosmesas.tui.drawing.ink import BAD, QUIET, STRONG, columns, folded, ink
from dosmesas.tui.drawing.option_rows import Choice, Manner
from dosmesas.tui.marks import DEAL

_BESIDE = 104
_SIDE, _GAP = 44, 3


def behind(view: TableView, choice: Choice, manner: Manner) -> list[Content]:
    """The lines behind a choice; where there is room, the home table's view of it stands beside them."""
    home = choice.option.home if choice.option else None
    if home is None or not home.audiences or manner.width < _BESIDE:
        return _text(view, choice, manner, manner.width, beside=False)
    left = manner.width - _SIDE - _GAP
    text = _text(view, choice, manner, left, beside=True)
    bars = [ink(say(manner.language, "pane_home"), QUIET)]
    bars += leanings(home, view.audiences, _SIDE, manner.language, points=manner.points)
    return columns([(text, left), (bars, _SIDE)], gap=_GAP)


def _text(view: TableView, choice: Choice, manner: Manner, width: int, *, beside: bool) -> list[Content]:
    """The same in words. What the rows and the bars beside them tell already is left out."""
    language, option = manner.language, choice.option
    if option is None:
        return _unbound(view, manner, width)
    deal = next((one for one in view.deals if one.id == choice.action), None)
    lines = _deal(view, deal, manner, width) if deal else folded(option.reason, width, STRONG)
    if option.needs:
        closed = "" if option.legal else f"{say(language, 'not_open')} "
        lines += folded(closed + option.needs, width, "" if option.legal else BAD)
    lines += folded(moves_told(option.moves, language, points=manner.points), width)
    if option.home is not None:
        points = manner.points
        beyond = leanings_told(option.home, view.audiences, language, points=points)
        lines += folded(support_told(option.home, language, points=points) if beside else beyond, width)
    for one in () if deal else option.deals:
        told = say(language, "part_of_deal", name=one.name, office=one.partner, theirs=one.theirs)
        lines += folded(f"{DEAL} {told}", width)
    return lines


def _deal(view: TableView, deal: DealView, manner: Manner, width: int) -> list[Content]:
    """What giving one's word means; both sides stand in the row already where there is room for them."""
    mine, language = next(one for one in view.options if one.id == deal.mine), manner.language
    give = say(
        language, "word_give", name=deal.name, mine=mine.label, office=deal.partner, theirs=deal.theirs
    )
    if manner.moves:
        return folded(say(language, "word_heading"), width, STRONG)
    return folded(f"{give} {win_brief(deal, language)}".rstrip(), width)


def _unbound(view: TableView, manner: Manner, width: int) -> list[Content]:
    """No word on a deal: what a word is, and, where they are not in sight, the options that come next."""
    lines = folded(say(manner.language, "word_heading"), width, STRONG)
    if manner.moves:
        return lines
    labels = "; ".join(f"{number}. {one.label}" for number, one in enumerate(view.options, 1))
    return lines + folded(f"{say(manner.language, 'pane_later')} {labels}.", width)
