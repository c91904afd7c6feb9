"""A file of a pack part by part, each with what the loader's own declarations let stand there."""

from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatch
from functools import lru_cache

from attrs import frozen

from dosmesas.load.nodes import Mapping, Node, Scalar
from dosmesas.load.nodes import Sequence as Listed
from dosmesas.load.shapes.declared import AMOUNT, Form, Shape, Value
from dosmesas.load.shapes.effects import CHANGE, NESTED
from dosmesas.load.shapes.kinds import FILES, FileKind
from dosmesas.load.writing import mapping, scalar, sequence


@frozen(eq=False, repr=False)
class Document:
    """A file: its name among those of the pack, such as `pack/events/talks.yaml`, and what stands in it."""

    name: str
    root: Node
    kind: FileKind

    @property
    def event(self) -> str:
        """The id of the event that the file holds, if it holds one."""
        return id_in(self.root, "event")


@frozen(eq=False, repr=False)
class Part:
    """A value, or the key of a mapping whose keys are ids (`is_key`), where it stands.

    `node` is what is to stand there, changes inside it made; `origin` what its author wrote. `key` is the key
    above it, `holder` the mapping that declares it.
    """

    document: Document
    key: str
    value: Value
    node: Node
    origin: Node
    holder: Shape | None = None
    is_key: bool = False

    def holding(self, node: Node) -> "Part":
        """The same part with changes made inside it."""
        return Part(self.document, self.key, self.value, node, self.origin, self.holder, self.is_key)

    @property
    def shape(self) -> Shape | None:
        """The mapping that it is, where it is one with declared keys."""
        return self.value.shape

    @property
    def form(self) -> Form:
        """How it is written."""
        return self.value.form


Change = Callable[[Part], Sequence[Node] | None]
"""What is to stand in place of a part: one node, in a list also none or several; None leaves it as it is."""


def kind_of(name: str) -> FileKind | None:
    """The kind of a file by its name: `pack/`, `game/` or `seeds/` and where it lies there."""
    area, _, inside = name.partition("/")
    places = {"seeds": lambda one: one.seeds, "game": lambda one: one.game, "pack": lambda one: one.pack}
    return next((one for one in FILES if any(fnmatch(inside, it) for it in places[area](one))), None)


def rebuilt(document: Document, change: Change) -> Node:
    """The file with every change made, inner parts before those that hold them."""
    root = Value(Form.INSIDE, shape=document.kind.shape)
    return _Builder(document, change).only(Part(document, "", root, document.root, document.root))


def parts(document: Document) -> Iterator[Part]:
    """Every part of a file, inner ones first."""
    found: list[Part] = []
    rebuilt(document, found.append)
    return iter(found)


def id_in(node: Node, key: str) -> str:
    """The text under a key, if there is one."""
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.text if isinstance(value, Scalar) else ""


def twin_of(node: Node, key: str, name: str) -> Mapping:
    """The same mapping under another id."""
    items = node.items if isinstance(node, Mapping) else []
    return mapping((one, scalar(name) if one.text == key else value) for one, value in items)


@frozen(eq=False)
class _Builder:
    document: Document
    change: Change

    def only(self, part: Part) -> Node:
        """What is to stand where exactly one thing can."""
        (found,) = self.several(part)
        return found

    def several(self, part: Part) -> Sequence[Node]:
        """What is to stand in place of a part, once everything inside it has been looked at."""
        node = self._inside(part)
        inner = part if node is part.node else part.holding(node)
        found = self.change(inner)
        return [node] if found is None else found

    def _inside(self, part: Part) -> Node:
        node, value = part.node, part.value
        if value.shape is not None and isinstance(node, Mapping):
            return mapping(self._declared(node, value.shape))
        if value.form is Form.MAP and isinstance(node, Mapping):
            return mapping(
                (self._key(key, part), self._under(key.text, one, part)) for key, one in node.items
            )
        if isinstance(node, Listed) and value.form in {Form.LIST, Form.ONE_OR_MORE, Form.EFFECTS}:
            return sequence(one for item in node.items for one in self.several(self._item(item, part)))
        if value.form is Form.ONE_OR_MORE and value.item:
            return self.only(Part(part.document, part.key, value.item, node, part.origin, part.holder))
        return node

    def _declared(self, node: Mapping, shape: Shape) -> Iterator[tuple[Scalar, Node]]:
        for key, value in node.items:
            known = shape.keys.get(key.text)
            if known is not None:
                yield key, self.only(Part(self.document, key.text, known.value, value, value, shape))
            elif shape.open:
                moved = Part(
                    self.document, key.text, _keys_of(" ".join(shape.open)), key, key, shape, is_key=True
                )
                amount = Part(self.document, key.text, AMOUNT, value, value, shape)
                yield self._scalar(moved), self.only(amount)
            else:
                yield key, value

    def _key(self, key: Scalar, part: Part) -> Scalar:
        kind = _keys_of(part.value.kind)
        return self._scalar(Part(self.document, part.key, kind, key, key, part.holder, is_key=True))

    def _scalar(self, part: Part) -> Scalar:
        found = self.only(part)
        assert isinstance(found, Scalar), "a key is a text"
        return found

    def _under(self, key: str, node: Node, part: Part) -> Node:
        assert part.value.item is not None, "a mapping says what it maps to"
        return self.only(Part(self.document, key, part.value.item, node, node, part.holder))

    def _item(self, node: Node, part: Part) -> Part:
        if part.form is Form.EFFECTS:
            return Part(self.document, part.key, _EFFECTS[shape_of(node)], node, node)
        assert part.value.item is not None, "a list says what it lists"
        return Part(self.document, part.key, part.value.item, node, node, part.holder)


def shape_of(effect: Node) -> Shape:
    """The shape of an effect: by its key that holds others, else a change."""
    held = effect.values if isinstance(effect, Mapping) else {}
    return next((shape for key, shape in NESTED.items() if key in held), CHANGE)


_EFFECTS = {shape: Value(Form.INSIDE, shape=shape) for shape in (CHANGE, *NESTED.values())}


@lru_cache
def _keys_of(kinds: str) -> Value:
    """What the keys of a mapping are that maps ids of these kinds, with spaces between."""
    return Value(Form.REF, kind=kinds)
