"""After the last turn: what came of the other chair, a joint statement, and a sentence of one's own."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from dosmesas.journal.records import MOST_LETTERS
from dosmesas.session.coda.kept import kept_statement
from dosmesas.session.coda.statement import Stood, draft, let_stand
from dosmesas.session.coda.told import swap_again, swap_title
from dosmesas.session.debates.cards import basis_of
from dosmesas.session.notes import SentenceError
from dosmesas.session.why import claim_line
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import SIGN_SCREEN, TOLD_SCREEN
from dosmesas.tui.drawing import hand
from dosmesas.tui.drawing.ink import STRONG, folded
from dosmesas.tui.drawn import Draw
from dosmesas.tui.screens.base import GameScreen
from dosmesas.tui.screens.debating import Caption
from dosmesas.tui.screens.late import late
from dosmesas.tui.screens.picking import PickScreen
from dosmesas.tui.screens.reading import ReadingScreen


class ToldScreen(ReadingScreen):
    """What came of a part, to read before going on."""

    commands = TOLD_SCREEN
    BINDINGS: ClassVar = bindings(TOLD_SCREEN)

    def __init__(self, seat: str) -> None:
        super().__init__()
        self.seat = seat

    def action_go_on(self) -> None:
        """It has been read."""
        if late(self):
            return
        self.main.course.told()
        super().action_go_on()


class SwapToldScreen(ToldScreen):
    """What the player kept from the other chair, beside what its office and the best case kept, and why."""

    def heading(self) -> str:
        """Whose chair it was."""
        return swap_title(self.session, self.main.course.swap(self.seat), self.language)

    def lines(self) -> list[str]:
        """What was said, what befell it, and the three numbers."""
        told = swap_again(self.session, self.main.course.swap(self.seat), self.language)
        return [line for text in told for line in (text, "")]


class StatementToldScreen(ToldScreen):
    """The statement that was signed."""

    def heading(self) -> str:
        """What it is."""
        return self._draft()[0]

    def lines(self) -> list[str]:
        """What was signed."""
        return self._draft()[1:]

    def _draft(self) -> list[str]:
        return draft(self.session, kept_statement(self.session) or (), self.language)


class StatementScreen(PickScreen):
    """The claims that both sides let stand, to sign or to leave."""

    BINDINGS: ClassVar = bindings(SIGN_SCREEN)
    commands = SIGN_SCREEN
    last_row = ("sign_none", "sign_one", "sign_many")
    asks = "sign_asks"
    over = True
    stood: tuple[Stood, ...] = ()

    def header(self) -> str:
        """What it is."""
        return self.say("statement_title")

    def ask(self) -> None:
        """The claims."""
        self.stood = let_stand(self.session)

    def names(self) -> tuple[str, ...]:
        """The claims by id."""
        return tuple(one.claim for one in self.stood)

    def most(self) -> int:
        """All may be signed."""
        return len(self.stood)

    def above(self) -> dict[str, Draw]:
        """The question."""
        return {"said": lambda width: folded(self.say("statement_which"), width, STRONG)}

    def titles(self) -> dict[str, Caption]:
        """What the list is called."""
        return {"cards": self.titled("pane_stood")}

    def row(self, index: int) -> Content:
        """A claim, with where it comes from."""
        pack, name = self.session.pack, self.stood[index].claim
        text = pack.ruleset.dossier.claims[name].text(self.language)
        head = hand.box(index + 1, picked=name in self.picked)
        return hand.line_of(head, text, basis_of(pack, (name,), self.language), self.list_width)

    def opened(self, index: int) -> list[str]:
        """Who brought a claim, and what it is called in the dossier; below the claims, what signing means."""
        if index >= len(self.stood):
            return [self.say("sign_says")]
        one, pack = self.stood[index], self.session.pack
        country = pack.ruleset.countries[one.country].name(self.language)
        return [
            self.say("statement_country", country=country),
            claim_line(pack, one.claim, self.language),
        ]

    def claims(self, index: int) -> tuple[str, ...]:
        """The claim itself."""
        return self.names()[index : index + 1]

    def speak(self, picked: tuple[str, ...]) -> None:
        """Sign."""
        self.main.course.sign(tuple(one for one in self.stood if one.claim in picked))


class SentenceScreen(GameScreen):
    """A line to write on."""

    CSS_PATH = "../styles/lookup.tcss"
    BINDINGS: ClassVar = [("escape", "skip", "")]

    def __init__(self, seat: str) -> None:
        super().__init__()
        self.seat = seat

    def compose(self) -> ComposeResult:
        """Heading, the question, a line, what is wrong with it, keys."""
        yield Static("", id="header", classes="line header", markup=False)
        yield Static("", id="question", classes="pane", markup=False)
        yield Input(id="sentence")
        yield Static("", id="status", classes="pane", markup=False)
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Ask, and wait for the words."""
        office = self.session.pack.ruleset.offices[self.seat].name(self.language)
        self.put("#header", self.say("sentence_title", office=office))
        self.put("#question", self.say("sentence_ask"))
        self.put("#keys", self.say("keys_sentence"))
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """How long it is."""
        count = len(" ".join(event.value.split()))
        self.put("#status", self.say("sentence_count", count=count, most=MOST_LETTERS) if count else "")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep it, or say why not; an empty line leaves it out."""
        if not event.value.strip():
            self.action_skip()
            return
        try:
            self.act(lambda: self.session.say_sentence(self.seat, event.value))
        except SentenceError as error:
            self.put("#status", error.told(self.language))

    def action_skip(self) -> None:
        """Go on without one."""
        if not late(self):
            self.main.leave_out()
