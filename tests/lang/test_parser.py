"""The parser: what is an expression, what is not, and what the author is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.lang.describe import unparse
from dosmesas.lang.errors import ExpressionError
from dosmesas.lang.parser import parse

BAD = [
    ("trust >", "E0301", 6, 7),
    ("", "E0301", 0, 0),
    ("trust = 3", "E0301", 6, 7),
    ("a && b", "E0301", 2, 4),
    ("2 ** 3", "E0301", 2, 4),
    ("10%", "E0301", 2, 3),
    ("trust[0]", "E0301", 5, 6),
    ("trust.value", "E0301", 5, 6),
    ("(trust > 3", "E0301", 0, 1),
    ("trust > 3)", "E0301", 9, 10),
    ("1.2345", "E0301", 0, 6),
    ("12345678901", "E0301", 0, 11),
    ("3x", "E0301", 1, 2),
    ("'release'", "E0301", 0, 9),
    ("chose(release)", "E0304", 0, 13),
    ("sqrt(2)", "E0301", 0, 4),
    ("min(1)", "E0304", 0, 6),
    ("trust > é", "E0303", 8, 9),
    ("１ + 1", "E0303", 0, 1),
    ("x" * 401, "E0302", 0, 401),
    ("(" * 30 + "1" + ")" * 30, "E0302", 21, 22),
    ("+".join(["1"] * 60), "E0302", 0, 81),
]


@pytest.mark.parametrize(("text", "code", "start", "end"), BAD)
def test_a_bad_expression_is_told_with_its_code_and_place(text: str, code: str, start: int, end: int) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.start, caught.value.end) == (code, start, end)


def test_a_single_equals_sign_is_answered_with_what_to_write() -> None:
    with pytest.raises(ExpressionError) as caught:
        parse("trust = 3")
    assert caught.value.hint == "to compare, write '=='"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("+3", "+3"),
        ("-0.03*guard_south", "-0.03 * guard_south"),
        ("1+2*3", "1 + 2 * 3"),
        ("(1+2)*3", "(1 + 2) * 3"),
        ("1-(2-3)", "1 - (2 - 3)"),
        ("1-2-3", "1 - 2 - 3"),
        ("not (a and b) or c", "not (a and b) or c"),
        ("a and (b or c)", "a and (b or c)"),
        ("1 < trust <= 5", "1 < trust <= 5"),
        ("chose('culiacan/hold')", "chose('culiacan/hold')"),
        ("clamp(trust, 0, 10)", "clamp(trust, 0, 10)"),
        ("yes", "yes"),
    ],
)
def test_binding_is_that_of_python_and_brackets_are_kept_where_needed(written: str, canonical: str) -> None:
    assert unparse(parse(written)) == canonical


@given(st.text(alphabet=" abt01.<>=!+-*/(),'andornot", max_size=40))
def test_no_text_makes_the_parser_raise_anything_but_its_own_error(text: str) -> None:
    try:
        node = parse(text)
    except ExpressionError as error:
        assert 0 <= error.start <= error.end <= len(text)
    else:
        assert unparse(parse(unparse(node))) == unparse(node)


@given(st.text(max_size=60))
def test_any_unicode_at_all_is_parsed_or_refused(text: str) -> None:
    try:
        parse(text)
    except ExpressionError as error:
        assert error.code in {"E0301", "E0302", "E0303", "E0304"}
