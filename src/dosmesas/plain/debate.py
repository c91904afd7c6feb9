"""Arguing in plain mode: a case from numbered cards, rebuttals, one answer."""

from attrs import frozen

from dosmesas.engine.state import Point
from dosmesas.plain.asking import Asker, Picked
from dosmesas.plain.page import Page
from dosmesas.session.debates.asked import action_of, case_asked, rebut_asked, reply_asked, standing_with
from dosmesas.session.debates.tell import DebateTeller
from dosmesas.session.session import Session


@frozen
class DebateAsker:
    """Asks a seat for what it says in a debate."""

    session: Session
    page: Page
    asker: Asker

    @property
    def _teller(self) -> DebateTeller:
        return DebateTeller(self.page.language, self.asker.manner.points)

    def ask(self, seat: str) -> str:
        """The action of a seat at the present point of the debate."""
        asking = {Point.CASE: self._case, Point.REBUT: self._rebut, Point.REPLY: self._reply}
        return asking[self.session.state.point](seat)

    def _case(self, seat: str) -> str:
        language = self.page.language
        asked = case_asked(self.session, seat, language)
        made = self.session.state.decisions
        again = any(one.point is Point.CASE and one.seat == seat for one in made)
        self.page.lines(self._teller.case(asked, again=again))

        def cards(picks: Picked) -> tuple[str, ...]:
            return tuple(asked.cards[pick - 1].id for pick in picks)

        def tried(picks: Picked) -> str:
            return self._teller.tried(standing_with(self.session, seat, cards(picks), language))

        details = tuple(self._teller.opened(card) for card in asked.cards)
        cited = tuple(card.claims for card in asked.cards)
        picks = self.asker.numbers(seat, len(asked.cards), asked.most, details, tried, cited)
        self.page.line(self._teller.spoken(standing_with(self.session, seat, cards(picks), language)))
        return action_of(cards(picks))

    def _rebut(self, seat: str) -> str:
        asked = rebut_asked(self.session, seat, self.page.language)
        self.page.lines(self._teller.rebut(asked))
        details = tuple(self._teller.opened(one.card) for one in asked.cards)
        cited = tuple(one.card.claims for one in asked.cards)
        picks = self.asker.numbers(seat, len(asked.cards), asked.most, details, cited=cited)
        return action_of(tuple(asked.cards[pick - 1].card.id for pick in picks))

    def _reply(self, seat: str) -> str:
        asked = reply_asked(self.session, seat, self.page.language)
        self.page.lines(self._teller.reply(asked))
        details = tuple(self._teller.opened(one.card) if one.card else "" for one in asked.answers)
        cited = tuple(one.card.claims if one.card else () for one in asked.answers)
        return asked.answers[self.asker.number(seat, len(asked.answers), details, cited) - 1].action
