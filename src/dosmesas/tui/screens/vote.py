"""How the home table of an office voted: of the last turn that is over, or of another."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widgets import Static

from dosmesas.session.ratification import ratification
from dosmesas.session.turns import finished_turns
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import BACK
from dosmesas.tui.drawing.ink import STRONG, folded
from dosmesas.tui.drawing.vote import vote
from dosmesas.tui.drawn import Drawn
from dosmesas.tui.screens.base import GameScreen

_DIGITS = frozenset("0123456789")


class VoteScreen(GameScreen):
    """The vote of the office at the keyboard, for its eyes alone."""

    CSS_PATH = "../styles/outcome.tcss"
    BINDINGS: ClassVar = bindings([BACK])

    def __init__(self, seat: str) -> None:
        super().__init__()
        self.seat, self.turn = seat, 0

    def compose(self) -> ComposeResult:
        """Heading, the vote, keys."""
        yield Static("", id="header", classes="line header", markup=False)
        with VerticalScroll(id="page"):
            yield Drawn("vote")
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the last turn."""
        self.turn = finished_turns(self.session)
        self.refresh_texts()
        self.query_one("#page").focus()

    def refresh_texts(self) -> None:
        """Read the vote again, in the language of now."""
        view = ratification(self.session, self.turn, self.seat, self.language)
        turns, language = finished_turns(self.session), self.language
        months = [self.say("keys_month", count=turns)] if turns > 1 else []
        self.put("#keys", self.foot([BACK], self.say("keys_scroll"), *months))
        if view is None:
            self.put("#header", self.say("vote_title"))
            self.query_one(Drawn).put(lambda width: folded(self.say("vote_none"), width))
            return
        month = self.session.pack.month(self.turn)(language)
        self.put("#header", f"{self.say('vote_title')} · {month}")
        self.query_one(Drawn).put(
            lambda width: [
                *folded(f"{view.office}: {view.label}", width, STRONG),
                *folded("", width),
                *vote(view, width, language),
            ]
        )

    def on_key(self, event: Key) -> None:
        """A digit goes to that turn; 0 is the tenth."""
        turn = int(event.key) or 10 if event.key in _DIGITS else 0
        if 1 <= turn <= finished_turns(self.session):
            event.stop()
            self.turn = turn
            self.refresh_texts()
