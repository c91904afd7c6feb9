"""Picking cards: a case for one's own choice, or rebuttals of another's."""

from functools import partial
from typing import ClassVar

from textual.content import Content
from textual.widgets import OptionList

from dosmesas.session.debates.asked import (
    CaseAsked,
    RebutAsked,
    action_of,
    rebut_asked,
)
from dosmesas.session.debates.cards import CardView
from dosmesas.session.debates.standing import Standing
from dosmesas.tui import marks
from dosmesas.tui.bindings import bindings
from dosmesas.tui.choices import Pointed
from dosmesas.tui.commands import PICK_SCREEN
from dosmesas.tui.drawing import hand
from dosmesas.tui.drawing.bars import CARRIED
from dosmesas.tui.drawing.ink import QUIET, folded, ink
from dosmesas.tui.drawing.standing import Picked, standing_lines
from dosmesas.tui.drawn import Draw
from dosmesas.tui.rounds import Round
from dosmesas.tui.screens.base import plain
from dosmesas.tui.screens.debating import Caption, DebateScreen

_BRIEFLY = 3
"""Seconds that a refusal stays on the screen."""


class PickScreen(DebateScreen):
    """A list of cards to pick from, and below them a row that speaks."""

    BINDINGS: ClassVar = bindings(PICK_SCREEN)
    commands = PICK_SCREEN
    keys_first = "keys_pick"
    last_row = ("speak_none", "speak_one", "speak_many")
    """What the last row says with no card picked, with one, and with more."""
    asks = "speak_asks"
    """What is asked where nothing is picked."""

    def __init__(self, seat: str) -> None:
        super().__init__(seat)
        self.picked: list[str] = []

    def names(self) -> tuple[str, ...]:
        """The cards, in the order of the list."""
        raise NotImplementedError

    def most(self) -> int:
        """How many may be picked."""
        raise NotImplementedError

    def row(self, index: int) -> Content:
        """The row of a card."""
        raise NotImplementedError

    def rows(self) -> list[Content]:
        """The cards, then the row that speaks."""
        return [*(self.row(index) for index in range(len(self.names()))), self._last()]

    def head(self, index: int) -> str:
        """The number of a card; the sign of the row that speaks."""
        return super().head(index) if index < len(self.names()) else marks.SPEAK

    def _last(self) -> Content:
        count = len(self.picked)
        text = self.say(self.last_row[min(count, 2)], count=count)
        return hand.line_of(f"  {marks.SPEAK}     ", text, "", self.list_width)

    @property
    def list_width(self) -> int:
        """The columns of a row of the list; a pane may stand beside it."""
        return self.columns - (self.space.beside if self.space.wide and self.picked_beside() else 0)

    @property
    def hand(self) -> hand.Hand:
        """How cards are drawn in the list."""
        return hand.Hand(self.list_width, self.language, self.space.wide)

    def digit(self, index: int) -> None:
        """Go to a card and pick it, or take it back."""
        super().digit(index)
        self._toggle(index)

    def action_pick(self) -> None:
        """Pick the card that is highlighted, or take it back."""
        self._toggle(self.query_one(OptionList).highlighted or 0)

    def _toggle(self, index: int) -> bool:
        """Whether the card could be picked or taken back; where it could not, say why."""
        if index >= len(self.names()):
            return False
        name = self.names()[index]
        if name in self.picked:
            self.picked.remove(name)
        elif len(self.picked) >= self.most():
            self.notify(plain(self.say("pick_full", most=self.most())), markup=False, timeout=_BRIEFLY)
            return False
        else:
            self.picked.append(name)
        listed = self.query_one(Pointed)
        listed.rewrite(index, self.row(index))
        listed.rewrite(len(self.names()), self._last())
        self.stand()
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter picks a card and goes on: to the next, or once no more fit to the last row, which speaks."""
        index, last = event.option_index, len(self.names())
        if index == last:
            self.action_speak()
        elif self.names()[index] in self.picked or self._toggle(index):
            full = len(self.picked) >= self.most()
            self.query_one(OptionList).highlighted = last if full else index + 1

    def action_speak(self) -> None:
        """Say what has been picked; where that is nothing, ask first, on the row that says so."""
        listed, last = self.query_one(OptionList), len(self.names())
        if last and not self.picked and listed.highlighted != last:
            listed.highlighted = last
            self.notify(plain(self.say(self.asks)), markup=False, timeout=_BRIEFLY)
            return
        self.act(lambda: self.speak(tuple(self.picked)))

    def speak(self, picked: tuple[str, ...]) -> None:
        """Where it goes; each screen has its own. JournalError where it cannot be saved."""
        raise NotImplementedError


class CaseScreen(PickScreen):
    """The case for a choice; the home table moves with every card."""

    asked: CaseAsked

    def __init__(self, seat: str, round_: Round) -> None:
        super().__init__(seat)
        self.round, self.over = round_, round_.over

    def header(self) -> str:
        """Whose case it is."""
        return self.round.header(self.columns, self.language)

    def ask(self) -> None:
        """The hand."""
        self.asked = self.round.case(self.language)

    def speak(self, picked: tuple[str, ...]) -> None:
        """Make the case."""
        self.round.speak_case(action_of(picked))

    def names(self) -> tuple[str, ...]:
        """The cards of the hand."""
        return tuple(card.id for card in self.asked.cards)

    def most(self) -> int:
        """How many cards a case may have."""
        return self.asked.most

    def above(self) -> dict[str, Draw]:
        """The choice, and the home table as it would stand with the cards picked."""
        now = self.round.standing(tuple(self.picked), self.language)
        return {"home": partial(self._home, now)}

    def _home(self, now: Standing, width: int) -> list[Content]:
        status = self.say("picked_line", count=len(self.picked), most=self.most())
        return standing_lines(
            now,
            self.asked.before,
            width,
            self.language,
            head="" if self.fits(self._heading()) else self._heading(),
            legend=self._legend(),
            picked=Picked(status, hand.under(self._mine())),
            scale=self.round.scale,
        )

    def _heading(self) -> str:
        return self.say("screen_case", label=self.asked.label)

    def _legend(self) -> list[str]:
        """What numbers, bars and signs mean."""
        scale = self.round.scale
        line = self.say("pane_line", line=scale.shown(CARRIED * 1000))
        return [self.say(scale.legend), line, self.say("pane_with_picked"), self.say("pane_doubts")]

    def _mine(self) -> list[tuple[str, CardView]]:
        """The cards that are picked, by number."""
        return [(str(n), card) for n, card in enumerate(self.asked.cards, 1) if card.id in self.picked]

    def titles(self) -> dict[str, Caption]:
        """What the panes are called."""
        return {
            "home": self.titled("pane_home", self._legend(), instead=self._heading()),
            "cards": self.titled("pane_hand"),
            "picked-pane": self.titled("pane_say"),
        }

    def picked_beside(self) -> Draw:
        """What is said, card by card."""

        def draw(width: int) -> list[Content]:
            lines = hand.picked_lines(self._mine(), width)
            return lines or folded(self.say("pane_say_none", most=self.most()), width, QUIET)

        return draw

    def row(self, index: int) -> Content:
        """A card with what it answers."""
        card = self.asked.cards[index]
        head = hand.box(index + 1, picked=card.id in self.picked)
        return self.hand.card(head, card, hand.does(card))

    def opened(self, index: int) -> list[str]:
        """What stands behind a card; below the cards, what speaking means."""
        if index >= len(self.asked.cards):
            return [self.say("swap_speaks" if self.over else "case_speaks")]
        return hand.opened(self.asked.cards[index], self.session.pack, self.language)

    def claims(self, index: int) -> tuple[str, ...]:
        """What a card rests on."""
        return self.asked.cards[index].claims if index < len(self.asked.cards) else ()


class RebutScreen(PickScreen):
    """Another office's case, and what can be said against it."""

    asked: RebutAsked

    def ask(self) -> None:
        """The case, and the rebuttals."""
        self.asked = rebut_asked(self.session, self.seat, self.language)

    def speak(self, picked: tuple[str, ...]) -> None:
        """Say it."""
        self.session.decide(self.seat, action_of(picked))

    def names(self) -> tuple[str, ...]:
        """The rebuttals."""
        return tuple(one.card.id for one in self.asked.cards)

    def most(self) -> int:
        """How many rebuttals may be said."""
        return self.asked.most

    def above(self) -> dict[str, Draw]:
        """Their choice and their case; what their home table doubts."""
        return {"said": self._said, "home": self._home}

    def _said(self, width: int) -> list[Content]:
        asked, letters = self.asked, hand.letters_of(self.asked.case)
        cards = hand.case_lines(asked.case, letters, width, warrants=self.space.wide)
        return [*self.headed(self._heading(), width), *(cards or [ink(self.say("no_case").strip())])]

    def _heading(self) -> str:
        return self.say("screen_rebut", office=self.asked.office, label=self.asked.label)

    def _home(self, width: int) -> list[Content]:
        asked, letters = self.asked, hand.letters_of(self.asked.case)
        on_table = hand.under((letters[card.id], card) for card in asked.case)
        picked = Picked(self.say("picked_theirs"), on_table)
        return standing_lines(asked.before, asked.before, width, self.language, picked=picked)

    def titles(self) -> dict[str, Caption]:
        """What the panes are called."""
        count = self.say("picked_count", count=len(self.picked), most=self.most())
        return {
            "said": self.titled("pane_theirs", instead=self._heading()),
            "home": self.titled("pane_their_home", [self.say("pane_share"), self.say("pane_doubts")]),
            "cards": self.titled("pane_against", count=count),
            "picked-pane": self.titled("pane_say"),
        }

    def picked_beside(self) -> Draw:
        """What is said, card by card."""

        def draw(width: int) -> list[Content]:
            mine = [
                (str(n), one.card) for n, one in enumerate(self.asked.cards, 1) if one.card.id in self.picked
            ]
            lines = hand.picked_lines(mine, width)
            return lines or folded(self.say("pane_say_none", most=self.most()), width, QUIET)

        return draw

    def row(self, index: int) -> Content:
        """A rebuttal with what it hits."""
        one = self.asked.cards[index]
        hits = hand.aims(one, hand.letters_of(self.asked.case), self.language)
        return self.hand.card(hand.box(index + 1, picked=one.card.id in self.picked), one.card, hits)

    def opened(self, index: int) -> list[str]:
        """What stands behind a rebuttal."""
        if index >= len(self.asked.cards):
            return [self.say("rebut_speaks")]
        return hand.opened_target(self.asked.cards[index], self.session.pack, self.language)

    def claims(self, index: int) -> tuple[str, ...]:
        """What a rebuttal rests on."""
        return self.asked.cards[index].card.claims if index < len(self.asked.cards) else ()
