"""The curtain between two players at one keyboard."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from dosmesas.tui.screens.base import GameScreen, plain


class CurtainScreen(GameScreen, inherit_bindings=False):
    """Hides everything until the other player is there."""

    BINDINGS: ClassVar = [("enter", "arrive", "")]

    def __init__(self, seat: str) -> None:
        super().__init__()
        self.seat = seat

    def compose(self) -> ComposeResult:
        """One sentence, and nothing of the game."""
        office = self.session.pack.ruleset.offices[self.seat].name(self.language)
        yield Static(plain(self.say("curtain", office=office)), classes="pane", markup=False)

    def action_arrive(self) -> None:
        """The other player has arrived."""
        self.main.take_seat(self.seat)
