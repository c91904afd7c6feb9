"""Looking things up: the keys with the glossary; typing narrows the list."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from dosmesas.tui.screens.base import GameScreen, plain


class LookupScreen(GameScreen):
    """Entries of text; those that hold what is typed are shown."""

    CSS_PATH = "../styles/lookup.tcss"
    BINDINGS: ClassVar = [("escape", "back", "")]

    def __init__(self, title: str, before: str, entries: list[str]) -> None:
        super().__init__()
        self.heading, self.entries = title, [before, *entries] if before else entries
        self._first = bool(before)

    def compose(self) -> ComposeResult:
        """Heading, filter, entries."""
        yield Static(self.heading, classes="line header", markup=False)
        yield Input(placeholder=self.say("type_to_find"), id="filter")
        with VerticalScroll(id="answer-pane"):
            yield from (Static(plain(entry), classes="entry", markup=False) for entry in self.entries)
        yield Static(self.say("keys_back"), classes="keys", markup=False)

    def on_mount(self) -> None:
        """All entries at first."""
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list; what is no entry, such as the keys, goes as well."""
        wanted = event.value.lower()
        for at, (entry, shown) in enumerate(zip(self.entries, self.query(".entry"), strict=True)):
            shown.display = not wanted or (wanted in entry.lower() and not (self._first and at == 0))

    def action_back(self) -> None:
        """Close it."""
        self.app.pop_screen()


def help_screen(session: Session, language: str) -> LookupScreen:
    """The keys, then the glossary."""
    terms = session.pack.ruleset.glossary
    entries = sorted(f"{term.term(language)}: {term.text(language)}" for term in terms)
    return LookupScreen(say(language, "help_title"), say(language, "help_keys"), entries)
