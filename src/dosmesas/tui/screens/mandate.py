"""What the office at the keyboard is scored on: each goal with its weight, and where it stands now."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from dosmesas.session.mandate import mandate_of
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import BACK, MANDATE
from dosmesas.tui.drawing.mandate import mandate
from dosmesas.tui.drawn import Drawn
from dosmesas.tui.screens.base import GameScreen


class MandateScreen(GameScreen):
    """The mandate of a seat; its own key closes it again."""

    CSS_PATH = "../styles/outcome.tcss"
    BINDINGS: ClassVar = bindings([MANDATE, BACK])

    def __init__(self, seat: str) -> None:
        super().__init__()
        self.seat = seat

    def compose(self) -> ComposeResult:
        """Heading, the goals, keys."""
        yield Static("", id="header", classes="line header", markup=False)
        with VerticalScroll(id="page"):
            yield Drawn("mandate")
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Read the mandate."""
        self.refresh_texts()
        self.query_one("#page").focus()

    def refresh_texts(self) -> None:
        """Read it again, in the language of now."""
        view = mandate_of(self.session, self.seat, self.language)
        self.put("#header", self.say("mandate_title", office=view.office))
        self.query_one(Drawn).put(partial(mandate, view, language=self.language))
        self.put("#keys", self.foot([BACK], self.say("keys_scroll")))
