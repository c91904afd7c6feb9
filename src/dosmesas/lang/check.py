"""Types, names and ranges of an expression, before any game: everything wrong is told in one pass."""

from attrs import frozen

from dosmesas.lang.describe import unparse
from dosmesas.lang.evaluate import NEVER
from dosmesas.lang.intervals import Range, arithmetic, compare, join
from dosmesas.lang.nodes import (
    Arithmetic,
    Asked,
    Call,
    Compare,
    Junction,
    Name,
    Node,
    Not,
    Number,
    Sign,
    YesNo,
)
from dosmesas.lang.scope import Kind, Scope
from dosmesas.text.diagnostic import Problems, Severity, did_you_mean, nearest
from dosmesas.text.number import exact
from dosmesas.text.span import NOWHERE, Span

_MOST = 1 << 62
_YES_OR_NO = Range(0, 1)
_ECHOED = 60
"""The most characters of an author's text that a message repeats."""


@frozen(eq=False, repr=False, match_args=False)
class _Typed:
    kind: Kind
    range: Range


def check(node: Node, scope: Scope, wanted: Kind, span: Span, problems: Problems) -> Range | None:
    """Add what is wrong; the range of the value in thousandths, or None where something is."""
    typed = _Checker(scope, span, problems).typed(node)
    if typed is None:
        return None
    if typed.kind is not wanted:
        problems.add(
            "E0305", f"{wanted} is wanted here, and this is {typed.kind}", span.inside(node.start, node.end)
        )
        return None
    return typed.range


@frozen(eq=False, repr=False, match_args=False)
class _Checker:
    scope: Scope
    span: Span
    problems: Problems

    def add(self, code: str, message: str, node: Node, hint: str = "") -> None:
        self.problems.add(code, message, self.span.inside(node.start, node.end), hint=hint)

    def typed(self, node: Node) -> _Typed | None:
        match node:
            case Number(value=value):
                return _Typed(Kind.NUMBER, Range(value, value))
            case YesNo(value=value):
                return _Typed(Kind.YES_NO, Range(int(value), int(value)))
            case Name():
                return self._name(node)
            case Sign(op=op, operand=inner):
                found = self._wanted(inner, Kind.NUMBER)
                if found is None:
                    return None
                return _Typed(Kind.NUMBER, Range(-found.high, -found.low) if op == "-" else found)
            case Arithmetic():
                return self._arithmetic(node)
            case Compare():
                return self._compare(node)
            case Not(operand=inner):
                return self._conditions(inner)
            case Junction(operands=operands):
                return self._conditions(*operands)
            case Call():
                return self._call(node)
            case Asked():
                return self._asked(node)

    def _name(self, node: Name) -> _Typed | None:
        declared = self.scope.names.get(node.name)
        if declared is not None:
            return _Typed(declared.kind, Range(declared.low, declared.high))
        hint = did_you_mean(node.name, self.scope.names)
        close = nearest(node.name, self.scope.names)
        related: tuple[tuple[str, Span], ...] = ()
        if close and self.scope.names[close].where != NOWHERE:
            related = (
                (
                    f"'{close}' ({self.scope.names[close].note}) is declared here",
                    self.scope.names[close].where,
                ),
            )
        message = f"'{node.name}' is not an indicator, flag or function"
        where = self.span.inside(node.start, node.end)
        self.problems.add("E0203", message, where, hint=hint, related=related)
        return None

    def _numbers(self, *nodes: Node) -> list[Range]:
        """The ranges of operands that must be numbers; an empty list where one is not."""
        found = [self._wanted(node, Kind.NUMBER) for node in nodes]
        return [one for one in found if one is not None] if None not in found else []

    def _wanted(self, node: Node, kind: Kind) -> Range | None:
        typed = self.typed(node)
        if typed is None:
            return None
        if typed.kind is not kind:
            self.add("E0305", f"{kind} is wanted here, and this is {typed.kind}", node)
            return None
        return typed.range

    def _conditions(self, *nodes: Node) -> _Typed | None:
        found = [self._wanted(node, Kind.YES_NO) for node in nodes]
        return None if None in found else _Typed(Kind.YES_NO, _YES_OR_NO)

    def _arithmetic(self, node: Arithmetic) -> _Typed | None:
        found = self._numbers(node.left, node.right)
        if not found:
            return None
        left, right = found
        if node.op == "/" and right.low <= 0 <= right.high:
            self.add("E0306", "this divisor may be 0", node.right, "divide by a number that cannot be 0")
            return None
        result = arithmetic(node.op, left, right)
        # A product is 1000 times its result before it is rounded; a quotient begins with 1000 times its left.
        if max(abs(end) for one in (left, result) for end in (one.low, one.high)) * 1000 > _MOST:
            self.add("E0308", "this number may become too large", node)
            return None
        return _Typed(Kind.NUMBER, result)

    def _compare(self, node: Compare) -> _Typed | None:
        kinds = [self.typed(one) for one in node.operands]
        if any(one is None for one in kinds):
            return None
        known = [one for one in kinds if one is not None]
        flags = [one.kind is Kind.YES_NO for one in known]
        if any(flags):
            equal = all(flags) and set(node.operators) <= {"==", "!="}
            if not equal:
                self.add(
                    "E0305",
                    "a yes or no is not compared with '<' or with a number",
                    node,
                    "name the flag alone",
                )
            return _Typed(Kind.YES_NO, _YES_OR_NO) if equal else None
        self._constant(node, [one.range for one in known])
        return _Typed(Kind.YES_NO, _YES_OR_NO)

    def _constant(self, node: Compare, ranges: list[Range]) -> None:
        """Warn of each link of a chain of comparisons whose outcome the ranges settle."""
        for number, operator in enumerate(node.operators):
            verdict = compare(operator, ranges[number], ranges[number + 1])
            if verdict is None:
                continue
            left, right = node.operands[number : number + 2]
            start = left.start if number else node.start
            end = node.end if right is node.operands[-1] else right.end
            link = Compare(start, end, (operator,), (left, right))
            message = _settled(link, ranges[number : number + 2], holds=verdict)
            self.problems.add("W0307", message, self.span.inside(start, end), severity=Severity.WARNING)

    def _call(self, node: Call) -> _Typed | None:
        found = self._numbers(*node.arguments)
        if not found:
            return None
        if node.function == "clamp" and found[1].low > found[2].high:
            self.add("E0305", "the lower end of 'clamp' lies above the upper one", node)
            return None
        return _Typed(Kind.NUMBER, join(node.function, found))

    def _asked(self, node: Asked) -> _Typed:
        noun, known = {
            "chose": ("option", self.scope.options),
            "happened": ("event or bulletin", self.scope.events),
            "turns_since": ("event, bulletin or option", {*self.scope.events, *self.scope.options}),
        }[node.function]
        if node.argument not in known:
            message = f"no {noun} has the id '{node.argument}'"
            self.add("E0204", message, node, did_you_mean(node.argument, known))
        if node.function == "turns_since":
            return _Typed(Kind.NUMBER, Range(0, NEVER))
        return _Typed(Kind.YES_NO, _YES_OR_NO)


def _settled(link: Compare, ranges: list[Range], *, holds: bool) -> str:
    """`trust >= 120 can never hold: trust is 0 to 100`."""
    notes = [
        f"{unparse(one)} is {exact(known.low)} to {exact(known.high)}"
        for one, known in zip(link.operands, ranges, strict=True)
        if not isinstance(one, Number)
    ]
    text = unparse(link)
    said = text if len(text) <= _ECHOED else "this comparison"
    because = ", ".join(note for note in notes if len(note) <= _ECHOED)
    return f"{said} {'always holds' if holds else 'can never hold'}" + (f": {because}" if because else "")
