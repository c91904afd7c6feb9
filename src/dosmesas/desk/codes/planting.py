r"""Examples planted into the clean small world: a change of one file, and the place that is to be blamed.

A block names the file; `-` what stands there, `+` what is put in its place (no `-`: a new file); `@` the
place blamed, where it is not in the `+` lines; `>` the file blamed, where it is another; `?` pieces of
message, hint or related places; `&` codes that follow from the fault by themselves. The marks « and »
stand around the exact place. `\x1b` and `\u202e` are characters, `\xe9` and above are bytes that are no
UTF-8, and two backslashes are one.
"""

import re
from pathlib import Path

from attrs import field, frozen

_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|\\)")
_SIGNS = frozenset("-+@>?&")


class PlantingError(Exception):
    """An example does not fit the small world, or is none."""


@frozen
class Block:
    """One change of one file, and what is to come of it."""

    file: str
    lines: tuple[tuple[str, str], ...] = field(repr=False)

    @classmethod
    def of(cls, written: list[str]) -> "Block":
        """A block from its lines: the file, then lines that each begin with a sign and a space.

        Raises:
            PlantingError: a line begins with no such sign.
        """
        file, *rest = written
        for line in rest:
            if line[:1] not in _SIGNS or line[1:2] not in {" ", ""}:
                raise PlantingError(
                    f"an example's line begins with one of {' '.join(sorted(_SIGNS))}: {line}"
                )
        return cls(file.strip(), tuple((line[0], line[2:]) for line in rest))

    def text(self, sign: str) -> str:
        """The lines of a sign as one text."""
        return "\n".join(self.all(sign))

    def all(self, sign: str) -> list[str]:
        """The lines of a sign."""
        return [text for one, text in self.lines if one == sign]

    @property
    def where(self) -> str:
        """The file blamed."""
        return next(iter(self.all(">")), self.file)

    @property
    def marked(self) -> str:
        """The text that holds the marks, if any does."""
        return self.text("@") or self.text("+")

    def plant(self, base: Path) -> int:
        """Change the file in a copy of the small world; gives where in its text the change begins.

        Raises:
            PlantingError: what is to be replaced does not stand there.
        """
        path = base / self.file
        old, new = self.text("-"), unmarked(self.text("+"))
        text = path.read_text(encoding="utf-8") if old and path.is_file() else ""
        if old not in text:
            raise PlantingError(f"{self.file} does not hold: {old}")
        damaged = text.replace(old, new, 1) if old else new + "\n"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(damaged.encode("utf-8", "surrogateescape"))
        return text.index(old) if old else 0

    def place(self, base: Path, start: int) -> tuple[int, int, int] | None:
        """Line, first and last column of the marked place, or None where nothing is marked."""
        marked = self.marked
        if "«" not in marked:
            return None
        text = read_raw(base / self.where)
        if self.text("@"):
            start = text.index(unmarked(self.text("@")))
        start += len(unmarked(marked[: marked.index("«")]))
        length = len(unmarked(marked[marked.index("«") : marked.index("»")]))
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        return line, column, column + max(length, 1) - 1


def unmarked(text: str) -> str:
    """The text as it is planted: without marks, each escape what it stands for."""
    return _ESCAPE.sub(_meant, text.replace("«", "").replace("»", ""))


def _meant(escape: re.Match[str]) -> str:
    byte, number = int(escape[1] or "0", 16), escape[2]
    if number or not escape[1]:
        return chr(int(number, 16)) if number else "\\"
    return chr(byte) if byte < 0x80 else chr(0xDC00 + byte)


def read_raw(path: Path) -> str:
    """The text of a file with all its line ends, and with bytes that are no UTF-8 as half characters."""
    return path.read_bytes().decode("utf-8", "surrogateescape")
