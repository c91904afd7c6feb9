"""The ledger: every receipt by turn, narrowed by indicator, claim, source or words; Enter opens the why."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, OptionList, Static

from dosmesas.session.ledger import By, Filter, Ledger, Line, eyes, ledger
from dosmesas.session.tell_ledger import LedgerTeller
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import LEDGER_SCREEN
from dosmesas.tui.drawing.ledger_rows import LedgerRows
from dosmesas.tui.folds import Folds
from dosmesas.tui.listing import Listing
from dosmesas.tui.rows import Row
from dosmesas.tui.screens.base import GameScreen

_NEXT = {By.ALL: By.INDICATOR, By.INDICATOR: By.CLAIM, By.CLAIM: By.SOURCE, By.SOURCE: By.ALL}


class LedgerScreen(GameScreen):
    """Read by the one at the keyboard; `about` names an indicator, claim or source to begin with."""

    CSS_PATH = "../styles/books.tcss"
    BINDINGS: ClassVar = [
        *bindings(LEDGER_SCREEN),
        ("left", "other(-1)", ""),
        ("right", "other(1)", ""),
    ]

    def __init__(self, seat: str = "", about: str = "") -> None:
        super().__init__()
        self.seat, self.about = seat, about
        self.wanted, self.folds = Filter(), Folds()
        self.book: Ledger | None = None
        self._rows: list[Line | int] = []

    def compose(self) -> ComposeResult:
        """Heading, what is looked for, the lines, their sum, the keys."""
        yield Static("", id="header", classes="line header", markup=False)
        yield Static("", id="said", classes="said", markup=False)
        yield Input(id="words")
        yield Listing("lines")
        yield Static("", id="total", classes="total", markup=False)
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Read the ledger, which may take a moment, beside the screen."""
        self.query_one(Listing).focus()
        self.refresh_texts()

    def refresh_texts(self) -> None:
        """Write all again."""
        self.put("#header", self.say("ledger_title"))
        self.put("#keys", self.foot(LEDGER_SCREEN, self.say("keys_ledger")))
        self.query_one(Input).placeholder = self.say("ledger_type")
        self.run_worker(self._read, thread=True, exclusive=True)

    def _read(self) -> None:
        book = ledger(self.session, eyes(self.session, self.seat), self.language)
        self.app.call_from_thread(self._show, book)

    def _show(self, book: Ledger) -> None:
        if not self.is_attached:  # the player has gone on meanwhile
            return
        self.book = book
        if self.about:
            self.wanted, self.about = book.meant(self.about), ""
        self._list()

    @property
    def teller(self) -> LedgerTeller:
        """The ledger in words; only asked once it is read."""
        return LedgerTeller(self.book or Ledger((), {}, {}, 0), self.language)

    def _list(self, cursor: int | None = None) -> None:
        """The lines that the filter leaves, each turn folded or not."""
        teller, book = self.teller, self.teller.book
        found = book.narrowed(self.wanted)
        self._rows = self.folds.rows(found, book.newest, narrowed=self.wanted != Filter())
        said = teller.filtered(self.wanted, len(found)) if book.lines else self.say("ledger_none_yet")
        self.put("#said", said if found or not book.lines else f"{said} {self.say('ledger_empty')}")
        total = teller.total(self.wanted, found)
        self.query_one("#total").set_class(not total, "empty")
        self.put("#total", total)
        start = self.folds.begin(self._rows) if cursor is None else cursor
        drawer = LedgerRows(found, self.wanted, self.language)
        self.query_one(Listing).show([self._row(one, drawer) for one in self._rows], start)

    def _row(self, one: Line | int, drawer: LedgerRows) -> Row:
        if isinstance(one, Line):
            return Row(self.teller.line(one, self.wanted), draw=partial(drawer.line, one))
        count = sum(line.turn == one for line in drawer.lines)
        text = f"{self.teller.turn(one)} {self.say('ledger_count', count=count)}"
        return Row(text, draw=partial(drawer.turn, text, self.folds.is_open(one)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A turn folds or unfolds; a line opens the why."""
        one = self._rows[event.option_index]
        if isinstance(one, Line):
            self.main.open("why", one.receipt)
            return
        self.folds.turn_over(one)
        self._list(event.option_index)

    def action_by(self) -> None:
        """By indicator, by claim, by source, all."""
        self._want(self.teller.book.stepped(self.wanted, _NEXT[self.wanted.by]))

    def action_other(self, step: int) -> None:
        """The next or the last value of what is filtered by; from all receipts, the first indicator."""
        by = self.wanted.by if self.wanted.by is not By.ALL else By.INDICATOR
        self._want(self.teller.book.stepped(self.wanted, by, step))

    def action_everything(self) -> None:
        """No filter."""
        words = self.query_one(Input)
        words.value = ""
        words.remove_class("-open")
        self._want(Filter())

    def action_find(self) -> None:
        """Type words."""
        self.query_one(Input).add_class("-open").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow while typing."""
        if event.value != self.wanted.words:
            self._want(Filter(self.wanted.by, self.wanted.value, event.value))

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Back to the lines; what names an indicator, claim or source whole is taken for it."""
        words = self.query_one(Input)
        meant = self.teller.book.meant(words.value)
        if meant.by is not By.ALL and self.wanted.by is By.ALL:
            words.value = ""
            self._want(meant)
        words.set_class(bool(words.value), "-open")
        self.query_one(Listing).focus()

    def action_back(self) -> None:
        """From the words to the lines; from the lines away."""
        if self.query_one(Input).has_focus:
            self.query_one(Listing).focus()
        else:
            super().action_back()

    def _want(self, wanted: Filter) -> None:
        self.wanted, self.folds = wanted, Folds()
        self._list()
