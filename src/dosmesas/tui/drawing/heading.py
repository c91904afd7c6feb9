"""The first line of the table, and the titles of its panes."""

from textual.content import Content

from dosmesas.session.views import TableView
from dosmesas.text.catalog import say
from dosmesas.tui.drawing.ink import QUIET, STRONG, filled, ink, row
from dosmesas.tui.marks import EMPTY, FULL

_TITLES = {
    "home": "pane_home",
    "joint": "pane_joint",
    "situation": "pane_situation",
    "coming": "pane_coming",
}
PANES = tuple(_TITLES)
"""The panes that share one place where there is no room for all, in their order."""


def heading(game: str, view: TableView, seed: int, width: int, language: str) -> list[Content]:
    """Game, turn and month to the left, office and seed to the right; what does not fit is left out."""
    turn = f"{say(language, 'turn_short', turn=view.turn, turns=view.turns)} · {view.month}"
    steps = row(ink(FULL * view.turn), ink(EMPTY * (view.turns - view.turn), QUIET))
    left = row(ink(game, STRONG), "  ", turn)
    rights = (
        row(steps, "  ", ink(view.office, STRONG), ink(f"  {say(language, 'seed_short', seed=seed)}", QUIET)),
        row(ink(view.office, STRONG), ink(f"  {say(language, 'seed_short', seed=seed)}", QUIET)),
        ink(view.office, STRONG),
    )
    for right in rights:
        if left.cell_length + right.cell_length + 2 <= width:
            return [row(filled(left, width - right.cell_length), right)]
    return [row(left, "  ", rights[-1]).truncate(width, ellipsis=True)]


def tab_title(view: TableView, tab: str, language: str) -> str:
    """A pane's title, with how much is on its way where that is not in sight."""
    count = f" {len(view.pending)}" if tab == "coming" and view.pending else ""
    return say(language, _TITLES[tab]) + count


def tab_line(view: TableView, opened: str, language: str) -> Content:
    """The titles of all panes that share a place; the open one stands out, without colour too."""
    parts = [
        ink(f" {tab_title(view, tab, language)} ", "bold reverse" if tab == opened else QUIET)
        for tab in PANES
    ]
    return Content(" ").join(parts)


def after(tab: str) -> str:
    """The pane that comes after one."""
    return PANES[(PANES.index(tab) + 1) % len(PANES)]
