"""Which screen a step of the game is taken on."""

from collections.abc import Callable

from textual.screen import Screen

from dosmesas.tui.contract import Main
from dosmesas.tui.flow import Next, Step
from dosmesas.tui.rounds import OwnRound, SwapRound
from dosmesas.tui.screens import closing
from dosmesas.tui.screens.picking import CaseScreen, RebutScreen
from dosmesas.tui.screens.reply import ReplyScreen
from dosmesas.tui.screens.table import TableScreen


def screen_of(following: Next, main: Main) -> Screen[None]:
    """The screen on which a seat acts, or reads what came of what it said after the last turn."""
    seat, course, game = following.seat, main.course, main.game
    makers: dict[Step, Callable[[], Screen[None]]] = {
        Step.CASE: lambda: CaseScreen(seat, OwnRound(game, seat)),
        Step.REBUT: lambda: RebutScreen(seat),
        Step.REPLY: lambda: ReplyScreen(seat, OwnRound(game, seat)),
        Step.SWAP: lambda: CaseScreen(seat, SwapRound(course, seat)),
        Step.SWAP_REPLY: lambda: ReplyScreen(seat, SwapRound(course, seat)),
        Step.SWAP_TOLD: lambda: closing.SwapToldScreen(seat),
        Step.STATEMENT: lambda: closing.StatementScreen(seat),
        Step.STATEMENT_TOLD: lambda: closing.StatementToldScreen(seat),
        Step.SENTENCE: lambda: closing.SentenceScreen(seat),
    }
    return makers.get(following.step, lambda: TableScreen(seat))()
