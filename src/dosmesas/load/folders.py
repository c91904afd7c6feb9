"""Reading the YAML files of a folder: one value a file, or a list under one key."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from attrs import define

from dosmesas.load.fields import Fields
from dosmesas.load.nodes import Node, parse
from dosmesas.load.reading import Reading
from dosmesas.load.source import Sources, shown_path
from dosmesas.model.limits import PACK_FILES
from dosmesas.text.span import Span

_Read = TypeVar("_Read")


@define(eq=False, repr=False, match_args=False)
class Folder:
    """One of seeds/, game/ or a pack, read with the same sources and reading."""

    path: Path
    sources: Sources
    reading: Reading

    def file(self, name: str) -> Node | None:
        """The document of one file; a missing file is a problem."""
        path = self.path / name
        if not path.is_file():
            at = Span(shown_path(path), 1, 1, 1, 1)
            self.reading.problems.add("E0100", f"the file {name} is missing", at)
            return None
        return self._document(path)

    def files(self, subfolder: str) -> list[Node]:
        """The documents of all YAML files below a subfolder, in the order of their names."""
        folder = self.path / subfolder
        names = os.listdir(folder) if folder.is_dir() else []  # noqa: PTH208 - half the time of a glob
        found = [folder / name for name in sorted(names) if name.endswith(".yaml")]
        if len(found) > PACK_FILES:
            at = Span(shown_path(self.path / subfolder), 1, 1, 1, 1)
            self.reading.problems.add("E0106", f"{len(found)} files; {PACK_FILES} is the most", at)
        documents = [self._document(path) for path in found[:PACK_FILES]]
        return [document for document in documents if document is not None]

    def list_of(self, name: str, key: str, read: Callable[[Node, Reading], _Read | None]) -> list[_Read]:
        """The entries of a file that holds a list under one key."""
        document = self.file(name)
        return self.entries(document, key, read) if document else []

    def entries(self, document: Node, key: str, read: Callable[[Node, Reading], _Read | None]) -> list[_Read]:
        """The entries of a document that holds a list under one key."""
        fields = Fields.of(document, f"a file of {key}", self.reading)
        if fields is None:
            return []
        found = [one for node in fields.entries(key) if (one := read(node, self.reading)) is not None]
        fields.close()
        return found

    def optional(self, name: str, key: str, read: Callable[[Node, Reading], _Read | None]) -> list[_Read]:
        """The entries of a file that a pack may leave out."""
        return self.list_of(name, key, read) if (self.path / name).is_file() else []

    def _document(self, path: Path) -> Node | None:
        if path.is_symlink() and not path.resolve().is_relative_to(self.path.resolve()):
            at = Span(shown_path(path), 1, 1, 1, 1)
            self.reading.problems.add("E0100", "this file lies outside its folder (a link?)", at)
            return None
        text = self.sources.read(path, self.reading.problems)
        return parse(text, shown_path(path), self.reading.problems) if text is not None else None
