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
from dosmesas.plain.manner import Manner
from dosmesas.plain.page import Page
from dosmesas.plain.patience import Patience
from dosmesas.plain.table import Table
from dosmesas.session.debrief import debrief
from dosmesas.session.decisive import Search
from dosmesas.session.guide import notes_after, notes_at_end, notes_now
from dosmesas.session.hinges import HingeSearch
from dosmesas.session.outcome import outcome_view
from dosmesas.session.session import Session
from dosmesas.session.settings import Settings
from dosmesas.session.tell import Teller
from dosmesas.session.tell_decisive import decisive_lines
from dosmesas.session.tell_hinges import hinge_lines
from dosmesas.session.tell_turn import TurnTeller
from dosmesas.session.turns import finished_turns
from dosmesas.session.views import EVERYBODY, TableView, headline_of, table_view
from dosmesas.text.catalog import say

_CURTAIN_LINES = 60


@define(eq=False)
class PlainGame:
    """One game on a pair of streams."""

    session: Session
    source: TextIO
    page: Page
    settings: Settings = field(factory=Settings)
    manner: Manner = field(init=False)
    asker: Asker = field(init=False)
    table: Table = field(init=False)
    _told: int = 0
    _last_seat: str = ""

    @manner.default
    def _manner(self) -> Manner:
        return Manner(self.settings)

    @asker.default
    def _asker(self) -> Asker:
        return Asker(self.session, self.source, self.page, self.manner)

    @table.default
    def _table(self) -> Table:
        return Table(self.session, self.page, self.manner)

    @property
    def teller(self) -> TurnTeller:
        """Tells a turn in the manner of now."""
        return self.table.teller

    @property
    def _many(self) -> bool:
        return len(self.session.setup.seats) > 1

    def run(self) -> None:
        """Play to the end, or until the player stops or the input ends."""
        self.table.greet()
        self._told = finished_turns(self.session)
        try:
            while not self._played():
                self._told, self._last_seat = finished_turns(self.session), ""
                self.table.begin_again()
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
            self.asker = Asker(self.session, self.source, self.page, self.manner)
            self.table = Table(self.session, self.page, self.manner)
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

    def _turn(self, seat: str) -> None:
        """Ask one seat for one action."""
        state = self.session.state
        self._curtain(seat)
        if state.point in ARGUING:
            self._last_seat = seat
            self.table.notes(notes_now(self.session, seat, self.page.language))
            self.session_decide(seat, DebateAsker(self.session, self.page, self.asker).ask(seat))
            return
        view = table_view(self.session, seat, self.page.language)
        fresh = state.point is Point.WORD or not any(deal.said for deal in view.deals)
        whole = fresh or self._many or self._last_seat != seat
        if whole:
            self.table.show(view)
        self._last_seat = seat
        if state.point is Point.WORD:
            self._ask_word(view)
        else:
            self._ask_choice(view, whole=whole)

    def _ask_word(self, view: TableView) -> None:
        self.page.lines(self.teller.word_question(view))
        answers = [*(deal.id for deal in view.deals), DECLINE, SILENT]
        picked = self.asker.number(view.seat, len(answers), self._opened(view))
        self.session_decide(view.seat, answers[picked - 1])

    def _opened(self, view: TableView) -> tuple[str, ...]:
        """What `? N` opens at the table, while a word is asked too: the option of that number."""
        return tuple(self.teller.option_open(one) for one in view.options)

    def _ask_choice(self, view: TableView, *, whole: bool) -> None:
        if not whole:
            self.table.notes(notes_now(self.session, view.seat, self.page.language))
        self.page.lines(self.teller.words_said(view))
        if self.table.is_first(view):
            self.page.lines(self.teller.situation(view))
        self.page.say("choose_prompt")
        self._choose(view.seat)

    def _choose(self, seat: str) -> None:
        view = table_view(self.session, seat, self.page.language)
        while True:
            option = view.options[self.asker.number(seat, len(view.options), self._opened(view)) - 1]
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

    def _pass_to(self, seat: str) -> None:
        """After the last turn: each part is one player's."""
        self._curtain(seat)
        self._last_seat = seat

    def _tell_finished(self) -> None:
        """Tell the outcome of every turn that has ended since."""
        while self._told < finished_turns(self.session):
            self._told += 1
            seats = self.session.setup.seats
            seat = seats[0] if len(seats) == 1 else EVERYBODY
            language, points = self.page.language, self.manner.points
            view = outcome_view(self.session, self._told, seat, language, points=points)
            shown = headline_of(self.session, seat) if seat else self.session.pack.headline
            self.page.lines(self.teller.outcome(view, shown))
            self.table.notes(notes_after(self.session, self._told, language))

    def _end(self) -> None:
        self._tell_finished()
        Coda(self.session, self.page, self.asker, self._pass_to).run()
        self.table.notes(notes_at_end(self.session, self.page.language))
        end_of_game(self.session, self.page)
        self.page.gap()
        self.page.line(self.asker.commands("").saved())


def end_of_game(session: Session, page: Page) -> None:
    """The outlook, the ending and the debrief."""
    page.gap()
    page.say("outlook_line", steps=OUTLOOK_STEPS)
    page.lines(Teller(page.language).debrief(debrief(session, page.language), _mattered(session, page)))
    source = session.pack.ruleset.dossier.source
    page.gap()
    page.say(
        "source_line",
        authors=", ".join(source.authors),
        title=source.title,
        published=source.published_in,
        year=source.year,
    )


def _mattered(session: Session, page: Page) -> list[str]:
    """The choice and the claims that mattered most; whoever waits at a terminal is told what for."""
    search, patience = Search(session), Patience(say(page.language, "decisive_working"))
    for _ in search.steps():
        patience.wait(page)
    hinges = HingeSearch(session)
    for _ in hinges.steps():
        patience.wait(page)
    hung = hinge_lines(session, hinges.found(), len(hinges.claims), page.language)
    return [*decisive_lines(session, search.found(), page.language), *hung]
