"""The saves of a folder, from their records alone: nothing is played again, and nothing is touched."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from attrs import frozen

from dosmesas.journal.lock import Lock, LockedError
from dosmesas.journal.records import Closing, Decided, Ended, Header, Record, Undone
from dosmesas.journal.scan import Damage, JournalError, Scan, scan
from dosmesas.text.catalog import say

ENDING = ".jsonl"
MOST_BYTES = 16 * 1024 * 1024
"""No game fills so much: a larger file is not read."""


@frozen
class Slot:
    """One file that a save may be. `saved` is when it was last written, in seconds since 1970.

    `turns` counts the turns in which the offices have chosen. A broken one says why in `problem`; its
    `header` is None where not even that can be read. `held` says that it is open now, `holder` in which
    process (0: not known).
    """

    path: Path
    saved: float
    header: Header | None = None
    turns: int = 0
    finished: bool = False
    problem: str = ""
    held: bool = False
    holder: int = 0


def saves_in(folder: Path) -> list[Path]:
    """The files of a folder that are saves by their name, the last written first; none without the folder."""
    found: list[Path] = []
    with suppress(OSError):
        found = [path for path in folder.iterdir() if path.name.endswith(ENDING)]
    return sorted(found, key=lambda path: (-_saved(path), path.name))


def slot_of(path: Path, language: str) -> Slot:
    """What a save is, from its records."""
    saved = _saved(path)
    try:
        found = scan(_checked(path, language), language)
    except JournalError as error:
        return Slot(path, saved, problem=str(error))
    held, holder = _held(path)
    return Slot(
        path,
        saved,
        found.header,
        turns_chosen(found.records),
        is_finished(found.records),
        _problem(found, language),
        held,
        holder,
    )


def newest_unfinished(folder: Path) -> Path | None:
    """The save to go on with: of those that can be read and are not over, the last written."""
    for path in saves_in(folder):
        one = slot_of(path, "en")
        if one.header is not None and not one.finished:
            return path
    return None


def remove_save(path: Path, language: str) -> None:
    """Take a save away for good.

    Raises:
        JournalError: it is being played, or the disk refuses.
    """
    held, holder = _held(path)
    if held:
        by = say(language, "save_held_by", number=holder) if holder else ""
        raise JournalError(say(language, "save_held", path=path, by=by))
    try:
        path.unlink()
    except OSError as error:
        raise JournalError(say(language, "save_unwritable", path=path, why=error.strerror)) from None


def turns_chosen(records: Iterable[Record]) -> int:
    """In how many turns the offices have chosen, without what was taken back."""
    states: list[str] = []
    for record in records:
        if isinstance(record, Undone):
            del states[record.turn - 1 :]
        elif isinstance(record, Decided) and "/" in record.action and record.at not in states:
            states.append(record.at)
    return len(states)


def is_finished(records: Iterable[Record]) -> bool:
    """Whether the game was over; in old saves, which do not mark it, where something was said of the end."""
    over = False
    for record in records:
        if isinstance(record, (Ended, Closing)):
            over = True
        elif isinstance(record, (Decided, Undone)):
            over = False
    return over


def _saved(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _checked(path: Path, language: str) -> Path:
    """The path, if it is worth reading: a pipe would never end."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            raise JournalError(say(language, "save_is_none", path=path))
    except OSError as error:
        raise JournalError(say(language, "save_unreadable", path=path, why=error.strerror)) from None
    return path


def _problem(found: Scan, language: str) -> str:
    if found.damage is not Damage.DAMAGED:
        return ""
    why = found.why.told(language) if found.why else ""
    whole = len(found.records)
    return say(language, "slot_damaged", number=whole + 1, why=why, whole=whole)


def _held(path: Path) -> tuple[bool, int]:
    try:
        Lock.take(path).release()
    except LockedError as error:
        return True, error.holder
    except OSError:
        return False, 0
    return False, 0
