"""A journal on disk: written record by record, each on the disk before its result is shown."""

import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from attrs import define, frozen

from dosmesas.journal.records import Header, Record, decode, encode


class JournalError(Exception):
    """The save cannot be read or written; the message is for the player."""


@frozen
class Recovered:
    """What a save held: its records, and a notice where a torn end was left aside."""

    header: Header
    records: tuple[Record, ...]
    notice: str = ""


@define
class Journal:
    """An open save that grows."""

    path: Path
    _count: int
    _last: str

    @classmethod
    def create(cls, path: Path, header: Header) -> "Journal":
        """Begin a save; an existing file is never overwritten.

        Raises:
            JournalError: the file exists or cannot be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise JournalError(f"cannot make the folder {path.parent}: {error.strerror}") from None
        try:
            with path.open("xb"):
                pass
        except FileExistsError:
            raise JournalError(f"{path} exists already; resume it, or choose another name") from None
        except OSError as error:
            raise JournalError(f"cannot write the save {path}: {error.strerror}") from None
        journal = cls(path, 0, "")
        try:
            journal.append(header)
        except JournalError:
            with suppress(OSError):
                path.unlink()  # an empty file would stand in the way of the next attempt
            raise
        _sync_folder(path.parent)
        return journal

    @classmethod
    def reopen(cls, path: Path) -> "tuple[Journal, Recovered]":
        """Go on with a save; a torn end is cut off and kept beside it.

        Raises:
            JournalError: the file is missing, is no save, or is damaged before its end.
        """
        recovered, count, last, good = _scan(path)
        journal = cls(path, count, last)
        if recovered.notice:
            journal._cut(good)
        return journal, recovered

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
                _write_all(file, "".join(lines).encode())
                os.fsync(file.fileno())
        except OSError as error:
            self._undo_partial(size)
            raise JournalError(f"cannot write the save {self.path}: {error.strerror}") from None
        self._count, self._last = self._count + len(records), last

    def _undo_partial(self, size: int | None) -> None:
        """Take half a record off again, where the disk lets us."""
        if size is None:
            return
        with suppress(OSError):
            os.truncate(self.path, size)

    def _cut(self, good: int) -> None:
        """Cut the torn end off, after keeping it beside the save."""
        data = self.path.read_bytes()
        try:
            self.path.with_suffix(self.path.suffix + ".torn").write_bytes(data[good:])
            os.truncate(self.path, good)
        except OSError as error:
            raise JournalError(f"cannot mend the save {self.path}: {error.strerror}") from None


def read_journal(path: Path) -> Recovered:
    """The records of a save, without touching it.

    Raises:
        JournalError: the file is missing, is no save, or is damaged before its end.
    """
    return _scan(path)[0]


def _scan(path: Path) -> tuple[Recovered, int, str, int]:
    """The records of a file, how many, the last hash, and how many bytes are good."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise JournalError(f"cannot read the save {path}: {error.strerror}") from None
    *lines, tail = data.split(b"\n")
    records: list[Record] = []
    last, good, notice = "", 0, ""
    for number, raw in enumerate(lines):
        try:
            record, own = decode(raw.decode(), number, last)
        except ValueError as error:
            if number == 0:
                break
            if number < len(lines) - 1 or tail:
                raise JournalError(_damaged(path, number, str(error))) from None
            notice = _torn(number)
            break
        records.append(record)
        last, good = own, good + len(raw) + 1
    if not records or not isinstance(records[0], Header):
        raise JournalError(f"{path} is not a save of this game, or is damaged at its start")
    notice = _torn(len(records)) if tail else notice
    return Recovered(records[0], tuple(records[1:]), notice), len(records), last, good


def _torn(number: int) -> str:
    return f"record {number} was not finished; the {number - 1} before it are kept"


def _damaged(path: Path, number: int, why: str) -> str:
    return f"{path}: record {number} is damaged ({why}) and more follow it; the file has not been touched"


def _write_all(file: BinaryIO, data: bytes) -> None:
    while data:
        written = file.write(data)
        data = data[written:]


def _sync_folder(folder: Path) -> None:
    """Put the file's name on the disk too, where the system can."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
