"""Repairs a copy of a pack until nothing more can be repaired, and takes over what checks better."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen

from dosmesas.desk.checking import check
from dosmesas.desk.fix.edits import Edit, edit_of
from dosmesas.load.loading import Loaded
from dosmesas.load.locate import Roots, roots_of
from dosmesas.text.diagnostic import Diagnostic, Severity

_ROUNDS = 12
"""One repair may show that another is needed: a misspelt key hides what stands below it."""
_BOM = "\ufeff"


@frozen
class Changed:
    """A file with what was there and what is to be there, as bytes."""

    path: Path
    before: bytes
    after: bytes


@frozen
class Fixed:
    """The changes, and how many findings fewer there are with them."""

    changes: tuple[Changed, ...]
    mended: int


def fix(folder: Path) -> Fixed:
    """Work out the safe repairs of a pack; nothing is written to its files.

    A repair counts only where the whole pack checks better with it: less is found than before, and nothing
    new. Files that the pack shares with others are left alone.
    """
    home = roots_of(folder)
    with TemporaryDirectory() as name:
        bench = _Bench.of(Path(name), folder, home)
        begun = check(bench.folder, bench.home)
        found = _boldly(bench, begun) or _one_by_one(bench, begun)
        return Fixed(tuple(bench.changes()), len(begun.problems) - len(found.problems))


@frozen
class _Bench:
    """A copy of a pack and of what it is read with, on which repairs are tried."""

    folder: Path
    home: Roots
    original: Path

    @classmethod
    def of(cls, at: Path, folder: Path, home: Roots) -> "_Bench":
        """A copy below `at`."""
        base = at.resolve()
        copy = Roots(base / "seeds", base / "game", base / "content")
        shutil.copytree(home.seeds, copy.seeds)
        shutil.copytree(home.game, copy.game)
        shutil.copytree(folder, copy.content / folder.resolve().name)
        return cls(copy.content / folder.resolve().name, copy, folder.resolve())

    def changes(self) -> Iterator[Changed]:
        """The files of the copy that are not as they were."""
        for path in sorted(self.folder.rglob("*.yaml")):
            original = self.original / path.relative_to(self.folder)
            before, after = original.read_bytes(), path.read_bytes()
            if before != after:
                yield Changed(original, before, after)


def _boldly(bench: _Bench, begun: Loaded) -> Loaded | None:
    """Make every repair, and those that then show; None, and all as it was, where that is no better."""
    before: dict[Path, bytes] = {}
    found = begun
    for _ in range(_ROUNDS):
        edits = [*_edits(bench, found)]
        if not edits:
            break
        before = _write(edits) | before
        found = check(bench.folder, bench.home)
    if _better(begun.problems, found.problems):
        return found
    _restore(before)
    return None


def _one_by_one(bench: _Bench, found: Loaded) -> Loaded:
    """Make the repairs that make it better, each for itself."""
    for _ in range(_ROUNDS):
        for edit in _edits(bench, found):
            before = _write([edit])
            now = check(bench.folder, bench.home)
            if _better(found.problems, now.problems):
                found = now
                break
            _restore(before)
        else:
            break
    return found


def _restore(before: dict[Path, bytes]) -> None:
    for path, data in before.items():
        path.write_bytes(data)


def _edits(bench: _Bench, found: Loaded) -> Iterator[Edit]:
    """Repairs that do not touch each other, in the order of their places."""
    last: tuple[str, int, int] = ("", 0, 0)
    for one in found.problems:
        edit = edit_of(one, found.sources.line(one.span.file, one.span.line))
        if edit is None or not Path(edit.span.file).resolve().is_relative_to(bench.folder):
            continue
        begins = (edit.span.file, edit.span.line, edit.span.column)
        if begins > last:
            last = (edit.span.file, edit.span.line, edit.span.end_column)
            yield edit


def _write(edits: Iterable[Edit]) -> dict[Path, bytes]:
    """Make the changes, the last of a file first; what stood there before. Line ends and a mark stay."""
    before: dict[Path, bytes] = {}
    for edit in reversed([*edits]):
        path = Path(edit.span.file)
        data = path.read_bytes()
        before.setdefault(path, data)
        text = data.decode("utf-8")
        mark = _BOM if text.startswith(_BOM) else ""
        lines = text.removeprefix(_BOM).split("\n")
        line = lines[edit.span.line - 1]
        changed = edit.applied(line)
        lines[edit.span.line - 1 : edit.span.line] = [changed] if changed.strip() or not line.strip() else []
        path.write_bytes((mark + "\n".join(lines)).encode("utf-8"))
    return before


def _better(before: Iterable[Diagnostic], now: Iterable[Diagnostic]) -> bool:
    """Whether less is found, and nothing new. While there are errors, most warnings are not looked for."""
    old, new = [*before], [*now]
    if any(one.severity is Severity.ERROR for one in old):
        old, new = ([one for one in found if one.severity is Severity.ERROR] for found in (old, new))
    return len(new) < len(old) and not Counter(map(_what, new)) - Counter(map(_what, old))


def _what(one: Diagnostic) -> tuple[str, str]:
    return one.code, str(one.message)
