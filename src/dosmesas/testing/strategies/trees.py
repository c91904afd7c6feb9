"""Expressions as nodes: well typed, units fit, nothing is divided by 0, and no step leaves 63 bits."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from hypothesis import strategies as st

from dosmesas.lang.check import check
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
    children,
)
from dosmesas.lang.scope import TURNS, Kind
from dosmesas.lang.units import Unit, clash
from dosmesas.testing.strategies.scopes import Names
from dosmesas.text.diagnostic import Problems
from dosmesas.text.local import NO_TEXT
from dosmesas.text.span import NOWHERE

Nodes = st.SearchStrategy[Node]
COMPARISONS = (">=", "<=", ">", "<", "==", "!=")
DEPTH = 3
"""So deep lie the parts of an expression in each other, unless another depth is asked for."""
_THOUSAND = 1000
_KEPT = 256
"""So many strategies are kept: to make one takes far longer than to draw from it."""


def _written(value: int) -> Node:
    """A number as an author writes it: a negative one has a sign."""
    return Number(0, 0, value) if value >= 0 else Sign(0, 0, "-", Number(0, 0, -value))


_NUMBERS: Nodes = st.one_of(
    st.integers(0, 100).map(_THOUSAND.__mul__),
    st.integers(0, 200_000),
    st.sampled_from([1, 999_999_999_999]),  # two: a single one would pass for simpler than any number drawn
).map(_written)
_DIVISORS: Nodes = st.one_of(st.integers(1, 20).map(_THOUSAND.__mul__), st.integers(1, 20_000)).map(_written)


@st.composite
def amounts(draw: st.DrawFn, names: Names, unit: Unit = None, depth: int = DEPTH) -> Node:
    """Numbers that fit a unit; without one, any that there is."""
    return draw(_all_amounts(names, unit, depth))


@st.composite
def conditions(draw: st.DrawFn, names: Names, depth: int = DEPTH) -> Node:
    """What holds or not: flags, comparisons, questions to the history, and these joined."""
    return draw(_all_conditions(names, depth))


@lru_cache(_KEPT)
def _all_amounts(names: Names, unit: Unit, depth: int) -> Nodes:
    units = names.units() if unit is None else (unit,)
    return st.one_of([way for one in units for way in _amounts(names, one, depth)])


@lru_cache(_KEPT)
def _all_conditions(names: Names, depth: int) -> Nodes:
    return st.one_of(list(_conditions(names, depth)))


def _amounts(names: Names, unit: Unit, depth: int) -> Iterator[Nodes]:
    """The ways to write a number, the simplest first."""
    yield _NUMBERS
    if fitting := names.fitting(unit):
        yield st.sampled_from(fitting).map(_name)
    if names.past and not clash(unit, TURNS):
        yield st.sampled_from(names.past).map(lambda past: Asked(0, 0, "turns_since", past))
    if not depth:
        return
    inner = amounts(names, unit, depth - 1)
    yield _reckoned(st.sampled_from("+-"), st.tuples(inner, inner))
    yield _reckoned(st.just("*"), st.tuples(_NUMBERS, amounts(names, None, depth - 1))).map(_sound(names))
    # A quotient of two numbers of one unit is a plain number, and fits that unit no longer.
    divisors = _DIVISORS if clash(unit, NO_TEXT) else st.one_of(_DIVISORS, inner)
    yield _reckoned(st.just("/"), st.tuples(inner, divisors)).map(_sound(names))
    yield st.tuples(st.sampled_from(["min", "max"]), st.lists(inner, min_size=2, max_size=3)).map(_called)
    yield st.tuples(st.just("clamp"), st.tuples(inner, inner, inner)).map(_called).map(_sound(names))
    yield st.tuples(st.just("abs"), st.tuples(inner)).map(_called)
    yield st.tuples(st.sampled_from("-+"), inner).map(lambda drawn: Sign(0, 0, *drawn))


def _conditions(names: Names, depth: int) -> Iterator[Nodes]:
    """The ways to write a condition, the simplest first."""
    if names.flags:
        yield st.sampled_from(names.flags).map(_name)
    if names.numbers:
        yield st.one_of([_limits(names, name) for name in names.numbers])
    if names.asked:
        yield st.sampled_from(names.asked).map(lambda asked: Asked(0, 0, *asked))
    yield st.one_of([_chains(names, unit, min(depth, 1)) for unit in names.units()])
    yield st.booleans().map(lambda value: YesNo(0, 0, value))
    if not depth:
        return
    inner = conditions(names, depth - 1)
    several = st.lists(inner, min_size=2, max_size=3)
    yield inner.map(lambda node: Not(0, 0, node))
    yield st.tuples(st.sampled_from(["and", "or"]), several).map(_joined)
    yield st.tuples(st.sampled_from([("==",), ("!=",)]), st.tuples(inner, inner)).map(_compared)


def _limits(names: Names, name: str) -> Nodes:
    """A number held against a value that it can take: the condition that most authors write."""
    one = names.of(name)
    low, high = -(-one.low // _THOUSAND), one.high // _THOUSAND
    values = st.integers(low, max(low, high)).map(_THOUSAND.__mul__)
    if not one.whole:
        values = st.one_of(values, st.integers(one.low, one.high))
    operators = st.sampled_from(COMPARISONS).map(lambda op: (op,))
    return st.tuples(operators, st.tuples(st.just(_name(name)), values.map(_written))).map(_compared)


def _chains(names: Names, unit: Unit, depth: int) -> Nodes:
    """Comparisons in a row, of whatever fits each other."""
    inner = amounts(names, unit, depth)
    links = st.lists(st.tuples(st.sampled_from(COMPARISONS), inner), min_size=1, max_size=3)
    return st.tuples(inner, links).map(
        lambda drawn: Compare(
            0, 0, tuple(op for op, _ in drawn[1]), (drawn[0], *(one for _, one in drawn[1]))
        )
    )


def _sound(names: Names) -> Callable[[Node], Node]:
    """The node, or where the checker would refuse it, the first of its parts."""

    def kept(node: Node) -> Node:
        if check(node, names.scope, Kind.NUMBER, NOWHERE, Problems()) is not None:
            return node
        return children(node)[0]

    return kept


def _name(name: str) -> Node:
    return Name(0, 0, name)


def _reckoned(operators: st.SearchStrategy[str], pairs: st.SearchStrategy[tuple[Node, Node]]) -> Nodes:
    return st.tuples(operators, pairs).map(lambda drawn: Arithmetic(0, 0, drawn[0], *drawn[1]))


def _called(drawn: tuple[str, Sequence[Node]]) -> Node:
    return Call(0, 0, drawn[0], tuple(drawn[1]))


def _joined(drawn: tuple[str, Sequence[Node]]) -> Node:
    return Junction(0, 0, drawn[0], tuple(drawn[1]))


def _compared(drawn: tuple[tuple[str, ...], tuple[Node, ...]]) -> Node:
    return Compare(0, 0, *drawn)
