"""What came of a turn: decisions, deals, each number with its receipts, the papers."""

from typing import ClassVar

from dosmesas.session.outcome import outcome_view
from dosmesas.session.tell import Teller
from dosmesas.session.views import EVERYBODY, headline_of
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import READING_SCREEN
from dosmesas.tui.screens.reading import ReadingScreen


class OutcomeScreen(ReadingScreen):
    """One finished turn."""

    commands = READING_SCREEN
    BINDINGS: ClassVar = bindings(READING_SCREEN)

    def __init__(self, turn: int) -> None:
        super().__init__()
        self.turn = turn

    def heading(self) -> str:
        """Which turn it was."""
        month = self.session.pack.begins.plus(self.turn - 1)(self.language)
        return self.say("turn_heading", turn=self.turn, turns=self.session.pack.turns, month=month)

    @property
    def _seat(self) -> str:
        seats = self.session.setup.seats
        return seats[0] if len(seats) == 1 else EVERYBODY

    def action_flow(self) -> None:
        """The flow sheet of this turn."""
        self.main.open_flow(self._seat, self.turn)

    def lines(self) -> list[str]:
        """The outcome in words; with two players at the keyboard, only what both may see."""
        seat = self._seat
        view = outcome_view(self.session, self.turn, seat, self.language)
        shown = headline_of(self.session, seat) if seat != EVERYBODY else self.session.pack.headline
        return Teller(self.language).outcome(view, shown)[1:]
