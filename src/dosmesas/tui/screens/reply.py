"""Standing by one's own case: what was said against it, and the answers with what each would bring back."""

from typing import ClassVar

from textual.widgets import OptionList

from dosmesas.session.debates.asked import ReplyAsked
from dosmesas.tui import cards
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import DEBATE_SCREEN
from dosmesas.tui.home import home_lines
from dosmesas.tui.rounds import Round
from dosmesas.tui.screens.debating import DebateScreen


class ReplyScreen(DebateScreen):
    """One answer out of a list; the home table stands as it would after the one that is highlighted."""

    BINDINGS: ClassVar = bindings(DEBATE_SCREEN)
    commands = DEBATE_SCREEN
    keys_first = "keys_choose"
    asked: ReplyAsked

    def __init__(self, seat: str, round_: Round) -> None:
        super().__init__(seat)
        self.round, self.over = round_, round_.over

    def header(self) -> str:
        """Whose case it was."""
        return self.round.header(self.columns, self.language)

    def ask(self) -> None:
        """What was said, and what can be answered."""
        self.asked = self.round.reply(self.language)

    def above(self) -> list[str]:
        """The choice, the case by number, what was said against it, and the home table."""
        asked, names = self.asked, cards.places_of(self.asked.case)
        at = min(self.query_one(OptionList).highlighted or 0, len(asked.answers) - 1)
        key = "screen_reply" if asked.foe else "screen_reply_floor"
        lines = [self.say("screen_case", label=asked.label)]
        lines += cards.case_rows(asked.case, names, self.columns, whole=False)
        lines.append(self.say(key, office=asked.foe))
        lines += cards.against_rows(asked, names, self.columns, self.language) or [self.say("no_rebuttal")]
        scale = self.round.scale
        made, now = scale.shown(scale.level(asked.made)), scale.shown(scale.level(asked.now))
        lines.append(self.say("swap_stands" if self.over else "reply_stands", made=made, now=now))
        return lines + home_lines(
            asked.answers[at].after, asked.now, self.columns, self.language, scale=scale
        )

    def rows(self) -> list[str]:
        """The answers, numbered."""
        return [
            cards.answer_row(number, one, self.asked, self.columns, self.language, self.round.scale)
            for number, one in enumerate(self.asked.answers, 1)
        ]

    def opened(self, index: int) -> list[str]:
        """What stands behind an answer."""
        return cards.opened_answer(self.asked.answers[index], self.language)

    def claims(self, index: int) -> tuple[str, ...]:
        """What the card of an answer rests on."""
        card = self.asked.answers[index].card
        return card.claims if card else ()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show where the home table would go."""
        super().on_option_list_option_highlighted(event)
        self.stand()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the answer."""
        action = self.asked.answers[event.option_index].action
        self.act(lambda: self.round.speak_reply(action))
