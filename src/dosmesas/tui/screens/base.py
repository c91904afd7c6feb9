"""What all screens of a game share: the app with its session, the language, the common keys."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, cast

from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Static

from dosmesas.journal.journal import JournalError
from dosmesas.session.guide import Note, note_line
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from dosmesas.text.safe import shown
from dosmesas.tui import upkeep
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import COMMON, GAMELESS, Command, keys_of, laid_out
from dosmesas.tui.contract import Main


class GameScreen(Screen[None]):
    """A screen of a game in progress. `room` is its name where it lies over another screen as a room."""

    BINDINGS: ClassVar = bindings(COMMON)
    room = ""
    by_hand: tuple[str, ...] = ()
    """The keys at its foot that are no commands, with their names."""
    _written: object = None
    _at_foot: tuple[str, ...] | list[str] = ()

    @property
    def main(self) -> Main:
        """The app."""
        return cast("Main", self.app)

    @property
    def session(self) -> Session:
        """The game."""
        return self.main.game

    @property
    def language(self) -> str:
        """The language of the interface now."""
        return self.main.language

    def say(self, key: str, **values: Any) -> str:
        """A text of the catalog."""
        return say(self.language, key, **values)

    def put(self, selector: str, text: str) -> None:
        """Show a text, as it is, in a Static."""
        self.query_one(selector, Static).update(plain(text))

    def guide(self, notes: Iterable[Note]) -> None:
        """What a newcomer is told here, for those who want it."""
        lines = [note_line(one, self.language) for one in notes] if self.main.settings.guided else []
        self.query_one("#guide").display = bool(lines)
        self.put("#guide", "\n".join(lines))

    def foot(self, commands: Iterable[Command], *before: str) -> str:
        """Keys with names: those in `before`, then the commands', with the player's own keys."""
        self.by_hand = tuple(one for text in before for one in text.split("  ") if one)
        self._at_foot = [*self.by_hand, *keys_of(commands, self.language, self.main.settings.keys)]
        return laid_out(self._at_foot, self.app.size.width - 2)

    def on_resize(self, event: Resize) -> None:
        """Lay the keys out anew."""
        for line in self.query("#keys").results(Static) if self._at_foot else ():
            line.update(plain(laid_out(self._at_foot, event.size.width - 2)))

    def on_unmount(self) -> None:
        """Nothing of a closed screen is kept."""
        upkeep.let_go_of_screens()

    def refresh_texts(self) -> None:
        """Write all texts again, after a change of language or detail."""

    def on_screen_resume(self) -> None:
        """Write the texts again where language or detail changed while another screen lay over this one."""
        now = (self.language, self.main.settings.detail, self.main.settings.guide)
        if self._written not in {None, now}:
            self.refresh_texts()
        self._written = now

    def action_language(self) -> None:
        """Change the language in the middle of a turn."""
        languages = self.session.pack.languages
        place = languages.index(self.language) if self.language in languages else -1
        self.main.language = languages[(place + 1) % len(languages)]
        self.on_screen_resume()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a game, as on settings that the title has opened, nothing of a game can be done."""
        needs = action in {"undo", "copy", "language"} or (action == "open" and parameters[0] not in GAMELESS)
        return self.main.playing or not needs

    def action_open(self, room: str) -> None:
        """Open a room over this screen; its own key closes it again."""
        self.main.open(room)

    def action_back(self) -> None:
        """Close a room."""
        self.app.pop_screen()

    def action_palette(self) -> None:
        """Every command by its name."""
        self.app.action_command_palette()

    def action_copy(self) -> None:
        """Put the story of the game so far onto the clipboard."""
        self.main.copy_story()

    def action_picture(self) -> None:
        """Keep a picture of the screen."""
        self.main.take_picture()

    def action_leave(self) -> None:
        """Leave the game; it is kept."""
        self.app.exit()

    def decide(self, seat: str, action: str) -> None:
        """Take an action: it is on the disk before anything comes of it."""
        self.act(lambda: self.session.decide(seat, action))

    def act(self, doing: Callable[[], None]) -> None:
        """Do what is saved first, then go on; where it cannot be saved, say so and stay."""
        try:
            doing()
        except JournalError as error:
            self.notify(plain(self.say("save_failed", problem=error)), severity="error", markup=False)
            return
        self.app.clear_notifications()
        self.main.go_on()

    def note_read(self, claims: Iterable[str]) -> None:
        """Note what the one at the keyboard has opened; where that cannot be saved, say so."""
        seat = self.main.last_seat or self.session.setup.seats[0]
        try:
            self.session.note_opened(seat, claims)
        except JournalError as error:
            self.notify(plain(self.say("save_failed", problem=error)), severity="error", markup=False)

    def action_undo(self) -> None:
        """Back to the beginning of the turn."""
        refused = self.main.undo()
        if refused:
            self.notify(self.say(refused), markup=False)

    def action_go_on(self) -> None:
        """Go to whatever comes next."""
        self.main.go_on()


def plain(text: str) -> str:
    """A text made safe to show; every Static of the screens has markup switched off."""
    return shown(text)
