"""After the last turn, in plain mode: the other chair, a joint statement, a sentence."""

from collections.abc import Callable

from attrs import frozen

from dosmesas.debate.judge import Play
from dosmesas.engine.plays import answer_of
from dosmesas.journal.journal import JournalError
from dosmesas.plain.asking import Asker, Picked
from dosmesas.plain.page import Page
from dosmesas.plain.sentence import keep_sentence
from dosmesas.session.coda.course import Part, missing
from dosmesas.session.coda.kept import keep_statement, keep_swap
from dosmesas.session.coda.statement import draft, let_stand
from dosmesas.session.coda.swap import Swap, swap_for
from dosmesas.session.coda.told import swap_heading, swap_lines
from dosmesas.session.debates.asked import case_of, reply_of
from dosmesas.session.debates.standing import standing
from dosmesas.session.debates.tell import DebateTeller
from dosmesas.session.session import Session

_SENTENCE = ("sentence ", "frase ")
_COMMAND_WORDS = 2


@frozen
class Coda:
    """Asks each player in turn for what the save does not have yet; `pass_to` hands the keyboard over."""

    session: Session
    page: Page
    asker: Asker
    pass_to: Callable[[str], None]

    def run(self) -> None:
        """All parts, as far as the input goes."""
        for part in (self._debates, self._sentences):
            try:
                part()
            except EOFError:
                self.page.gap()

    def _debates(self) -> None:
        for one in missing(self.session):
            if one.part is Part.SWAP and (swap := swap_for(self.session, one.seat)):
                self.pass_to(one.seat)
                self._swapped(swap)
            elif one.part is Part.STATEMENT:
                self.pass_to(one.seat)
                self._statement(one.seat)
        if self._debated() and not let_stand(self.session):
            self.page.gap()
            self.page.say("statement_none")

    def _debated(self) -> bool:
        floor, events = self.session.game.tables.floor, self.session.pack.events
        happened = {name for name, _ in self.session.state.happened}
        return any(one.id in happened and floor.is_open(one) for one in events.values())

    def _swapped(self, swap: Swap) -> None:
        language = self.page.language
        teller = DebateTeller(language, self.asker.manner.points)
        self.page.gap()
        self.page.line(swap_heading(self.session, swap, language))
        swap = swap.argued(self._case(swap, teller))
        if swap.debate.against:
            asked = reply_of(self.session, swap.debate, swap.actions, language, seen=False)
            self.page.lines(teller.reply(asked))
            details = tuple(teller.opened(one.card) if one.card else "" for one in asked.answers)
            number = self.asker.number(swap.mine, len(asked.answers), details)
            swap = swap.answered(answer_of(asked.answers[number - 1].action))
        self._keep(lambda: keep_swap(self.session, swap))
        self.page.lines(swap_lines(self.session, swap, language))

    def _keep(self, keep: Callable[[], None]) -> None:
        """Keep a part in the save before it is told; where that fails it is told all the same."""
        try:
            keep()
        except JournalError as error:
            self.page.say("save_failed", problem=error)

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

    def _statement(self, seat: str) -> None:
        stood, language = let_stand(self.session), self.page.language
        self.page.gap()
        self.page.say("statement_heading")
        claims = [line.strip() for line in draft(self.session, stood, language) if line.startswith(" ")]
        self.page.lines(f"{number}. {line}" for number, line in enumerate(claims, 1))
        self.page.say("statement_prompt")
        picks = self.asker.numbers(seat, len(stood), len(stood), ())
        signed = tuple(one for number, one in enumerate(stood, 1) if number in picks)
        self._keep(lambda: keep_statement(self.session, signed))
        if signed:
            self.page.lines(draft(self.session, signed, language))
        else:
            self.page.say("statement_unsigned")

    def _sentences(self) -> None:
        """Ask each player who argued and has left no sentence; an empty line leaves it out."""
        for seat in [one.seat for one in missing(self.session) if one.part is Part.SENTENCE]:
            self.pass_to(seat)
            self.page.gap()
            if len(self.session.setup.seats) > 1:
                office = self.session.pack.ruleset.offices[seat].name(self.page.language)
                self.page.say("sentence_ask_office", office=office)
            else:
                self.page.say("sentence_ask")
            self._sentence(seat)

    def _sentence(self, seat: str) -> None:
        """One player's sentence; a short line that is a command is one, for no sentence begins like that."""
        while True:
            self.page.prompt()
            line = self.asker.read(seat)
            for word in _SENTENCE:
                line = line[len(word) :] if line.lower().startswith(word) else line
            short = len(line.split()) <= _COMMAND_WORDS or line.startswith("?")
            if line and short and self.asker.commands(seat).run(line):
                continue
            if not line or keep_sentence(self.session, seat, line, self.page):
                return
