"""Words are for whoever reads them: no game hangs on any."""

from collections.abc import Iterator, Sequence
from string import ascii_lowercase as letters

from dosmesas.lang.scope import TURNS
from dosmesas.load.nodes import Mapping as Mapped
from dosmesas.load.nodes import Node, Scalar
from dosmesas.load.shapes.declared import Form
from dosmesas.load.writing import mapping, scalar
from dosmesas.testing.metamorphic.holding import unchanged
from dosmesas.testing.metamorphic.material import Material
from dosmesas.testing.metamorphic.parts import Part
from dosmesas.testing.metamorphic.plan import rewriting
from dosmesas.testing.metamorphic.property import Wrong, named

_NEXT = letters[1:] + letters[0]
_OTHER = str.maketrans(letters + letters.upper(), _NEXT + _NEXT.upper())
"""Each letter becomes the next: two texts that differ still differ, and are as long as they were."""


@named
def other_words(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """Every text may be another, and English and Spanish may change places."""
    yield from unchanged(material, seeds, rewriting(material, _translated, "its text is another"))


def _translated(part: Part) -> list[Node] | None:
    node = part.node
    if part.form is Form.WORD and not part.value.pattern and isinstance(node, Scalar):
        return [_reworded(node)]
    if part.form is not Form.TEXT:
        return None
    if isinstance(node, Scalar):
        return None if _counts_turns(part) else [_reworded(node)]
    return None if not isinstance(node, Mapped) or _counts_turns(part) else [_swapped(node, part.key)]


def _swapped(node: Mapped, key: str) -> Node:
    """The text in each language, said in the other. Units are told apart by their English, so those stay."""
    keys = [one for one, _ in node.items]
    values = [value for _, value in node.items]
    if key != "unit":
        values.reverse()
    pairs = zip(keys, values, strict=True)
    return mapping((one, _reworded(value) if isinstance(value, Scalar) else value) for one, value in pairs)


def _reworded(node: Scalar) -> Scalar:
    text = node.text.replace("\n", " ") if node.plain else node.text
    return scalar(text.translate(_OTHER))


def _counts_turns(part: Part) -> bool:
    """Whether a text is the unit that `turn` has too, which is the program's own word."""
    english = part.node.get("en") if isinstance(part.node, Mapped) else part.node
    return part.key == "unit" and isinstance(english, Scalar) and english.text == TURNS("en")


PROPERTIES = (other_words,)
