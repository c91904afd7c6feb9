"""Playing in plain mode: one input line is one answer, and the same input gives the same transcript."""

from collections.abc import Callable
from typing import TextIO

from attrs import define, field

from dosmesas.engine.floor import ARGUING
from dosmesas.engine.state import DECLINE, SILENT, Point
from dosmesas.journal.journal import JournalError
from dosmesas.model.limits import OUTLOOK_STEPS
from dosmesas.plain.asking import Asker
from dosmesas.plain.books import ForkedError
from dosmesas.plain.coda import Coda
from dosmesas.plain.commands import QuitGameError, TurnBackError
from dosmesas.plain.debate import DebateAsker
from dosmesas.plain.page import Page
from dosmesas.plain.sentence import ask_for_sentences
from dosmesas.session.debrief import debrief
from dosmesas.session.outcome import outcome_view
from dosmesas.session.session import Session
from dosmesas.session.tell import Teller
from dosmesas.session.tell_turn import TurnTeller
from dosmesas.session.turns import finished_turns
from dosmesas.session.views import EVERYBODY, headline_of, table_view
from dosmesas.session.why import doubts

_CURTAIN_LINES = 60


@define(eq=False)
class PlainGame:
    """One game on a pair of streams."""

    session: Session
    source: TextIO
    page: Page
    teller: TurnTeller = field(init=False)
    asker: Asker = field(init=False)
    _told: int = 0
    _last_seat: str = ""

    @teller.default
    def _teller(self) -> TurnTeller:
        return TurnTeller(self.page.language)

    @asker.default
    def _asker(self) -> Asker:
        return Asker(self.session, self.source, self.page)

    @property
    def _many(self) -> bool:
        return len(self.session.setup.seats) > 1

    def run(self) -> None:
        """Play to the end, or until the player stops or the input ends."""
        self._greet()
        self._told = finished_turns(self.session)
        try:
            while not self._played():
                self._told, self._last_seat = finished_turns(self.session), ""
        except (QuitGameError, EOFError) as stop:
            if isinstance(stop, EOFError):
                self.page.gap()
                self.page.say("input_ended")
            self.page.line(self.asker.commands("").saved())
            self.page.say("bye")

    def _played(self) -> bool:
        """Play on to the end; False where something was taken back, or another game took its place."""
        try:
            while not self.session.over:
                self._step()
                self._tell_finished()
            self._end()
        except TurnBackError:
            return False
        except ForkedError as forked:
            self.session.close()
            self.session = forked.session
            self.asker = Asker(self.session, self.source, self.page)
            return False
        return True

    def _step(self) -> None:
        """Ask the next seat; or, where a save failed while bots were acting, try that again."""
        seat = self.session.next_seat()
        if seat is not None:
            self._turn(seat)
            return
        self.page.prompt()
        if not self.asker.commands("").run(self.asker.read("")):
            self._saving(self.session.settle)

    def _greet(self) -> None:
        pack, language = self.session.pack, self.page.language
        offices = ", ".join(pack.ruleset.offices[seat].name(language) for seat in self.session.setup.seats)
        key, values = (
            ("title_line_many", {"offices": offices}) if self._many else ("title_line", {"office": offices})
        )
        self.page.say(key, pack=pack.title(language), turns=pack.turns, **values)
        self.page.say("how_to_answer")
        if doubts(self.session):
            self.page.say("view_played", view=self.session.game.view.name(language))
        if self.session.state.decisions or self.session.notice:
            title, turn = pack.title(language), min(self.session.state.turn, pack.turns)
            said = self.session.notice
            notice = f"{said[0].upper()}{said[1:].rstrip('.')}." if said else ""
            self.page.say("resumed", pack=title, turn=turn, turns=pack.turns, notice=notice)
            decided = len(self.session.state.decisions) + len(self.session.held)
            self.page.say("resumed_after", count=decided)

    def _turn(self, seat: str) -> None:
        """Ask one seat for one action."""
        state = self.session.state
        self._curtain(seat)
        if state.point in ARGUING:
            self._last_seat = seat
            self.session_decide(seat, DebateAsker(self.session, self.page, self.asker).ask(seat))
            return
        view = table_view(self.session, seat, self.page.language)
        fresh = state.point is Point.WORD or not any(deal.said for deal in view.deals)
        if fresh or self._many or self._last_seat != seat:
            self._show_table(seat)
        self._last_seat = seat
        if state.point is Point.WORD:
            self.page.lines(self.teller.word_question(view))
            answers = [*(deal.id for deal in view.deals), DECLINE, SILENT]
            opened = self.teller.words_open(view)
            self.session_decide(seat, answers[self.asker.number(seat, len(answers), opened) - 1])
        else:
            self.page.lines(self.teller.words_said(view))
            self.page.say("choose_prompt")
            self._choose(seat)

    def _show_table(self, seat: str) -> None:
        view = table_view(self.session, seat, self.page.language)
        self.page.gap()
        if self._many:
            self.page.say("for_office", office=view.office)
        self.page.lines(self.teller.heading(view))
        self.page.lines(self.teller.situation(view))
        self.page.lines(self.teller.options(view))

    def _choose(self, seat: str) -> None:
        view = table_view(self.session, seat, self.page.language)
        while True:
            details = tuple(self.teller.option_open(one) for one in view.options)
            option = view.options[self.asker.number(seat, len(view.options), details) - 1]
            if option.legal:
                self.session_decide(seat, option.id)
                return
            self.page.say("not_legal", needs=option.needs)

    def session_decide(self, seat: str, action: str) -> None:
        """Decide, or say that it could not be saved; then the same question comes again."""
        self._saving(lambda: self.session.decide(seat, action))

    def _saving(self, act: Callable[[], None]) -> None:
        try:
            act()
        except JournalError as error:
            self.page.say("save_failed", problem=error)

    def _curtain(self, seat: str) -> None:
        """Between two players at one keyboard: what the first one chose scrolls away."""
        if not self._many or self._last_seat in {"", seat}:
            return
        if self.page.out.isatty():
            self.page.out.write("\n" * _CURTAIN_LINES)
        office = self.session.pack.ruleset.offices[seat].name(self.page.language)
        self.page.gap()
        self.page.say("curtain", office=office)
        self.asker.read(seat)

    def _tell_finished(self) -> None:
        """Tell the outcome of every turn that has ended since."""
        while self._told < finished_turns(self.session):
            self._told += 1
            seats = self.session.setup.seats
            seat = seats[0] if len(seats) == 1 else EVERYBODY
            view = outcome_view(self.session, self._told, seat, self.page.language)
            shown = headline_of(self.session, seat) if seat else self.session.pack.headline
            self.page.lines(self.teller.outcome(view, shown))

    def _end(self) -> None:
        self._tell_finished()
        Coda(self.session, self.page, self.asker).run()
        ask_for_sentences(self.session, self.page, self.asker.read)
        end_of_game(self.session, self.page)
        self.page.gap()
        self.page.line(self.asker.commands("").saved())


def end_of_game(session: Session, page: Page) -> None:
    """The outlook, the ending and the debrief."""
    page.gap()
    page.say("outlook_line", steps=OUTLOOK_STEPS)
    page.lines(Teller(page.language).debrief(debrief(session, page.language)))
    source = session.pack.ruleset.dossier.source
    page.gap()
    page.say(
        "source_line",
        authors=", ".join(source.authors),
        title=source.title,
        published=source.published_in,
        year=source.year,
    )
