"""The notice that covers everything while the terminal is too small."""

from typing import cast

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from dosmesas.text.catalog import say
from dosmesas.tui.contract import SMALLEST, Main


class SmallScreen(Screen[None]):
    """Says how large the terminal has to be; goes away by itself."""

    def compose(self) -> ComposeResult:
        """One text."""
        language = cast("Main", self.app).language
        yield Static(say(language, "too_small", width=SMALLEST[0], height=SMALLEST[1]), markup=False)
