"""Why a number moved: a list of indicators, and the reasons of the one that is highlighted."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from dosmesas.session.tell import Teller
from dosmesas.session.views import EVERYBODY
from dosmesas.session.why import why
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import BACK, FLOW
from dosmesas.tui.flow import finished_turns
from dosmesas.tui.screens.base import GameScreen, plain


class WhyScreen(GameScreen):
    """Reads the last turn that is over; the debrief opens what was hidden. Claims shown count as read."""

    CSS_PATH = "../styles/lookup.tcss"
    BINDINGS: ClassVar = bindings([FLOW, BACK])

    def __init__(self) -> None:
        super().__init__()
        self._read: dict[str, None] = {}

    def compose(self) -> ComposeResult:
        """Two columns and a line of keys."""
        yield Static(self.say("why_title"), classes="line header", markup=False)
        with Horizontal():
            yield OptionList(
                *(Option(plain(name)) for _, name in self._indicators()), id="names", markup=False
            )
            with VerticalScroll(id="answer-pane", can_focus=False):
                yield Static("", id="answer", markup=False)
        yield Static(self.foot([FLOW, BACK]), classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the first indicator of the office."""
        self.query_one(OptionList).focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the reasons."""
        name = self._indicators()[event.option_index][0]
        turn = finished_turns(self.session)
        found = why(self.session, name, turn, self._seat(), self.language)
        self._read |= dict.fromkeys(claim for reason in found.reasons for claim in reason.cited)
        self.put("#answer", "\n".join(Teller(self.language).why(found)))

    def action_back(self) -> None:
        """Note the claims that stood behind the numbers, and close."""
        self.note_read(self._read)
        self.app.pop_screen()

    def action_flow(self) -> None:
        """What was said in the debates; between two players, only what both may see."""
        many = len(self.session.setup.seats) > 1 and not self.session.over
        self.main.open_flow(EVERYBODY if many else self._seat())

    def _seat(self) -> str | None:
        return None if self.session.over else self.main.last_seat or self.session.setup.seats[0]

    def _indicators(self) -> list[tuple[str, str]]:
        seat = self._seat()
        indicators = self.session.pack.ruleset.indicators.values()
        return [(one.id, one.name(self.language)) for one in indicators if seat is None or one.seen(seat)]
