"""From a file's bytes to checked text: regular, not too large, UTF-8, no character that may not be shown."""

import os
import re
import stat
import unicodedata
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from attrs import Factory, define

from dosmesas.model.limits import FILE_BYTES
from dosmesas.text.diagnostic import Problems
from dosmesas.text.phrase import Phrase, PhraseError, phrase
from dosmesas.text.refused import refused
from dosmesas.text.safe import each_fault, shown
from dosmesas.text.span import Span
from dosmesas.text.system import refusal

_TOLD = 10
"""How many bad characters of one file are told one by one."""
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(rf"^ *(?:- ?|[\w.-]+:)?([{_SPACES}])", re.MULTILINE)
"""A space that is none for YAML, where the shape of the file hangs on it; inside a text it may stand."""
_UNMERGED = re.compile(r"^<{7} .*(?=(?:\n.*)*?\n={7}\n)", re.MULTILINE)
"""What git leaves where two changed the same lines."""
_HINTS = {
    "\t": phrase("use spaces"),
    "\r": phrase("save the file with the line ends of Windows or Unix"),
}
_OPEN = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY")
)
"""A pipe or a device that took the file's place after it was looked at must not make the reader wait."""


class _UnreadableError(PhraseError):
    """The file cannot be read; code and message say why."""

    def __init__(self, code: str, message: Phrase) -> None:
        super().__init__(message)
        self.code = code


@define(eq=False, repr=False, match_args=False)
class Sources:
    """The files read so far, by the name shown in messages; keeps lines for snippets and a digest.

    `instead` are texts that stand in the place of what lies on the disk, by the same names.
    """

    texts: dict[str, str] = Factory(dict)
    size: int = 0
    instead: Mapping[str, str] = Factory(dict)

    def there(self, path: Path) -> bool:
        """Whether something lies there, be it a link that leads nowhere."""
        return os.path.lexists(path)

    def names(self, folder: Path) -> list[str]:
        """What lies in a folder.

        Raises:
            OSError: it cannot be read.
        """
        return os.listdir(folder)  # noqa: PTH208 - half the time of pathlib's

    def is_link(self, path: Path) -> bool:
        """Whether a path leads elsewhere."""
        return path.is_symlink()

    def real(self, path: Path) -> str:
        """Where a path leads when all links are followed."""
        return os.path.realpath(path)

    def data(self, path: Path) -> bytes:
        """The bytes of a file.

        Raises:
            OSError: it cannot be read, or is none that may be.
        """
        return _bytes(path)

    def read(self, path: Path, problems: Problems) -> str | None:
        """The text of a file, or None with a diagnostic."""
        name = shown_path(path)
        if name in self.instead:
            self.texts[name] = self.instead[name]
            return self.texts[name]
        at = Span(name, 1, 1, 1, 1)
        try:
            data = self.data(path)
        except _UnreadableError as error:
            problems.add(error.code, error.said, at)
            return None
        except OSError as error:
            problems.add("E0100", phrase("cannot read the file: {why}", why=refusal(error)), at)
            return None
        except ValueError:
            problems.add("E0100", phrase("cannot read the file: its name cannot be one"), at)
            return None
        self.size += len(data)
        return self._decoded(name, data, problems)

    def _decoded(self, name: str, data: bytes, problems: Problems) -> str | None:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.texts[name] = data.decode("utf-8-sig", "replace")
            _not_utf8(name, data, error.start, problems)
            return None
        text = text.replace("\r\n", "\n")
        self.texts[name] = text
        if unmerged := _UNMERGED.search(text):
            line = text.count("\n", 0, unmerged.start()) + 1
            where = Span(name, line, 1, line, len(unmerged[0]))
            hint = phrase(
                "keep one of the two, and take away the lines that begin with <<<<<<<, ======= and >>>>>>>"
            )
            message = phrase("two versions of this file were never merged")
            problems.add("E0103", message, where, hint=hint)
            return None
        bad = [(at, refused(text, at)) for at in islice(each_fault(text), _TOLD + 1)]
        if len(bad) > _TOLD:
            bad[-1] = (bad[-1][0], phrase("and more such characters from here on"))
        elif any(space in text for space in _SPACES):
            bad += [(one.start(1), _odd_space(one[1])) for one in islice(_ODD_SPACE.finditer(text), _TOLD)]
        for index, message in bad:
            line, column = text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
            where = Span(name, line, column, line, column)
            problems.add("E0102", message, where, hint=_hint(text[index]))
        if bad:
            return None
        # Only now: a heap of combining marks would keep this busy for minutes.
        self.texts[name] = text = unicodedata.normalize("NFC", text)
        return text

    def line(self, file: str, line: int) -> str:
        """One line of a file read before, or nothing."""
        lines = self.texts.get(file, "").split("\n")
        return lines[line - 1] if 0 < line <= len(lines) else ""

    def digest(self) -> str:
        """The fingerprint of all that was read, whatever the order and the folder it lay in."""
        from hashlib import sha256

        bodies = sorted(sha256(text.encode()).hexdigest() for text in self.texts.values())
        return sha256("".join(bodies).encode()).hexdigest()[:32]


def _bytes(path: Path) -> bytes:
    """All bytes of a regular file of no more than the greatest size, which did not change meanwhile."""
    _regular(os.stat(path))  # noqa: PTH116 - opening a device may already do something
    handle = os.open(path, _OPEN)
    with os.fdopen(handle, "rb") as file:
        before = os.fstat(handle)
        _regular(before)
        data = file.read(FILE_BYTES + 1)
        after = os.fstat(handle)
    size = max(len(data), before.st_size)
    if size > FILE_BYTES:
        message = phrase("the file has {count:,} bytes; {most:,} is the most", count=size, most=FILE_BYTES)
        raise _UnreadableError("E0106", message)
    if len(data) != after.st_size or before.st_mtime_ns != after.st_mtime_ns:
        raise _UnreadableError("E0100", phrase("the file changed while it was read; check again"))
    return data


def _regular(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise _UnreadableError("E0100", phrase("this is a folder; a file is wanted"))
    if not stat.S_ISREG(status.st_mode):
        raise _UnreadableError("E0100", phrase("this is not a regular file"))


def _not_utf8(name: str, data: bytes, start: int, problems: Problems) -> None:
    line = data.count(b"\n", 0, start) + 1
    begin = data.rfind(b"\n", 0, start) + 1
    column = len(data[begin:start].decode("utf-8-sig")) + 1
    message = phrase("byte {place} (0x{byte:02X}) is not UTF-8", place=start, byte=data[start])
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        message = phrase("the file is UTF-16, not UTF-8")
    elif (guess := data[start : start + 1].decode("cp1252", "ignore")).isalpha():
        message = phrase(
            "{problem}; in the encoding of older Windows programs it is '{letter}'",
            problem=message,
            letter=guess,
        )
    hint = phrase("save the file as UTF-8 in the editor")
    problems.add("E0101", message, Span(name, line, column, line, column), hint=hint)


def _odd_space(char: str) -> Phrase:
    return phrase("{character} looks like a space and is none for YAML", character=f"U+{ord(char):04X}")


def _hint(char: str) -> Phrase:
    """What to do with a character that may not stand there."""
    return _HINTS.get(char) or (phrase("type a space") if char.isspace() else phrase("delete it"))


def shown_path(path: Path) -> str:
    """A path as messages show it: relative to the current folder where it lies below it, and inert."""
    full, here = os.path.abspath(path), os.getcwd()  # noqa: PTH100, PTH109 - pathlib takes ten times as long
    return shown(full[len(here) + 1 :] if full.startswith(here + os.sep) else full).replace("\n", "�")
