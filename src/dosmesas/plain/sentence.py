"""A player's own sentence on the game: kept, and asked for once when the game is over."""

from collections.abc import Callable

from dosmesas.journal.journal import JournalError
from dosmesas.plain.page import Page
from dosmesas.session.coda.course import Part, missing
from dosmesas.session.notes import SentenceError
from dosmesas.session.session import Session

_COMMANDS = ("sentence ", "frase ")


def keep_sentence(session: Session, seat: str, text: str, page: Page) -> bool:
    """Keep a sentence, or say why not."""
    try:
        session.say_sentence(seat, text)
    except SentenceError as error:
        page.line(error.told(page.language))
    except JournalError as error:
        page.say("save_failed", problem=error)
    else:
        page.say("sentence_kept")
        return True
    return False


def ask_for_sentences(session: Session, page: Page, read: Callable[[str], str]) -> None:
    """Ask each player who had something to argue and has left no sentence; an empty line leaves it out.

    So does the end of the input. `read` gives the next line of a seat.
    """
    waiting = [one.seat for one in missing(session) if one.part is Part.SENTENCE]
    try:
        for seat in waiting:
            _ask(session, seat, page, read)
    except EOFError:
        page.gap()


def _ask(session: Session, seat: str, page: Page, read: Callable[[str], str]) -> None:
    page.gap()
    if len(session.setup.seats) > 1:
        office = session.pack.ruleset.offices[seat].name(page.language)
        page.say("sentence_ask_office", office=office)
    else:
        page.say("sentence_ask")
    while True:
        page.prompt()
        line = read(seat)
        for word in _COMMANDS:
            line = line[len(word) :] if line.lower().startswith(word) else line
        if not line or keep_sentence(session, seat, line, page):
            return
