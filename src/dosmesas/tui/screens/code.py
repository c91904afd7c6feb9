"""A game code is typed, as it stands on the board, and its game begins."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from dosmesas.journal.journal import JournalError
from dosmesas.session.codes import CodeError, read_code
from dosmesas.session.session import Session
from dosmesas.session.setup import SetupError, free_name, saves_folder
from dosmesas.text.catalog import say
from dosmesas.text.phrase import told_of
from dosmesas.text.safe import shown
from dosmesas.tui.contract import Main

if TYPE_CHECKING:
    from dosmesas.session.codes import Coded


class CodeScreen(Screen[None]):
    """A line to type in, and below it what is wrong with what was typed."""

    CSS_PATH = "../styles/code.tcss"
    BINDINGS: ClassVar = [("escape", "app.pop_screen", "")]

    @property
    def main(self) -> Main:
        """The app."""
        return cast("Main", self.app)

    def compose(self) -> ComposeResult:
        """Heading, line, what a code is, what is wrong."""
        language = self.main.language
        with Vertical(id="card"):
            yield Static(say(language, "code_title"), id="heading", markup=False)
            yield Input(id="code", placeholder="culiacan:us.president:4821")
            yield Static(say(language, "code_hint"), id="about", markup=False)
            yield Static("", id="status", markup=False)

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(Input).focus()

    def on_input_submitted(self) -> None:
        """Begin the game of the code, or say what is wrong with it."""
        language = self.main.language
        try:
            coded = read_code(self.query_one(Input).value, language)
            session = _begun(coded)
        except CodeError as error:
            self._status(error.told(language))
            return
        except (JournalError, SetupError) as error:
            self._status(told_of(error, language))
            return
        self.main.language = coded.setup.language
        self.app.pop_screen()
        self.main.begin(session)

    def _status(self, text: str) -> None:
        self.query_one("#status", Static).update(shown(text))


def _begun(coded: "Coded") -> Session:
    save = free_name(saves_folder(), coded.pack.id, coded.setup.seed)
    return Session.start(coded.pack, coded.setup, save=save)
