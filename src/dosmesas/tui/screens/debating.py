"""What the screens of a debate share: the home table, what was said, a list, what stands behind a row."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Key, Resize
from textual.widgets import OptionList, Static

from dosmesas.journal.journal import JournalError
from dosmesas.session.guide import Note, note_line, notes_now
from dosmesas.tui import panes
from dosmesas.tui.bindings import bindings
from dosmesas.tui.choices import Pointed
from dosmesas.tui.commands import MORE, SKIP, Command, at_the_end, printed
from dosmesas.tui.contract import SMALLEST
from dosmesas.tui.drawing.ink import DOUBTFUL, HEAD, STRONG, folded, ink, row
from dosmesas.tui.drawing.room import Room
from dosmesas.tui.drawing.standing import legend_of
from dosmesas.tui.drawn import Draw, Drawn
from dosmesas.tui.leafing import read_on
from dosmesas.tui.screens.base import GameScreen
from dosmesas.tui.screens.late import late

_PANES = ("said", "home")
Caption = tuple[Content, Content]
"""What stands in the upper and in the lower border of a pane."""


class DebateScreen(GameScreen):
    """A seat speaks in a debate; `over` says that the game's last turn is, so that this may be skipped."""

    CSS_PATH = "../styles/debate.tcss"
    BINDINGS: ClassVar = bindings([SKIP, MORE])
    commands: ClassVar[tuple[Command, ...]] = ()
    keys_first = ""
    list_title = ""
    over = False

    def __init__(self, seat: str) -> None:
        super().__init__()
        self.seat = seat
        self._depths: dict[str, int] = {}
        self._captions: dict[str, Caption] = {}
        self._read: dict[str, None] = {}
        self._notes: tuple[Note, ...] = ()

    def compose(self) -> ComposeResult:
        """Header, guide, the debate as it stands, what can be said, what stands behind it, keys."""
        yield Static("", id="header", classes="line header", markup=False)
        yield Static("", id="guide", classes="guide", markup=False)
        with VerticalScroll(id="asked-pane", can_focus=False):
            yield from (Drawn(name, "pane") for name in _PANES)
        with Horizontal(id="middle"):
            yield Pointed("cards")
            yield VerticalScroll(Drawn("picked"), id="picked-pane", classes="pane", can_focus=False)
        with VerticalScroll(id="opened-pane", can_focus=False):
            yield Drawn("opened")
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Read the question and wait for an answer."""
        for pane in self.query(VerticalScroll):
            self.watch(pane, "show_vertical_scrollbar", self._tell_more, init=False)
        self._lay(self.app.size.width, self.app.size.height)
        self.refresh_texts()
        self.query_one(OptionList).focus()

    def on_resize(self, event: Resize) -> None:
        """Lay the texts anew; behind the notice of a small terminal they wait as they are."""
        if event.size.width >= SMALLEST[0] and event.size.height >= SMALLEST[1]:
            self._lay(event.size.width, event.size.height)
            self.write()

    def _lay(self, width: int, height: int) -> None:
        self.set_class(Room(width, height).wide, "-wide")

    @property
    def space(self) -> Room:
        """The room there is on the screen, as it is divided."""
        return Room(max(SMALLEST[0], self.app.size.width), max(SMALLEST[1], self.app.size.height))

    @property
    def columns(self) -> int:
        """The width of the texts of a pane that takes the whole width."""
        return self.space.text

    def refresh_texts(self) -> None:
        """Read the question again, in the language of now, and write it."""
        self.ask()
        self.write()

    def header(self) -> str:
        """The first line: game, turn, month, office."""
        return panes.header(self.session, self.seat, self.columns, self.language)

    def ask(self) -> None:
        """Read what the seat is asked; each screen has its own."""

    def above(self) -> dict[str, Draw]:
        """What stands above the list, by pane: `said`, `home`; each screen has its own."""
        return {}

    def titles(self) -> dict[str, Caption]:
        """The titles of those panes, and of the list."""
        return {}

    def rows(self) -> list[Content]:
        """The rows of the list; each screen has its own."""
        return []

    def picked_beside(self) -> Draw | None:
        """What stands beside the list where there is room; each screen has its own."""
        return None

    def head(self, index: int) -> str:
        """What the opened text begins with, so that it is seen which row it belongs to."""
        return f"{index + 1}."

    def opened(self, index: int) -> list[str]:
        """What stands behind a row; each screen has its own."""
        raise NotImplementedError

    def claims(self, index: int) -> tuple[str, ...]:
        """The claims on which a row rests, which are read with it; each screen has its own."""
        raise NotImplementedError

    def titled(self, key: str, legend: Iterable[str] = (), count: str = "", instead: str = "") -> Caption:
        """What stands in the borders of a pane: its title, and what its signs mean, as far as there is room.

        Where rows are few, that stands beside the title, or a heading (`instead`) in place of both.
        """
        if instead and self.fits(instead):
            return ink(f" {instead} ", HEAD), Content("")
        name = row(ink(f" {self.say(key)} ", HEAD), f"{count} " if count else "")
        signs = legend_of(legend, self.columns - name.cell_length - 2)
        if self.space.wide:
            return name, row(" ", signs, " ") if signs else Content("")
        return row(name, signs, " ") if signs else name, Content("")

    def headed(self, heading: str, width: int) -> list[Content]:
        """A heading as the first lines of a pane, where it does not stand in the border."""
        return [] if self.fits(heading) else folded(heading, width, STRONG)

    def fits(self, heading: str) -> bool:
        """Whether rows are few and a heading has room in the border."""
        return not self.space.wide and len(heading) < self.columns

    def write(self) -> None:
        """Write every pane again; the highlight stays where it was."""
        self._depths.clear()
        self.put("#header", self.header())
        self._notes = () if self.over else notes_now(self.session, self.seat, self.language)
        self.guide(self._notes if self.space.wide else ())
        commands = at_the_end(self.commands) if self.over else self.commands
        self.put("#keys", self.foot(commands, self.say(self.keys_first)))
        listed = self.query_one(Pointed)
        listed.put(self.rows(), [])
        self.query_one("#picked-pane").display = self.space.wide and self.picked_beside() is not None
        self.stand()
        self._tell(listed.marked)
        self._tell_more()

    def notes(self) -> list[str]:
        """What a newcomer is told now; where rows are few, below the opened row."""
        notes = self._notes if self.main.settings.guided else ()
        return [note_line(one, self.language) for one in notes]

    def stand(self) -> None:
        """Write again what stands around the list, and leave the list what room there is."""
        drawn = self.above()
        for name in _PANES:
            self.query_one(f"#{name}").display = name in drawn
        for name, draw in drawn.items():
            self._show(name, draw)
        beside = self.picked_beside() if self.space.wide else None
        if beside:
            self._show("picked", beside)
        for name, (title, legend) in self.titles().items():
            if self._captions.get(name) != (title, legend):
                pane = self.query_one(f"#{name}")
                pane.border_title, pane.border_subtitle = self._captions[name] = title, legend
        self._divide(drawn)

    def _show(self, name: str, draw: Draw) -> None:
        """Show lines in a pane; only where there are more or fewer is the screen laid out anew."""
        pane = self.query_one(f"#{name}", Drawn)
        lines = draw(self.space.beside_text if name == "picked" else self.space.text)
        if self._depths.get(name) == len(lines):
            pane.swap(lambda _: lines)
        else:
            pane.put(lambda _: lines)
            self._captions.pop(name, None)  # which takes the title away
        self._depths[name] = len(lines)

    def _divide(self, drawn: dict[str, Draw]) -> None:
        """Give the list the rows that it needs, as far as there is room below what stands above it."""
        guide = len([one for text in self.notes() for one in folded(text, self.space.width - 2)])
        taken = len(self.foot_lines()) + (guide if self.space.wide else 0)
        depths = [self._depths[name] for name in drawn]
        asked, listed = self.space.divided(depths, self.query_one(Pointed).rows, taken)
        self.query_one("#asked-pane").styles.height = asked
        self.query_one("#middle").styles.height = listed

    def foot_lines(self) -> list[str]:
        """The lines of the keys."""
        return str(self.query_one("#keys", Static).content).split("\n")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Open the row."""
        self._tell(event.option_index)

    def _tell(self, index: int) -> None:
        self._read |= dict.fromkeys(self.claims(index))
        first, *others = self.opened(index)
        texts = [f"{self.head(index)} {first}", *others]
        notes = [] if self.space.wide else self.notes()

        def draw(width: int) -> list[Content]:
            told = [line for text in texts for line in folded(text, width)]
            return told + [line for text in notes for line in folded(text, width, DOUBTFUL)]

        pane = self.query_one("#opened-pane", VerticalScroll)
        pane.scroll_home(animate=False)
        depth = len(draw(self.space.text))
        moved = pane.max_scroll_y > 0 or depth > pane.scrollable_content_region.height
        found = self.query_one("#opened", Drawn)
        (found.put if moved else found.swap)(draw)

    def _tell_more(self) -> None:
        """Where a pane holds more than is in sight, name the key that reads on."""
        hidden = any(pane.max_scroll_y for pane in self.query(VerticalScroll) if pane.display)
        key = printed(MORE, self.language, self.main.settings.keys)
        more = f"· {key} {self.say(MORE.name)} " if hidden else ""
        self.query_one("#opened-pane").border_title = row(self.titled("pane_behind")[0], more)

    def action_more(self) -> None:
        """Read on."""
        read_on(self.query(VerticalScroll))

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
