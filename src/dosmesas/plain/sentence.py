"""A player's own sentence on the game: kept, or told why not."""

from dosmesas.journal.journal import JournalError
from dosmesas.plain.page import Page
from dosmesas.session.notes import SentenceError
from dosmesas.session.session import Session


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
