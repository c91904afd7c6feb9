"""The generated evaluator agrees with the why evaluator bit for bit, and holds nothing of an author's text."""

import io
import tokenize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dosmesas.lang.compiled import functions
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.generate import rounded, source
from dosmesas.lang.nodes import NEVER, Node
from dosmesas.lang.parser import parse
from dosmesas.text.number import half_even
from tests.lang.making import amounts, conditions
from tests.lang.test_evaluate import World, worlds
from tests.support.full import cases

ALLOWED = {"v", "f", "q", "t", "x", "and", "or", "not", "min", "max", "abs", "half_even", "if", "else"}


ENOUGH = cases(75_000, 1000)
"""Seven in ten of what is generated pass the check: so this is 100,000 for both tests together, and some."""


class Slots:
    """trust and rate are values, pact is a flag; all that can be asked stands in `q`."""

    def name(self, name: str) -> str:
        return {"trust": "v[0]", "rate": "v[1]", "pact": "f[0]"}[name]

    def asked(self, function: str, argument: str) -> str:
        slot = f"q[{['hold', 'culiacan/hold', 'culiacan'].index(argument)}]"
        if function == "turns_since":
            return f"((t - {slot}) * 1000 if {slot} else {NEVER})"
        return f"({slot} > 0)"


def generated(node: Node, world: World) -> int:
    """The value by generated code."""
    code = functions(f"def c(v, f, q, t):\n return {source(node, Slots())}", {})
    return int(code["c"]((world.trust, world.rate), (bool(world.pact),), (2, 0, 3), 5))


@given(amounts, worlds)
@settings(max_examples=ENOUGH, deadline=None, suppress_health_check=list(HealthCheck))
def test_amounts_agree(node: Node, world: World) -> None:
    assert generated(node, world) == evaluate(node, world)


@given(conditions, worlds)
@settings(max_examples=ENOUGH, deadline=None, suppress_health_check=list(HealthCheck))
def test_conditions_agree(node: Node, world: World) -> None:
    assert generated(node, world) == evaluate(node, world)


@given(amounts | conditions)
def test_the_text_holds_slot_numbers_integers_and_the_four_functions_only(node: Node) -> None:
    for token in tokenize.generate_tokens(io.StringIO(source(node, Slots())).readline):
        if token.type == tokenize.NAME:
            assert token.string in ALLOWED
        if token.type == tokenize.NUMBER:
            assert token.string.isdigit()
        assert token.type != tokenize.STRING


@given(st.integers(-(1 << 62), 1 << 62), st.sampled_from([100, 1000]))
def test_the_written_out_rounding_is_half_even(number: int, divisor: int) -> None:
    code = functions(f"def c(n):\n return {rounded('n', divisor)}", {})
    assert code["c"](number) == half_even(number, divisor)


@pytest.mark.parametrize("half", range(-5500, 6500, 1000))
def test_ties_go_to_the_even_neighbour(half: int) -> None:
    code = functions(f"def c(n):\n return {rounded('n', 1000)}", {})
    assert [code["c"](half + by) for by in (-1, 0, 1)] == [half_even(half + by, 1000) for by in (-1, 0, 1)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2 * trust", "(2 * v[0])"),
        ("trust > 40 and not pact", "((v[0] > 40000) and (not f[0]))"),
        ("0 < rate <= 1.5", "(0 < v[1] <= 1500)"),
        ("clamp(trust, 1, 2)", "min(max(v[0], 1000), 2000)"),
        ("turns_since('culiacan') < 2", "(((t - q[2]) * 1000 if q[2] else 36000) < 2000)"),
    ],
)
def test_what_is_generated_can_be_read(text: str, wanted: str) -> None:
    assert source(parse(text), Slots()) == wanted


def test_generated_code_reaches_nothing_that_it_was_not_given() -> None:
    code = functions("def c():\n return open", {})
    with pytest.raises(NameError):
        code["c"]()
