"""Units: what may be added to, or compared with, what.

A written number, a product and most quotients fit any unit; the quotient of two numbers of one unit is plain.
"""

from dosmesas.lang.names import names_in
from dosmesas.lang.nodes import Name, Node
from dosmesas.lang.notes import declared_of, echoed
from dosmesas.lang.scope import Scope
from dosmesas.text.span import Span

Unit = str | None
"""The unit of a value; empty for a plain number, None where it fits any."""


def quotient(left: Unit, right: Unit) -> Unit:
    """The unit of a quotient."""
    return "" if left is not None and left == right else None


def clash(left: Unit, right: Unit) -> bool:
    """Whether two values do not fit each other."""
    return left is not None and right is not None and left != right


def said(node: Node, unit: Unit) -> str:
    """`trust is in %`, `trust + rights has no unit`."""
    name = echoed(node, "this amount")
    return f"{name} is in {unit}" if unit else f"{name} has no unit"


def places(node: Node, unit: Unit, scope: Scope) -> tuple[tuple[str, Span], ...]:
    """Where the first name that brings the unit is declared."""
    for name in sorted(names_in(node)):
        if name in scope.names and scope.names[name].unit == unit:
            return declared_of(Name(0, 0, name), scope)
    return ()
