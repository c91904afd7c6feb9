"""Well-typed expressions made at random as nodes, and two nodes compared apart from their offsets."""

from hypothesis import strategies as st

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

COMPARISONS = ["<", "<=", ">", ">=", "==", "!="]


def _sums(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.one_of(
        st.builds(Arithmetic, st.just(0), st.just(0), st.sampled_from("+-*/"), inner, inner),
        st.builds(Sign, st.just(0), st.just(0), st.sampled_from("+-"), inner),
        st.builds(Call, st.just(0), st.just(0), st.just("abs"), st.tuples(inner)),
        st.builds(Call, st.just(0), st.just(0), st.just("clamp"), st.tuples(inner, inner, inner)),
        st.builds(Call, st.just(0), st.just(0), st.sampled_from(["min", "max"]), st.tuples(inner, inner)),
    )


def _joined(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Not, st.just(0), st.just(0), inner),
        st.builds(Junction, st.just(0), st.just(0), st.sampled_from(["and", "or"]), several),
        st.builds(
            Compare, st.just(0), st.just(0), st.tuples(st.sampled_from(["==", "!="])), st.tuples(inner, inner)
        ),
    )


_whole = st.integers(0, 200_000) | st.sampled_from([0, 1, 500, 1000, 999_999_999_999])
_numbers = st.builds(Number, st.just(0), st.just(0), _whole)
_indicators = st.builds(Name, st.just(0), st.just(0), st.sampled_from(["trust", "rate"]))
_since = st.builds(
    Asked, st.just(0), st.just(0), st.just("turns_since"), st.sampled_from(["hold", "culiacan"])
)
amounts: st.SearchStrategy[Node] = st.recursive(_numbers | _indicators | _since, _sums, max_leaves=7)


@st.composite
def chains(draw: st.DrawFn) -> Node:
    operators = tuple(draw(st.lists(st.sampled_from(COMPARISONS), min_size=1, max_size=3)))
    operands = tuple(draw(amounts) for _ in range(len(operators) + 1))
    return Compare(0, 0, operators, operands)


_plain = st.one_of(
    st.builds(YesNo, st.just(0), st.just(0), st.booleans()),
    st.builds(Name, st.just(0), st.just(0), st.just("pact")),
    st.builds(Asked, st.just(0), st.just(0), st.just("chose"), st.sampled_from(["hold", "culiacan/hold"])),
    st.builds(Asked, st.just(0), st.just(0), st.just("happened"), st.just("culiacan")),
)
conditions: st.SearchStrategy[Node] = st.recursive(_plain | chains(), _joined, max_leaves=5)
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
