"""Evaluation: integers in thousandths, half-even, total; and always inside the range the checker gives."""

from fractions import Fraction

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.lang.check import check
from dosmesas.lang.describe import unparse
from dosmesas.lang.evaluate import evaluate, valued
from dosmesas.lang.names import asked_in, names_in
from dosmesas.lang.nodes import (
    NEVER,
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
from dosmesas.lang.parser import parse
from dosmesas.lang.scope import Kind
from dosmesas.testing.strategies.trees import COMPARISONS
from dosmesas.text.diagnostic import Problems
from dosmesas.text.span import NOWHERE
from tests.lang.making import SCOPE
from tests.lang.making import amounts as amount_nodes
from tests.lang.making import conditions as condition_nodes
from tests.lang.test_intervals import HOLDS


@frozen
class World:
    trust: int = 40_000
    rate: int = 1500
    pact: int = 0

    def value(self, name: str) -> int:
        return int(getattr(self, name))

    def chose(self, option: str) -> bool:
        return option == "hold"

    def happened(self, event: str) -> bool:
        return event == "culiacan"

    def turns_since(self, what: str) -> int:
        return {"hold": 3000, "culiacan": 2000}.get(what, NEVER)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", 7000),
        ("0.001 * 0.5", 0),
        ("0.003 * 0.5", 2),
        ("1 / 3", 333),
        ("2 / 3", 667),
        ("-1 / 8", -125),
        ("min(3, trust, 9)", 3000),
        ("clamp(trust, 0, 10)", 10_000),
        ("abs(-2.5)", 2500),
        ("1 < 2 < 3", 1),
        ("1 < 3 < 3", 0),
        ("not pact and chose('hold')", 1),
        ("pact or happened('culiacan')", 1),
        ("trust != 40", 0),
    ],
)
def test_values(text: str, value: int) -> None:
    assert evaluate(parse(text), World()) == value


numbers = st.integers(-9999, 9999).map(lambda n: f"({n / 1000:.3f})")
amounts = st.recursive(
    numbers | st.sampled_from(["trust", "rate"]),
    lambda inner: (
        st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})")
        | st.tuples(st.sampled_from(["min", "max"]), inner, inner).map(lambda t: f"{t[0]}({t[1]}, {t[2]})")
        | inner.map(lambda x: f"abs({x})")
    ),
    max_leaves=5,
)


@given(amounts, st.integers(0, 100_000), st.integers(-5000, 5000))
def test_a_value_lies_in_the_range_that_was_promised(text: str, trust: int, rate: int) -> None:
    problems = Problems()
    promised = check(parse(text), SCOPE, Kind.NUMBER, NOWHERE, problems)
    if promised is None:
        assert problems.errors
        return
    assert promised.low <= evaluate(parse(text), World(trust, rate)) <= promised.high


@given(st.integers(-(10**6), 10**6), st.integers(1, 10**6))
def test_division_rounds_half_to_even(left: int, right: int) -> None:
    exact = round(Fraction(left, right) * 1000)
    text = f"({left}) / {right}"
    assert evaluate(parse(text), World()) == exact


def test_names_and_questions_are_all_found() -> None:
    node = parse("not (trust > min(rate, 3)) and chose('hold') or happened('culiacan')")
    assert names_in(node) == {"trust", "rate"}
    assert asked_in(node) == {("chose", "hold"), ("happened", "culiacan")}


class Oracle:
    """The value by another way, in fractions; `widest` is the largest integer that thousandths would need."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.widest = 0

    def kept(self, number: Fraction) -> Fraction:
        """Rounded to thousandths; `round` on a Fraction is half-even and exact."""
        self.widest = max(self.widest, abs(round(number * 10**6)))
        return Fraction(round(number * 1000), 1000)

    def of(self, node: Node) -> Fraction:
        match node:
            case Number(value=value):
                return Fraction(value, 1000)
            case YesNo(value=value):
                return Fraction(value)
            case Name(name="pact"):
                return Fraction(self.world.pact)
            case Name(name=name):
                return Fraction(self.world.value(name), 1000)
            case Sign(op=op, operand=inner):
                return self.of(inner) * (-1 if op == "-" else 1)
            case Not(operand=inner):
                return 1 - self.of(inner)
            case Arithmetic(op=op, left=left, right=right):
                return self.reckoned(op, self.of(left), self.of(right))
            case Compare(operators=operators, operands=operands):
                values = [self.of(one) for one in operands]
                links = zip(values, operators, values[1:], strict=False)
                return Fraction(all(HOLDS[op](left, right) for left, op, right in links))
            case Junction(op=op, operands=operands):
                values = [self.of(one) for one in operands]
                return min(values) if op == "and" else max(values)
            case Call(function="clamp", arguments=arguments):
                value, low, high = (self.of(one) for one in arguments)
                return high if value > high or low > high else max(value, low)
            case Call(function=function, arguments=arguments):
                values = [self.of(one) for one in arguments]
                return (
                    abs(values[0]) if function == "abs" else max(values) if function == "max" else min(values)
                )
            case Asked(function="turns_since", argument=argument):
                return Fraction(self.world.turns_since(argument), 1000)
            case Asked(function=function, argument=argument):
                return Fraction(argument == ("hold" if function == "chose" else "culiacan"))

    def reckoned(self, op: str, left: Fraction, right: Fraction) -> Fraction:
        if op == "/":
            self.kept(left)
            return self.kept(left / right)
        return self.kept(left * right if op == "*" else left + right if op == "+" else left - right)


worlds = st.builds(World, st.integers(0, 100_000), st.integers(-5000, 5000), st.integers(0, 1))


@given(amount_nodes, worlds)
def test_a_checked_amount_is_exact_in_its_range_and_in_63_bits(node: Node, world: World) -> None:
    promised = check(node, SCOPE, Kind.NUMBER, NOWHERE, Problems())
    assert promised is not None
    oracle = Oracle(world)
    value = evaluate(node, world)
    assert value == oracle.of(node) * 1000
    assert promised.low <= value <= promised.high
    assert oracle.widest < 1 << 63


@given(condition_nodes, worlds)
def test_a_checked_condition_is_1_or_0_as_in_logic(node: Node, world: World) -> None:
    promised = check(node, SCOPE, Kind.YES_NO, NOWHERE, Problems())
    assert promised is not None
    assert evaluate(node, world) == Oracle(world).of(node)
    assert (promised.low, promised.high) in {(0, 0), (0, 1), (1, 1)}


links = st.lists(st.tuples(st.sampled_from(COMPARISONS), amount_nodes), min_size=1, max_size=3)
chains = st.builds(
    lambda first, links: Compare(0, 0, tuple(op for op, _ in links), (first, *(one for _, one in links))),
    amount_nodes,
    links,
)


@given(chains, worlds)
def test_a_comparison_that_was_called_settled_comes_out_so(node: Node, world: World) -> None:
    problems = Problems()
    if check(node, SCOPE, Kind.YES_NO, NOWHERE, problems) is None:
        return
    told = [str(one.message) for one in problems]
    assert isinstance(node, Compare)
    if any("can never hold" in one for one in told):
        assert evaluate(node, world) == 0
    elif told and len(node.operators) == 1:
        assert evaluate(node, world) == 1


@pytest.mark.parametrize("text", ["yes or boom", "no and boom", "2 < 1 < boom"])
def test_what_is_settled_already_is_not_read(text: str) -> None:
    assert evaluate(parse(text), World()) in {0, 1}
    with pytest.raises(AttributeError):
        evaluate(parse("boom"), World())


def test_the_tree_of_values_has_a_part_for_everything_that_was_read() -> None:
    tree = valued(parse("pact or trust > 30 + 5 and turns_since('culiacan') < 3"), World())
    assert [unparse(part.node) for part in tree.parts] == [
        "pact",
        "trust > 30 + 5 and turns_since('culiacan') < 3",
    ]
    comparison, recent = tree.parts[1].parts
    assert [(unparse(one.node), one.value) for one in comparison.parts] == [
        ("trust", 40_000),
        ("30 + 5", 35_000),
    ]
    assert recent.parts[0].value == 2000
    assert tree.value == 1


def test_the_tree_of_values_stops_where_the_outcome_is_settled() -> None:
    tree = valued(parse("trust > 50 and boom"), World())
    assert (tree.value, [unparse(part.node) for part in tree.parts]) == (0, ["trust > 50"])


def test_what_never_came_is_longer_ago_than_any_game_lasts() -> None:
    assert evaluate(parse("turns_since('raid') == 36"), World()) == 1
