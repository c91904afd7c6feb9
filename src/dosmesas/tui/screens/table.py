"""The table: the situation, the event, the choices, and what stands behind the one that is highlighted."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.events import Key, Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from dosmesas.session.views import TableView, table_view
from dosmesas.tui import panes
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import TABLE_SCREEN
from dosmesas.tui.screens.base import GameScreen, plain

_WIDE = 110


class TableScreen(GameScreen):
    """Where a seat decides."""

    CSS_PATH = "../styles/table.tcss"
    BINDINGS: ClassVar = bindings(TABLE_SCREEN)

    def __init__(self, seat: str) -> None:
        super().__init__()
        self.seat = seat

    def compose(self) -> ComposeResult:
        """Header, situation, brief, choices, detail, keys."""
        yield Static("", id="header", classes="line header", markup=False)
        yield Static("", id="situation", markup=False)
        with Horizontal(id="middle"):
            with VerticalScroll(id="story", can_focus=False):
                yield Static("", id="event", markup=False)
                yield Static("", id="brief", markup=False)
            yield Static("", id="wide", markup=False)
        yield OptionList(id="choices", markup=False)
        with VerticalScroll(id="detail-pane", can_focus=False):
            yield Static("", id="detail", markup=False)
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Fill the panes and wait for a choice."""
        self.refresh_texts()
        self.query_one(OptionList).focus()

    def on_resize(self, event: Resize) -> None:
        """Two columns where there is room."""
        self.set_class(event.size.width >= _WIDE, "-wide")

    @property
    def view(self) -> TableView:
        """The table as this seat sees it."""
        return table_view(self.session, self.seat, self.language)

    def refresh_texts(self) -> None:
        """Write every pane again."""
        view, language = self.view, self.language
        self.put("#header", panes.header(self.session, self.seat, language))
        self.put("#situation", panes.situation_short(view.rows))
        self.put("#wide", panes.situation_long(view.rows))
        self.put("#event", view.title)
        self.put("#brief", panes.brief(view, language))
        self.put("#keys", self.foot(TABLE_SCREEN, self.say("keys_choose")))
        self._fill(view)

    def _fill(self, view: TableView) -> None:
        choices = self.query_one(OptionList)
        before = choices.highlighted or 0
        choices.clear_options()
        for number, (_, label) in enumerate(panes.choices(view, self.language), 1):
            choices.add_option(Option(plain(f"{number}  {label}")))
        choices.highlighted = min(before, choices.option_count - 1)
        self._tell(choices.highlighted)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what stands behind the choice."""
        self._tell(event.option_index)

    def _tell(self, index: int) -> None:
        view = self.view
        action = panes.choices(view, self.language)[index][0]
        self.put("#detail", panes.detail(view, action, self.language))

    def on_key(self, event: Key) -> None:
        """A digit goes to a choice; Enter then takes it."""
        choices = self.query_one(OptionList)
        if event.key.isdigit() and 1 <= int(event.key) <= choices.option_count:
            choices.highlighted = int(event.key) - 1
            event.stop()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the choice, if it is open."""
        action = panes.choices(self.view, self.language)[event.option_index][0]
        if action not in self.session.legal(self.seat):
            needs = next((one.needs for one in self.view.options if one.id == action), "")
            self.notify(plain(self.say("not_legal", needs=needs)), markup=False)
            return
        self.decide(self.seat, action)

    def action_more(self) -> None:
        """Read on in the brief; from its end, back to its beginning."""
        story = self.query_one("#story", VerticalScroll)
        if story.scroll_offset.y >= story.max_scroll_y:
            story.scroll_home(animate=False)
        else:
            story.scroll_page_down(animate=False)
