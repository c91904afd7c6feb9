"""Reading the YAML files of a folder, and nothing outside it: one value a file, or a list under one key."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from attrs import Factory, define

from dosmesas.load.fields import Fields
from dosmesas.load.nodes import Node, parse
from dosmesas.load.reading import Reading
from dosmesas.load.shapes.files import LISTS
from dosmesas.load.source import Sources, shown_path
from dosmesas.model.limits import PACK_BYTES, PACK_FILES
from dosmesas.text.diagnostic import Severity, did_you_mean
from dosmesas.text.phrase import NOTHING, Phrase, phrase
from dosmesas.text.safe import shown
from dosmesas.text.span import Span
from dosmesas.text.system import refusal

_Read = TypeVar("_Read")
Kept = dict[str, tuple[str, Node]]
"""The texts of files as they were last read, with their nodes, for whoever reads again and again."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.yaml")
_NEARLY = (".yml", ".yaml.txt", ".yml.txt")
"""What editors make of a file's ending."""


@define(eq=False, repr=False, match_args=False)
class Folder:
    """One of seeds/, game/ or a pack, read with the same sources and reading."""

    path: Path
    sources: Sources
    reading: Reading
    kept: Kept = Factory(dict)
    _asked: set[str] = Factory(set)
    _files: int = 0
    _bytes: int = 0
    _root: str = ""

    def file(self, name: str) -> Node | None:
        """The document of one file; a missing file is a problem."""
        self._asked.add(name)
        path = self.path / name
        if not self.sources.there(path):
            self._problem("E0100", phrase("the file {name} is missing", name=name), path)
            return None
        return self._document(path)

    def has(self, name: str) -> bool:
        """Whether a file that may be left out lies here."""
        self._asked.add(name)
        return self.sources.there(self.path / name)

    def files(self, subfolder: str) -> list[Node]:
        """The documents of all YAML files below a subfolder, in the order of their names."""
        self._asked.add(subfolder)
        found = [self.path / subfolder / name for name in self._listed(subfolder)]
        documents = [self._document(path) for path in found]
        return [document for document in documents if document is not None]

    def list_of(self, name: str, key: str, read: Callable[[Node, Reading], _Read | None]) -> list[_Read]:
        """The entries of a file that holds a list under one key."""
        document = self.file(name)
        return self.entries(document, key, read) if document else []

    def entries(self, document: Node, key: str, read: Callable[[Node, Reading], _Read | None]) -> list[_Read]:
        """The entries of a document that holds a list under one key."""
        fields = Fields.of(document, LISTS[key], self.reading)
        if fields is None:
            return []
        found = [one for node in fields.entries(key) if (one := read(node, self.reading)) is not None]
        fields.close()
        return found

    def optional(self, name: str, key: str, read: Callable[[Node, Reading], _Read | None]) -> list[_Read]:
        """The entries of a file that a pack may leave out."""
        return self.list_of(name, key, read) if self.has(name) else []

    def close(self) -> None:
        """Tell of files and folders that nobody asked for and that look as if they were meant to be read."""
        for name in sorted(self._names(self.path)):
            if name in self._asked or name.startswith("."):
                continue
            hint = did_you_mean(name, self._asked)
            if hint or name.lower().endswith((".yaml", *_NEARLY)):
                known = phrase("what is read here: {known}", known=tuple(sorted(self._asked)))
                self._unread(self.path / name, hint or known)

    def _listed(self, subfolder: str) -> list[str]:
        """The names of a subfolder's YAML files, in order; what is wrong with names is told."""
        folder = self.path / subfolder
        if not self.sources.there(folder):
            return []
        if not self._inside(folder):
            return []
        try:
            names = sorted(name for name in self.sources.names(folder) if not name.startswith("."))
        except OSError as error:
            self._problem("E0100", phrase("cannot read the folder: {why}", why=refusal(error)), folder)
            return []
        seen: dict[str, str] = {}
        return [name for name in names if self._named(folder, name, seen)]

    def _named(self, folder: Path, name: str, seen: dict[str, str]) -> bool:
        """Whether a file of a subfolder is to be read."""
        path = folder / name
        if not name.endswith(".yaml"):
            if name.lower().endswith((".yaml", *_NEARLY)):
                self._unread(path, phrase("end its name in .yaml, in small letters"))
            elif path.is_dir() and any(one.endswith(".yaml") for one in self._names(path)):
                self._unread(path, phrase("put its files one folder up"))
            return False
        if not _NAME.fullmatch(name):
            hint = phrase(
                "name it with letters a to z, digits, '-' and '_', so that it is the same on every computer"
            )
            message = phrase("a file cannot be called '{name}'", name=shown(name))
            self._problem("E0109", message, path, hint)
            return False
        first = seen.setdefault(name.lower(), name)
        if first != name:
            hint = phrase("give one of them another name: on Windows and Macs they are one file")
            message = phrase("'{one}' and '{other}' differ only in capital letters", one=first, other=name)
            self._problem("E0109", message, path, hint)
            return False
        return True

    def _document(self, path: Path) -> Node | None:
        if self.sources.is_link(path) and not self._inside(path):
            return None
        self._files += 1
        if self._files > PACK_FILES:
            if self._files == PACK_FILES + 1:
                message = phrase(
                    "a folder is read with at most {most} files; this is one more", most=PACK_FILES
                )
                self._problem("E0106", message, path)
            return None
        before = self.sources.size
        text = self.sources.read(path, self.reading.problems)
        self._bytes += self.sources.size - before
        if self._bytes > PACK_BYTES:
            message = phrase(
                "with this file there are more than {most:,} bytes in one folder", most=PACK_BYTES
            )
            self._problem("E0106", message, path)
            return None
        return self._parsed(text, shown_path(path)) if text is not None else None

    def _parsed(self, text: str, name: str) -> Node | None:
        """The document of a text; one in which nothing was wrong is not looked through twice."""
        before, node = self.kept.get(name, ("", None))
        if node is not None and before == text:
            return node
        problems = len(self.reading.problems)
        node = parse(text, name, self.reading.problems)
        if node is not None and len(self.reading.problems) == problems:
            self.kept[name] = (text, node)
        return node

    def _inside(self, path: Path) -> bool:
        """Whether a path lies in this folder when all links are followed; if not, a diagnostic says so."""
        self._root = self._root or self.sources.real(self.path)
        real = self.sources.real(path)
        inside = real.startswith(self._root.rstrip(os.sep) + os.sep)
        if not inside:
            message = phrase("this lies outside its folder (a link?), so it is not read")
            self._problem("E0100", message, path)
        return inside

    def _problem(self, code: str, message: Phrase, path: Path, hint: Phrase = NOTHING) -> None:
        self.reading.problems.add(code, message, Span(shown_path(path), 1, 1, 1, 1), hint=hint)

    def _unread(self, path: Path, hint: Phrase) -> None:
        at = Span(shown_path(path), 1, 1, 1, 1)
        message = phrase("nothing reads this")
        self.reading.problems.add("W0109", message, at, hint=hint, severity=Severity.WARNING)

    def _names(self, folder: Path) -> list[str]:
        """What lies in a folder; nothing where it cannot be read."""
        try:
            return self.sources.names(folder)
        except OSError:
            return []
