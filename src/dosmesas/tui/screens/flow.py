"""The flow sheet: what was said of each doubt, side by side; on a second page, who moved the policy."""

from typing import ClassVar

from attrs import evolve
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.widgets import Static

from dosmesas.session.debates.sheets import Argued, argued
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import FLOW_SCREEN
from dosmesas.tui.contract import SMALLEST
from dosmesas.tui.screens.base import GameScreen
from dosmesas.tui.sheet import Paper

_MARGINS = 4


class FlowScreen(GameScreen):
    """The debates of one turn, or of the whole game, as a seat sees them; with no seat, all opened."""

    CSS_PATH = "../styles/debate.tcss"
    BINDINGS: ClassVar = [
        *bindings(FLOW_SCREEN),
        ("escape", "app.pop_screen", ""),
        ("f", "app.pop_screen", ""),
    ]

    def __init__(self, seat: str | None, turn: int) -> None:
        super().__init__()
        self.seat, self.turn, self.views = seat, turn, False
        self.found: list[Argued] = []

    def compose(self) -> ComposeResult:
        """Heading, the sheet, keys."""
        yield Static("", id="header", classes="line header", markup=False)
        with VerticalScroll(id="sheet-pane"):
            yield Static("", id="sheet", markup=False)
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the sheet."""
        self.refresh_texts()
        self.query_one("#sheet-pane").focus()

    def on_resize(self, event: Resize) -> None:
        """Fold the columns anew."""
        if event.size.width >= SMALLEST[0]:
            self._write()

    def refresh_texts(self) -> None:
        """Read the debates again, in the language of now."""
        self.found = argued(self.session, self.seat, self.language, self.turn)
        self._write()

    def action_turn_page(self) -> None:
        """From the sheet to the three views, and back."""
        self.views = not self.views
        self._write()
        self.query_one("#sheet-pane", VerticalScroll).scroll_home(animate=False)

    def _write(self) -> None:
        self.put("#header", self.say("views_title" if self.views else "sheet_title"))
        back = "key_sheet" if self.views else "key_views"
        commands = (evolve(FLOW_SCREEN[0], name=back), *FLOW_SCREEN[1:])
        self.put("#keys", self.foot(commands, self.say("keys_scroll")))
        paper = Paper(max(SMALLEST[0], self.app.size.width) - _MARGINS, self.language)
        parts = [paper.explained(one) if self.views else paper.drawn(one.sheet) for one in self.found]
        lines = ["\n".join(part) for part in parts if part]
        self.put("#sheet", "\n\n\n".join(lines) or self.say("flow_none"))
