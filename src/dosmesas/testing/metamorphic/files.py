"""Which file of a folder a thing stands in, and what the file is called, is the author's own affair."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dosmesas.load.nodes import Mapping, Node
from dosmesas.load.nodes import Sequence as Listed
from dosmesas.load.shapes.files import LISTS
from dosmesas.load.writing import mapping, scalar, sequence, written
from dosmesas.testing.metamorphic.holding import unchanged
from dosmesas.testing.metamorphic.material import Files, Material
from dosmesas.testing.metamorphic.parts import Document
from dosmesas.testing.metamorphic.plan import Edit, Plan
from dosmesas.testing.metamorphic.property import Wrong, named


@named
def order_of_files(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """Files of a folder may have any names, and what they list may stand in any of them."""
    folders = _folders(material)
    edits = {Edit(files[0].root.span, "the files of its folder are mixed"): files for files in folders}

    def write(chosen: Sequence[Edit]) -> Files:
        mixed: dict[str, str | None] = {}
        for one in chosen:
            mixed |= _mixed(edits[one])
        return mixed

    yield from unchanged(material, seeds, Plan([*edits], write), nothing="no folder has files to mix")


def _folders(material: Material) -> list[list[Document]]:
    """The files of each folder that holds several, or one with a list."""
    inside = [one for name, one in sorted(material.documents.items()) if name.count("/") > 1]
    found = [[*files] for _, files in groupby(inside, lambda one: one.name.rpartition("/")[0])]
    return [files for files in found if len(files) > 1 or _key(files[0])]


def _mixed(files: list[Document]) -> dict[str, str | None]:
    """The same files under other names in the opposite order; what is listed goes round all of them."""
    folder = files[0].name.rpartition("/")[0]
    roots = [*_dealt(files)] if _key(files[0]) else [one.root for one in reversed(files)]
    new = {f"{folder}/mixed-{number:03}.yaml": written(root) for number, root in enumerate(roots)}
    return {**{one.name: None for one in files}, **new}


def _dealt(files: list[Document]) -> Iterator[Node]:
    key, entries = _key(files[0]), [entry for one in files for entry in _entries(one)]
    count = max(2, len(files))
    for first in range(count):
        if entries[first::count]:
            yield mapping([(scalar(key), sequence(entries[first::count]))])


def _entries(document: Document) -> list[Node]:
    listed = document.root.get(_key(document)) if isinstance(document.root, Mapping) else None
    return listed.items if isinstance(listed, Listed) else []


def _key(document: Document) -> str:
    """The key under which a file of this kind lists everything, if it does."""
    return next((key for key, shape in LISTS.items() if shape is document.kind.shape), "")


PROPERTIES = (order_of_files,)
