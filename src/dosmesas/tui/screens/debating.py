"""What the three screens of a debate share: a heading with the table's facts, a list, the opened card."""

from collections.abc import Callable
from contextlib import suppress
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Key, Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from dosmesas.journal.journal import JournalError
from dosmesas.tui import panes
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import MORE, SKIP, Command, at_the_end, laid_out, printed
from dosmesas.tui.contract import SMALLEST
from dosmesas.tui.leafing import read_on
from dosmesas.tui.screens.base import GameScreen, plain
from dosmesas.tui.screens.late import late

_MARGINS = 4
"""Columns that the panes, and the bar at the side of a list that scrolls, leave free of text."""
_OPENED = 3
"""Lines that the opened card has at least: its border, and two for the warrant."""
_HEAD = 1
_FEW = 5
"""Rows of the list that are always in sight."""


class DebateScreen(GameScreen):
    """A seat speaks in a debate; `over` says that the game's last turn is, so that this may be skipped."""

    CSS_PATH = "../styles/debate.tcss"
    BINDINGS: ClassVar = bindings([SKIP, MORE])
    commands: ClassVar[tuple[Command, ...]] = ()
    keys_first = ""
    over = False

    def __init__(self, seat: str) -> None:
        super().__init__()
        self.seat = seat
        self._lines = 0
        self._read: dict[str, None] = {}

    def compose(self) -> ComposeResult:
        """Header, the debate as it stands, what can be said, what stands behind it, keys."""
        yield Static("", id="header", classes="line header", markup=False)
        with VerticalScroll(id="asked-pane", can_focus=False):
            yield Static("", id="asked", markup=False)
        yield OptionList(id="cards", markup=False)
        with VerticalScroll(id="opened-pane", can_focus=False):
            yield Static("", id="opened", markup=False)
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Read the question and wait for an answer."""
        for pane in self.query(VerticalScroll):
            self.watch(pane, "show_vertical_scrollbar", self._tell_more, init=False)
        self.refresh_texts()
        self.query_one(OptionList).focus()

    def on_resize(self, event: Resize) -> None:
        """Lay the texts anew; behind the notice of a small terminal they wait as they are."""
        if event.size.width >= SMALLEST[0] and event.size.height >= SMALLEST[1]:
            self.write()

    @property
    def columns(self) -> int:
        """The width of the texts."""
        return max(SMALLEST[0], self.app.size.width) - _MARGINS

    def refresh_texts(self) -> None:
        """Read the question again, in the language of now, and write it."""
        self.ask()
        self.write()

    def header(self) -> str:
        """The first line: game, turn, month, office."""
        return panes.header(self.session, self.seat, self.columns, self.language)

    def ask(self) -> None:
        """Read what the seat is asked; each screen has its own."""

    def above(self) -> list[str]:
        """The lines above the list; each screen has its own."""
        return []

    def rows(self) -> list[str]:
        """The rows of the list; each screen has its own."""
        return []

    def head(self, index: int) -> str:
        """What the opened text begins with, so that it is seen which row it belongs to."""
        return f"{index + 1}."

    def opened(self, index: int) -> list[str]:
        """What stands behind a row; each screen has its own."""
        raise NotImplementedError

    def claims(self, index: int) -> tuple[str, ...]:
        """The claims on which a row rests, which are read with it; each screen has its own."""
        raise NotImplementedError

    def write(self) -> None:
        """Write every pane again; the highlight stays where it was."""
        self.put("#header", self.header())
        commands = at_the_end(self.commands) if self.over else self.commands
        self.put("#keys", self.foot(commands, self.say(self.keys_first)))
        cards, rows = self.query_one(OptionList), self.rows()
        before = cards.highlighted or 0
        cards.clear_options()
        cards.add_options([Option(plain(row)) for row in rows])
        cards.highlighted = min(before, len(rows) - 1)
        self.stand()
        self._tell(cards.highlighted)

    def stand(self) -> None:
        """Write again what stands above the list, and leave the list what room there is."""
        rows = [row for text in self.above() for row in self._folded(text)]
        text, lines = "\n".join(rows), len(rows)
        self._update("#asked", text, moved=lines != self._lines)
        self._lines = lines
        keys = laid_out(self._at_foot, self.app.size.width - 2).count("\n") + 1
        room = max(SMALLEST[1], self.app.size.height) - _HEAD - keys - _OPENED
        self.query_one("#asked-pane").styles.max_height = room - _FEW
        self.query_one("#cards").styles.max_height = max(_FEW, room - lines)

    def _folded(self, text: str) -> list[str]:
        """A line that is too long, in several."""
        return wrap(text, self.columns) if len(text) > self.columns else text.split("\n")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Open the row."""
        self._tell(event.option_index)

    def _tell(self, index: int) -> None:
        self._read |= dict.fromkeys(self.claims(index))
        first, *others = self.opened(index)
        texts = [f"{self.head(index)} {first}", *others]
        lines = [row for text in texts for row in wrap(text, self.columns)]
        pane = self.query_one("#opened-pane", VerticalScroll)
        pane.scroll_home(animate=False)
        self._update(
            "#opened", "\n".join(lines), moved=pane.max_scroll_y > 0 or len(lines) > pane.size.height
        )

    def _tell_more(self) -> None:
        """Where a pane holds more than is in sight, name the key that reads on."""
        hidden = any(pane.max_scroll_y for pane in self.query(VerticalScroll))
        key = printed(MORE, self.language, self.main.settings.keys)
        self.query_one("#opened-pane").border_title = f"{key} {self.say(MORE.name)}" if hidden else ""

    def action_more(self) -> None:
        """Read on."""
        read_on(self.query(VerticalScroll))

    def _update(self, selector: str, text: str, *, moved: bool) -> None:
        """Show a text; only where the panes have to move is the screen laid out anew, which takes longest."""
        self.query_one(selector, Static).update(plain(text), layout=moved)

    def on_key(self, event: Key) -> None:
        """A digit goes to a row."""
        cards = self.query_one(OptionList)
        if event.key.isdigit() and 1 <= int(event.key) <= cards.option_count:
            event.stop()
            self.digit(int(event.key) - 1)

    def digit(self, index: int) -> None:
        """Go to a row."""
        self.query_one(OptionList).highlighted = index

    def act(self, doing: Callable[[], None]) -> None:
        """Note what has been read, then speak; once, however often a key was struck before that was done."""
        if late(self):
            return
        with suppress(JournalError):  # speaking fails too then, and says so
            self.session.note_opened(self.seat, self._read)
        super().act(doing)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """After the last turn a part may be skipped, and nothing is taken back."""
        return super().check_action(action, parameters) and action != ("undo" if self.over else "skip")

    def action_skip(self) -> None:
        """Go on without it."""
        if not late(self):
            self.main.leave_out()

    def action_flow(self) -> None:
        """Open the flow sheet."""
        self.main.open_flow(self.seat)
