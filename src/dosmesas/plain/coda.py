"""After the last turn, in plain mode: the other chair, then a joint statement. An ended input skips them."""

from attrs import frozen

from dosmesas.debate.judge import Play
from dosmesas.engine.plays import answer_of
from dosmesas.plain.asking import Asker, Picked
from dosmesas.plain.page import Page
from dosmesas.session.coda.statement import draft, let_stand
from dosmesas.session.coda.swap import Swap, swap_for
from dosmesas.session.debates.asked import case_of, reply_of
from dosmesas.session.debates.flow import flow_sheet
from dosmesas.session.debates.standing import standing
from dosmesas.session.debates.story import story_of
from dosmesas.session.debates.tell import DebateTeller
from dosmesas.session.debates.tell_flow import FlowTeller
from dosmesas.session.session import Session
from dosmesas.text.number import fixed


@frozen
class Coda:
    """Asks each player in turn."""

    session: Session
    page: Page
    asker: Asker

    def run(self) -> None:
        """Both parts, as far as the input goes."""
        try:
            for seat in self.session.setup.seats:
                swap = swap_for(self.session, seat)
                if swap is not None:
                    self._swapped(swap)
            if any(one for one in self.session.pack.events.values() if self._debated(one.id)):
                self._statement()
        except EOFError:
            self.page.gap()

    def _debated(self, event: str) -> bool:
        happened = {name for name, _ in self.session.state.happened}
        return event in happened and self.session.game.tables.floor.is_open(self.session.pack.events[event])

    def _swapped(self, swap: Swap) -> None:
        language, teller = self.page.language, DebateTeller(self.page.language)
        office = self.session.pack.ruleset.offices[swap.debate.seat].name(language)
        self.page.gap()
        self.page.say("swap_heading", turn=swap.turn, office=office)
        swap = swap.argued(self._case(swap, teller))
        if swap.debate.against:
            asked = reply_of(self.session, swap.debate, swap.actions, language, seen=False)
            self.page.lines(teller.reply(asked))
            details = tuple(teller.opened(one.card) if one.card else "" for one in asked.answers)
            number = self.asker.number(swap.mine, len(asked.answers), details)
            swap = swap.answered(answer_of(asked.answers[number - 1].action))
        sheet = flow_sheet(self.session, swap.turn, swap.debate, None, language)
        told = FlowTeller(language)
        self.page.lines([*told.story(story_of(swap.debate, sheet), mine=True), told.path(sheet)])
        reached, kept, best = (fixed(one, 2) for one in (swap.reached, swap.kept, swap.best))
        self.page.say("swap_result", reached=reached, office=office, kept=kept, best=best)

    def _case(self, swap: Swap, teller: DebateTeller) -> Play:
        language, debate = self.page.language, swap.debate
        asked = case_of(self.session, debate, language, seen=False)
        self.page.lines(teller.case(asked))

        def cards(picks: Picked) -> Play:
            return tuple(sorted(asked.cards[pick - 1].id for pick in picks))

        def tried(picks: Picked) -> str:
            return teller.tried(standing(self.session, debate, cards(picks), language, seen=False))

        details = tuple(teller.opened(card) for card in asked.cards)
        picks = self.asker.numbers(swap.mine, len(asked.cards), asked.most, details, tried)
        return cards(picks)

    def _statement(self) -> None:
        stood = let_stand(self.session)
        self.page.gap()
        if not stood:
            self.page.say("statement_none")
            return
        self.page.say("statement_heading")
        lines = draft(self.session, stood, self.page.language)
        claims = [line.strip() for line in lines if line.startswith(" ")]
        self.page.lines(f"{number}. {line}" for number, line in enumerate(claims, 1))
        self.page.say("statement_prompt")
        picks = self.asker.numbers(self.session.setup.seats[0], len(stood), len(stood), ())
        if not picks:
            self.page.say("statement_unsigned")
            return
        signed = tuple(one for number, one in enumerate(stood, 1) if number in picks)
        self.page.lines(draft(self.session, signed, self.page.language))
