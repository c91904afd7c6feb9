"""Picking cards: a case for one's own choice, or rebuttals of another's."""

from typing import ClassVar

from textual.widgets import OptionList

from dosmesas.session.debates.asked import (
    CaseAsked,
    RebutAsked,
    action_of,
    rebut_asked,
)
from dosmesas.tui import cards
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import PICK_SCREEN
from dosmesas.tui.home import Picked, home_lines
from dosmesas.tui.rounds import Round
from dosmesas.tui.screens.base import plain
from dosmesas.tui.screens.debating import DebateScreen

_BRIEFLY = 3
"""Seconds that a refusal stays on the screen."""


class PickScreen(DebateScreen):
    """A list of cards to pick from, and below them a row that speaks."""

    BINDINGS: ClassVar = bindings(PICK_SCREEN)
    commands = PICK_SCREEN
    keys_first = "keys_pick"
    last_row = ("speak_none", "speak_one", "speak_many")
    """What the last row says with no card picked, with one, and with more."""

    def __init__(self, seat: str) -> None:
        super().__init__(seat)
        self.picked: list[str] = []

    def names(self) -> tuple[str, ...]:
        """The cards, in the order of the list."""
        raise NotImplementedError

    def most(self) -> int:
        """How many may be picked."""
        raise NotImplementedError

    def row(self, index: int) -> str:
        """The row of a card."""
        raise NotImplementedError

    def rows(self) -> list[str]:
        """The cards, then the row that speaks."""
        return [*(self.row(index) for index in range(len(self.names()))), self._last()]

    def head(self, index: int) -> str:
        """The number of a card; the sign of the row that speaks."""
        return super().head(index) if index < len(self.names()) else ">"

    def _last(self) -> str:
        count = len(self.picked)
        return f" >     {self.say(self.last_row[min(count, 2)], count=count)}"

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
        listed = self.query_one(OptionList)
        listed.replace_option_prompt_at_index(index, plain(self.row(index)))
        listed.replace_option_prompt_at_index(len(self.names()), plain(self._last()))
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
        """Say what has been picked."""
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

    def above(self) -> list[str]:
        """The choice, and the home table as it would stand with the cards picked."""
        numbered = [(str(n), card) for n, card in enumerate(self.asked.cards, 1) if card.id in self.picked]
        status = self.say("picked_line", count=len(self.picked), most=self.most())
        picked, now = (
            Picked(status, cards.marks(numbered)),
            self.round.standing(tuple(self.picked), self.language),
        )
        table = home_lines(now, self.asked.before, self.columns, self.language, picked, self.round.scale)
        return [self.say("screen_case", label=self.asked.label), *table]

    def row(self, index: int) -> str:
        """A card with what it answers."""
        card = self.asked.cards[index]
        return cards.row(
            cards.box(index + 1, picked=card.id in self.picked), card.face, cards.tag(card), self.columns
        )

    def opened(self, index: int) -> list[str]:
        """What stands behind a card; below the cards, what speaking means."""
        if index >= len(self.asked.cards):
            return [self.say("swap_speaks" if self.over else "case_speaks")]
        return cards.opened(self.asked.cards[index], self.language)

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

    def above(self) -> list[str]:
        """Their choice, their case, and what their home table doubts."""
        asked, letters = self.asked, cards.letters_of(self.asked.case)
        lines = [self.say("screen_rebut", office=asked.office, label=asked.label)]
        lines += cards.case_rows(asked.case, letters, self.columns) or [self.say("no_case").strip()]
        on_table = cards.marks((letters[card.id], card) for card in asked.case)
        status = self.say("picked_theirs")
        lines += home_lines(asked.before, asked.before, self.columns, self.language, Picked(status, on_table))
        return [*lines, self.say("picked_against", count=len(self.picked), most=self.most())]

    def row(self, index: int) -> str:
        """A rebuttal with what it hits."""
        one = self.asked.cards[index]
        hits = cards.target_tag(one, cards.letters_of(self.asked.case), self.language)
        head = cards.box(index + 1, picked=one.card.id in self.picked)
        return cards.row(head, one.card.face, hits, self.columns)

    def opened(self, index: int) -> list[str]:
        """What stands behind a rebuttal."""
        if index >= len(self.asked.cards):
            return [self.say("rebut_speaks")]
        return cards.opened_target(self.asked.cards[index], self.language)

    def claims(self, index: int) -> tuple[str, ...]:
        """What a rebuttal rests on."""
        return self.asked.cards[index].card.claims if index < len(self.asked.cards) else ()
