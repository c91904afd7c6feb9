"""Standing by one's own case: what was said against it, and the answers with what each would bring back."""

from functools import partial
from typing import ClassVar

from textual.content import Content
from textual.widgets import OptionList

from dosmesas.session.debates.asked import ReplyAsked
from dosmesas.tui.bindings import bindings
from dosmesas.tui.choices import Pointed
from dosmesas.tui.commands import DEBATE_SCREEN
from dosmesas.tui.drawing import hand
from dosmesas.tui.drawing.bars import CARRIED
from dosmesas.tui.drawing.standing import standing_lines
from dosmesas.tui.drawn import Draw
from dosmesas.tui.rounds import Round
from dosmesas.tui.screens.debating import Caption, DebateScreen


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

    def above(self) -> dict[str, Draw]:
        """The case with what was said against it, and the home table as it would stand."""
        at = min(self.query_one(Pointed).highlighted or 0, len(self.asked.answers) - 1)
        return {"said": self._said, "home": partial(self._home, at)}

    def _said(self, width: int) -> list[Content]:
        said = hand.said_lines(self.asked, width, self.language, warrants=self.space.wide)
        return [*self.headed(self._heading(), width), *said]

    def _heading(self) -> str:
        return self.say("screen_case", label=self.asked.label)

    def _home(self, at: int, width: int) -> list[Content]:
        after, now, scale = self.asked.answers[at].after, self.asked.now, self.round.scale
        table = standing_lines(after, now, width, self.language, scale=scale)
        return [*self.headed(self._stands(), width), *table]

    def _stands(self) -> str:
        scale = self.round.scale
        made, now = (scale.shown(scale.level(one)) for one in (self.asked.made, self.asked.now))
        return self.say("swap_stands" if self.over else "reply_stands", made=made, now=now)

    def titles(self) -> dict[str, Caption]:
        """What the panes are called."""
        scale = self.round.scale
        line = self.say("pane_line", line=scale.shown(CARRIED * 1000))
        legend = [self.say(scale.legend), line, self.say("pane_with_answer")]
        return {
            "said": self.titled("pane_said", instead=self._heading()),
            "home": self.titled("pane_home", legend, instead=self._stands()),
            "cards": self.titled("pane_answers"),
        }

    def rows(self) -> list[Content]:
        """The answers, numbered."""
        return [
            hand.answer_row(number, one, self.asked, self.columns, self.language, self.round.scale)
            for number, one in enumerate(self.asked.answers, 1)
        ]

    def opened(self, index: int) -> list[str]:
        """What stands behind an answer."""
        return hand.opened_answer(self.asked.answers[index], self.session.pack, self.language)

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
