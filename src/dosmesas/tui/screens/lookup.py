"""The help: the keys of the screen below it and of all screens, the marks, the words; typing narrows it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from dosmesas.tui.bindings import bindings, held
from dosmesas.tui.commands import BACK, MORE
from dosmesas.tui.drawn import Drawn
from dosmesas.tui.handbook import Keys, drawn, handbook, narrowed
from dosmesas.tui.screens.base import GameScreen


class LookupScreen(GameScreen):
    """The typing line keeps the keyboard; the arrows scroll what is below it."""

    CSS_PATH = "../styles/lookup.tcss"
    BINDINGS: ClassVar = [
        *bindings([MORE, BACK]),
        ("up", "scroll(-1)", ""),
        ("down", "scroll(1)", ""),
        ("pageup", "page_up", ""),
    ]

    def compose(self) -> ComposeResult:
        """Heading, filter, chapters, keys."""
        yield Static("", id="header", classes="line header", markup=False)
        yield Input(id="filter")
        with VerticalScroll(id="answer-pane", can_focus=False):
            yield Drawn("chapters")
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Everything at first."""
        self.refresh_texts()
        self.query_one(Input).focus()

    def refresh_texts(self) -> None:
        """Read the screen below again, and write all."""
        self._chapters = handbook(self._keys_below(), self.session.pack, self.language)
        self.put("#header", self.say("help_title"))
        self.put("#keys", self.foot([], self.say("keys_help")))
        self.query_one(Input).placeholder = self.say("type_to_find")
        self._narrow()

    def _keys_below(self) -> Keys:
        below = [one for one in self.app.screen_stack if isinstance(one, GameScreen) and one is not self]
        return Keys(tuple(held(below[-1])), below[-1].by_hand) if below else Keys(())

    def _narrow(self) -> None:
        shown = narrowed(self._chapters, self.query_one(Input).value)

        def draw(width: int) -> list[Content]:
            return drawn(shown, width, self.language)

        self.query_one(Drawn).put(draw)
        self._pane.scroll_home(animate=False)

    @property
    def _pane(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def on_input_changed(self) -> None:
        """Narrow what is shown."""
        self._narrow()

    def action_scroll(self, lines: int) -> None:
        """A line up or down."""
        self._pane.scroll_relative(y=lines, animate=False)

    def action_page_up(self) -> None:
        """A page up."""
        self._pane.scroll_page_up(animate=False)

    def action_more(self) -> None:
        """A page down."""
        self._pane.scroll_page_down(animate=False)
