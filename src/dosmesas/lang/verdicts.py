"""Conditions that come out one way only where they stand: W0310, with what settles them."""

from attrs import frozen

from dosmesas.lang.facts import Facts, key_of
from dosmesas.lang.narrow import assume, links
from dosmesas.lang.nodes import Asked, Compare, Junction, Name, Node, Not, Number, children
from dosmesas.lang.notes import always, declared_of, echo, echoed, never, within
from dosmesas.lang.scope import Kind
from dosmesas.lang.written import Written
from dosmesas.text.diagnostic import Notes, Problems, Severity
from dosmesas.text.phrase import Phrase, phrase
from dosmesas.text.span import NOWHERE

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

    def reasons(self, keys: frozenset[str]) -> Notes:
        """The conditions around that speak of one of these names or questions, the nearest first."""
        return tuple(
            (_around(one.node, holds=holds), one.place)
            for one, holds in reversed(self.around)
            if one.span != NOWHERE and keys & keys_in(one.node)
        )


def _around(node: Node, *, holds: bool) -> Phrase:
    what = echoed(node, phrase("this"))
    if holds:
        return phrase("{what} holds around it", what=what)
    return phrase("{what} fails around it", what=what)


def judge(condition: Written, ground: Ground, problems: Problems) -> None:
    """Warn where a condition, or one that it is made of, can never hold or always holds."""
    node, facts = condition.node, ground.facts
    if _open(node, facts):
        return
    for holds in (True, False):
        if assume(node, facts, holds=holds) is None:
            _tell(condition, ground, problems, fails=holds)
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


def _tell(condition: Written, ground: Ground, problems: Problems, *, fails: bool) -> None:
    node, plain = condition.node, Facts(ground.facts.scope, {})
    here = assume(node, plain, holds=fails) is not None
    straw, facts = _last_straw(node, ground.facts if here else plain, holds=fails)
    notes = _notes(straw, facts)
    said = _verdict(echoed(node, phrase("this condition")), fails=fails, here=here)
    part = echo(straw) if straw is not node else ""
    if part and notes:
        said = phrase("{verdict}: '{part}' is asked where {notes}", verdict=said, part=part, notes=notes)
    elif notes:
        said = phrase("{verdict}: {notes}", verdict=said, notes=notes)
    related = ground.reasons(keys_in(node)) if here else declared_of(node, plain.scope)
    problems.add("W0310", said, condition.place, related=related, severity=Severity.WARNING)


def _verdict(what: str | Phrase, *, fails: bool, here: bool) -> Phrase:
    if fails:
        return phrase("{what} can never hold here", what=what) if here else never(what)
    return phrase("{what} always holds here", what=what) if here else always(what)


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


def _notes(node: Node, facts: Facts) -> tuple[Phrase, ...]:
    """`trust is 60 to 100, pact is yes`: what is known of what a condition reads."""
    notes = []
    for one in _read(node):
        key, declared = key_of(one), facts.declared(key_of(one))
        known = facts.of(key)
        if declared.kind is Kind.NUMBER:
            notes.append(within(key, known))
        elif known.low == known.high:
            notes.append(phrase("{name} is yes", name=key) if known.low else phrase("{name} is no", name=key))
    return tuple(dict.fromkeys(notes))[:_MOST_NOTES]


def _read(node: Node) -> tuple[Node, ...]:
    if isinstance(node, (Name, Asked)):
        return (node,)
    return tuple(found for child in children(node) for found in _read(child))
