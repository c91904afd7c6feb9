"""Conditions and amounts: a text, or (a condition) a list under `all:`, `any:` or `not:`."""

from attrs import Factory, define

from dosmesas.lang.errors import ExpressionError
from dosmesas.lang.names import size
from dosmesas.lang.nodes import Junction, Not, Number, YesNo
from dosmesas.lang.nodes import Node as Expression
from dosmesas.lang.parser import MOST_DEPTH, parse
from dosmesas.lang.scope import Kind
from dosmesas.lang.written import Written
from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence
from dosmesas.load.reading import Reading
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.number import thousandths
from dosmesas.text.phrase import NOTHING, Phrase, phrase
from dosmesas.text.span import Span

LISTS = ("all", "any", "not")
"""The keys of a list of conditions: every one holds, at least one does, none does."""
_HINT = phrase("write one condition, or 'all:', 'any:' or 'not:' with a list of conditions")
_NOTHING = YesNo(0, 0, False)


def expression(value: Node, wanted: Kind, reading: Reading, key: str, target: str = "") -> Expression:
    """The value of a key; an amount is added to its target. A bad one becomes `no` with a diagnostic."""
    if wanted is Kind.NUMBER and isinstance(value, Scalar):
        number = thousandths(value.text)
        if number is not None:  # four amounts in five: no need of a parser, and nothing to check later
            node = Number(0, len(value.text), number)
            reading.constants[node] = value
            return node
    reader = _Reader(reading, key)
    if wanted is Kind.YES_NO and isinstance(value, Mapping):
        written = reader.listed(value)
    else:
        written = reader.text(value)
    if written is None:
        for part in reader.found:  # what is wrong with the rest is told in the same run
            reading.formula(part, wanted)
        return _NOTHING
    reading.formula(written, wanted, target)
    return written.node


@define(eq=False, repr=False, match_args=False)
class _Reader:
    """Reads one condition or amount; the limits hold for a list with all that is in it."""

    reading: Reading
    key: str
    found: list[Written] = Factory(list)
    count: int = 0
    depth: int = 0
    full: bool = False

    def problem(self, code: str, message: Phrase, span: Span, hint: Phrase = NOTHING) -> None:
        self.reading.problems.add(code, message, span, hint=hint)

    def text(self, value: Node) -> Written | None:
        if not isinstance(value, Scalar):
            message = phrase("'{key}:' wants an expression, not a list or mapping", key=self.key)
            self.problem("E0112", message, value.span, _HINT)
            return None
        if not value.text.strip():
            message = phrase("'{key}:' is empty; it wants an expression", key=self.key)
            self.problem("E0112", message, value.span)
            return None
        try:
            node = parse(value.text, self.count, self.depth)
        except ExpressionError as error:
            if not (self.full and error.code == "E0302"):
                place = unquoted(value).inside(error.start, error.end)
                self.problem(error.code, error.said, place, error.hint)
            self.full |= error.code == "E0302"
            return None
        if self.depth:  # a single text is counted by the parser
            self.count += size(node)
        self.found.append(Written(node, unquoted(value)))
        return self.found[-1]

    def listed(self, value: Mapping) -> Written | None:
        """A mapping with one of the three keys, and conditions under it."""
        head = self._head(value)
        if head is None:
            return None
        key, inside = head
        items = self._items(key.text, inside)
        self.depth += 1
        self.count += (len(items) > 1) + (key.text == "not")
        if self.depth > MOST_DEPTH:
            message = phrase("lists of conditions go at most {most} deep", most=MOST_DEPTH)
            self.problem("E0302", message, key.span)
            items = []
        parts = [self._item(one) for one in items]
        self.depth -= 1
        read = tuple(one for one in parts if one is not None)
        return _joined(key, read) if read and len(read) == len(parts) else None

    def _item(self, node: Node) -> Written | None:
        if isinstance(node, Mapping):
            return self.listed(node)
        if isinstance(node, Sequence):
            message = phrase("a condition is one text, or again 'all:', 'any:' or 'not:' with a list")
            self.problem("E0112", message, node.span)
            return None
        return self.text(node)

    def _head(self, value: Mapping) -> tuple[Scalar, Node] | None:
        known = [(key, inside) for key, inside in value.items if key.text in LISTS]
        for key, _ in value.items:
            if key.text not in LISTS:
                hint = did_you_mean(key.text, LISTS) or _HINT
                message = phrase("a list of conditions has no key '{key}'", key=key.text)
                self.problem("E0110", message, key.span, hint)
        if len(known) > 1:
            first, second = known[0][0], known[1][0]
            message = phrase(
                "'{first}:' and '{second}:' side by side: a list of conditions has one key",
                first=first.text,
                second=second.text,
            )
            hint = phrase(
                "write '- {second}:' as an item of the list under '{first}:'",
                first=first.text,
                second=second.text,
            )
            related = ((phrase("the first key"), first.span),)
            self.reading.problems.add("E0120", message, second.span, hint=hint, related=related)
        elif not value.items:
            message = phrase("'{key}:' is empty; it wants a condition", key=self.key)
            self.problem("E0112", message, value.span, _HINT)
        return known[0] if len(known) == len(value.items) == 1 else None

    def _items(self, key: str, inside: Node) -> list[Node]:
        if isinstance(inside, Sequence):
            if not inside.items:
                self.problem("E0112", phrase("the list '{key}:' is empty", key=key), inside.span)
            return inside.items
        if key == "not":
            return [inside]
        self.problem("E0112", phrase("'{key}:' wants a list: one '- ' a line", key=key), inside.span)
        return []


def _joined(key: Scalar, parts: tuple[Written, ...]) -> Written:
    """The conditions of a list as one; of one condition, itself."""
    if len(parts) == 1:
        whole = parts[0]
    else:
        node = Junction(0, 0, "and" if key.text == "all" else "or", tuple(part.node for part in parts))
        whole = Written(node, key.span, parts)
    return Written(Not(0, 0, whole.node), key.span, (whole,)) if key.text == "not" else whole


def unquoted(value: Scalar) -> Span:
    """The place of the text itself: between the quotation marks, where there are any; all of its lines."""
    whole = value.span
    if value.end.line != value.begin.line:
        return Span(whole.file, whole.line, whole.column, value.end.line + 1, max(value.end.column, 1))
    if value.plain:
        return whole
    return Span(whole.file, whole.line, whole.column + 1, whole.line, whole.end_column - 1)
