"""What messages say of an expression: its text, the ranges that settle it, where its names are declared."""

from dosmesas.lang.describe import unparse
from dosmesas.lang.intervals import Range
from dosmesas.lang.names import names_in
from dosmesas.lang.nodes import Compare, Node, Number
from dosmesas.lang.scope import Scope
from dosmesas.text.number import exact
from dosmesas.text.span import NOWHERE, Span

ECHOED = 60
"""The most characters of an author's text that a message repeats."""
_PLACES = 2


def echoed(node: Node, otherwise: str) -> str:
    """The text of an expression, or other words where it is long."""
    text = unparse(node)
    return text if len(text) <= ECHOED else otherwise


def between(known: Range) -> str:
    """`0 to 100`, or the one number that is left."""
    return exact(known.low) if known.low == known.high else f"{exact(known.low)} to {exact(known.high)}"


def settled(link: Compare, ranges: list[Range], *, holds: bool) -> str:
    """`trust >= 120 can never hold: trust is 0 to 100`."""
    notes = [
        f"{echoed(one, '')} is {between(known)}"
        for one, known in zip(link.operands, ranges, strict=True)
        if not isinstance(one, Number) and echoed(one, "")
    ]
    verdict = "always holds" if holds else "can never hold"
    return f"{echoed(link, 'this comparison')} {verdict}" + (f": {', '.join(notes)}" if notes else "")


def declared_of(node: Node, scope: Scope) -> tuple[tuple[str, Span], ...]:
    """Where the names in an expression are declared, the first two."""
    known = [(name, scope.names[name]) for name in sorted(names_in(node)) if name in scope.names]
    return tuple(
        (f"'{name}' ({declared.note}) is declared here", declared.where)
        for name, declared in known
        if declared.where != NOWHERE
    )[:_PLACES]
