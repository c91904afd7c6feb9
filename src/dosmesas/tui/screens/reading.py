"""A screen of text to read: a heading, lines that scroll, a line of keys."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from dosmesas.tui.commands import Command
from dosmesas.tui.screens.base import GameScreen


class ReadingScreen(GameScreen):
    """The outcome and the debrief are of this kind."""

    commands: tuple[Command, ...] = ()

    def compose(self) -> ComposeResult:
        """Heading, scrolling text, keys."""
        yield Static("", id="header", classes="line header", markup=False)
        with VerticalScroll(id="page"):
            yield Static("", id="text", classes="pane", markup=False)
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Fill in the text and let the arrows scroll it."""
        self.refresh_texts()
        self.query_one("#page").focus()

    def refresh_texts(self) -> None:
        """Write the texts again."""
        self.put("#header", self.heading())
        self.put("#text", "\n".join(self.lines()))
        self.put("#keys", self.foot(self.commands, self.say("keys_scroll")))

    def heading(self) -> str:
        """The first line; each kind of screen has its own."""
        return ""

    def lines(self) -> list[str]:
        """The text; each kind of screen has its own."""
        return []
