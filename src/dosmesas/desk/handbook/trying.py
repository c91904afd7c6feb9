"""Tries an example out: plants it into a copy of the small world, and asks check what it says."""

import shutil
import tempfile
from pathlib import Path

from attrs import evolve, frozen

from dosmesas.desk.checking import check
from dosmesas.desk.codes.pages import Example
from dosmesas.desk.codes.planting import read_raw, unmarked
from dosmesas.load.locate import Roots, small_world
from dosmesas.load.source import shown_path
from dosmesas.text.diagnostic import Diagnostic
from dosmesas.text.safe import shown
from dosmesas.text.span import Span


@frozen
class Changed:
    """A file of the example: its name, and the whole lines that the example is about."""

    file: str
    lines: tuple[str, ...]


@frozen
class Tried:
    """What came of an example: problems with short names of files, and the lines that they point into."""

    problems: tuple[Diagnostic, ...]
    place: tuple[int, int, int] | None
    changed: tuple[Changed, ...]
    texts: dict[str, str]

    def line(self, file: str, line: int) -> str:
        """One line of a file, or nothing."""
        lines = self.texts.get(file, "").split("\n")
        return lines[line - 1] if 0 < line <= len(lines) else ""


def try_out(example: Example, small: Path | None = None) -> Tried:
    """Plant an example and check; `small` is the clean small world, if another than the program's own.

    Raises:
        PlantingError: the example does not fit the small world.
    """
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "small"
        shutil.copytree(small or small_world(), base)
        return _tried(example, base)


def _tried(example: Example, base: Path) -> Tried:
    place, changed = None, []
    for block in example.blocks:
        start = block.plant(base)
        changed.append(Changed(block.file, _whole_lines(base / block.file, start, unmarked(block.text("+")))))
        if block is example.blamed:
            blamed_from = start
    place = example.blamed.place(base, blamed_from)
    loaded = check(base / "content" / example.pack, Roots(base / "seeds", base / "game", base / "content"))
    prefix = shown_path(base) + "/"
    problems = tuple(_shortened(one, prefix) for one in loaded.problems)
    texts = {name.removeprefix(prefix): text for name, text in loaded.sources.texts.items()}
    return Tried(problems, place, tuple(changed), texts)


def _whole_lines(path: Path, start: int, planted: str) -> tuple[str, ...]:
    """The lines of the file that the planted text touches, moved to the left together."""
    text = read_raw(path)
    stop = start + len(planted)
    if not planted.strip():  # something is missing: what stands around shows where
        start, stop = max(text.rfind("\n", 0, max(start - 1, 0)), 0), text.find("\n", stop + 1)
    begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", max(start, stop))
    lines = text[begin : len(text) if end < 0 else end].strip("\n").split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return tuple(shown(line[margin:]) for line in lines)


def _shortened(one: Diagnostic, prefix: str) -> Diagnostic:
    related = tuple((note, _short(span, prefix)) for note, span in one.related)
    return evolve(one, span=_short(one.span, prefix), related=related)


def _short(span: Span, prefix: str) -> Span:
    return evolve(span, file=span.file.removeprefix(prefix))
