"""The front pages of a month: two papers side by side, or one after the other where there is less room."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.events import Key, Resize
from textual.widgets import Static

from dosmesas.session.paper import FrontPage, front_pages
from dosmesas.session.turns import finished_turns
from dosmesas.session.views import EVERYBODY
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import BACK, PAPER_SCREEN
from dosmesas.tui.drawing.front_page import front_page
from dosmesas.tui.drawn import Drawn
from dosmesas.tui.screens.base import GameScreen

_SIDE_BY_SIDE = 110
_DIGITS = frozenset("0123456789")


class PaperScreen(GameScreen):
    """The papers of a finished turn, the last one first; digits go to other months."""

    CSS_PATH = "../styles/paper.tcss"
    BINDINGS: ClassVar = bindings(PAPER_SCREEN)

    def __init__(self, turn: int = 0) -> None:
        super().__init__()
        self.turn, self.shown = turn, 0
        self.pages: tuple[FrontPage, ...] = ()

    def compose(self) -> ComposeResult:
        """Heading, the papers, keys."""
        yield Static("", id="header", classes="line header", markup=False)
        with VerticalScroll(id="page"), Horizontal(id="papers"):
            for place in range(len(self.session.pack.ruleset.countries)):
                yield Drawn(f"paper-{place}", classes="paper")
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the last month, and with the paper of the reader's country."""
        self.turn = self.turn or finished_turns(self.session)
        self.refresh_texts()
        self.query_one("#page").focus()

    def on_resize(self, event: Resize) -> None:
        """Side by side where there is room."""
        super().on_resize(event)
        self._lay_out()

    @property
    def _seat(self) -> str:
        """Whose eyes it is printed for: between two players, what both may see."""
        seats = self.session.setup.seats
        return seats[0] if len(seats) == 1 else EVERYBODY

    def refresh_texts(self) -> None:
        """Print the month again, in the language of now."""
        self.pages = front_pages(self.session, self.turn, self._seat, self.language) if self.turn else ()
        for place, page in enumerate(self.pages):
            self._paper(place).put(partial(front_page, page, language=self.language))
        self._lay_out()

    def _paper(self, place: int) -> Drawn:
        return self.query_one(f"#paper-{place}", Drawn)

    @property
    def _both(self) -> bool:
        """Whether there is room for all papers side by side."""
        return self.app.size.width >= _SIDE_BY_SIDE

    def _lay_out(self) -> None:
        """Both papers, or the one that is read."""
        both = self._both
        for place in range(len(self.query(".paper"))):
            self._paper(place).display = bool(self.pages) and (both or place == self.shown)
        if not self.pages:
            self.put("#header", self.say("paper_none"))
        elif not both:
            which = self.say("paper_which", number=self.shown + 1, count=len(self.pages))
            self.put("#header", f"{self.say('paper_title')} · {which}")
        else:
            self.put("#header", self.say("paper_title"))
        keys = [BACK] if both or len(self.pages) < 2 else PAPER_SCREEN
        turns = finished_turns(self.session)
        months = [self.say("keys_month", count=turns)] if turns > 1 else []
        self.put("#keys", self.foot(keys, self.say("keys_scroll"), *months))

    def action_other_paper(self) -> None:
        """The other country's paper, where not both stand there already."""
        if self._both:
            return
        self.shown = (self.shown + 1) % max(1, len(self.pages))
        self._lay_out()
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)

    def on_key(self, event: Key) -> None:
        """A digit goes to the month of that turn; 0 is the tenth."""
        turn = int(event.key) or 10 if event.key in _DIGITS else 0
        if 1 <= turn <= finished_turns(self.session):
            event.stop()
            self.turn = turn
            self.refresh_texts()
            self.query_one("#page", VerticalScroll).scroll_home(animate=False)
