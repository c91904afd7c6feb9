"""Conditions that come out one way only where they stand: W0310, with what settles them."""

from attrs import frozen

from dosmesas.lang.facts import Facts, key_of
from dosmesas.lang.intervals import Range
from dosmesas.lang.narrow import assume, links
from dosmesas.lang.nodes import Asked, Compare, Junction, Name, Node, Not, Number, children
from dosmesas.lang.notes import between, declared_of, echoed
from dosmesas.lang.scope import Kind
from dosmesas.lang.written import Written
from dosmesas.text.diagnostic import Problems, Severity
from dosmesas.text.span import NOWHERE, Span

_MOST_NOTES = 4
"""The most names whose ranges a message gives."""


@frozen(eq=False, repr=False, match_args=False)
class Ground:
    """What is known at a place, and the conditions around it that say so, with whether they hold or fail."""

    facts: Facts
    around: tuple[tuple[Written, bool], ...] = ()

    def under(self, condition: Written, *, holds: bool) -> "Ground | None":
        """Where the condition holds (or fails) as well; None where it cannot."""
        facts = assume(condition.node, self.facts, holds=holds)
        return None if facts is None else Ground(facts, (*self.around, (condition, holds)))

    def lasting(self) -> "Ground":
        """What is still known when other decisions have been taken."""
        return Ground(self.facts.lasting(), self.around)

    def reasons(self, keys: frozenset[str]) -> tuple[tuple[str, Span], ...]:
        """The conditions around that speak of one of these names or questions, the nearest first."""
        return tuple(
            (f"{echoed(one.node, 'this')} {'holds' if holds else 'fails'} around it", one.place)
            for one, holds in reversed(self.around)
            if one.span != NOWHERE and keys & keys_in(one.node)
        )


def judge(condition: Written, ground: Ground, problems: Problems) -> None:
    """Warn where a condition, or one that it is made of, can never hold or always holds."""
    node, facts = condition.node, ground.facts
    if _open(node, facts):
        return
    for holds in (True, False):
        if assume(node, facts, holds=holds) is None:
            _tell(condition, ground, problems, never=holds)
            return
    for part in condition.conditions():
        judge(part, ground, problems)


def _open(node: Node, facts: Facts) -> bool:
    """Whether nothing is known of a name alone, or of one compared with a number: most conditions."""
    if isinstance(node, Compare) and len(node.operators) == 1 and isinstance(node.operands[1], Number):
        node = node.operands[0]
        return isinstance(node, Name) and node.name not in facts.known and not facts.declared(node.name).whole
    return isinstance(node, (Name, Asked)) and key_of(node) not in facts.known


def keys_in(node: Node) -> frozenset[str]:
    """The names and questions that a condition or amount reads."""
    own = key_of(node)
    return frozenset([own] if own else []).union(*map(keys_in, children(node)))


def _tell(condition: Written, ground: Ground, problems: Problems, *, never: bool) -> None:
    node, plain = condition.node, Facts(ground.facts.scope, {})
    here = assume(node, plain, holds=never) is not None
    straw, facts = _last_straw(node, ground.facts if here else plain, holds=never)
    notes = _notes(straw, facts)
    message = f"{echoed(node, 'this condition')} {'can never hold' if never else 'always holds'}"
    message += " here" if here else ""
    if straw is not node and echoed(straw, "") and notes:
        message += f": '{echoed(straw, '')}' is asked where {notes}"
    elif notes:
        message += f": {notes}"
    related = ground.reasons(keys_in(node)) if here else declared_of(node, plain.scope)
    problems.add("W0310", message, condition.place, related=related, severity=Severity.WARNING)


def _last_straw(node: Node, facts: Facts, *, holds: bool) -> tuple[Node, Facts]:
    """The part that cannot come out so any more where those before it did, and what is known by then."""
    if isinstance(node, Not) and isinstance(node.operand, Junction):
        return _last_straw(node.operand, facts, holds=not holds)
    for part in _together(node, holds=holds):
        found = assume(part, facts, holds=holds)
        if found is None:
            return _last_straw(part, facts, holds=holds)
        facts = found
    return node, facts


def _together(node: Node, *, holds: bool) -> tuple[Node, ...]:
    """The parts that must all hold (or fail) if the whole does; none where one of them is enough."""
    if isinstance(node, Junction) and (node.op == "and") is holds:
        return node.operands
    return links(node) if isinstance(node, Compare) and holds and len(node.operators) > 1 else ()


def _notes(node: Node, facts: Facts) -> str:
    """`trust is 60 to 100, pact is yes`: what is known of what a condition reads."""
    notes = []
    for one in _read(node):
        key, declared = key_of(one), facts.declared(key_of(one))
        known = facts.of(key)
        if declared.kind is Kind.NUMBER:
            notes.append(f"{key} is {between(known)}")
        elif known.low == known.high:
            notes.append(f"{key} is {_yes_or_no(known)}")
    return ", ".join([*dict.fromkeys(notes)][:_MOST_NOTES])


def _read(node: Node) -> tuple[Node, ...]:
    if isinstance(node, (Name, Asked)):
        return (node,)
    return tuple(found for child in children(node) for found in _read(child))


def _yes_or_no(known: Range) -> str:
    return "yes" if known.low else "no"
