"""The turns so far: read an outcome again, or begin another game from the beginning of a turn."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import OptionList, Static

from dosmesas.journal.journal import JournalError
from dosmesas.session.fork import fork_beside, last_fork
from dosmesas.session.history import past_lines, past_turns
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import BACK, PAST_TURN_SCREEN, TURNS_SCREEN
from dosmesas.tui.listing import Listing
from dosmesas.tui.rows import Row
from dosmesas.tui.screens.base import GameScreen, plain
from dosmesas.tui.screens.outcome import OutcomeScreen


class TurnsScreen(GameScreen):
    """A row a turn: what came up, what each office chose, what came of it."""

    CSS_PATH = "../styles/books.tcss"
    BINDINGS: ClassVar = bindings(TURNS_SCREEN)

    def __init__(self) -> None:
        super().__init__()
        self._asked = 0

    def compose(self) -> ComposeResult:
        """Heading, the turns, a question, the keys."""
        yield Static("", id="header", classes="line header", markup=False)
        yield Listing("turns")
        yield Static("", id="question", classes="total empty", markup=False)
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the newest."""
        self.refresh_texts()
        self.query_one(Listing).focus()

    def refresh_texts(self) -> None:
        """Write all again."""
        turns = past_turns(self.session, self.language)
        rows = [Row("\n".join(past_lines(one, self.language))) for one in turns]
        if last_fork(self.session) > len(turns):
            rows.append(Row(self.say("past_now", turn=last_fork(self.session))))
        self.put("#header", self.say("past_title"))
        self.put("#keys", self.foot(TURNS_SCREEN, self.say("keys_turns")))
        self.query_one(Listing).show(rows, max(0, len(turns) - 1))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Fork, where that was asked; else read a turn again."""
        turn = event.option_index + 1
        if self._asked:
            self._fork(self._asked)
        elif turn <= len(past_turns(self.session, self.language)):
            self.app.push_screen(PastTurnScreen(turn))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """A question about another turn is none any more; rows that are laid out anew are the same turns."""
        if event.option_index + 1 != self._asked:
            self._ask(0)

    def action_fork(self) -> None:
        """Ask whether to begin another game there."""
        place = self.query_one(Listing).highlighted
        if place is not None:
            self._ask(place + 1)

    def _ask(self, turn: int) -> None:
        self._asked = turn
        self.put("#question", self.say("fork_ask", turn=turn) if turn else "")
        self.query_one("#question").set_class(not turn, "empty")

    def _fork(self, turn: int) -> None:
        before = self.session.journal
        try:
            other = fork_beside(self.session, turn)
        except JournalError as error:
            self.notify(plain(str(error)), severity="error", markup=False)
            return
        self.app.pop_screen()
        self.main.begin(other)
        told = [self.say("fork_done", turn=turn)]
        told += [self.say("fork_left", path=before.path.name)] if before else []
        self.notify(plain(" ".join(told)), markup=False, timeout=12)

    def action_back(self) -> None:
        """Away from a question first."""
        if self._asked:
            self._ask(0)
        else:
            self.app.pop_screen()


class PastTurnScreen(OutcomeScreen):
    """The outcome of a turn, as it was told then, all at once."""

    BINDINGS: ClassVar = bindings([BACK])

    def on_mount(self) -> None:
        """All of it is there from the beginning."""
        self.refresh_texts()
        self.query_one("#page").focus()
        self.reveal_all()

    def write_keys(self) -> None:
        """The keys at the foot."""
        self.put("#keys", self.foot(PAST_TURN_SCREEN, self.say("keys_scroll")))

    def action_go_on(self) -> None:
        """Back to the turns."""
        self.action_back()
