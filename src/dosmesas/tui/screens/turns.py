"""The turns so far: read an outcome again, or begin another game from the beginning of a turn."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import OptionList, Static

from dosmesas.journal.journal import JournalError
from dosmesas.session.fork import fork_beside, last_fork
from dosmesas.session.history import past_lines, past_turns, reader, told_again
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import BACK, FLOW, TURNS_SCREEN
from dosmesas.tui.listing import Listing
from dosmesas.tui.rows import Row
from dosmesas.tui.screens.base import GameScreen, plain
from dosmesas.tui.screens.reading import ReadingScreen


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
        yield Listing(id="turns")
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

    def on_option_list_option_highlighted(self) -> None:
        """A question about another turn is none any more."""
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


class PastTurnScreen(ReadingScreen):
    """The outcome of a turn, as it was told then."""

    commands = (FLOW, BACK)
    BINDINGS: ClassVar = bindings(commands)

    def __init__(self, turn: int) -> None:
        super().__init__()
        self.turn = turn

    def heading(self) -> str:
        """Which turn it was."""
        month = self.session.pack.begins.plus(self.turn - 1)(self.language)
        return self.say("turn_heading", turn=self.turn, turns=self.session.pack.turns, month=month)

    def lines(self) -> list[str]:
        """The outcome in words."""
        return told_again(self.session, self.turn, self.language)

    def action_flow(self) -> None:
        """The flow sheet of this turn."""
        self.main.open_flow(reader(self.session), self.turn)
