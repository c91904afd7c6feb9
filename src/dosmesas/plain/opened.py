"""What a player opens is noted in the save, for the marks."""

from collections.abc import Iterable

from dosmesas.journal.journal import JournalError
from dosmesas.plain.page import Page
from dosmesas.session.session import Session


def note_opened(session: Session, seat: str, claims: Iterable[str], page: Page) -> None:
    """Note claims that a seat opens; where that cannot be saved, they are shown all the same."""
    try:
        session.note_opened(seat, claims)
    except JournalError as error:
        page.say("save_failed", problem=error)
