"""The files of a pack as one archive, so that a save can keep the rules that it was played under.

An archive is a zip without compression: the same texts give the same bytes on every machine, and nothing in
it can unfold into more than its own size.
"""

import io
import os
import struct
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from dosmesas.model.limits import ARCHIVE_BYTES, ARCHIVE_FILES, FILE_BYTES

_PLACES = ("seeds", "game", "pack")
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
_ENDING = ".yaml"


class ArchiveError(Exception):
    """It is no archive of a pack, or not a whole one; the message says why."""


@frozen
class Unpacked:
    """Where the three parts of an archive were laid out."""

    seeds: Path
    game: Path
    pack: Path


def named(texts: Mapping[str, str], places: Mapping[str, Path]) -> dict[str, str]:
    """Texts by the names that they have in an archive: `game/dynamics/arms.yaml`.

    A name that not every system can write, or two that differ in capitals only, becomes a fingerprint: the
    loader goes by folders, not by the names of the files in them.
    """
    inner = sorted(((Path(os.path.abspath(path)), place) for place, path in places.items()), key=_depth)  # noqa: PTH100
    found: dict[str, str] = {}
    taken: set[str] = set()
    for shown, text in sorted(texts.items()):
        path = Path(os.path.abspath(shown))  # noqa: PTH100 - as shown_path does
        root, place = next(one for one in inner if path.is_relative_to(one[0]))
        name = "/".join([place, *path.relative_to(root).parts])
        if not _is_safe(name) or name.casefold() in taken:
            name = f"{name.rpartition('/')[0]}/{sha256(name.encode()).hexdigest()[:16]}{_ENDING}"
        taken.add(name.casefold())
        found[name] = text
    return found


def _depth(place: tuple[Path, str]) -> int:
    return -len(place[0].parts)


def pack_up(texts: Mapping[str, str]) -> bytes:
    """The archive of some texts by name."""
    from zipfile import ZIP_STORED, ZipFile, ZipInfo

    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, text in sorted(texts.items()):
            archive.writestr(ZipInfo(name), text.encode())  # dated 1980, the earliest that the format knows
    return out.getvalue()


def unpack(data: bytes, folder: Path) -> Unpacked:
    """Lay an archive out in an empty folder; nothing is written before all of it has been looked through.

    Raises:
        ArchiveError: it is damaged, too large, or holds what no pack holds.
    """
    for name, body in _bodies(data).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return Unpacked(*(folder / place for place in _PLACES))


def _bodies(data: bytes) -> dict[str, bytes]:
    from zipfile import ZIP_STORED, BadZipFile, ZipFile

    if len(data) > ARCHIVE_BYTES:
        raise ArchiveError(f"it has {len(data):,} bytes; {ARCHIVE_BYTES:,} is the most")
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_names([one.filename for one in members])
            for one in members:
                if one.compress_type != ZIP_STORED or one.flag_bits & 1:
                    raise ArchiveError(f"{one.filename!r} is compressed or encrypted")
                if one.file_size > FILE_BYTES:
                    raise ArchiveError(
                        f"{one.filename!r} has {one.file_size:,} bytes; {FILE_BYTES:,} is the most"
                    )
            if sum(one.file_size for one in members) > len(data):
                raise ArchiveError("its files overlap")
            return {one.filename: archive.read(one) for one in members}
    except (BadZipFile, RuntimeError, ValueError, EOFError, OSError, struct.error):
        raise ArchiveError("it is damaged") from None


def _check_names(names: list[str]) -> None:
    if len(names) > ARCHIVE_FILES:
        raise ArchiveError(f"it has {len(names)} files; {ARCHIVE_FILES} is the most")
    if len({name.casefold() for name in names}) != len(names):
        raise ArchiveError("it holds two files of one name")
    for name in names:
        if not _is_safe(name):
            raise ArchiveError(f"{name[:60]!r} is not a name that a pack's file may have")


def _is_safe(name: str) -> bool:
    """Whether a name is a place, at most one folder, and a YAML file, all in plain letters."""
    place, *rest = name.removesuffix(_ENDING).split("/")
    return (
        name.endswith(_ENDING)
        and place in _PLACES
        and len(rest) in {1, 2}
        and all(0 < len(part) <= 80 and set(part) <= _SAFE for part in rest)
    )
