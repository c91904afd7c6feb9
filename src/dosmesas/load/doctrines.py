"""A doctrine: what a computer official goes by."""

from dosmesas.load.fields import Fields
from dosmesas.load.nodes import Node, Scalar
from dosmesas.load.reading import Reading
from dosmesas.load.shapes.doctrines import DOCTRINE
from dosmesas.load.world import read_goals
from dosmesas.model.arguments import Act
from dosmesas.model.doctrines import Doctrine
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.number import thousandths
from dosmesas.text.span import Span

_KNOWN = [str(one) for one in Act]


def read_doctrine(node: Node, reading: Reading) -> Doctrine | None:
    """Aims, likes and dislikes, red lines."""
    fields = Fields.of(node, DOCTRINE, reading)
    if fields is None:
        return None
    doctrine = Doctrine(
        fields.identifier("doctrine"),
        fields.text("name"),
        fields.text("text"),
        fields.references("because"),
        read_goals(fields, "aims"),
        fields.whole("own"),
        _acts(fields),
        fields.decimal("deals") or 0 if fields.has("deals") else 0,
        0,
        _red_lines(fields),
        (fields.decimal("mood") or 0) if fields.has("mood") else 1000,
        fields.span,
    )
    fields.close()
    return doctrine


def _acts(fields: Fields) -> dict[Act, int]:
    found = {}
    for key, value in fields.pairs("acts"):
        points = thousandths(value.text) if isinstance(value, Scalar) else None
        if points is None:
            hint = "write the number alone, such as 2.5 or -2"
            fields.problem(
                "E0112", f"'{key.text}:' wants a number with at most three decimals", value.span, hint
            )
        elif (act := _act(fields, key.text, key.span)) is not None:
            found[act] = points
    return found


def _red_lines(fields: Fields) -> frozenset[Act]:
    nodes = fields.entries("red_lines")
    found = (_act(fields, node.text, node.span) for node in nodes if isinstance(node, Scalar))
    return frozenset(one for one in found if one is not None)


def _act(fields: Fields, text: str, span: Span) -> Act | None:
    if text in _KNOWN:
        return Act(text)
    fields.problem("E0113", f"an act is one of {', '.join(_KNOWN)}", span, did_you_mean(text, _KNOWN))
    return None
