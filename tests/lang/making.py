"""A few names, expressions over them as nodes, and two nodes compared apart from their offsets."""

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
from dosmesas.lang.scope import Declared, Kind, Scope
from dosmesas.testing.strategies.expressions import nodes
from dosmesas.text.local import NO_TEXT, plain
from dosmesas.text.phrase import phrase
from dosmesas.text.span import Span

HERE = Span("f.yaml", 7, 11, 7, 60)
THERE = Span("game/indicators.yaml", 3, 3, 3, 9)
SCOPE = Scope(
    {
        "trust": Declared(Kind.NUMBER, 0, 100_000, plain("index"), THERE, phrase("index, 0 to 100")),
        "rate": Declared(Kind.NUMBER, -5000, 5000, plain("index"), THERE, phrase("index, -5 to 5")),
        "pact": Declared(Kind.YES_NO, 0, 1, NO_TEXT, THERE, phrase("yes or no")),
    },
    {"culiacan/hold": THERE, "hold": THERE},
    {"culiacan": THERE},
)

amounts = nodes(SCOPE, Kind.NUMBER)
conditions = nodes(SCOPE, Kind.YES_NO)
expressions = amounts | conditions


def shape(node: Node) -> object:
    """The node as plain tuples without its offsets: equal shapes are equal expressions."""
    match node:
        case Number(value=value) | YesNo(value=value):
            return type(node), value
        case Name(name=name):
            return Name, name
        case Sign(op=op, operand=inner):
            return Sign, op, shape(inner)
        case Not(operand=inner):
            return Not, shape(inner)
        case Arithmetic(op=op, left=left, right=right):
            return Arithmetic, op, shape(left), shape(right)
        case Compare(operators=operators, operands=operands):
            return Compare, operators, tuple(map(shape, operands))
        case Junction(op=op, operands=operands):
            return Junction, op, tuple(map(shape, operands))
        case Call(function=function, arguments=arguments):
            return Call, function, tuple(map(shape, arguments))
        case Asked(function=function, argument=argument):
            return Asked, function, argument
