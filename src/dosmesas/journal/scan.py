"""Reading a save as it lies on the disk, whole or damaged, without touching it."""

from enum import StrEnum
from pathlib import Path

from attrs import frozen

from dosmesas.journal.records import BadRecordError, Header, Record, decode
from dosmesas.text.catalog import say
from dosmesas.text.local import LANGUAGES


class JournalError(Exception):
    """The save cannot be read or written; the message is for the player."""


class DamagedError(JournalError):
    """A record that was written whole is damaged. The `whole` ones before it can be gone on from."""

    def __init__(self, message: str, whole: int, language: str) -> None:
        super().__init__(message)
        self.whole = whole
        self.language = language


class Damage(StrEnum):
    """What is wrong with a save: nothing, an unfinished end, or a record that had been whole."""

    NONE = ""
    TORN = "torn"
    DAMAGED = "damaged"


@frozen
class Recovered:
    """What a save held: its records, and a notice where something was left aside."""

    header: Header
    records: tuple[Record, ...]
    notice: str = ""


@frozen
class Scan:
    """The records of a file up to the first damage, the hash of the last, and how many bytes they take."""

    data: bytes
    header: Header
    records: tuple[Record, ...]
    last: str
    good: int
    damage: Damage
    why: BadRecordError | None = None

    def told(self, path: Path, *, from_whole_part: bool) -> Recovered:
        """What the save holds, with a notice where a torn end or (if agreed) more is left aside.

        Raises:
            DamagedError: a record is damaged, and nobody agreed to go on from those before it.
        """
        language, whole = language_of(self.header), len(self.records)
        notice = ""
        if self.damage is Damage.TORN:
            notice = say(language, "save_torn", number=whole + 1, whole=whole)
        elif self.damage is Damage.DAMAGED:
            why = self.why.told(language) if self.why else ""
            if not from_whole_part:
                message = say(language, "save_damaged", path=path, number=whole + 1, why=why, whole=whole)
                raise DamagedError(message, whole, language)
            notice = say(language, "save_from_whole_part", number=whole + 1, why=why, whole=whole)
        return Recovered(self.header, self.records, notice)


def language_of(header: Header) -> str:
    """The language to speak to the player of a save in."""
    return header.language if header.language in LANGUAGES else LANGUAGES[0]


def read_journal(path: Path, *, from_whole_part: bool = False) -> Recovered:
    """The records of a save, without touching it; on request only those before the first damage.

    Raises:
        JournalError: the file is missing or is no save.
        DamagedError: it is damaged before its end.
    """
    return scan(path).told(path, from_whole_part=from_whole_part)


def scan(path: Path, language: str = "en") -> Scan:
    """Read a file as far as its records are whole; `language` is for what is wrong with one that is no save.

    Raises:
        JournalError: the file is missing, is no save, or its first record is damaged.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise JournalError(say(language, "save_unreadable", path=path, why=error.strerror)) from None
    *lines, tail = data.split(b"\n")
    records: list[Record] = []
    last, good, damage, why = "", 0, Damage.NONE, None
    for number, raw in enumerate(lines):
        try:
            record, own = decode(raw, number, last)
        except BadRecordError as error:
            why, damage = error, Damage.DAMAGED
            break
        records.append(record)
        last, good = own, good + len(raw) + 1
    if not records or not isinstance(records[0], Header):
        later = why is not None and why.key == "record_format"
        message = say(language, "save_is_none", path=path)
        raise JournalError(f"{message}: {why.told(language)}" if later and why else message)
    if tail and damage is Damage.NONE:
        damage = Damage.TORN
    return Scan(data, records[0], tuple(records[1:]), last, good, damage, why)
