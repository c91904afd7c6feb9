"""An effect in two parts, or under a condition that always holds, is the effect."""

from collections.abc import Iterator, Sequence

from dosmesas.load.nodes import Mapping, Node, Scalar
from dosmesas.load.shapes.effects import CHANGE, NESTED
from dosmesas.load.writing import made, mapping, scalar
from dosmesas.testing.metamorphic.holding import Claim, unchanged
from dosmesas.testing.metamorphic.material import Material
from dosmesas.testing.metamorphic.parts import Part
from dosmesas.testing.metamorphic.plan import rewriting
from dosmesas.testing.metamorphic.playing import Kept
from dosmesas.testing.metamorphic.property import Wrong, named
from dosmesas.text.number import THOUSAND, thousandths


@named
def effect_in_two(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """A change by whole points may be written as two: their halves and hundredths leave no rest to round."""
    plan = rewriting(material, _in_two, "its amount is split in two")
    yield from unchanged(material, seeds, plan, Claim(Kept.NUMBERS), "nothing changes by two points or more")


@named
def always_holds(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """An effect under what always holds, or in place of what never comes, is the effect itself."""
    # The loader knows ranges alone and cannot tell that this is always so: it would warn of each.
    nothing = f"{material.pack.headline[0]} - {material.pack.headline[0]}"

    def conditional(part: Part) -> list[Node] | None:
        if part.shape is CHANGE:
            return [made({"when": f"{nothing} > 0", "effects": [part.node], "otherwise": [part.node]})]
        if part.shape in NESTED.values():
            return [made({"when": f"{nothing} >= 0", "effects": [part.node]})]
        return None

    yield from unchanged(material, seeds, rewriting(material, conditional, "it stands under a condition"))


def _in_two(part: Part) -> list[Node] | None:
    """Minus six as minus four and minus two."""
    if part.shape is not CHANGE or not isinstance(part.node, Mapping):
        return None
    amount = next((one for key, one in part.node.items if key.text not in CHANGE.keys), None)
    whole = thousandths(amount.text) if isinstance(amount, Scalar) else None
    if whole is None or whole % THOUSAND or abs(whole) < 2 * THOUSAND:
        return None
    points = whole // THOUSAND
    less = max(1, abs(points) // 3) * (1 if points > 0 else -1)
    return [_with_amount(part.node, points - less), _with_amount(part.node, less)]


def _with_amount(effect: Mapping, points: int) -> Node:
    items = effect.items
    return mapping((key, one if key.text in CHANGE.keys else scalar(f"{points:+}")) for key, one in items)


PROPERTIES = (effect_in_two, always_holds)
