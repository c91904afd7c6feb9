"""Another game: one field a line, left and right change it; beside it stands what it means."""

import secrets
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.events import Key
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from dosmesas.journal.journal import JournalError
from dosmesas.load.loading import load_pack
from dosmesas.session.codes import code_of
from dosmesas.session.session import Session
from dosmesas.session.setup import free_name, saves_folder
from dosmesas.text.catalog import say
from dosmesas.text.safe import shown
from dosmesas.tui.commands import CODE
from dosmesas.tui.contract import Main
from dosmesas.tui.draft import FIELDS, SEED, Draft
from dosmesas.tui.leafing import read_on

_FIRST = "culiacan"
"""The pack that is offered first: the one to learn with."""


class SetupScreen(Screen[None]):
    """The fields and a line that starts; the seed is typed where its line is highlighted."""

    CSS_PATH = "../styles/setup.tcss"
    BINDINGS: ClassVar = [
        ("escape", "app.pop_screen", ""),
        ("left", "step(-1)", ""),
        ("right", "step(1)", ""),
        ("g", "start", ""),
        Binding("pagedown", "more", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.draft = Draft.of(load_pack(_FIRST), "", secrets.randbelow(1_000_000))

    @property
    def main(self) -> Main:
        """The app."""
        return cast("Main", self.app)

    @property
    def language(self) -> str:
        """The language of the screens."""
        return self.main.language

    def compose(self) -> ComposeResult:
        """The fields, what the highlighted one means, the keys."""
        yield Static(say(self.language, "setup_title"), classes="line header", markup=False)
        with Horizontal(id="fields"):
            yield OptionList(id="choices", markup=False)
            with VerticalScroll(id="about-pane", can_focus=False):
                yield Static("", id="about", markup=False)
        yield Static(say(self.language, "keys_setup"), classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin in the language of the screens."""
        if self.language in self.draft.pack.languages:
            self.draft = self.draft.put("language", self.language)
        self._write()
        self.query_one(OptionList).focus()

    def _write(self) -> None:
        rows = self.query_one(OptionList)
        place = rows.highlighted or 0
        rows.clear_options()
        for name in FIELDS:
            value = self.draft.shown(name, self.language)
            rows.add_option(Option(shown(f"{say(self.language, f'setup_{name}')}\n  ◂ {value} ▸")))
        rows.add_option(Option(shown(say(self.language, "setup_start"))))
        rows.highlighted = place

    @property
    def _field(self) -> str:
        """The highlighted field; nothing on the line that starts."""
        place = self.query_one(OptionList).highlighted or 0
        return FIELDS[place] if place < len(FIELDS) else ""

    def on_option_list_option_highlighted(self) -> None:
        """Tell what the field means."""
        name = self._field
        told = self.draft.about(name, self.language) if name else self._start_about()
        self.query_one("#about", Static).update(shown(told))

    def _start_about(self) -> str:
        """What the last line does, and the code of this set-up, to be written on a board."""
        told, code = say(self.language, "setup_start_about"), code_of(self.draft.pack.id, self.draft.setup())
        if not code:
            return told
        board = say(self.language, "setup_code", code=code)
        return f"{told}\n\n{board}\n{say(self.language, 'setup_code_about', code=code, press=CODE.key)}"

    def on_option_list_option_selected(self) -> None:
        """Enter on a field gives its next choice; on the last line it starts the game."""
        if self._field:
            self.action_step(1)
        else:
            self.action_start()

    def on_key(self, event: Key) -> None:
        """A digit on the line of the seed is typed; backspace takes one back."""
        if self._field == SEED and event.key.isdigit():
            self._take(self.draft.typed(event.key))
        elif self._field == SEED and event.key == "backspace":
            self._take(self.draft.rubbed())

    def action_step(self, by: int) -> None:
        """The next choice of the field, or the one before."""
        if self._field:
            self._take(self.draft.stepped(self._field, by, load_pack))

    def _take(self, draft: Draft) -> None:
        self.draft = draft
        self._write()

    def action_more(self) -> None:
        """Read on about the field; from the end, back to the beginning."""
        read_on(self.query(VerticalScroll))

    def action_start(self) -> None:
        """Start the game."""
        setup, pack = self.draft.setup(), self.draft.pack
        try:
            session = Session.start(pack, setup, save=free_name(saves_folder(), pack.id, setup.seed))
        except JournalError as error:
            self.notify(shown(str(error)), severity="error", markup=False)
            return
        self.main.language = setup.language
        self.app.pop_screen()
        self.main.begin(session)
