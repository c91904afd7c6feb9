"""A doctrine: what a computer official goes by."""

from dosmesas.load.arguments import act_is_one_of
from dosmesas.load.fields import Fields, wants_decimal
from dosmesas.load.nodes import Node, Scalar
from dosmesas.load.reading import Reading
from dosmesas.load.shapes.doctrines import DOCTRINE
from dosmesas.load.world import read_goals
from dosmesas.model.arguments import Act
from dosmesas.model.doctrines import BOTS, MOST_POINTS, Doctrine
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.number import exact, thousandths
from dosmesas.text.phrase import phrase
from dosmesas.text.span import Span

_KNOWN = [str(one) for one in Act]


def read_doctrine(node: Node, reading: Reading) -> Doctrine | None:
    """Aims, likes and dislikes, red lines."""
    fields = Fields.of(node, DOCTRINE, reading)
    if fields is None:
        return None
    doctrine = Doctrine(
        _name(fields),
        fields.text("name"),
        fields.text("text"),
        fields.references("because"),
        read_goals(fields, "aims"),
        fields.whole("own"),
        _acts(fields),
        _points(fields, "deals", 0),
        0,
        _red_lines(fields),
        _points(fields, "mood", 1000, low=0),
        fields.span,
    )
    fields.close()
    return doctrine


def _name(fields: Fields) -> str:
    name = fields.identifier("doctrine")
    if name in BOTS:
        message = phrase("'{name}' is the name of a bot that every game has", name=name)
        hint = phrase("give the doctrine another name")
        fields.problem("E0115", message, fields.value_span("doctrine"), hint)
    return name


def _points(fields: Fields, key: str, usual: int, *, low: int = -MOST_POINTS) -> int:
    """Mandate points within bounds, in thousandths."""
    points = fields.decimal(key) if fields.has(key) else usual
    if points is not None:
        _bounded(fields, key, points, fields.value_span(key), low=low)
    return points or 0


def _bounded(fields: Fields, key: str, points: int, span: Span, *, low: int = -MOST_POINTS) -> None:
    if not low * 1000 <= points <= MOST_POINTS * 1000:
        message = phrase(
            "'{key}:' is {low} to {high} mandate points, not {points}",
            key=key,
            low=low,
            high=MOST_POINTS,
            points=exact(points),
        )
        fields.problem("E0114", message, span)


def _acts(fields: Fields) -> dict[Act, int]:
    found = {}
    for key, value in fields.pairs("acts"):
        points = thousandths(value.text) if isinstance(value, Scalar) else None
        if points is None:
            hint = phrase("write the number alone, such as 2.5 or -2")
            fields.problem("E0112", wants_decimal(key.text), value.span, hint)
        elif (act := _act(fields, key.text, key.span)) is not None:
            _bounded(fields, key.text, points, value.span)
            found[act] = points
    return found


def _red_lines(fields: Fields) -> frozenset[Act]:
    nodes = fields.entries("red_lines")
    found = (_act(fields, node.text if isinstance(node, Scalar) else "", node.span) for node in nodes)
    return frozenset(one for one in found if one is not None)


def _act(fields: Fields, text: str, span: Span) -> Act | None:
    if text in _KNOWN:
        return Act(text)
    fields.problem("E0113", act_is_one_of(_KNOWN), span, did_you_mean(text, _KNOWN))
    return None
