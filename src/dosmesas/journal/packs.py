"""The rules of a save, kept beside it in `packs/DIGEST.zip`: one for all saves of one digest."""

from contextlib import suppress
from pathlib import Path

from attrs import evolve

from dosmesas.journal.disk import write_whole
from dosmesas.journal.records import Header
from dosmesas.journal.scan import JournalError, language_of
from dosmesas.load.archive import ArchiveError, pack_up, unpack
from dosmesas.load.loading import read
from dosmesas.load.locate import Roots
from dosmesas.model.limits import ARCHIVE_BYTES
from dosmesas.model.rules import Pack
from dosmesas.text.catalog import say

_FOLDER = "packs"
_HEX = frozenset("0123456789abcdef")


class NoRulesError(JournalError):
    """The rules of a save are not beside it, or cannot be used any more."""


def kept_rules(save: Path, digest: str) -> Path | None:
    """Where the rules of a save are or would be kept; None for a save that names none."""
    if len(digest) != 32 or not _HEX.issuperset(digest):  # a stranger's save might name a path
        return None
    return save.parent / _FOLDER / f"{digest}.zip"


def keep_rules(save: Path, pack: Pack, language: str) -> None:
    """Keep the texts of a pack beside a save; what is there already, and whole, is left alone.

    Raises:
        JournalError: they could not be written.
    """
    path = kept_rules(save, pack.digest)
    if path is None or not pack.sources:
        return
    data = pack_up(pack.sources)
    with suppress(OSError):
        if path.read_bytes() == data:
            return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        raise JournalError(say(language, "rules_unwritable", path=path, why=error.strerror)) from None


def load_rules(save: Path, header: Header) -> Pack:
    """The pack as it was when a save was begun.

    Raises:
        NoRulesError: it is not kept, damaged, or this version cannot read it any more.
    """
    from tempfile import TemporaryDirectory

    language, path = language_of(header), kept_rules(save, header.digest)
    if path is None:
        raise NoRulesError(say(language, "rules_never_kept"))
    try:
        with path.open("rb") as file:
            data = file.read(ARCHIVE_BYTES + 1)
    except FileNotFoundError:
        raise NoRulesError(say(language, "rules_gone", path=path)) from None
    except OSError as error:
        raise NoRulesError(say(language, "rules_unreadable", path=path, why=error.strerror)) from None
    try:
        with TemporaryDirectory(prefix="dosmesas-") as folder:
            return _loaded(data, Path(folder), header.digest, language)
    except (ArchiveError, OSError) as error:
        raise NoRulesError(say(language, "rules_unreadable", path=path, why=error)) from None


def _loaded(data: bytes, folder: Path, digest: str, language: str) -> Pack:
    laid = unpack(data, folder)
    loaded = read(laid.pack, Roots(laid.seeds, laid.game, folder))
    if loaded.sources.digest() != digest:
        raise ArchiveError(say(language, "rules_are_others"))
    if loaded.pack is None:
        first = next(one for one in loaded.problems if one.code.startswith("E"))
        raise ArchiveError(
            say(language, "rules_of_old_version", code=first.code, problem=first.message.told(language))
        )
    return evolve(loaded.pack, digest=digest)
