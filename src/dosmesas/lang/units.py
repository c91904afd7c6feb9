"""Units: what may be added to, or compared with, what.

A written number, a product and most quotients fit any unit; the quotient of two numbers of one unit is plain.
"""

from dosmesas.lang.names import names_in
from dosmesas.lang.nodes import Name, Node
from dosmesas.lang.notes import declared_of, echoed
from dosmesas.lang.scope import Scope
from dosmesas.text.diagnostic import Notes
from dosmesas.text.local import NO_TEXT, Text
from dosmesas.text.phrase import Phrase, phrase

Unit = Text | None
"""The unit of a value; no text for a plain number, None where it fits any. Told apart by its English."""


def quotient(left: Unit, right: Unit) -> Unit:
    """The unit of a quotient."""
    return NO_TEXT if _same(left, right) else None


def clash(left: Unit, right: Unit) -> bool:
    """Whether two values do not fit each other."""
    return left is not None and right is not None and not _same(left, right)


def _same(left: Unit, right: Unit) -> bool:
    return left is not None and right is not None and (left is right or left("en") == right("en"))


def said(node: Node, unit: Unit) -> Phrase:
    """`trust is in %`, `trust + rights has no unit`."""
    name = echoed(node, phrase("this amount"))
    if unit is None or not unit("en"):
        return phrase("{name} has no unit", name=name)
    return phrase("{name} is in {unit}", name=name, unit=unit)


def places(node: Node, unit: Unit, scope: Scope) -> Notes:
    """Where the first name that brings the unit is declared."""
    for name in sorted(names_in(node)):
        if name in scope.names and _same(scope.names[name].unit, unit):
            return declared_of(Name(0, 0, name), scope)
    return ()
