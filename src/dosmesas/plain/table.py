"""What a player has before it in plain mode: the greeting, the table with its options, a newcomer's notes."""

from collections.abc import Iterable

from attrs import field, frozen

from dosmesas.plain.manner import Manner
from dosmesas.plain.page import Page
from dosmesas.session.beforehand import handicap_line, under_way
from dosmesas.session.guide import Note, note_line, notes_now
from dosmesas.session.mandate import mandate_brief
from dosmesas.session.session import Session
from dosmesas.session.tell_opening import OpeningTeller
from dosmesas.session.tell_turn import TurnTeller
from dosmesas.session.views import TableView
from dosmesas.session.why import doubts


@frozen
class Table:
    """Shows the table to whoever is at the keyboard."""

    session: Session
    page: Page
    manner: Manner
    _shown: set[tuple[int, str]] = field(factory=set)

    @property
    def teller(self) -> TurnTeller:
        """Tells a turn in the manner of now; the first one in bands is told so that it can begin at once."""
        if self.session.state.turn == 1 and not self.manner.points:
            return OpeningTeller(self.page.language)
        return TurnTeller(self.page.language, self.manner.points)

    @property
    def _many(self) -> bool:
        return len(self.session.setup.seats) > 1

    def begin_again(self) -> None:
        """Something was taken back: nothing of the turn counts as read."""
        self._shown.clear()

    def is_first(self, view: TableView) -> bool:
        """Whether the situation waits for the choice, so that the first answer takes less than a minute."""
        return view.turn == 1 and not self.manner.points

    def greet(self) -> None:
        """Which game, which office with which mandate; where a game goes on, how far it is."""
        pack, language, seats = self.session.pack, self.page.language, self.session.setup.seats
        offices = ", ".join(pack.ruleset.offices[seat].name(language) for seat in seats)
        key = "title_line_many" if self._many else "title_line"
        self.page.say(key, pack=pack.title(language), office=offices, offices=offices)
        handicap = handicap_line(pack.handicap, language)
        self.page.lines([handicap] if handicap else [])
        note = self.session.pack.note(self.page.language)
        self.page.lines([note] if note else [])
        if not self._many:
            self._mandate(seats[0])
        self.page.say("how_to_answer" if self.manner.points else "how_to_answer_first")
        if doubts(self.session):
            self.page.say("view_played", view=self.session.game.view.name(language))
        if under_way(self.session) or self.session.notice:
            self._go_on()

    def _go_on(self) -> None:
        pack, state, said = self.session.pack, self.session.state, self.session.notice
        notice = f"{said[0].upper()}{said[1:].rstrip('.')}." if said else ""
        title, turn = pack.title(self.page.language), min(state.turn, pack.turns)
        self.page.say("resumed", pack=title, turn=turn, turns=pack.turns, notice=notice)
        self.page.say("resumed_after", count=len(state.decisions) + len(self.session.held))

    def _mandate(self, seat: str) -> None:
        told = mandate_brief(self.session.pack, seat, self.page.language)
        self.page.lines([told] if told else [])

    def notes(self, notes: Iterable[Note]) -> None:
        """A newcomer's notes, with how to read more."""
        if not self.manner.guided:
            return
        for note in notes:
            line, word = note_line(note, self.page.language), note.word.lower()
            self.page.say("guide_more", line=line, word=word) if word else self.page.line(line)

    def show(self, view: TableView) -> None:
        """The table up to the options; the event only once a turn, for the keyboard goes to and fro."""
        again = (view.turn, view.seat) in self._shown
        self._shown.add((view.turn, view.seat))
        self.page.gap()
        if self._many:
            self.page.say("for_office", office=view.office)
            if view.turn == 1 and not again:
                self._mandate(view.seat)
        self.page.lines(self.teller.heading(view)[: 1 if again else None])
        if not again and not self.is_first(view):
            self.page.lines(self.teller.situation(view))
        self.notes(notes_now(self.session, view.seat, self.page.language))
        if self.is_first(view) and not self.manner.guided:
            self.page.say("your_options")  # else the first note says what they are
        self.page.lines(self.teller.options(view))
