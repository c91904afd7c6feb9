"""The dossier: its claims, narrowed by typing; and the page of one, from which others can be reached."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, OptionList, Static

from dosmesas.session.dossier import Dossier
from dosmesas.session.grounds import believed_line
from dosmesas.session.ledger import eyes, folded
from dosmesas.session.tell_dossier import Told, page_lines
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import BACK, CLAIM_SCREEN
from dosmesas.tui.listing import Listing
from dosmesas.tui.rows import Row
from dosmesas.tui.screens.base import GameScreen


class DossierScreen(GameScreen):
    """All claims; one counts as read that stood whole on the screen. The typing line keeps the keyboard."""

    CSS_PATH = "../styles/books.tcss"
    BINDINGS: ClassVar = [
        *bindings([BACK]),
        ("up", "move('up')", ""),
        ("down", "move('down')", ""),
        ("pageup", "move('pageup')", ""),
        ("pagedown", "move('pagedown')", ""),
    ]

    def __init__(self, seat: str = "") -> None:
        super().__init__()
        self.seat = seat
        self._lines: dict[str, str] = {}
        self._shown: list[str] = []
        self._read: dict[str, None] = {}

    def compose(self) -> ComposeResult:
        """Heading, typing line, claims, keys."""
        yield Static("", id="header", classes="line header", markup=False)
        yield Input(id="finding")
        yield Listing("claims")
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """All claims at first."""
        self.refresh_texts()
        self.query_one(Input).focus()

    def refresh_texts(self) -> None:
        """Write all again."""
        dossier = Dossier(self.session, eyes(self.session, self.seat), self.language)
        self._lines = {one: believed_line(self.session, one, self.language) for one in dossier.ids}
        count = len(self.session.pack.ruleset.dossier.claims)
        self.put("#header", self.say("dossier_title", count=count))
        self.put("#keys", self.foot([], self.say("keys_find")))
        self.query_one(Input).placeholder = self.say("type_to_find")
        self._narrow()

    def _narrow(self) -> None:
        words = folded(self.query_one(Input).value).split()
        found = {name: folded(line) for name, line in self._lines.items()}
        self._shown = [name for name, line in found.items() if all(word in line for word in words)]
        self.query_one(Listing).show([Row(self._lines[name], about=name) for name in self._shown])

    def on_input_changed(self) -> None:
        """Narrow the list."""
        self._narrow()

    def on_listing_seen(self, event: Listing.Seen) -> None:
        """What stood whole in sight as the player read on is read; what flew by while typing is not."""
        self._read |= dict.fromkeys(event.about)

    def action_move(self, how: str) -> None:
        """Move the cursor while the typing line keeps the keyboard."""
        self.query_one(Listing).move(how)

    def on_input_submitted(self) -> None:
        """Open the claim under the cursor."""
        place = self.query_one(Listing).highlighted
        if place is not None:
            self.app.push_screen(ClaimScreen(self.seat, self._shown[place]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open it with the mouse, or where the list has the keyboard."""
        self.app.push_screen(ClaimScreen(self.seat, self._shown[event.option_index]))

    def action_back(self) -> None:
        """Note what has been read, and close."""
        self.note_read(self._read | dict.fromkeys(self.query_one(Listing).seen()))
        self.app.pop_screen()


class ClaimScreen(GameScreen):
    """One claim: where it stands, how far it counts, who speaks for and against it, what rests on it."""

    CSS_PATH = "../styles/books.tcss"
    BINDINGS: ClassVar = bindings(CLAIM_SCREEN)

    def __init__(self, seat: str, claim: str) -> None:
        super().__init__()
        self.seat, self.claim = seat, claim
        self._before: list[str] = []
        self._told: list[Told] = []
        self._read = {claim: None}

    def compose(self) -> ComposeResult:
        """Heading, the page, the keys."""
        yield Static("", id="header", classes="line header", markup=False)
        yield Listing("page")
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """The page of the claim."""
        self.refresh_texts()
        self.query_one(Listing).focus()

    def refresh_texts(self) -> None:
        """Write the page again."""
        page = Dossier(self.session, eyes(self.session, self.seat), self.language).page(self.claim)
        self._told = page_lines(page, self.language)
        self.put("#header", self.say("page_title", name=self.claim))
        self.put("#keys", self.foot(CLAIM_SCREEN, self.say("keys_claim")))
        self.query_one(Listing).show([_row(one) for one in self._told])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to another claim that the line is about."""
        other = self._told[event.option_index].claim
        if other:
            self._before.append(self.claim)
            self._go(other)

    def _go(self, claim: str) -> None:
        self.claim = claim
        self._read |= {claim: None}
        self.refresh_texts()

    def action_back(self) -> None:
        """Back to the claim before; from the first one, close."""
        if self._before:
            self._go(self._before.pop())
            return
        self.note_read(self._read)
        self.app.pop_screen()


def _row(told: Told) -> Row:
    """A line of a page; what stands under a heading is set in."""
    return Row(told.text.strip(), 2 if told.text.startswith(" ") else 0, heading=told.heading)
