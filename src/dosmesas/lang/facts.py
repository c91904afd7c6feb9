"""What is known where a condition or amount stands: the ranges of names and answers, narrowed or declared."""

from collections.abc import Mapping

from attrs import frozen

from dosmesas.lang.describe import unparse
from dosmesas.lang.intervals import Range, arithmetic, join
from dosmesas.lang.nodes import Arithmetic, Asked, Call, Name, Node, Number, Sign, YesNo
from dosmesas.lang.scope import ANSWERS, Declared, Kind, Scope

_THOUSAND = 1000
_YES_OR_NO = Range(0, 1)


@frozen(eq=False, repr=False, match_args=False)
class Facts:
    """Ranges by name, or by the text of a question to the history; what is not in `known` is as declared."""

    scope: Scope
    known: Mapping[str, Range]

    def declared(self, key: str) -> Declared:
        """The declaration of a name, or what a question may be answered."""
        return self.scope.names.get(key) or ANSWERS[key.partition("(")[0]]

    def of(self, key: str) -> Range:
        """What a name or answer may be."""
        known = self.known.get(key)
        if known is not None:
            return known
        declared = self.declared(key)
        return Range(declared.low, declared.high)

    def narrowed(self, key: str, low: int, high: int) -> "Facts | None":
        """With a name no lower than `low` and no higher than `high`; None where no value is left."""
        now = self.of(key)
        low, high = max(low, now.low), min(high, now.high)
        if self.declared(key).whole:
            low, high = -(-low // _THOUSAND) * _THOUSAND, high // _THOUSAND * _THOUSAND
        if low > high:
            return None
        if (low, high) == (now.low, now.high):
            return self
        return Facts(self.scope, {**self.known, key: Range(low, high)})

    def joined(self, other: "Facts") -> "Facts":
        """What is known where one or the other is."""
        both = {}
        for key in self.known.keys() & other.known.keys():
            one, two = self.known[key], other.known[key]
            both[key] = Range(min(one.low, two.low), max(one.high, two.high))
        return Facts(self.scope, both)

    def lasting(self) -> "Facts":
        """What is still known when other decisions have been taken: no question turns from yes to no."""
        kept = {
            key: known
            for key, known in self.known.items()
            if key in self.scope.names or (self.declared(key).kind is Kind.YES_NO and known.low == 1)
        }
        return Facts(self.scope, kept)


def key_of(node: Node) -> str:
    """Under which key the value of a name or question is known; empty for other nodes."""
    if isinstance(node, Name):
        return node.name
    return unparse(node) if isinstance(node, Asked) else ""


def value_range(node: Node, facts: Facts) -> Range:
    """All that a checked amount (or flag, or answer) can come to."""
    match node:
        case Number(value=value) | YesNo(value=value):
            return Range(int(value), int(value))
        case Name() | Asked():
            return facts.of(key_of(node))
        case Sign(op=op, operand=inner):
            found = value_range(inner, facts)
            return Range(-found.high, -found.low) if op == "-" else found
        case Arithmetic(op=op, left=left, right=right):
            return arithmetic(op, value_range(left, facts), value_range(right, facts))
        case Call(function=function, arguments=arguments):
            return join(function, [value_range(one, facts) for one in arguments])
        case _:
            return _YES_OR_NO
