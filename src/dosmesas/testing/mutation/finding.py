"""Finds all mutants of a pack: of its own files, and of the rules that it has from game/.

The files are walked by the shapes by which the loader reads them, so that a new key with a condition or with
effects is found without a word here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path

from attrs import evolve, field, frozen

from dosmesas.load.folders import Kept
from dosmesas.load.nodes import Mapping as MappingNode
from dosmesas.load.nodes import Node, Scalar, Sequence
from dosmesas.load.shapes.declared import Form, Key, Shape, Value
from dosmesas.load.shapes.kinds import FILES
from dosmesas.load.source import shown_path
from dosmesas.model.rules import Pack
from dosmesas.testing.mutation.citations import CitationChanges
from dosmesas.testing.mutation.conditions import conditions_from
from dosmesas.testing.mutation.effects import Away, Draft, EffectChanges, never
from dosmesas.testing.mutation.mutant import Kind, Mutant, Owner, Page
from dosmesas.testing.mutation.offices import OfficeChanges

_OWN = ("event", "bulletins", "rules", "endings")
_SHARED = ("rules", "conduct", "endings")
"""The kinds of files that are changed: in a pack, and in game/."""
_LEFT = ("cards",)
"""Keys that are passed over: what a debate is made of is no rule."""
_ANY = Owner("", "")


def mutants_of(pack: Pack, folder: Path, game: Path, kept: Kept) -> list[Mutant]:
    """All mutants, by file and place; `kept` are the files as the loader has read them."""
    found: list[Mutant] = []
    for root, names, shared in ((folder, _OWN, False), (game, _SHARED, True)):
        base = shown_path(root)
        for file, (text, node) in sorted(kept.items()):
            inside = file.removeprefix(f"{base}/") if file.startswith(f"{base}/") else ""
            kinds = [one for one in FILES if one.name in names]
            for kind in kinds:
                where = kind.game if shared else kind.pack
                if any(fnmatch(inside, one) for one in where):
                    found += _Walk(Page(file, text), pack).file(node, kind.shape)
    return _numbered(sorted(found, key=lambda one: (one.file, one.line, one.column, one.kind, one.id)))


def _numbered(mutants: list[Mutant]) -> list[Mutant]:
    """Those of an owner that read alike, told apart by their order."""
    seen: Counter[str] = Counter()
    found = []
    for one in mutants:
        found.append(evolve(one, nth=seen[one.id]))
        seen[one.id] += 1
    return found


@frozen
class _Walk:
    """The mutants of one file."""

    page: Page
    pack: Pack
    edits: EffectChanges = field(init=False)
    citations: CitationChanges = field(init=False)

    @edits.default
    def _edits(self) -> EffectChanges:
        return EffectChanges(self.page, self.pack)

    @citations.default
    def _citations(self) -> CitationChanges:
        return CitationChanges(self.edits)

    def file(self, node: Node, shape: Shape) -> Iterator[Mutant]:
        return self._mapping(node, shape, _ANY, None, "")

    def _mapping(
        self, node: Node, shape: Shape, owner: Owner, offices: OfficeChanges | None, office: str
    ) -> Iterator[Mutant]:
        """All mutants in a mapping, which is its own owner where it declares an id."""
        if not isinstance(node, MappingNode):
            return
        owner = self._owner(node, shape, owner)
        if owner.id and not self._used(owner):
            return
        if owner.kind == "event" and owner.id in self.pack.events and "seats" in node.values:
            offices = OfficeChanges(self.edits, self.pack.events[owner.id], node)
            yield from self._made(owner, offices.places())
        if owner.kind == "deal" and offices is not None:
            yield from self._made(owner, offices.between(node))
        for key, value in node.items:
            declared = shape.keys.get(key.text)
            if declared is not None and key.text not in _LEFT:
                yield from self._key(node, declared, value, owner, offices, office)

    def _owner(self, node: MappingNode, shape: Shape, owner: Owner) -> Owner:
        first = shape.listed[0]
        value = node.get(first.name)
        if first.value.form is not Form.ID or not isinstance(value, Scalar):
            return owner
        if first.name == "option":
            return Owner("option", f"{owner.event}/{value.text}", owner.event)
        event = value.text if first.name == "event" else owner.event
        return Owner(first.name, value.text, event)

    def _used(self, owner: Owner) -> bool:
        """Whether the pack plays with it, and not with one of its own in its place, or without it."""
        ruleset = self.pack.ruleset
        if owner.kind == "rule":
            return owner.id in ruleset.rules and ruleset.rules[owner.id].where.file == self.page.name
        if owner.kind == "ending":
            return any(one.id == owner.id and one.where.file == self.page.name for one in ruleset.endings)
        return True

    def _key(
        self,
        node: MappingNode,
        key: Key,
        value: Node,
        owner: Owner,
        offices: OfficeChanges | None,
        office: str,
    ) -> Iterator[Mutant]:
        """All mutants under one key."""

        def away() -> Away:
            return never if key.required else lambda: self.edits.key(node, key.name)

        form, item = key.value.form, key.value.item
        if form is Form.CONDITION:
            yield from self._made(owner, self._conditions(value))
        elif form is Form.EFFECTS:
            yield from self._made(owner, self.edits.of(value, away()))
        elif key.name == "because" and owner.kind != "ending":
            yield from self._made(owner, self.citations.of(value, owner.id))
        elif key.name == "chance" and isinstance(value, Scalar):
            yield from self._made(owner, self.edits.likelier(value, key.value.high))
        elif key.name == "clash" and offices is not None:
            yield from self._made(owner, offices.clash(value))
        elif form is Form.MAP and item is not None and item.form is Form.AMOUNT:
            yield from self._made(owner, self._points(node, key.name, value))
            if offices is not None:
                yield from self._made(owner, offices.audiences(value, office))
        else:
            yield from self._inside(key.value, value, owner, offices, key.name)

    def _inside(
        self, declared: Value, value: Node, owner: Owner, offices: OfficeChanges | None, name: str
    ) -> Iterator[Mutant]:
        """All mutants in mappings that lie deeper: one, a list, or one for each office or kind of conduct."""
        item = declared.item
        if declared.shape is not None:
            if name in _conduct_names():
                owner = Owner("conduct", name.replace("_", "-"))
            yield from self._mapping(value, declared.shape, owner, offices, "")
        elif declared.form is Form.LIST and item is not None and isinstance(value, Sequence):
            for one in value.items:
                yield from self._inside(item, one, owner, offices, "")
        elif declared.form is Form.MAP and item is not None and item.form is Form.LIST:
            yield from self._seated(item, value, owner, offices)

    def _seated(
        self, declared: Value, value: Node, owner: Owner, offices: OfficeChanges | None
    ) -> Iterator[Mutant]:
        """The options of each office."""
        shape = declared.item.shape if declared.item is not None else None
        for key, options in value.items if isinstance(value, MappingNode) else ():
            for one in options.items if isinstance(options, Sequence) and shape is not None else ():
                yield from self._mapping(one, shape, owner, offices, key.text)  # type: ignore[arg-type]

    def _conditions(self, value: Node) -> Iterator[Draft]:
        """A condition as a text, or as a list under `all:`, `any:` or `not:`."""
        if isinstance(value, Scalar):
            edit = self.edits.instead(value)
            for kind, text in conditions_from(value.text, self.pack) if edit else ():
                yield kind, (edit(text),)  # type: ignore[misc] # asked in the line above
        elif isinstance(value, MappingNode):
            for key, inside in value.items:
                edit = self.edits.instead(key)
                if edit is not None and key.text in _JOINED:
                    yield Kind.FLIP, (edit(_JOINED[key.text]),)
                for one in inside.items if isinstance(inside, Sequence) else (inside,):
                    yield from self._conditions(one)

    def _points(self, node: MappingNode, name: str, value: Node) -> Iterator[Draft]:
        """What an option is to each audience at home."""
        items = value.items if isinstance(value, MappingNode) else ()
        for key, points in items:
            if isinstance(points, Scalar) and isinstance(value, MappingNode):
                holder, gone = (node, name) if len(items) == 1 else (value, key.text)
                yield from self.edits.amount(points, lambda h=holder, g=gone: self.edits.key(h, g))  # type: ignore[misc]

    def _made(self, owner: Owner, drafts: Iterator[Draft]) -> Iterator[Mutant]:
        for kind, edits in drafts:
            if edits:
                yield self.page.mutant(kind, owner, edits)


_JOINED = {"all": "any", "any": "all"}


def _conduct_names() -> Mapping[str, str]:
    from dosmesas.load.shapes.rules import CONDUCT

    return CONDUCT
