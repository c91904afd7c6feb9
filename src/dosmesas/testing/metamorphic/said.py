"""The same said otherwise: conditions, amounts, and what is usual written out."""

from collections.abc import Iterator, Sequence

from dosmesas.lang.errors import ExpressionError
from dosmesas.lang.parser import parse
from dosmesas.load.expressions import LISTS
from dosmesas.load.nodes import Mapping as Mapped
from dosmesas.load.nodes import Node, Scalar
from dosmesas.load.nodes import Sequence as Listed
from dosmesas.load.shapes.declared import Form, Key
from dosmesas.load.writing import made, mapping, scalar
from dosmesas.testing.metamorphic.holding import unchanged
from dosmesas.testing.metamorphic.material import Material
from dosmesas.testing.metamorphic.parts import Part
from dosmesas.testing.metamorphic.plan import rewriting
from dosmesas.testing.metamorphic.property import Wrong, named
from dosmesas.text.number import THOUSAND, as_json, thousandths

_DEEP = 6
"""Lists of conditions that lie deeper are left as they are: there is a limit to their depth."""
_YES_NO = {True: "yes", False: "no"}
_NOT_OF_ALL = {"how"}
"""Keys with a usual value that only some mappings of their kind may have."""


@named
def conditions_said_otherwise(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """A condition that is denied twice is the condition, in a text as in a list of conditions."""
    plan = rewriting(material, _denied_twice, "its condition is denied twice")
    yield from unchanged(material, seeds, plan, nothing="nothing hangs on a condition")


@named
def amounts_said_otherwise(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """An amount that is written as a sum is the amount: numbers and expressions are rounded alike."""
    plain = {name for name, one in material.pack.ruleset.indicators.items() if one.counts}
    plain |= {*material.pack.ruleset.flags}

    def summed(part: Part) -> list[Node] | None:
        return None if part.key in plain else _summed(part)

    yield from unchanged(material, seeds, rewriting(material, summed, "its amount is a sum"))


@named
def usual_written_out(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """A key with its usual value may be written or left out."""
    plan = rewriting(material, _written_out, "what is usual is written out")
    yield from unchanged(material, seeds, plan, nothing="all that is usual is written out already")


def _denied_twice(part: Part) -> list[Node] | None:
    if part.form is not Form.CONDITION or part.is_key:
        return None
    if isinstance(part.node, Scalar):
        return _parsed(f"not (not ({part.node.text}))")
    return [made({"not": [{"not": [part.node]}]})] if _depth(part.node) < _DEEP else None


def _depth(node: Node) -> int:
    """How deep lists of conditions lie in each other."""
    match node:
        case Mapped(items=[(Scalar() as key, Listed() as inside)]) if key.text in LISTS:
            return 1 + max(map(_depth, inside.items), default=0)
        case _:
            return 0


def _summed(part: Part) -> list[Node] | None:
    if part.form is not Form.AMOUNT or not isinstance(part.node, Scalar):
        return None
    number = thousandths(part.node.text)
    if number is None:
        return _parsed(f"({part.node.text}) + 0")
    return _parsed(f"{as_json(number - THOUSAND)} + 1")


def _parsed(text: str) -> list[Node] | None:
    """A text, if it is an expression; it may have become too long for one."""
    try:
        parse(text)
    except ExpressionError:
        return None
    return [scalar(text)]


def _written_out(part: Part) -> list[Node] | None:
    if part.shape is None or not isinstance(part.node, Mapped):
        return None
    usual = {name: key for name, key in part.shape.keys.items() if key.default is not None}
    missing = {name: _text(key) for name, key in usual.items() if name not in part.node.values}
    added = [(scalar(name), scalar(text)) for name, text in missing.items() if name not in _NOT_OF_ALL]
    return [mapping([*part.node.items, *added])] if added else None


def _text(key: Key) -> str:
    return _YES_NO.get(key.default, str(key.default)) if isinstance(key.default, bool) else str(key.default)


PROPERTIES = (conditions_said_otherwise, amounts_said_otherwise, usual_written_out)
