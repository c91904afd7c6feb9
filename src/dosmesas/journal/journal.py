"""A journal on disk: written record by record, each on the disk before its result is shown."""

import os
from contextlib import suppress
from pathlib import Path

from attrs import define

from dosmesas.journal.disk import keep_beside, sync_folder, write_all
from dosmesas.journal.lock import Lock, LockedError
from dosmesas.journal.records import Header, Record, encode
from dosmesas.journal.scan import (
    Damage,
    DamagedError,
    JournalError,
    Recovered,
    Scan,
    language_of,
    read_journal,
    scan,
)
from dosmesas.text.catalog import say

__all__ = ["DamagedError", "Journal", "JournalError", "Recovered", "read_journal"]


@define
class Journal:
    """An open save that grows, locked against a second player until it is closed."""

    path: Path
    _count: int
    _last: str
    language: str = "en"
    _lock: Lock | None = None
    _found: Scan | None = None

    @classmethod
    def create(cls, path: Path, header: Header) -> "Journal":
        """Begin a save; an existing file is never overwritten.

        Raises:
            JournalError: the file exists or cannot be written.
        """
        language = language_of(header)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = say(language, "save_no_folder", path=path.parent, why=error.strerror)
            raise JournalError(message) from None
        try:
            with path.open("xb"):
                pass
        except FileExistsError:
            raise JournalError(say(language, "save_exists", path=path)) from None
        except OSError as error:
            raise JournalError(say(language, "save_unwritable", path=path, why=error.strerror)) from None
        journal = cls(path, 0, "", language, _locked(path))
        try:
            journal.append(header)
        except JournalError:
            journal.abandon()  # an empty file would stand in the way of the next attempt
            raise
        sync_folder(path.parent)
        return journal

    @classmethod
    def reopen(cls, path: Path, *, from_whole_part: bool = False) -> "tuple[Journal, Recovered]":
        """Lock and read a save to go on with it; `mend` comes before the first new record.

        Where the player has agreed (`from_whole_part`) a save that is damaged before its end goes on from
        its whole records.

        Raises:
            JournalError: the file is missing, is no save, or is being played elsewhere.
            DamagedError: it is damaged before its end, and the player has not agreed.
        """
        lock = _locked(path)
        try:
            found = scan(path)
            recovered = found.told(path, from_whole_part=from_whole_part)
        except JournalError:
            if lock is not None:
                lock.release()
            raise
        language = language_of(found.header)
        return cls(path, len(found.records) + 1, found.last, language, lock, found), recovered

    def mend(self) -> None:
        """Cut off what is not whole, after keeping it (where more is lost, all of the file) beside it.

        Raises:
            JournalError: that cannot be done; the save is as it was.
        """
        found, self._found = self._found, None
        if found is None or found.damage is Damage.NONE:
            return
        kept = found.data[found.good :] if found.damage is Damage.TORN else found.data
        try:
            keep_beside(self.path, str(found.damage), kept)
            with self.path.open("r+b") as file:
                file.truncate(found.good)
                os.fsync(file.fileno())
        except OSError as error:
            message = say(self.language, "save_unmendable", path=self.path, why=error.strerror)
            raise JournalError(message) from None

    @property
    def guard_notice(self) -> str:
        """A warning where the disk knows no locks, else nothing."""
        guarded = self._lock is not None and self._lock.holds
        return "" if guarded else say(self.language, "save_no_lock")

    def close(self) -> None:
        """Let another process go on with the save."""
        if self._lock is not None:
            self._lock.release()

    def abandon(self) -> None:
        """Take away a save that was begun and never played."""
        self.close()
        with suppress(OSError):
            self.path.unlink()

    def append(self, *records: Record) -> None:
        """Write records, all or none, and wait until they are on the disk.

        Raises:
            JournalError: they could not be written; what stood in the file before still stands.
        """
        lines, last = [], self._last
        for number, record in enumerate(records, self._count):
            line, last = encode(record, number, last)
            lines.append(line + "\n")
        size = None
        try:
            size = self.path.stat().st_size  # a save that was taken away is not begun anew
            with self.path.open("ab", buffering=0) as file:
                write_all(file, "".join(lines).encode())
                os.fsync(file.fileno())
        except OSError as error:
            self._undo_partial(size)
            message = say(self.language, "save_unwritable", path=self.path, why=error.strerror)
            raise JournalError(message) from None
        self._count, self._last = self._count + len(records), last

    def _undo_partial(self, size: int | None) -> None:
        """Take half a record off again, where the disk lets us."""
        if size is None:
            return
        with suppress(OSError):
            os.truncate(self.path, size)


def check_free(path: Path) -> None:
    """Nothing, if a save may be played here.

    Raises:
        JournalError: it is being played elsewhere.
    """
    lock = _locked(path)
    if lock is not None:
        lock.release()


def _locked(path: Path) -> Lock | None:
    """The lock of a save; None where it cannot even be opened, which reading it will tell.

    Raises:
        JournalError: the save is being played elsewhere.
    """
    try:
        return Lock.take(path)
    except LockedError as error:
        language = _language(path)
        by = say(language, "save_held_by", number=error.holder) if error.holder else ""
        raise JournalError(say(language, "save_held", path=path, by=by)) from None
    except OSError:
        return None


def _language(path: Path) -> str:
    """The language of a save that another process may be writing to now."""
    try:
        return language_of(scan(path).header)
    except JournalError:
        return "en"
