"""Conditions with one thing changed: a comparison turned round, `and` for `or`, a bound moved a little."""

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from dosmesas.lang.errors import ExpressionError
from dosmesas.lang.nodes import Asked, Compare, Junction, Name, Node, Not, Number, Sign
from dosmesas.lang.parser import parse
from dosmesas.model.rules import Pack
from dosmesas.testing.mutation.mutant import Kind
from dosmesas.text.number import THOUSAND, exact

_OPPOSITE = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "==": "!=", "!=": "=="}
_OPERATOR = re.compile(r"<=|>=|==|!=|<|>")
_WORD = re.compile(r"\b(?:and|or)\b")
_OTHER = {"and": "or", "or": "and"}
_PARTS = 10
"""A bound moves by so manieth of its indicator's range."""
Change = tuple[Kind, str]


def conditions_from(text: str, pack: Pack) -> Iterator[Change]:
    """Every condition that differs from this one in one place."""
    try:
        node = parse(text)
    except ExpressionError:
        return
    yield from _Changes(text, pack).of(node)


@frozen
class _Changes:
    text: str
    pack: Pack

    def of(self, node: Node, *, negated: bool = False) -> Iterator[Change]:
        match node:
            case Not(start=start, operand=inner):
                yield (
                    Kind.FLIP,
                    self._with(start, self.text.index("not", start) + 3, "").replace("  ", " ").strip(),
                )
                yield from self.of(inner, negated=True)
            case Junction(op=op, operands=parts):
                yield Kind.FLIP, self._joined(parts, op)
                for part in parts:
                    yield from self.of(part)
            case Compare():
                yield from self._compared(node)
            case Name() | Asked() if not negated:
                yield Kind.FLIP, self._with(node.start, node.start, "not ")
            case _:
                pass

    def _with(self, start: int, end: int, new: str) -> str:
        return self.text[:start] + new + self.text[end:]

    def _joined(self, parts: tuple[Node, ...], op: str) -> str:
        """`or` for each `and` that joins these parts, or the other way round."""
        text = self.text
        for left, right in reversed([*pairwise(parts)]):
            found = _WORD.search(text, left.end, right.start)
            assert found is not None, "a word joins two conditions"
            text = text[: found.start()] + _OTHER[op] + text[found.end() :]
        return text

    def _compared(self, node: Compare) -> Iterator[Change]:
        parts = node.operands
        for place, op in enumerate(node.operators):
            found = _OPERATOR.search(self.text, parts[place].end)
            assert found is not None, "an operator stands between two operands"
            yield Kind.FLIP, self._with(found.start(), found.end(), _OPPOSITE[op])
        for place, part in enumerate(parts):
            value = _number(part)
            if value is not None:
                against = parts[place - 1] if place else parts[1]
                yield from self._shifted(part, value, against)

    def _shifted(self, part: Node, value: int, against: Node) -> Iterator[Change]:
        low, high, step = self._range(against, value)
        for new in (value + step, value - step):
            if low <= new <= high:
                yield Kind.SHIFT, self._with(part.start, part.end, exact(new).replace(",", ""))

    def _range(self, against: Node, value: int) -> tuple[int, int, int]:
        """The ends between which a bound makes sense, and how far it is moved."""
        one = self.pack.ruleset.indicators.get(against.name) if isinstance(against, Name) else None
        if one is not None:
            whole = one.counts or one.is_place
            return one.low, one.high, THOUSAND if whole else (one.high - one.low) // _PARTS
        if isinstance(against, Name):  # the turn
            return THOUSAND, self.pack.turns * THOUSAND, THOUSAND
        if isinstance(against, Asked):
            return 0, self.pack.turns * THOUSAND, THOUSAND
        size = max(abs(value) // _PARTS, THOUSAND)
        return value - size, value + size, size


def _number(node: Node) -> int | None:
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Sign) and isinstance(node.operand, Number):
        return -node.operand.value if node.op == "-" else node.operand.value
    return None
