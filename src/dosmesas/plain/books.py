"""Looking things up in plain mode: the ledger, past turns, a new game from one of them, saves, a claim."""

from attrs import frozen

from dosmesas.journal.journal import JournalError
from dosmesas.plain.page import Page
from dosmesas.session.dossier import Dossier
from dosmesas.session.fork import CannotForkError, fork_beside, last_fork
from dosmesas.session.history import past_lines, past_turns, reader
from dosmesas.session.ledger import eyes, ledger
from dosmesas.session.outcome import outcome_view
from dosmesas.session.session import Session
from dosmesas.session.setup import saves_folder
from dosmesas.session.slots import names_of_packs, read_slots, slot_views
from dosmesas.session.tell_dossier import page_lines
from dosmesas.session.tell_ledger import LedgerTeller
from dosmesas.session.tell_turn import TurnTeller
from dosmesas.session.views import headline_of


class ForkedError(Exception):
    """Another game begins in place of this one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


@frozen
class Books:
    """What a seat reads up at its prompt."""

    session: Session
    page: Page
    seat: str

    def ledger(self, word: str) -> None:
        """The receipts that fit what was typed, or all."""
        book = ledger(self.session, eyes(self.session, self.seat), self.page.language)
        self.page.lines(LedgerTeller(book, self.page.language).told(book.meant(word)))

    def claim(self, name: str) -> None:
        """The page of a claim."""
        dossier = Dossier(self.session, eyes(self.session, self.seat), self.page.language)
        self.page.lines(one.text for one in page_lines(dossier.page(name), self.page.language))

    def turns(self, word: str) -> None:
        """The turns that are over, or the outcome of one of them again."""
        turns, language = past_turns(self.session, self.page.language), self.page.language
        number = _number(word)
        if word and not 1 <= number <= len(turns):
            self.page.say("past_unknown", word=word[:40], count=len(turns))
        elif word:
            self.page.line(past_lines(turns[number - 1], language)[0])
            seat = reader(self.session)
            view = outcome_view(self.session, number, seat, language)
            shown = headline_of(self.session, seat) if seat else self.session.pack.headline
            self.page.lines(TurnTeller(language).outcome(view, shown))
        elif turns:
            for one in turns:
                self.page.lines(past_lines(one, language))
            self.page.say("past_how")
        else:
            self.page.say("past_none")

    def fork(self, word: str) -> None:
        """A new game from the beginning of a turn.

        Raises:
            ForkedError: it has begun.
        """
        turn, before = _number(word), self.session.journal
        try:
            other = fork_beside(self.session, turn)
        except CannotForkError:
            self.page.say("fork_which", last=last_fork(self.session))
            return
        except JournalError as error:
            self.page.line(str(error))
            return
        self.page.say("fork_done", turn=turn)
        if before is not None:
            self.page.say("fork_left", path=before.path)
        raise ForkedError(other)

    def saves(self, _: str) -> None:
        """The saved games."""
        language = self.page.language
        slots = read_slots(language)
        found = slot_views(slots, language, names_of_packs(slots, language))
        self.page.say("saves_where" if found else "saves_none", folder=saves_folder())
        self.page.lines(one.line for one in found)


def _number(word: str) -> int:
    """A turn as it was typed; 0 for what is none. No pack has a turn of more than six digits."""
    return int(word[:6]) if word.isascii() and word.isdigit() else 0
