"""From a file's bytes to checked text: size, UTF-8, characters that may not reach a screen."""

import os
from pathlib import Path

from attrs import Factory, define

from dosmesas.model.limits import FILE_BYTES
from dosmesas.text.diagnostic import Problems
from dosmesas.text.safe import faults
from dosmesas.text.span import Span


@define(eq=False, repr=False, match_args=False)
class Sources:
    """The files read so far, by the name shown in messages; keeps lines for snippets and a digest."""

    texts: dict[str, str] = Factory(dict)

    def read(self, path: Path, problems: Problems) -> str | None:
        """The text of a file, or None with a diagnostic."""
        name = shown_path(path)
        at = Span(name, 1, 1, 1, 1)
        try:
            if not path.is_file():
                problems.add("E0100", "this is not a regular file", at)
                return None
            data = path.read_bytes()
        except OSError as error:
            problems.add("E0100", f"cannot read the file: {error.strerror}", at)
            return None
        if len(data) > FILE_BYTES:
            problems.add("E0106", f"the file has {len(data):,} bytes; {FILE_BYTES:,} is the most", at)
            return None
        return self._decoded(name, data, problems)

    def _decoded(self, name: str, data: bytes, problems: Problems) -> str | None:
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            where = Span(name, line, 1, line, 1)
            hint = "save the file as UTF-8 in the editor"
            problems.add("E0101", f"byte {error.start} is not UTF-8", where, hint=hint)
            return None
        self.texts[name] = text
        bad = faults(text)
        for index, what in bad[:20]:
            line, column = text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
            where = Span(name, line, column, line, column)
            hint = "use spaces" if text[index] == "\t" else "delete it"
            problems.add("E0102", f"{what} may not stand in a text", where, hint=hint)
        return None if bad else text

    def line(self, file: str, line: int) -> str:
        """One line of a file read before, or nothing."""
        lines = self.texts.get(file, "").split("\n")
        return lines[line - 1] if 0 < line <= len(lines) else ""

    def digest(self) -> str:
        """The fingerprint of all that was read, whatever the order and the folder it lay in."""
        from hashlib import sha256

        bodies = sorted(sha256(text.encode()).hexdigest() for text in self.texts.values())
        return sha256("".join(bodies).encode()).hexdigest()[:32]


def shown_path(path: Path) -> str:
    """A path as messages show it: relative to the current folder where it lies below it."""
    full, here = os.path.abspath(path), os.getcwd()  # noqa: PTH100, PTH109 - pathlib takes ten times as long
    return full[len(here) + 1 :] if full.startswith(here + os.sep) else full
