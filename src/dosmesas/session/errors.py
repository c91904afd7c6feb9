"""What a session may refuse: to take back, or to go on with a save that does not fit."""

from typing import TYPE_CHECKING

from dosmesas.journal.journal import JournalError
from dosmesas.journal.records import Decided

if TYPE_CHECKING:
    from dosmesas.session.session import Session


class CannotUndoError(Exception):
    """There is nothing to take back, or it would take back what another player has seen."""


class DoesNotFitError(JournalError):
    """A saved decision does not fit the pack: `session` stands where it was to be taken."""

    def __init__(self, message: str, session: "Session", record: Decided, number: int) -> None:
        super().__init__(message)
        self.session = session
        self.record = record
        self.number = number
