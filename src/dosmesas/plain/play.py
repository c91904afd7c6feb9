"""Playing in plain mode: one input line is one answer, and the same input gives the same transcript."""

from collections.abc import Callable, Iterable
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
from dosmesas.session.debrief import debrief
from dosmesas.session.guide import Note, note_line, notes_after, notes_at_end, notes_now
from dosmesas.session.mandate import mandate_brief
from dosmesas.session.outcome import outcome_view
from dosmesas.session.session import Session
from dosmesas.session.tell import Teller
from dosmesas.session.tell_opening import OpeningTeller
from dosmesas.session.tell_turn import TurnTeller
from dosmesas.session.turns import finished_turns
from dosmesas.session.views import EVERYBODY, TableView, headline_of, table_view
from dosmesas.session.why import doubts

_CURTAIN_LINES = 60


@define(eq=False)
class PlainGame:
    """One game on a pair of streams."""

    session: Session
    source: TextIO
    page: Page
    manner: Manner = field(factory=Manner)
    asker: Asker = field(init=False)
    _told: int = 0
    _last_seat: str = ""

    @asker.default
    def _asker(self) -> Asker:
        return Asker(self.session, self.source, self.page, self.manner)

    @property
    def teller(self) -> TurnTeller:
        """Tells a turn in the manner of now; the first one in bands is told so that it can begin at once."""
        if self.session.state.turn == 1 and not self.manner.points:
            return OpeningTeller(self.page.language)
        return TurnTeller(self.page.language, self.manner.points)

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
        key = "title_line_many" if self._many else "title_line"
        self.page.say(key, pack=pack.title(language), turns=pack.turns, office=offices, offices=offices)
        if not self._many:
            self._mandate(self.session.setup.seats[0])
        self.page.say("how_to_answer" if self.manner.points else "how_to_answer_first")
        if doubts(self.session):
            self.page.say("view_played", view=self.session.game.view.name(language))
        if self.session.state.decisions or self.session.notice:
            title, turn = pack.title(language), min(self.session.state.turn, pack.turns)
            said = self.session.notice
            notice = f"{said[0].upper()}{said[1:].rstrip('.')}." if said else ""
            self.page.say("resumed", pack=title, turn=turn, turns=pack.turns, notice=notice)
            decided = len(self.session.state.decisions) + len(self.session.held)
            self.page.say("resumed_after", count=decided)

    def _mandate(self, seat: str) -> None:
        told = mandate_brief(self.session.pack, seat, self.page.language)
        self.page.lines([told] if told else [])

    def _notes(self, notes: Iterable[Note]) -> None:
        """A newcomer's notes, with how to read more."""
        if not self.manner.guide:
            return
        for note in notes:
            line, word = note_line(note, self.page.language), note.word.lower()
            self.page.say("guide_more", line=line, word=word) if word else self.page.line(line)

    def _turn(self, seat: str) -> None:
        """Ask one seat for one action."""
        state = self.session.state
        self._curtain(seat)
        if state.point in ARGUING:
            self._last_seat = seat
            self._notes(notes_now(self.session, seat, self.page.language))
            self.session_decide(seat, DebateAsker(self.session, self.page, self.asker).ask(seat))
            return
        view = table_view(self.session, seat, self.page.language)
        fresh = state.point is Point.WORD or not any(deal.said for deal in view.deals)
        whole = fresh or self._many or self._last_seat != seat
        if whole:
            self._show_table(view)
        self._last_seat = seat
        if state.point is Point.WORD:
            self._ask_word(view)
        else:
            self._ask_choice(view, whole=whole)

    def _ask_word(self, view: TableView) -> None:
        self.page.lines(self.teller.word_question(view))
        answers = [*(deal.id for deal in view.deals), DECLINE, SILENT]
        opened = self.teller.words_open(view)
        self.session_decide(view.seat, answers[self.asker.number(view.seat, len(answers), opened) - 1])

    def _ask_choice(self, view: TableView, *, whole: bool) -> None:
        if not whole:
            self._notes(notes_now(self.session, view.seat, self.page.language))
        self.page.lines(self.teller.words_said(view))
        if self._is_first_screen(view):
            self.page.lines(self.teller.situation(view))
        self.page.say("choose_prompt")
        self._choose(view.seat)

    def _is_first_screen(self, view: TableView) -> bool:
        """Whether the situation waits for the choice: nobody should read for a minute before the first one."""
        return view.turn == 1 and not self.manner.points

    def _show_table(self, view: TableView) -> None:
        self.page.gap()
        if self._many:
            self.page.say("for_office", office=view.office)
            if view.turn == 1:
                self._mandate(view.seat)
        self.page.lines(self.teller.heading(view))
        if not self._is_first_screen(view):
            self.page.lines(self.teller.situation(view))
        self._notes(notes_now(self.session, view.seat, self.page.language))
        if self._is_first_screen(view) and not self.manner.guide:
            self.page.say("your_options")  # else the first note says what they are
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
            self._notes(notes_after(self.session, self._told, language))

    def _end(self) -> None:
        self._tell_finished()
        Coda(self.session, self.page, self.asker, self._pass_to).run()
        self._notes(notes_at_end(self.session, self.page.language))
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
