"""The joint table: the deals in both win-sets, the words given and how they were kept, trust and tone."""

from textual.content import Content

from dosmesas.engine.state import DECLINE
from dosmesas.session.deals import DealView
from dosmesas.session.tables import Party
from dosmesas.session.views import TableView
from dosmesas.session.winsets import Basis, Carries, Side
from dosmesas.text.catalog import say
from dosmesas.tui import marks
from dosmesas.tui.drawing.bars import mark, tint
from dosmesas.tui.drawing.ink import (
    BAD,
    DOUBTFUL,
    GOOD,
    QUIET,
    STRONG,
    broken,
    columns,
    ends,
    filled,
    folded,
    ink,
    row,
)
from dosmesas.tui.panes import blocks

_SIGNS = {
    Carries.SURE: (marks.FULL, GOOD),
    Carries.POSSIBLE: (marks.HALF, DOUBTFUL),
    Carries.NO: (marks.EMPTY, BAD),
}
_WORDS = {Carries.SURE: "win_sure", Carries.POSSIBLE: "win_possible", Carries.NO: "win_no"}
_FITS = {True: "pane_fits", False: "pane_fits_not", None: "pane_fits_unknown"}
_FIT_SIGNS = {True: (marks.FULL, GOOD), False: (marks.EMPTY, BAD), None: (marks.UNKNOWN, QUIET)}
_ONE_LINE = 70


def joint_table(view: TableView, width: int, language: str) -> list[Content]:
    """The deals, the words, and what stands between the capitals."""
    own = next((one for one in view.parties if one.own), None)
    lines = []
    for deal in view.deals:
        lines += _deal(deal, own, width, language)
    if not view.deals:
        lines += folded(say(language, "pane_joint_empty"), width, QUIET)
    lines += _kept(view.parties, width, language)
    return lines + _between(view, width)


def _deal(deal: DealView, own: Party | None, width: int, language: str) -> list[Content]:
    """A deal on one line where there is room; else its name, and both sides below it."""
    who = [say(language, key) for key in ("joint_you", "joint_they")]
    states, fits = [_mine(deal, own, language), _theirs(deal, language)], _fits(deal, language)
    if deal.win is None and not any(states):
        return folded(deal.name, width, STRONG)
    if width >= _ONE_LINE:
        sides = row(_side(who[0], states[0]), "   ", _side(who[1], states[1]))
        room = width - sides.cell_length - fits.cell_length - 4
        if len(deal.name) <= room:
            return [row(filled(ink(deal.name, STRONG), room), "  ", sides, "  ", fits)]
        return [*_named(deal.name, fits, width), sides.pad_left(2)]
    column = max(map(len, who))
    mine, theirs = (_side(name.ljust(column), state) for name, state in zip(who, states, strict=True))
    *above, last = broken(mine.pad_left(2), width, indent=column + 3)
    lines = [*folded(deal.name, width, STRONG), *above, *ends(last, fits, width)]
    return [*lines, *broken(theirs.pad_left(2), width, indent=column + 3)]


def _named(name: str, fits: Content, width: int) -> list[Content]:
    """A deal's name, with whether it fits both tables at the end of the line."""
    room = width - fits.cell_length - 1
    return columns([(folded(name, room, STRONG, indent=1), room), ([fits], fits.cell_length)])


def _side(name: str, state: Content) -> Content:
    return row(ink(f"{name} ", QUIET), state)


def _mine(deal: DealView, own: Party | None, language: str) -> Content:
    state = _carries(deal.win.mine, language) if deal.win else Content("")
    if own is not None and own.said == deal.id:
        return row(state, ink(f" {marks.GIVEN} {say(language, 'pane_word_given')}", STRONG))
    if own is not None and own.said == DECLINE:
        return row(state, ink(f" {marks.REFUSED} {say(language, 'pane_declined')}", STRONG))
    return state


def _theirs(deal: DealView, language: str) -> Content:
    if deal.said == deal.id:
        return ink(f"{marks.GIVEN} {say(language, 'pane_word_given')}", f"{STRONG} {GOOD}")
    if deal.said == DECLINE:
        return ink(f"{marks.REFUSED} {say(language, 'pane_declined')}", f"{STRONG} {BAD}")
    return _carries(deal.win.theirs, language) if deal.win else Content("")


def _carries(side: Side, language: str) -> Content:
    if side.carries is None:
        return ink(f"{marks.UNKNOWN} {say(language, 'pane_hidden')}", QUIET)
    sign, style = _SIGNS[side.carries]
    word = say(language, _WORDS[side.carries])
    if side.basis is Basis.GUESSED:
        word = say(language, "pane_guess", carries=word)
    return row(ink(sign, style), f" {word}")


def _fits(deal: DealView, language: str) -> Content:
    """Whether a deal is in both win-sets."""
    if deal.win is None:
        return Content("")
    sign, style = _FIT_SIGNS[deal.win.overlaps]
    return row(ink(sign, style), f" {say(language, _FITS[deal.win.overlaps])}")


def _kept(parties: tuple[Party, ...], width: int, language: str) -> list[Content]:
    """How often each has kept its word, once anybody has given one."""
    if not any(one.given for one in parties):
        return []
    told = "; ".join(
        say(
            language,
            "pane_kept_one" if one.given else "pane_kept_none",
            office=say(language, "joint_you") if one.own else one.name,
            kept=one.kept,
            given=one.given,
        )
        for one in parties
    )
    return folded(say(language, "pane_kept", records=told), width, QUIET, indent=2)


def _between(view: TableView, width: int) -> list[Content]:
    """Trust and tone, with their paths and last changes."""
    name = max((len(one.name) for one in view.between), default=0)
    value = max((len(one.value) for one in view.between), default=0)
    told = [
        row(
            f"{one.name:<{name}} ",
            ink(f"{one.value:>{value}} ", STRONG),
            ink(f"{blocks(one, 10)} ", QUIET),
            ink(mark(one), tint(one.better)),
        )
        for one in view.between
    ]
    whole = Content("    ").join(told)
    return [whole] if told and whole.cell_length <= width else told
