"""The title: one key starts the first game; the pack is only read then."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from dosmesas.text.catalog import say
from dosmesas.text.safe import shown
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import TITLE_SCREEN, printed
from dosmesas.tui.contract import Main

if TYPE_CHECKING:
    from dosmesas.session.session import Session

FIRST_PACK = "culiacan"
FIRST_SEAT = "mx.security_secretary"
_TABLES = """\
D O S   M E S A S
▄▄▄▄▄▄▄▄▄▄▄▄▄   ▄▄▄▄▄▄▄▄▄▄▄▄▄
  █       █       █       █  """


_READY = 0.1
"""Seconds until the title has been painted."""


class TitleScreen(Screen[None]):
    """Paints at once; games are loaded in a thread."""

    CSS_PATH = "../styles/title.tcss"
    BINDINGS: ClassVar = bindings(TITLE_SCREEN)

    def compose(self) -> ComposeResult:
        """Two tables, what this is, and what can be done."""
        with Vertical(id="card"):
            yield Static("", id="art", markup=False)
            yield Static("", id="about", markup=False)
            yield Static("", id="menu", markup=False)
            yield Static("", id="status", markup=False)

    def on_mount(self) -> None:
        """Write the texts; then get ready for a game, while they are read."""
        self._write()
        self.set_timer(_READY, lambda: self.run_worker(_make_ready, thread=True))

    @property
    def main(self) -> Main:
        """The app."""
        return cast("Main", self.app)

    def _write(self) -> None:
        language, keys = self.main.language, self.main.settings.keys
        lines = [f"{printed(one, language, keys):>5}   {say(language, one.name)}" for one in TITLE_SCREEN]
        self.query_one("#art", Static).update(f"{_TABLES}\n{say(language, 'title_tag')}")
        self.query_one("#about", Static).update(say(language, "title_card"))
        self.query_one("#menu", Static).update("\n".join(lines))

    def action_language(self) -> None:
        """The other language."""
        self.main.language = "es" if self.main.language == "en" else "en"
        self._write()

    def action_play(self) -> None:
        """The first game."""
        self._status(say(self.main.language, "loading"))
        self.run_worker(self._start, thread=True, exclusive=True)

    def action_open(self, room: str) -> None:
        """Settings, or the saved games."""
        self.main.open(room)

    def on_screen_resume(self) -> None:
        """Write the texts again: the language may have changed."""
        self._write()

    def action_other(self) -> None:
        """Choose pack, office, language, seed and counterpart."""
        self.main.open_setup()

    def action_code(self) -> None:
        """Type the code of a game."""
        from dosmesas.tui.screens.code import CodeScreen

        self.app.push_screen(CodeScreen())

    def action_resume(self) -> None:
        """Go on with the newest save."""
        self._status(say(self.main.language, "loading"))
        self.run_worker(self._resume, thread=True, exclusive=True)

    def _status(self, text: str) -> None:
        self.query_one("#status", Static).update(shown(text))

    def _start(self) -> None:
        import secrets

        from dosmesas.load.loading import load_pack
        from dosmesas.session.session import Session
        from dosmesas.session.setup import Setup, free_name, saves_folder

        pack, seed = load_pack(FIRST_PACK), secrets.randbelow(1_000_000)
        setup = Setup((FIRST_SEAT,), seed, language=self.main.language)
        save = free_name(saves_folder(), pack.id, seed)
        self._guarded(lambda: Session.start(pack, setup, save=save))

    def _resume(self) -> None:
        from dosmesas.session.opening import open_save
        from dosmesas.session.slots import last_save

        last = last_save()
        if last is None:
            self.app.call_from_thread(self._status, say(self.main.language, "no_saves"))
            return
        self._guarded(lambda: open_save(last))

    def _guarded(self, opening: "Callable[[], Session]") -> None:
        """Open a game, or say on the card why that is impossible."""
        from dosmesas.journal.journal import JournalError
        from dosmesas.load.loading import BrokenPackError
        from dosmesas.load.locate import NotFoundError
        from dosmesas.session.setup import SetupError
        from dosmesas.text.phrase import told_of

        try:
            session = opening()
        except (JournalError, SetupError, NotFoundError, BrokenPackError) as error:
            self.app.call_from_thread(self._status, told_of(error, self.main.language))
            return
        self.app.call_from_thread(self.main.begin, session)


def _make_ready() -> None:
    """Import what a game needs, so that the first key need not wait for it."""
    import_module("dosmesas.session.opening")
    import_module("dosmesas.tui.screens.table")
