"""What came of a turn, one step after another: acts, home, changes, reasons, the papers' lines."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.timer import Timer
from textual.widgets import Static

from dosmesas.session.guide import notes_after
from dosmesas.session.unfolding import Step, Unfolding, unfolding
from dosmesas.session.views import EVERYBODY
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import FOLD, OUTCOME_SCREEN, PAPER, REVEAL, VOTE, printed
from dosmesas.tui.drawing.unfolded import Drawer
from dosmesas.tui.drawn import Drawn
from dosmesas.tui.screens.base import GameScreen

PACE = 0.9
"""Seconds between two steps, where they come by themselves."""


class OutcomeScreen(GameScreen):
    """One finished turn. Enter and Space first bring up all that is still to come; then Enter goes on."""

    CSS_PATH = "../styles/outcome.tcss"
    BINDINGS: ClassVar = bindings((*OUTCOME_SCREEN, REVEAL))

    def __init__(self, turn: int) -> None:
        super().__init__()
        self.turn, self.revealed, self.unfolded = turn, 0, False
        self.view: Unfolding | None = None
        self._clock: Timer | None = None

    def compose(self) -> ComposeResult:
        """Heading, the steps on one page, keys."""
        yield Static("", id="header", classes="line header", markup=False)
        with VerticalScroll(id="page"):
            yield Static("", id="guide", classes="guide", markup=False)
            for step in Step:
                yield Drawn(f"step-{step}", classes="step waiting")
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with what was done; where nothing may move by itself, show all at once."""
        self.refresh_texts()
        self.query_one("#page").focus()
        if self.main.settings.still:
            self.reveal_all()
        else:
            self.reveal()
            self._clock = self.set_interval(PACE, self.reveal)

    @property
    def _seat(self) -> str:
        """Whose eyes it is told for: between two players at one keyboard, what both may see."""
        seats = self.session.setup.seats
        return seats[0] if len(seats) == 1 else EVERYBODY

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of this turn."""
        return self.view.steps if self.view else ()

    def refresh_texts(self) -> None:
        """Read the turn again, in the language of now."""
        self.view = unfolding(self.session, self.turn, self._seat, self.language)
        turns = self.session.pack.turns
        self.put("#header", self.say("turn_heading", turn=self.turn, turns=turns, month=self.view.month))
        self.guide(notes_after(self.session, self.turn, self.language))
        self._draw()
        self.write_keys()

    def _draw(self) -> None:
        if self.view is None:
            return
        fold, vote = (printed(one, self.language, self.main.settings.keys) for one in (FOLD, VOTE))
        drawer = Drawer(self.view, self.language, fold, vote, self.unfolded)
        for step in self.steps:
            self._place(step).put(partial(drawer.step, step))

    def _place(self, step: Step) -> Drawn:
        return self.query_one(f"#step-{step}", Drawn)

    def write_keys(self) -> None:
        """The keys at the foot: as long as something is to come, how to have it at once."""
        if self.revealed < len(self.steps):
            self.put("#keys", self.foot((REVEAL, *OUTCOME_SCREEN)))
        else:
            self.put("#keys", self.foot(OUTCOME_SCREEN, self.say("keys_scroll")))

    def reveal(self) -> None:
        """Bring up the next step, and into sight."""
        if self.revealed < len(self.steps):
            place = self._place(self.steps[self.revealed])
            place.remove_class("waiting")
            self.revealed += 1
            self.call_after_refresh(place.scroll_visible, animate=False)
        if self.revealed == len(self.steps):
            self._all_there()

    def reveal_all(self) -> None:
        """Bring up all that is still to come; the page stays where it is."""
        for step in self.steps[self.revealed :]:
            self._place(step).remove_class("waiting")
        self.revealed = len(self.steps)
        self._all_there()

    def _all_there(self) -> None:
        if self._clock is not None:
            self._clock.stop()
        self.write_keys()

    def action_reveal(self) -> None:
        """All at once; once all is there, read on."""
        if self.revealed < len(self.steps):
            self.reveal_all()
        else:
            self.query_one("#page", VerticalScroll).scroll_page_down(animate=False)

    def action_go_on(self) -> None:
        """All at once; once all is there, on with the game."""
        if self.revealed < len(self.steps):
            self.reveal_all()
        else:
            super().action_go_on()

    def action_fold(self) -> None:
        """Every receipt, or the largest alone; either way where they stand."""
        self.unfolded = not self.unfolded
        self._draw()
        if Step.WHY in self.steps[: self.revealed]:
            self.call_after_refresh(self._place(Step.WHY).scroll_visible, animate=False, top=True)

    def action_open(self, room: str) -> None:
        """Open a room; of the papers, those of the month told here, whatever was decided since."""
        self.main.open(room, str(self.turn) if room == PAPER.id else "")

    def action_flow(self) -> None:
        """The flow sheet of this turn."""
        self.main.open_flow(self._seat, self.turn)
