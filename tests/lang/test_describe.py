"""Canonical text: parsed again it is the same expression, and no bracket in it could go."""

import pytest
from hypothesis import assume, given

from dosmesas.lang.describe import unparse
from dosmesas.lang.errors import ExpressionError
from dosmesas.lang.lexer import MOST_CHARACTERS
from dosmesas.lang.nodes import Node
from dosmesas.lang.parser import parse
from tests.lang.making import expressions, shape


@given(expressions)
def test_the_text_of_an_expression_is_that_expression(node: Node) -> None:
    text = unparse(node)
    assume(len(text) <= MOST_CHARACTERS)
    assert shape(parse(text)) == shape(node)


@given(expressions)
def test_no_pair_of_brackets_could_be_left_out(node: Node) -> None:
    text = unparse(node)
    assume(len(text) <= MOST_CHARACTERS)
    for start, char in enumerate(text):
        if char == "(" and not text[:start].endswith(("min", "max", "abs", "clamp", "chose", "happened")):
            assert _without(text, start) != shape(node)


def _without(text: str, start: int) -> object:
    """The shape of a text without the pair of brackets that begins there."""
    depth = 0
    for end in range(start, len(text)):
        depth += (text[end] == "(") - (text[end] == ")")
        if not depth:
            break
    try:
        return shape(parse(text[:start] + text[start + 1 : end] + text[end + 1 :]))
    except ExpressionError:
        return None


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("true", "yes"),
        ("((trust))", "trust"),
        ("0.50", "0.5"),
        ("1234.5", "1234.5"),
        ('chose("hold")', "chose('hold')"),
        ("(a and b) and c", "(a and b) and c"),
        ("a and (b and c)", "a and (b and c)"),
        ("(not a) == b", "(not a) == b"),
        ("not (a == b)", "not a == b"),
        ("(1 < 2) == yes", "(1 < 2) == yes"),
        ("-(1 + 2)", "-(1 + 2)"),
        ("-(1) * 2", "-1 * 2"),
        ("-(1 * 2)", "-(1 * 2)"),
        ("1 - -1", "1 - -1"),
        ("8 / (4 / 2)", "8 / (4 / 2)"),
        ("(8 / 4) / 2", "8 / 4 / 2"),
        ("max((1 + 2), 3)", "max(1 + 2, 3)"),
    ],
)
def test_canonical_text(written: str, canonical: str) -> None:
    assert unparse(parse(written)) == canonical
