"""Changes of a pack's files, each of which can be made without the others."""

from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from dosmesas.load.nodes import Mapping, Node
from dosmesas.load.nodes import Sequence as Listed
from dosmesas.load.writing import made, mapping, scalar, sequence, written
from dosmesas.testing.metamorphic.material import Files, Material
from dosmesas.testing.metamorphic.parts import Change, Document, Part, rebuilt
from dosmesas.text.span import Span


@frozen(eq=False)
class Edit:
    """One change: its place in the author's files, and what is done there."""

    place: Span
    what: str


@frozen
class Plan:
    """All the changes, and the files that come of making some of them."""

    edits: Sequence[Edit]
    write: Callable[[Sequence[Edit]], Files]


def rewriting(material: Material, change: Change, what: str, only: Iterable[str] = ()) -> Plan:
    """A plan that changes parts of files wherever the change applies.

    `only` are the kinds of files that are looked at; all without it.
    """
    kinds = {*only}
    documents = [one for one in material.documents.values() if not kinds or one.kind.name in kinds]
    origins: dict[Edit, Node] = {}
    whole: dict[str, str | None] = {}
    for document in documents:
        root, found = _changed(document, change)
        origins |= {Edit(one.span, what): one for one in found}
        if found:
            whole[document.name] = written(root)

    def write(edits: Sequence[Edit]) -> Files:
        if len(edits) == len(origins):
            return whole
        wanted = {id(origins[one]) for one in edits}
        files = {origins[one].file for one in edits}

        def chosen(part: Part) -> Sequence[Node] | None:
            return change(part) if id(part.origin) in wanted else None

        return {one.name: written(rebuilt(one, chosen)) for one in documents if one.root.file in files}

    return Plan([*origins], write)


def replacing(place: Span, what: str, files: Files) -> Plan:
    """A plan of one change that concerns whole files."""
    return Plan([Edit(place, what)], lambda edits: files if edits else {})


def listing(material: Material, name: str, key: str, entries: Iterable[object], what: str) -> Plan:
    """A plan that adds entries at the beginning of a file of a list, or makes one where there is none."""
    document = material.documents.get(name)
    listed = document.root.get(key) if document and isinstance(document.root, Mapping) else None
    known = listed.items if isinstance(listed, Listed) else []
    root = mapping([(scalar(key), sequence([*map(made, entries), *known]))])
    return replacing(material.place(name), what, {name: written(root)})


def as_one(plan: Plan) -> Plan:
    """The same changes, all of them or none: one needs the other."""
    return replacing(plan.edits[0].place, plan.edits[0].what, plan.write(plan.edits))


def together(*plans: Plan) -> Plan:
    """Several plans as one; no two change the same file."""

    def write(edits: Sequence[Edit]) -> Files:
        files: dict[str, str | None] = {}
        for plan in plans:
            files |= plan.write([one for one in plan.edits if one in edits])
        return files

    return Plan([one for plan in plans for one in plan.edits], write)


def _changed(document: Document, change: Change) -> tuple[Node, list[Node]]:
    """The file with all changes made, and what its author wrote where one applies, each once."""
    found: dict[int, Node] = {}

    def noting(part: Part) -> Sequence[Node] | None:
        new = change(part)
        if new is not None:
            found.setdefault(id(part.origin), part.origin)
        return new

    return rebuilt(document, noting), [*found.values()]
