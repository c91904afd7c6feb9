"""Looking things up: the dossier's claims, and the keys with the glossary; typing narrows the list."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from dosmesas.session.session import Session
from dosmesas.session.why import claim_line
from dosmesas.text.catalog import say
from dosmesas.tui.screens.base import GameScreen


class LookupScreen(GameScreen):
    """Entries of text; those that hold what is typed are shown."""

    CSS_PATH = "../styles/lookup.tcss"
    BINDINGS: ClassVar = [("escape", "app.pop_screen", "")]

    def __init__(self, title: str, before: str, entries: list[str]) -> None:
        super().__init__()
        self.heading, self.before, self.entries = title, before, entries

    def compose(self) -> ComposeResult:
        """Heading, filter, entries."""
        yield Static(self.heading, classes="line header", markup=False)
        yield Input(placeholder=self.say("type_to_find"), id="filter")
        with VerticalScroll(id="answer-pane"):
            yield Static("", id="answer", markup=False)
        yield Static(self.say("keys_back"), classes="keys", markup=False)

    def on_mount(self) -> None:
        """All entries at first."""
        self._show("")
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        self._show(event.value)

    def _show(self, wanted: str) -> None:
        found = [entry for entry in self.entries if wanted.lower() in entry.lower()]
        parts = found if wanted else [self.before, *found]
        self.put("#answer", "\n\n".join(part for part in parts if part))


def dossier_screen(session: Session, language: str) -> LookupScreen:
    """Every claim of the dossier."""
    claims = session.pack.ruleset.dossier.claims
    ordered = sorted(claims.values(), key=lambda one: (one.rival, int(one.paragraph[1:] or 0), one.id))
    entries = [claim_line(session.pack, claim.id, language) for claim in ordered]
    return LookupScreen(say(language, "dossier_title", count=len(entries)), "", entries)


def help_screen(session: Session, language: str) -> LookupScreen:
    """The keys, then the glossary."""
    terms = session.pack.ruleset.glossary
    entries = sorted(f"{term.term(language)}: {term.text(language)}" for term in terms)
    return LookupScreen(say(language, "help_title"), say(language, "help_keys"), entries)
