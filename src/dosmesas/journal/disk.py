"""Writing that a power cut or a full disk leaves whole: to the disk first, then in its place."""

import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO


def write_all(file: BinaryIO, data: bytes) -> None:
    """Write all of it, in as many steps as the system wants."""
    while data:
        written = file.write(data)
        data = data[written:]


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in its place at once: readers see the old one or the new one, never half.

    Raises:
        OSError: it could not be written; what stood there before still stands.
    """
    begun = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with begun.open("wb", buffering=0) as file:
            write_all(file, data)
            os.fsync(file.fileno())
        begun.replace(path)
    except OSError:
        with suppress(OSError):
            begun.unlink()
        raise
    sync_folder(path.parent)


def keep_beside(path: Path, ending: str, data: bytes) -> Path:
    """Keep bytes beside a file under a name that is free: `game.jsonl.torn`, `game.jsonl.torn-2`, ...

    Raises:
        OSError: they could not be written; nothing is left of them.
    """
    number, kept = 1, path.with_name(f"{path.name}.{ending}")
    while os.path.lexists(kept):
        number += 1
        kept = path.with_name(f"{path.name}.{ending}-{number}")
    try:
        with kept.open("xb", buffering=0) as file:
            write_all(file, data)
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            kept.unlink()
        raise
    sync_folder(path.parent)
    return kept


def sync_folder(folder: Path) -> None:
    """Put the names of files on the disk too, where the system can."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
