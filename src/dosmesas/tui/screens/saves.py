"""The saved games, the newest first: Enter goes on with one, deleting asks twice, broken ones say why."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import OptionList, Static

from dosmesas.journal.journal import JournalError
from dosmesas.journal.slots import remove_save
from dosmesas.load.loading import BrokenPackError
from dosmesas.load.locate import NotFoundError
from dosmesas.session.opening import open_save
from dosmesas.session.session import Session
from dosmesas.session.setup import SetupError, saves_folder
from dosmesas.session.slots import PackNames, SlotView, names_of_packs, read_slots, slot_views
from dosmesas.text.phrase import told_of
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import SAVES_SCREEN
from dosmesas.tui.listing import Listing
from dosmesas.tui.rows import Row
from dosmesas.tui.screens.base import GameScreen

_YES = {"y", "s"}


class SavesScreen(GameScreen):
    """The list is read beside the screen; the names of packs, which take longer, come after it."""

    CSS_PATH = "../styles/books.tcss"
    BINDINGS: ClassVar = bindings(SAVES_SCREEN)

    def __init__(self) -> None:
        super().__init__()
        self._slots: list[SlotView] = []
        self._names: Mapping[str, PackNames] = {}
        self._asked: tuple[Path, int] | None = None

    def compose(self) -> ComposeResult:
        """Heading, the folder, the saves, a question, the keys."""
        yield Static("", id="header", classes="line header", markup=False)
        yield Static("", id="said", classes="said", markup=False)
        yield Listing("saves")
        yield Static("", id="question", classes="total empty", markup=False)
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Read the folder."""
        self.query_one(Listing).focus()
        self.put("#said", self.say("saves_reading"))
        self.refresh_texts()

    def refresh_texts(self) -> None:
        """Write all again."""
        self.put("#header", self.say("saves_title"))
        self.put("#keys", self.foot(SAVES_SCREEN, self.say("keys_saves")))
        self.run_worker(self._read, thread=True, exclusive=True)

    def _read(self) -> None:
        slots, language = read_slots(self.language), self.language
        self.app.call_from_thread(self._show, slot_views(slots, language, self._names))
        self._names = names_of_packs(slots, language)
        self.app.call_from_thread(self._show, slot_views(slots, language, self._names))

    def _show(self, slots: list[SlotView]) -> None:
        if not self.is_attached:  # the player has gone on meanwhile
            return
        listing = self.query_one(Listing)
        place = listing.highlighted or 0
        self._slots = slots
        key = "saves_where" if slots else "saves_none"
        self.put("#said", self.say(key, folder=saves_folder()))
        listing.show([Row(one.line) for one in slots], place)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go on with a save, or say why that is impossible."""
        slot = self._slots[event.option_index]
        now = self.session.journal if self.main.playing else None
        if now is not None and now.path == slot.path:
            self.app.pop_screen()
            return
        self.put("#said", self.say("loading"))
        self.run_worker(lambda: self._open(slot.path), thread=True, exclusive=True)

    def _open(self, path: Path) -> None:
        try:
            session = open_save(path)
        except (JournalError, SetupError, NotFoundError, BrokenPackError) as error:
            self.app.call_from_thread(self._failed, told_of(error, self.main.language))
            return
        self.app.call_from_thread(self._begin, session)

    def _failed(self, problem: str) -> None:
        self.put("#said", problem)

    def _begin(self, session: Session) -> None:
        self.app.pop_screen()
        self.main.begin(session)

    def action_delete(self) -> None:
        """Ask a first time."""
        place = self.query_one(Listing).highlighted
        if place is not None and self._slots:
            self._ask(self._slots[place].path, 1)

    def _ask(self, path: Path, time: int) -> None:
        self._asked = (path, time)
        key = "slot_delete" if time == 1 else "slot_delete_again"
        self._say_below(self.say(key, file=path.name))

    def _say_below(self, text: str) -> None:
        self.put("#question", text)
        self.query_one("#question").set_class(not text, "empty")

    def on_key(self, event: Key) -> None:
        """The answer to a question: yes, or any other key."""
        if self._asked is None:
            return
        (path, time), self._asked = self._asked, None
        event.stop()
        event.prevent_default()
        if event.key not in _YES:
            self._say_below(self.say("slot_kept", file=path.name))
        elif time == 1:
            self._ask(path, 2)
        else:
            self._delete(path)

    def _delete(self, path: Path) -> None:
        try:
            remove_save(path, self.language)
        except JournalError as error:
            self._say_below(str(error))
            return
        self._say_below(self.say("slot_deleted", file=path.name))
        self._show([one for one in self._slots if one.path != path])
