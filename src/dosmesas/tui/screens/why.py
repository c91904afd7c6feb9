"""Why a number moved: the tree behind it, foldable, down to the paragraph and what speaks against it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.widgets import OptionList, Static

from dosmesas.session.ledger import eyes, seen_indicators
from dosmesas.session.turns import finished_turns
from dosmesas.session.views import EVERYBODY
from dosmesas.session.why_tree import WhyTree, tree_of, tree_of_receipt
from dosmesas.text.number import signed
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import WHY_SCREEN
from dosmesas.tui.listing import Listing
from dosmesas.tui.rows import Leaf, Place, Row, foldable, in_sight, row_of
from dosmesas.tui.screens.base import GameScreen

_WIDE = 110


class WhyScreen(GameScreen):
    """The debrief opens what was hidden. Claims that stood whole in sight count as read.

    `about` is an indicator, or a receipt: then its own branch stands open.
    """

    CSS_PATH = "../styles/books.tcss"
    BINDINGS: ClassVar = [
        *bindings(WHY_SCREEN),
        ("left", "unfold(False)", ""),
        ("right", "unfold(True)", ""),
    ]

    def __init__(self, seat: str = "", about: str = "") -> None:
        super().__init__()
        self.seat, self.about = seat, about
        self.indicator, self.turn = "", 0
        self.grown: WhyTree | None = None
        self._unfolded: frozenset[Place] = frozenset()
        self._leaves: list[Leaf] = []
        self._read: dict[str, None] = {}

    def compose(self) -> ComposeResult:
        """Heading, the numbers and the tree, the keys."""
        yield Static("", id="header", classes="line header", markup=False)
        yield Static("", id="said", classes="said", markup=False)
        with Horizontal(id="behind"):
            yield Listing("numbers")
            yield Listing("tree")
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with what it is about, else with the first number of the office."""
        names = [name for name, _ in self._names()]
        self.turn = finished_turns(self.session)
        if self.about[:1].isdigit():
            self.turn = int(self.about.partition(".")[0])
        found = next((one for one in self.session.receipts if one.id == self.about), None)
        subject = found.indicator if found else self.about
        self.indicator = subject if subject in names else "" if found else names[0]
        self._grow()
        self._write()
        self.query_one("#tree").focus()

    def on_resize(self, event: Resize) -> None:
        """Both columns where there is room."""
        super().on_resize(event)
        self.set_class(event.size.width >= _WIDE, "-wide")

    def refresh_texts(self) -> None:
        """Write all again, in another language; what was unfolded stays so."""
        unfolded = self._unfolded
        self._grow()
        self._unfolded = unfolded
        self._write()

    def _eyes(self) -> str | None:
        return eyes(self.session, self.seat)

    def _names(self) -> tuple[tuple[str, str], ...]:
        return seen_indicators(self.session, self._eyes(), self.language)

    def _grow(self) -> None:
        """The tree of the number, or of the receipt that moved none; the largest reason stands open."""
        where = self._eyes(), self.language
        if self.indicator:
            self.grown = tree_of(self.session, self.indicator, self.turn, *where)
        else:
            self.grown = tree_of_receipt(self.session, self.about, *where)
        place = self.grown.place_of(self.about)
        self._unfolded = frozenset({(place,)} if self.grown.branches else ())

    def _write(self, cursor: Place = ()) -> None:
        tree = self.grown
        if tree is None:
            return
        self.put("#header", self.say("why_title"))
        self.put("#said", "\n".join(tree.heading))
        self.put("#keys", self.foot(WHY_SCREEN, self.say("keys_why")))
        numbers = self.query_one("#numbers", Listing)
        names = [name for name, _ in self._names()]
        place = names.index(self.indicator) if self.indicator in names else 0
        numbers.show([Row(self._number(one, name)) for one, name in self._names()], place)
        self._spread(cursor or next(iter(sorted(self._unfolded)), ()))

    def _number(self, indicator: str, name: str) -> str:
        moved = [
            one.applied
            for one in self.session.receipts
            if one.moves and one.turn == self.turn and one.indicator == indicator
        ]
        return f"{name} {signed(sum(moved))}" if moved else name

    def _spread(self, cursor: Place) -> None:
        """The branches in sight, with the cursor on one of them; what was in sight before has been read."""
        tree = self.query_one("#tree", Listing)
        self._read |= dict.fromkeys(tree.seen())
        self._leaves = [*in_sight(self.grown.branches if self.grown else (), self._unfolded)]
        places = [leaf.place for leaf in self._leaves]
        at = places.index(cursor) if cursor in places else 0
        tree.show([row_of(leaf) for leaf in self._leaves], at)

    def on_listing_seen(self, event: Listing.Seen) -> None:
        """Claims that stood whole in sight have been read."""
        self._read |= dict.fromkeys(event.about)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A branch folds or unfolds; a number is looked into."""
        if event.option_list.id == "numbers":
            self.indicator, self.about = self._names()[event.option_index][0], ""
            self.remove_class("-choosing")
            self._grow()
            self._write()
            self.query_one("#tree").focus()
            return
        leaf = self._leaves[event.option_index]
        self._turn_over(leaf, unfold=bool(leaf.folded))

    def _turn_over(self, leaf: Leaf, *, unfold: bool) -> None:
        if leaf.folded is not None:
            self._unfolded = self._unfolded | {leaf.place} if unfold else self._unfolded - {leaf.place}
            self._spread(leaf.place)

    @property
    def _at(self) -> Leaf | None:
        """The branch under the cursor."""
        place = self.query_one("#tree", Listing).highlighted
        return self._leaves[place] if place is not None and self._leaves else None

    def action_unfold(self, unfold: bool) -> None:
        """Unfold the branch under the cursor, or fold it; from what is folded, go to what it hangs on."""
        leaf = self._at
        if leaf is None:
            return
        if not unfold and leaf.folded is not False and len(leaf.place) > 1:
            self._spread(leaf.place[:-1])
        else:
            self._turn_over(leaf, unfold=unfold)

    def action_fold(self) -> None:
        """Unfold all; where all is unfolded, fold all."""
        every = frozenset(foldable(self.grown.branches if self.grown else ()))
        self._unfolded = frozenset() if every == self._unfolded else every
        at = self._at
        self._spread(at.place if at and at.place in {(), *every} else ())

    def action_number(self) -> None:
        """Choose another number."""
        self.add_class("-choosing")
        self.query_one("#numbers").focus()

    def action_turn(self, step: int) -> None:
        """The turn before or after, as far as there are any."""
        last = max((one.turn for one in self.session.receipts), default=0)
        if self.indicator and 1 <= self.turn + step <= last:
            self.turn, self.about = self.turn + step, ""
            self._grow()
            self._write()

    def action_open(self, room: str) -> None:
        """The dossier opens at the claim under the cursor."""
        leaf = self._at
        self.main.open(room, leaf.branch.claim if leaf and room == "dossier" else "")

    def action_back(self) -> None:
        """Back from the numbers to the tree; else note the claims that were read, and close."""
        if self.has_class("-choosing"):
            self.remove_class("-choosing")
            self.query_one("#tree").focus()
            return
        self.note_read(self._read | dict.fromkeys(self.query_one("#tree", Listing).seen()))
        self.app.pop_screen()

    def action_flow(self) -> None:
        """What was said in the debates; between two players, only what both may see."""
        many = len(self.session.setup.seats) > 1 and not self.session.over
        self.main.open_flow(EVERYBODY if many else self._eyes())
