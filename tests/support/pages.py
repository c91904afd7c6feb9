"""Pages of docs/ carried out as they stand: commands in ```console, changes of files in ```yaml.

A yaml block begins with a note that says where it goes: `# FILE: a new file`, `# FILE: at the end`,
`# FILE: after "LINE"` or `# FILE: in place of "LINE"`, where LINE is the first line of the file that reads so.
In a console block `...` stands for any number of lines, and a line that ends in ` ...` for more of it.
"""

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import frozen

_BLOCK = re.compile(r"^```(console|yaml)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_PLACE = re.compile(r'# (\S+): (a new file|at the end|after "(.+)"|in place of "(.+)")')
Run = Callable[..., str]
"""Runs `dosmesas` with these words; gives what it prints."""


@frozen
class Said:
    """A command, what the page says that it prints, and what it prints."""

    command: str
    shown: str
    printed: str

    @property
    def true(self) -> bool:
        """Whether that is so."""
        parts = [
            re.escape(part.strip("\n")) for part in re.split(r"^\.\.\.$", self.shown, flags=re.MULTILINE)
        ]
        return bool(
            re.fullmatch(
                r"(?:.*\n)*?".join(f"{part}\n*" if part else "(?:.*\n)*" for part in parts), self.printed
            )
        )


def carried_out(page: str, folder: Path, run: Run) -> Iterator[Said]:
    """Do what a page says, from its beginning to its end, in a folder."""
    for kind, text in _BLOCK.findall(page):
        if kind == "yaml":
            _change(text, folder)
            continue
        for one in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, shown = one.partition("\n")
            yield Said(command, shown, run(*shlex.split(command)[1:]))


def _change(text: str, folder: Path) -> None:
    head, _, body = text.partition("\n")
    place = _PLACE.fullmatch(head)
    assert place, f"where does this go? {head}"
    path, after, instead = folder / place[1], place[3], place[4]
    if not after and not instead:
        old = path.read_text(encoding="utf-8") if "end" in place[2] else ""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(old + body, encoding="utf-8")
        return
    lines = path.read_text(encoding="utf-8").split("\n")
    at = [line.strip() for line in lines].index(after or instead)
    lines[at + bool(after) : at + 1] = body.rstrip("\n").split("\n")
    path.write_text("\n".join(lines), encoding="utf-8")
