"""New ids with `renamed_from:`, which older saves and all draws go by."""

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from dosmesas.load.nodes import Mapping, Node, Scalar
from dosmesas.load.nodes import Sequence as Listed
from dosmesas.load.shapes.content import BULLETIN, DEAL, EVENT, OPTION
from dosmesas.load.shapes.declared import Form, Shape
from dosmesas.load.shapes.world import FLAG, INDICATOR, PLACE
from dosmesas.load.world import WILLING
from dosmesas.load.writing import mapping, scalar, sequence, written
from dosmesas.testing.metamorphic.expressions import called_in, question
from dosmesas.testing.metamorphic.holding import unchanged
from dosmesas.testing.metamorphic.material import Files, Material
from dosmesas.testing.metamorphic.parts import Document, Part, id_in, parts, rebuilt
from dosmesas.testing.metamorphic.plan import Edit, Plan
from dosmesas.testing.metamorphic.property import Wrong, named

_IDS: dict[Shape, tuple[str, str]] = {
    EVENT: ("event", "event"),
    BULLETIN: ("event", "bulletin"),
    OPTION: ("option", "option"),
    DEAL: ("deal", "deal"),
    INDICATOR: ("slot", "indicator"),
    PLACE: ("slot", "place"),
    FLAG: ("slot", "flag"),
}
"""What can be renamed: its kind, and the key of its id."""
Id = tuple[str, str]
"""A kind and an id; of an option the full one."""
_KINDS = {"event": "event", "deal": "deal", "place": "slot", "indicator": "slot", "flag": "slot"}
"""What kinds of ids are called here, where one stands that is declared elsewhere."""


@named
def new_ids(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """Events, options, deals, bulletins, indicators and flags play as before under new ids."""
    declared = {edit: one for document in material.documents.values() for edit, one in _declared(document)}
    new = _new_ids(material, sorted({*declared.values()}))

    def write(chosen: Sequence[Edit]) -> Files:
        wanted = {declared[one] for one in chosen}
        renaming = Renaming({one: name for one, name in new.items() if {one, _place_of(one)} & wanted})
        return {name: written(rebuilt(one, renaming.change)) for name, one in material.documents.items()}

    yield from unchanged(material, seeds, Plan([*declared], write))


def _declared(document: Document) -> Iterator[tuple[Edit, Id]]:
    for part in parts(document):
        if part.shape in _IDS:
            kind, key = _IDS[part.shape]
            name = id_in(part.origin, key)
            full = f"{document.event}/{name}" if kind == "option" else name
            yield Edit(part.origin.span, f"'{name}' is renamed"), (kind, full)


def _new_ids(material: Material, every: Sequence[Id]) -> dict[Id, str]:
    """New ids, in the opposite order of the old ones; of an option, the one within its event."""
    word, last, joints = material.unused("anew"), len(every), {"slot": "_"}
    found = {one: f"{word}{joints.get(one[0], '-')}{last - number:04}" for number, one in enumerate(every)}
    flags = [("slot", name) for name in material.pack.ruleset.flags]
    # A place brings a flag of its own, which nobody declares.
    brought = [one for one in flags if one not in found and _place_of(one) in found]
    return found | {one: found[_place_of(one)] + WILLING for one in brought}


def _place_of(one: Id) -> Id:
    """The place whose governor's flag this is called after."""
    return one[0], one[1].removesuffix(WILLING)


@frozen(eq=False)
class Renaming:
    """What is called otherwise, and how every part of a file says so."""

    new: dict[Id, str]
    short: dict[str, str] = field(init=False)

    @short.default
    def _short(self) -> dict[str, str]:
        """New ids of options by their old ones within an event; a question asks by those that are unique."""
        return {name.partition("/")[2]: new for (kind, name), new in self.new.items() if kind == "option"}

    def change(self, part: Part) -> list[Node] | None:
        """The part with its new ids."""
        node = part.node
        if part.shape in _IDS and isinstance(node, Mapping):
            return self._thing(node, part)
        if part.form in {Form.CONDITION, Form.AMOUNT} and not part.is_key:
            return [called_in(node, self._slot, self._asking)]
        if isinstance(node, Scalar) and (new := self._referred(node.text, part)):
            return [scalar(new)]
        return None

    def _thing(self, node: Mapping, part: Part) -> list[Node] | None:
        """A thing under its new id, with the one that it had."""
        kind, key = _IDS[part.shape] if part.shape else ("", "")
        old = id_in(part.origin, key)
        new = self.new.get((kind, f"{part.document.event}/{old}" if kind == "option" else old))
        if new is None:
            return None
        before = node.get("renamed_from")
        former = before.items if isinstance(before, Listed) else [before] if before else []
        own = {key: scalar(new), "renamed_from": sequence([*former, scalar(old)])}
        kept = [(one, value) for one, value in node.items if one.text not in own]
        return [mapping([*((scalar(name), value) for name, value in own.items()), *kept])]

    def _referred(self, text: str, part: Part) -> str:
        if part.key == "clash":
            office, _, option = text.partition("/")
            return f"{office}/{self._option(option, part)}"
        if part.form is not Form.REF:
            return ""
        if part.value.kind == "option":
            return self._option(text, part)
        kinds = {_KINDS.get(kind, "") for kind in part.value.kind.split()}
        return next((self.new[kind, text] for kind in kinds if (kind, text) in self.new), "")

    def _option(self, short: str, part: Part) -> str:
        return self.new.get(("option", f"{part.document.event}/{short}"), short)

    def _slot(self, name: str) -> str:
        return self.new.get(("slot", name), name)

    def _asking(self, function: str, name: str) -> str:
        """The question: about an event or bulletin, or an option, by its whole id or the one in its event."""
        if function != "chose" and ("event", name) in self.new:
            return question(function, self.new["event", name])
        event, slash, _ = name.partition("/")
        if not slash:
            return question(function, self.short.get(name, name))
        option = self.new.get(("option", name), name.partition("/")[2])
        return question(function, f"{self.new.get(('event', event), event)}/{option}")


PROPERTIES = (new_ids,)
