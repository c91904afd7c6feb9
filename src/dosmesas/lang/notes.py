"""What messages say of an expression: its text, the ranges that settle it, where its names are declared."""

from dosmesas.lang.describe import unparse
from dosmesas.lang.intervals import Range
from dosmesas.lang.names import names_in
from dosmesas.lang.nodes import Compare, Node, Number
from dosmesas.lang.scope import Scope
from dosmesas.text.diagnostic import Notes
from dosmesas.text.number import exact
from dosmesas.text.phrase import Phrase, phrase
from dosmesas.text.span import NOWHERE

ECHOED = 60
"""The most characters of an author's text that a message repeats."""
_PLACES = 2


def echo(node: Node) -> str:
    """The text of an expression; nothing where it is long."""
    text = unparse(node)
    return text if len(text) <= ECHOED else ""


def echoed(node: Node, otherwise: Phrase) -> str | Phrase:
    """The text of an expression, or other words where it is long."""
    return echo(node) or otherwise


def span_of(low: int, high: int) -> Phrase:
    """`0 to 100`."""
    return phrase("{low} to {high}", low=exact(low), high=exact(high))


def within(name: str, known: Range) -> Phrase:
    """`trust is 0 to 100`, or the one number that is left."""
    if known.low == known.high:
        return phrase("{name} is {value}", name=name, value=exact(known.low))
    return phrase("{name} is {low} to {high}", name=name, low=exact(known.low), high=exact(known.high))


def settled(link: Compare, ranges: list[Range], *, holds: bool) -> Phrase:
    """`trust >= 120 can never hold: trust is 0 to 100`."""
    notes = [
        within(name, known)
        for one, known in zip(link.operands, ranges, strict=True)
        if not isinstance(one, Number) and (name := echo(one))
    ]
    what = echoed(link, phrase("this comparison"))
    said = always(what) if holds else never(what)
    return phrase("{verdict}: {notes}", verdict=said, notes=tuple(notes)) if notes else said


def always(what: str | Phrase) -> Phrase:
    """It comes out one way only."""
    return phrase("{what} always holds", what=what)


def never(what: str | Phrase) -> Phrase:
    """It comes out the other way only."""
    return phrase("{what} can never hold", what=what)


def declared_of(node: Node, scope: Scope) -> Notes:
    """Where the names in an expression are declared, the first two."""
    known = [(name, scope.names[name]) for name in sorted(names_in(node)) if name in scope.names]
    return tuple(
        (phrase("'{name}' ({note}) is declared here", name=name, note=declared.note), declared.where)
        for name, declared in known
        if declared.where != NOWHERE
    )[:_PLACES]
