"""Takes changes over into an author's files: a file whole or not at all, and none that changed meanwhile."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

from dosmesas.desk.fix.fixing import Changed
from dosmesas.load.source import shown_path
from dosmesas.text.phrase import PhraseError, phrase
from dosmesas.text.safe import shown
from dosmesas.text.system import refusal


class NotWrittenError(PhraseError):
    """A file could not be changed; the message names it and says why."""


def diff(changes: Iterable[Changed]) -> Iterator[str]:
    """The changes as lines of a unified diff, safe for a terminal."""
    for one in changes:
        name = shown_path(one.path)
        before, after = (data.decode("utf-8").splitlines() for data in (one.before, one.after))
        for line in unified_diff(before, after, name, name, lineterm="", n=1):
            yield shown(line)


def write(changes: Iterable[Changed]) -> None:
    """Write each file in one step.

    Raises:
        NotWrittenError: a file has changed since it was checked, or cannot be written.
    """
    for one in changes:
        path, name = one.path.resolve(), shown_path(one.path)
        try:
            if path.read_bytes() != one.before:
                said = phrase("{file} has changed meanwhile and was left as it is: check again", file=name)
                raise NotWrittenError(said)
            if not os.access(path, os.W_OK):
                raise NotWrittenError(phrase("{file} cannot be written: it is read-only", file=name))
            _replace(path, one.after)
        except OSError as error:
            said = phrase("{file} cannot be written: {why}", file=name, why=refusal(error))
            raise NotWrittenError(said) from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".new", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, written)
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)
