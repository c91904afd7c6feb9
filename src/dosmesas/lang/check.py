"""Types, names, units and ranges of an expression, before any game: everything wrong is told in one pass."""

from attrs import frozen

from dosmesas.lang import units
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
from dosmesas.lang.notes import declared_of, settled
from dosmesas.lang.scope import ANSWERS, Declared, Kind, Scope
from dosmesas.text.diagnostic import Notes, Problems, Severity, declared_here, did_you_mean, nearest
from dosmesas.text.local import plain
from dosmesas.text.phrase import NOTHING, Phrase, phrase
from dosmesas.text.span import Span

_MOST = 1 << 62
_YES_OR_NO = Range(0, 1)
_CONVERT = phrase("a product with a written number fits any unit, such as 0.5 * turn")


@frozen(eq=False, repr=False, match_args=False)
class _Typed:
    kind: Kind
    range: Range
    unit: units.Unit = None


_CONDITION = _Typed(Kind.YES_NO, _YES_OR_NO)


def check(
    node: Node, scope: Scope, wanted: Kind, span: Span, problems: Problems, target: str = ""
) -> Range | None:
    """Add what is wrong; the range of the value in thousandths, or None where something is.

    An amount is added to its `target`, whose unit it has to fit.
    """
    checker = _Checker(scope, span, problems)
    typed = checker.wanted(node, wanted)
    if typed is None or (target and not checker.fits(node, typed, target)):
        return None
    return typed.range


@frozen(eq=False, repr=False, match_args=False)
class _Checker:
    scope: Scope
    span: Span
    problems: Problems

    def add(
        self, code: str, message: Phrase, node: Node, hint: Phrase = NOTHING, related: Notes = ()
    ) -> None:
        self.problems.add(code, message, self.span.inside(node.start, node.end), hint=hint, related=related)

    def typed(self, node: Node) -> _Typed | None:
        match node:
            case Number(value=value):
                return _Typed(Kind.NUMBER, Range(value, value))
            case YesNo(value=value):
                return _Typed(Kind.YES_NO, Range(int(value), int(value)))
            case Name():
                return self._name(node)
            case Sign(op=op, operand=inner):
                return self._sign(op, inner)
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

    def wanted(self, node: Node, kind: Kind) -> _Typed | None:
        """The type of a part that must be of this kind."""
        typed = self.typed(node)
        if typed is None or typed.kind is kind:
            return typed
        self.add("E0305", _WRONG[kind], node, related=declared_of(node, self.scope))
        return None

    def fits(self, node: Node, typed: _Typed, target: str) -> bool:
        """Whether an amount can be added to the indicator that it is for."""
        declared = self.scope.names.get(target)
        if declared is None or not units.clash(typed.unit, declared.unit):
            return True
        whose = units.said(Name(0, 0, target), declared.unit)
        message = _apart(units.said(node, typed.unit), whose, compared=False)
        places = units.places(node, typed.unit, self.scope) + declared_of(Name(0, 0, target), self.scope)
        self.add("E0309", message, node, _CONVERT, places)
        return False

    def _name(self, node: Name) -> _Typed | None:
        declared = self.scope.names.get(node.name)
        if declared is not None:
            return _known(declared)
        close = nearest(node.name, self.scope.names)
        related = declared_of(Name(0, 0, close), self.scope) if close else ()
        message = phrase("'{name}' is not an indicator, flag or function", name=node.name)
        self.add("E0203", message, node, did_you_mean(node.name, self.scope.names), related)
        return None

    def _numbers(self, *nodes: Node) -> list[_Typed]:
        """The types of operands that must be numbers; an empty list where one is not."""
        found = [self.wanted(node, Kind.NUMBER) for node in nodes]
        return [one for one in found if one is not None] if None not in found else []

    def _conditions(self, *nodes: Node) -> _Typed | None:
        found = [self.wanted(node, Kind.YES_NO) for node in nodes]
        return None if None in found else _CONDITION

    def _sign(self, op: str, inner: Node) -> _Typed | None:
        found = self.wanted(inner, Kind.NUMBER)
        if found is None or op == "+":
            return found
        return _Typed(Kind.NUMBER, Range(-found.range.high, -found.range.low), found.unit)

    def _arithmetic(self, node: Arithmetic) -> _Typed | None:
        found = self._numbers(node.left, node.right)
        if not found:
            return None
        left, right = (one.range for one in found)
        if node.op == "/" and right.low <= 0 <= right.high:
            hint = phrase("divide by a number that cannot be 0, such as max(1, ...)")
            related = declared_of(node.right, self.scope)
            self.add("E0306", phrase("this divisor may be 0"), node.right, hint, related)
            return None
        result = arithmetic(node.op, left, right)
        # A product is 1000 times its result before it is rounded; a quotient begins with 1000 times its left.
        if max(abs(end) for one in (left, result) for end in (one.low, one.high)) * 1000 > _MOST:
            self.add("E0308", phrase("this number may become too large"), node)
            return None
        if node.op == "*":
            return _Typed(Kind.NUMBER, result)
        if node.op == "/":
            return _Typed(Kind.NUMBER, result, units.quotient(found[0].unit, found[1].unit))
        unit = self._agreed((node.left, node.right), found, node, compared=False)
        return None if unit is _CLASH else _Typed(Kind.NUMBER, result, unit)

    def _compare(self, node: Compare) -> _Typed | None:
        kinds = [self.typed(one) for one in node.operands]
        known = [one for one in kinds if one is not None]
        if len(known) < len(kinds):
            return None
        flags = [one.kind is Kind.YES_NO for one in known]
        if any(flags):
            equal = all(flags) and set(node.operators) <= {"==", "!="}
            if not equal:
                message = phrase("a yes or no is not compared with '<' or with a number")
                self.add("E0305", message, node, phrase("name the flag alone"), declared_of(node, self.scope))
            return _CONDITION if equal else None
        if self._agreed(node.operands, known, node, compared=True) is _CLASH:
            return None
        self._constant(node, [one.range for one in known])
        return _CONDITION

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
            message = settled(link, ranges[number : number + 2], holds=verdict)
            where, related = self.span.inside(start, end), declared_of(link, self.scope)
            self.problems.add("W0307", message, where, related=related, severity=Severity.WARNING)

    def _call(self, node: Call) -> _Typed | None:
        found = self._numbers(*node.arguments)
        if not found:
            return None
        ranges = [one.range for one in found]
        if node.function == "clamp" and ranges[1].low > ranges[2].high:
            self.add("E0305", phrase("the lower end of 'clamp' lies above the upper one"), node)
            return None
        unit = self._agreed(node.arguments, found, node, compared=True)
        return None if unit is _CLASH else _Typed(Kind.NUMBER, join(node.function, ranges), unit)

    def _agreed(
        self, nodes: tuple[Node, ...], found: list[_Typed], whole: Node, *, compared: bool
    ) -> units.Unit:
        """The unit that operands have in common; `_CLASH`, and a problem, where two of them differ."""
        agreed, first = found[0].unit, nodes[0]
        for node, typed in zip(nodes[1:], found[1:], strict=True):
            if units.clash(agreed, typed.unit):
                left, right = units.said(first, agreed), units.said(node, typed.unit)
                message = _apart(left, right, compared=compared)
                related = units.places(first, agreed, self.scope)
                related += units.places(node, typed.unit, self.scope)
                self.add("E0309", message, whole, _CONVERT, related)
                return _CLASH
            if agreed is None:
                agreed, first = typed.unit, node
        return agreed

    def _asked(self, node: Asked) -> _Typed:
        name = node.argument
        message, known = {
            "chose": (phrase("no option has the id '{name}'", name=name), self.scope.options),
            "happened": (phrase("no event or bulletin has the id '{name}'", name=name), self.scope.events),
            "turns_since": (
                phrase("no event, bulletin or option has the id '{name}'", name=name),
                {**self.scope.events, **self.scope.options},
            ),
        }[node.function]
        if node.argument not in known:
            close = nearest(name, known)
            related = ((declared_here(close), known[close]),) if close else ()
            self.add("E0204", message, node, did_you_mean(name, known), related)
        return _known(ANSWERS[node.function])


_CLASH = plain("\0")
"""No unit is called so."""
_WRONG = {
    Kind.NUMBER: phrase("a number is wanted here, and this is yes or no"),
    Kind.YES_NO: phrase("yes or no is wanted here, and this is a number"),
}
"""What to say where another kind is wanted."""


def _apart(left: Phrase, right: Phrase, *, compared: bool) -> Phrase:
    if compared:
        return phrase("{left}, {right}: they cannot be compared", left=left, right=right)
    return phrase("{left}, {right}: they cannot be added", left=left, right=right)


def _known(declared: Declared) -> _Typed:
    unit = declared.unit if declared.kind is Kind.NUMBER else None
    return _Typed(declared.kind, Range(declared.low, declared.high), unit)
