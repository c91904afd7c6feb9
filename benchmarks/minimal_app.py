"""The least of a Textual app: header, a text, a list and a footer; Enter shows a page of text."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Footer, Header, OptionList, Static

ROWS = 12
LINES = 36


class Page(Screen[None]):
    """A screen full of text."""

    BINDINGS: ClassVar = [("enter", "app.pop_screen", "Back")]

    def compose(self) -> ComposeResult:
        """A header, the text, a footer."""
        yield Header()
        yield Static("\n".join(f"Line {n} of a page, which says what came of it." for n in range(LINES)))
        yield Footer()


class MinimalApp(App[None]):
    """The app that all else is measured beside."""

    BINDINGS: ClassVar = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """A header, a text, a list, a footer."""
        yield Header()
        yield Static("A minimal app")
        yield OptionList(*(f"Choice {n}" for n in range(1, ROWS + 1)))
        yield Footer()

    def on_mount(self) -> None:
        """Keys go to the list."""
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self) -> None:
        """Show the page."""
        self.push_screen(Page())


if __name__ == "__main__":
    MinimalApp().run()
