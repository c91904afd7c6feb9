"""Every number on the way to the value of a checked expression fits 63 bits, at the ends of every range."""

from itertools import product

import pytest
from attrs import frozen
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dosmesas.lang.check import check
from dosmesas.lang.names import size
from dosmesas.lang.nodes import Arithmetic, Call, Name, Node, Number, Sign
from dosmesas.lang.parser import MOST_NODES, parse
from dosmesas.lang.scope import Declared, Kind, Scope
from dosmesas.text.diagnostic import Problems
from dosmesas.text.local import NO_TEXT
from dosmesas.text.number import half_even
from dosmesas.text.phrase import NOTHING
from dosmesas.text.span import NOWHERE
from tests.support.full import cases

MOST = (1 << 63) - 1
RANGES = {"small": (0, 100_000), "wide": (-999_999_999_999, 999_999_999_999), "count": (1, 36_000)}
SCOPE = Scope(
    {name: Declared(Kind.NUMBER, *ends, NO_TEXT, NOWHERE, NOTHING) for name, ends in RANGES.items()}, {}, {}
)
CORNERS = [dict(zip(RANGES, ends, strict=True)) for ends in product(*RANGES.values())]


@frozen
class Machine:
    """Reckons as the evaluators do, in steps that a machine takes; every step has to fit."""

    values: dict[str, int]

    def kept(self, number: int) -> int:
        assert -MOST <= number <= MOST
        return number

    def of(self, node: Node) -> int:
        match node:
            case Number(value=value):
                return self.kept(value)
            case Name(name=name):
                return self.values[name]
            case Sign(op=op, operand=inner):
                return self.kept(-self.of(inner) if op == "-" else self.of(inner))
            case Arithmetic(op=op, left=left, right=right):
                return self.reckoned(op, self.of(left), self.of(right))
            case Call(function=function, arguments=arguments):
                found = [self.of(one) for one in arguments]
                if function == "clamp":
                    return min(max(found[0], found[1]), found[2])
                return {"min": min, "max": max, "abs": lambda one: abs(one[0])}[function](found)
        raise AssertionError(node)

    def reckoned(self, op: str, left: int, right: int) -> int:
        if op in "+-":
            return self.kept(left + right if op == "+" else left - right)
        over, under = (left * right, 1000) if op == "*" else (left * 1000, right)
        self.kept(2 * (self.kept(over) % self.kept(under)))  # half-even looks at twice the rest
        return self.kept(half_even(over, under))


_leaves = st.sampled_from(sorted(RANGES)).map(lambda name: Name(0, 0, name)) | st.builds(
    Number, st.just(0), st.just(0), st.sampled_from([1, 1000, 999_999_999_999]) | st.integers(0, 10**12 - 1)
)


def _grown(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.one_of(
        st.builds(Arithmetic, st.just(0), st.just(0), st.sampled_from("+-**/"), inner, inner),
        st.builds(Sign, st.just(0), st.just(0), st.just("-"), inner),
        st.builds(Call, st.just(0), st.just(0), st.just("clamp"), st.tuples(inner, inner, inner)),
        st.builds(Call, st.just(0), st.just(0), st.sampled_from(["min", "max"]), st.tuples(inner, inner)),
        st.builds(Call, st.just(0), st.just(0), st.just("abs"), st.tuples(inner)),
    )


large: st.SearchStrategy[Node] = st.recursive(_leaves, _grown, max_leaves=14)


@settings(max_examples=cases(50_000, 600), deadline=None)
@given(large, st.sampled_from(CORNERS))
def test_no_step_of_a_checked_amount_leaves_63_bits(node: Node, values: dict[str, int]) -> None:
    promised = check(node, SCOPE, Kind.NUMBER, NOWHERE, Problems())
    assume(promised is not None)
    assert promised is not None
    assert promised.low <= Machine(values).of(node) <= promised.high


@pytest.mark.parametrize("ladder", ["wide * 2", "wide * wide / 999999", "wide + wide", "wide / 0.001"])
def test_an_amount_that_climbs_is_refused_before_it_leaves_63_bits(ladder: str) -> None:
    text = ladder
    for _ in range(25):
        node = parse(text)
        problems = Problems()
        if check(node, SCOPE, Kind.NUMBER, NOWHERE, problems) is None:
            break
        for values in CORNERS:
            Machine(values).of(node)
        text = f"({text}) * 9"
    assert [one.code for one in problems] == ["E0308"]
    assert size(node) < MOST_NODES
