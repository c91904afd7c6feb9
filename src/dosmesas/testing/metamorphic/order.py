"""Order that means nothing: of keys, of entries, of effects; and of options, to what was decided."""

from collections.abc import Iterator, Sequence

from dosmesas.load.expressions import LISTS as JOINED
from dosmesas.load.nodes import Mapping, Node, Scalar
from dosmesas.load.nodes import Sequence as Listed
from dosmesas.load.shapes.debate import CARD, DEBATE, OWN_CARD
from dosmesas.load.shapes.declared import Form
from dosmesas.load.shapes.effects import AFTER, CHANCE
from dosmesas.load.shapes.files import LISTS
from dosmesas.load.writing import mapping, sequence
from dosmesas.testing.metamorphic.holding import Claim, unchanged
from dosmesas.testing.metamorphic.material import Material
from dosmesas.testing.metamorphic.parts import Part, shape_of
from dosmesas.testing.metamorphic.plan import rewriting
from dosmesas.testing.metamorphic.playing import Kept
from dosmesas.testing.metamorphic.property import Wrong, named

FREE = frozenset(
    {
        *("because", "supports", "attacks", "lines", "at", "decided", "clash", "not_for", "only"),
        *("seen_by", "states", "skips", "languages", "without", "red_lines", "view"),
        *("claims", "assumptions", "countries", "indicators", "places", "counters", "flags"),
        *("offices", "rules", "bulletins", "cards"),
    }
)
"""Lists whose order says nothing. That of options, deals, endings, seats and of what is shown does."""
_FREE_IN = {
    (LISTS["audiences"], "audiences"),
    (DEBATE, "audiences"),
    (CARD, "against"),
    (OWN_CARD, "against"),
}
"""As above, of keys that stand over other lists too."""


@named
def order_of_keys(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """The keys of every mapping may stand in any order."""
    plan = rewriting(material, _keys_turned, "its keys stand in the opposite order")
    yield from unchanged(material, seeds, plan)


@named
def order_of_entries(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """Rules, flags, claims and whatever else is listed without an order of its own may stand in any order."""
    plan = rewriting(material, _entries_turned, "its entries stand in the opposite order")
    yield from unchanged(material, seeds, plan)


@named
def order_of_effects(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """Effects side by side come at once; only the order in which delays and chances are numbered counts."""
    plan = rewriting(material, _effects_turned, "its effects stand in another order")
    yield from unchanged(
        material, seeds, plan, Claim(Kept.LEDGER), "no list has two effects of which one is free"
    )


@named
def order_of_options(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """Options and deals are shown in their order; the same decisions lead to the same states in any."""
    plan = rewriting(material, _options_turned, "they stand in the opposite order", only=("event",))
    yield from unchanged(material, seeds, plan, nothing="no office has two options")


def _keys_turned(part: Part) -> list[Node] | None:
    if not isinstance(part.node, Mapping) or len(part.node.items) < 2:
        return None
    return [mapping(reversed(part.node.items))]


def _entries_turned(part: Part) -> list[Node] | None:
    node = part.node
    if part.form is Form.CONDITION:
        turned = _conditions_turned(node)
        return None if turned is node else [turned]
    free = part.key in FREE or (part.holder, part.key) in _FREE_IN
    if part.form not in {Form.LIST, Form.ONE_OR_MORE} or not free:
        return None
    return [sequence(reversed(node.items))] if isinstance(node, Listed) and len(node.items) > 1 else None


def _conditions_turned(node: Node) -> Node:
    """A list of conditions with its items, and those inside it, the other way round."""
    match node:
        case Mapping(items=[(Scalar() as key, Listed() as inside)]) if key.text in JOINED:
            return mapping([(key, sequence(map(_conditions_turned, reversed(inside.items))))])
        case _:
            return node


def _effects_turned(part: Part) -> list[Node] | None:
    if part.form is not Form.EFFECTS or not isinstance(part.node, Listed):
        return None
    fixed = [one for one in part.node.items if _is_numbered(one)]
    free = [one for one in part.node.items if not _is_numbered(one)]
    if not free or len(part.node.items) < 2:
        return None
    first = part.node.items[0]
    return [sequence([*fixed, *reversed(free)] if first in free else [*reversed(free), *fixed])]


def _is_numbered(effect: Node) -> bool:
    """Whether an effect is a delay or a chance, or holds one: their draws go by their numbers."""
    if shape_of(effect) in {AFTER, CHANCE}:
        return True
    branches = [effect.get(key) for key in ("effects", "otherwise")] if isinstance(effect, Mapping) else []
    return any(_is_numbered(one) for branch in branches if isinstance(branch, Listed) for one in branch.items)


def _options_turned(part: Part) -> list[Node] | None:
    listed = part.form is Form.LIST and part.value.item is not None and part.value.item.shape is not None
    if not listed or part.key in FREE or not isinstance(part.node, Listed) or len(part.node.items) < 2:
        return None
    return [sequence(reversed(part.node.items))]


PROPERTIES = (order_of_keys, order_of_entries, order_of_effects, order_of_options)
