"""The table: both tables, the situation, the event, the choices, what stands behind the highlighted one."""

from functools import partial
from typing import ClassVar

from attrs import evolve
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList, Static

from dosmesas.engine.state import Point
from dosmesas.session.beforehand import content_note
from dosmesas.session.guide import note_line, notes_now
from dosmesas.session.mandate import main_goals
from dosmesas.session.views import TableView, table_view
from dosmesas.tui.bindings import bindings
from dosmesas.tui.choices import Choices
from dosmesas.tui.commands import LANGUAGE, LEDGER, MANDATE, TABLE_SCREEN, TABS, printed
from dosmesas.tui.drawing.behind import behind
from dosmesas.tui.drawing.heading import PANES, after, heading, tab_line, tab_title
from dosmesas.tui.drawing.home_table import home_table
from dosmesas.tui.drawing.ink import DOUBTFUL, HEAD, QUIET, ink, padded, row
from dosmesas.tui.drawing.joint_table import joint_table
from dosmesas.tui.drawing.mandate import mandate_brief
from dosmesas.tui.drawing.option_rows import Choice, Manner, choices, later, legend, option_rows
from dosmesas.tui.drawing.situation import coming, situation
from dosmesas.tui.drawing.story import story
from dosmesas.tui.drawn import Draw, Drawn
from dosmesas.tui.leafing import read_on
from dosmesas.tui.screens.base import GameScreen, plain

_WIDE, _TALL, _HIGH = 110, 36, 30
"""Columns and rows from which all panes stand side by side; rows from which the moves stand below options."""
_SPARED = (LEDGER, LANGUAGE)
_FRAME = 5
"""Columns of the list that are no text: borders, padding, a scroll bar."""


class TableScreen(GameScreen):
    """Where a seat decides. The view is computed once, and kept until something has changed."""

    CSS_PATH = "../styles/table.tcss"
    BINDINGS: ClassVar = [*bindings(TABLE_SCREEN), Binding("tab", "tabs", show=False)]

    def __init__(self, seat: str) -> None:
        super().__init__()
        self.seat = seat
        self._view: TableView | None = None
        self._choices: list[Choice] = []
        self._behinds: dict[int, list[list[Content]]] = {}

    def compose(self) -> ComposeResult:
        """Header, guide, tables, event, choices, what stands behind, keys."""
        yield Drawn("header", "line header")
        yield Static("", id="guide", markup=False)
        yield VerticalScroll(Drawn("opened"), id="opened-pane", can_focus=False)
        with Horizontal(id="tables"):
            yield from (Drawn(name, "pane") for name in PANES[:3])
        with Horizontal(id="middle"):
            with VerticalScroll(id="story", classes="pane", can_focus=False):
                yield Static("", id="brief", markup=False)
            yield Drawn("coming", "pane")
        yield Choices("choices")
        yield VerticalScroll(Drawn("behind"), id="behind-pane", can_focus=False)
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Fill the panes and wait for a choice."""
        self._lay(self.app.size.width, self.app.size.height)
        self.refresh_texts()
        self.query_one(Choices).focus()
        if self.view.point is Point.WORD:
            # A word binds, and breaking it costs trust: one Enter too many says nothing.
            self.query_one(Choices).highlighted = len(self._choices) - 1

    def on_resize(self, event: Resize) -> None:
        """All panes at once where there is room for them."""
        self._lay(event.size.width, event.size.height)
        self._put_keys()
        self._title_behind()
        self._draw_choices()

    def _lay(self, width: int, height: int) -> None:
        self.set_class(width >= _WIDE and height >= _TALL, "-wide")
        self.set_class(height >= _HIGH, "-high")

    @property
    def view(self) -> TableView:
        """The table as this seat sees it, as of the last refresh."""
        if self._view is None:
            self._view = table_view(self.session, self.seat, self.language)
        return self._view

    @property
    def manner(self) -> Manner:
        """How rows are drawn now."""
        points = self.main.settings.points
        return Manner(self.app.size.width - _FRAME, self.has_class("-high"), points, self.language)

    def refresh_texts(self) -> None:
        """Look at the table again, and write every pane."""
        self._view = None
        view, language = self.view, self.language
        self._choices = choices(view, language)
        title, seed = self.session.pack.title(language), self.session.setup.seed
        self.query_one("#header", Drawn).put(lambda width: heading(title, view, seed, width, language))
        for name, draw in self._panes().items():
            self.query_one(f"#{name}", Drawn).put(draw, self._title(tab_title(view, name, language)))
        scale = self.say("pane_home_scale") if view.audiences else ""
        self.query_one("#home").border_subtitle = ink(scale, QUIET)
        self._title_behind()
        pane = self.query_one("#story")
        pane.border_title = self._title(view.title)
        brief = self._guide() + story(view, language, options=not self.has_class("-high"))
        self.query_one("#brief", Static).update(Content("\n").join(brief))
        self._put_keys()
        self._open(self.main.tab or PANES[0])
        self._draw_choices()

    def _guide(self) -> list[Content]:
        """What all should know and a newcomer is told, a line each; where rows are few, before the brief."""
        notes = notes_now(self.session, self.seat, self.language) if self.main.settings.guided else ()
        warned = content_note(self.session, self.language)
        lines = [*([warned] if warned else []), *(note_line(one, self.language) for one in notes)]
        high = self.has_class("-high")
        self.query_one("#guide").set_class(high and bool(lines), "-told")
        self.put("#guide", "\n".join(lines))
        return [] if high else [ink(line, DOUBTFUL) for line in lines]

    def _title_behind(self) -> None:
        """The title of what stands behind a choice, and beside it what the office is scored on."""
        title, key = self.say("pane_behind"), printed(MANDATE, self.language, self.main.settings.keys)
        goals = main_goals(self.session.pack, self.seat, self.language)
        room = self.app.size.width - len(title) - _FRAME
        told = mandate_brief(goals, key, room, self.language)
        self.query_one("#behind-pane").border_title = row(self._title(title), told)

    def _put_keys(self) -> None:
        """The keys; where rows are few, some that the palette names as well are left out."""
        spared = (TABS,) if self.has_class("-wide") else () if self.has_class("-high") else _SPARED
        shown = [one for one in TABLE_SCREEN if one not in spared]
        self.put("#keys", self.foot(shown, self.say("keys_choose")))

    def _title(self, text: str) -> Content:
        return ink(f" {text} ", HEAD)

    def _panes(self) -> dict[str, Draw]:
        """What each of the panes draws."""
        view, language = self.view, self.language
        return {
            "home": lambda width: home_table(view, width, language),
            "joint": lambda width: joint_table(view, width, language),
            "situation": lambda width: situation(view.rows, width),
            "coming": lambda width: coming(view, width, language, points=self.manner.points),
        }

    def _open(self, tab: str) -> None:
        """Open one of the panes that share a place; they are all of one height, so that nothing jumps."""
        self.main.tab, panes = tab, self._panes()

        def draw(width: int) -> list[Content]:
            return padded(panes[tab](width), max(len(panes[name](width)) for name in PANES))

        self.query_one("#opened", Drawn).put(draw)
        self.query_one("#opened-pane").border_title = tab_line(self.view, tab, self.language)

    def action_tabs(self) -> None:
        """Open the next of the panes."""
        self._open(after(self.main.tab))

    def _draw_choices(self) -> None:
        """Write the rows and what stands behind them."""
        found, count = self.query_one(Choices), len(self._choices)
        waiting = later(self.view) if self.manner.moves else []
        rows = option_rows(self._choices + waiting, self.manner, count)
        between = [ink(f"   {self.say('pane_later')}", QUIET)] if waiting else []
        found.put(rows[:count], between + rows[count:])
        name = self._title(self.say("pane_word" if self.view.point is Point.WORD else "pane_options"))
        signs = legend(self.view, self.language, self.manner.width - name.cell_length)
        found.border_title = name if self.has_class("-wide") else row(name, signs, " ")
        found.border_subtitle = signs
        self._behinds.clear()
        self.query_one("#behind", Drawn).put(partial(self._behind, found.marked))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what stands behind the choice."""
        self.query_one("#behind-pane", VerticalScroll).scroll_home(animate=False)
        self.query_one("#behind", Drawn).swap(partial(self._behind, event.option_index))

    def _behind(self, index: int, width: int) -> list[Content]:
        """The lines behind a choice, as many as behind the one that has most."""
        if width not in self._behinds:
            manner = evolve(self.manner, width=width)
            drawn = [behind(self.view, one, manner) for one in self._choices]
            self._behinds[width] = [padded(lines, max(map(len, drawn))) for lines in drawn]
        return self._behinds[width][index]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the choice, if it is open."""
        action = self._choices[event.option_index].action
        if action not in self.session.legal(self.seat):
            needs = next((one.needs for one in self.view.options if one.id == action), "")
            self.notify(plain(self.say("not_legal", needs=needs)), markup=False)
            return
        self.decide(self.seat, action)

    def action_more(self) -> None:
        """Read on wherever there is more than is in sight; from an end, back to the beginning."""
        read_on(self.query(VerticalScroll))
