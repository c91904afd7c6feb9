"""The parser: what is an expression, what is not, and what the author is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.lang.describe import unparse
from dosmesas.lang.errors import ExpressionError
from dosmesas.lang.nodes import Node, children
from dosmesas.lang.parser import MOST_DEPTH, MOST_NODES, parse
from tests.lang.making import shape

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
    ("a and (b or (c and d)", "E0301", 6, 7),
    ("min(1, 2", "E0301", 3, 4),
    ("chose('hold'", "E0301", 5, 6),
    ("(a b)", "E0301", 3, 4),
    ("(1, 2)", "E0301", 2, 3),
    ("min(1 2)", "E0301", 6, 7),
    ("a b", "E0301", 2, 3),
    ("a if b else c", "E0301", 2, 4),
    ("a not in b", "E0301", 2, 5),
    ("1,000", "E0301", 1, 2),
    ("a and", "E0301", 4, 5),
    ("and a", "E0301", 0, 3),
    ("a == not b", "E0301", 5, 8),
    ("a < > b", "E0301", 4, 5),
    ("()", "E0301", 1, 2),
    ("min()", "E0301", 4, 5),
    ("trust(1)", "E0301", 0, 5),
    ("trust > 3)", "E0301", 9, 10),
    ("1.2345", "E0301", 0, 6),
    ("12345678901", "E0301", 0, 11),
    ("3x", "E0301", 1, 2),
    ("'release'", "E0301", 0, 9),
    ("chose(release)", "E0304", 0, 13),
    ("chose()", "E0304", 0, 7),
    ("chose('a', 'b')", "E0304", 0, 10),
    ("abs(1, 2)", "E0304", 0, 9),
    ("clamp(1, 2)", "E0304", 0, 11),
    ("min(" + ", ".join("123456789") + ")", "E0304", 0, 30),
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
    assert str(caught.value.hint) == "to compare, write '=='"


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


def refusal(text: str) -> ExpressionError:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    return caught.value


def test_a_bracket_that_is_closed_later_is_not_called_open() -> None:
    assert str(refusal("(a b)")) == "'b' does not belong here"
    assert str(refusal("(a b)").hint) == "put an operator before it, such as 'and'"
    assert str(refusal("(trust, 2)").hint) == "close the bracket before it"
    assert str(refusal("(a")) == "this bracket is never closed"


@pytest.mark.parametrize("opening", ["(", "not ", "abs("])
def test_twenty_levels_are_read_and_one_more_is_not(opening: str) -> None:
    close = ")" * opening.count("(")
    inner = "1" if opening != "not " else "yes"
    parse(opening * MOST_DEPTH + inner + close * MOST_DEPTH)
    error = refusal(opening * (MOST_DEPTH + 1) + inner + close * (MOST_DEPTH + 1))
    assert (error.code, error.start) == ("E0302", len(opening) * MOST_DEPTH + len(opening))


def test_a_sign_is_a_level_like_a_bracket() -> None:
    parse("-(" * 10 + "1" + ")" * 10)
    assert refusal("-(" * 10 + "-1" + ")" * 10).code == "E0302"


@pytest.mark.parametrize(
    ("text", "start"), [("--3", 0), ("+-3", 0), ("a * - -3", 4), ("a - - -3", 4), ("-+a", 0)]
)
def test_two_signs_in_a_row_are_a_slip(text: str, start: int) -> None:
    error = refusal(text)
    assert (error.code, error.start, str(error)) == ("E0301", start, "two signs in a row")
    assert "'a - -3'" in str(error.hint)


@pytest.mark.parametrize("text", ["a - -3", "a + -3", "a * -3", "-(-3)", "3 - -(-a)", "min(-1, -a)"])
def test_a_sign_after_an_operator_or_a_bracket_is_arithmetic(text: str) -> None:
    assert unparse(parse(text)) == text


def test_a_function_with_a_slip_is_answered_with_the_nearest() -> None:
    assert str(refusal("mim(1, 2)").hint) == "did you mean 'min'?"


def test_what_stands_before_a_text_in_a_list_counts_towards_its_limits() -> None:
    parse("a + b", MOST_NODES - 3, MOST_DEPTH)
    with pytest.raises(ExpressionError, match="at most 80 parts"):
        parse("a + b", MOST_NODES - 2)
    with pytest.raises(ExpressionError, match="at most 20 deep"):
        parse("(a)", 0, MOST_DEPTH)


def test_levels_side_by_side_do_not_add_up() -> None:
    parse("+".join(["(((1)))"] * 20))


def test_eighty_parts_are_read_and_one_more_is_not() -> None:
    most = "-" + "+".join(["1"] * (MOST_NODES // 2))
    assert len(list(_all(parse(most)))) == MOST_NODES
    assert refusal(f"-({most})").code == "E0302"


def _all(node: Node) -> list[Node]:
    return [node, *(one for child in children(node) for one in _all(child))]


def test_four_hundred_opening_brackets_are_no_danger() -> None:
    assert refusal("(" * 400).code == "E0302"
    assert refusal("min(" * 100).code == "E0302"
    assert refusal("not " * 100).code == "E0302"


@pytest.mark.parametrize(
    "text",
    [
        "(trust + 1) > 3",
        "3 > (trust + 1)",
        "(a) and (b)",
        "not (a or b)",
        "-(1 + 2)",
        "((1 + 2)) * (3)",
        "(1 * 2) - (3)",
        "min((1), 2)",
        "chose( 'x' )",
    ],
)
def test_a_part_covers_the_brackets_at_its_ends(text: str) -> None:
    node = parse(f"  {text}  ")
    assert (node.start, node.end) == (2, 2 + len(text))


@given(st.text(alphabet=" abt1.<=!+-*/(),", max_size=40))
def test_the_text_under_every_part_is_that_part(text: str) -> None:
    try:
        node = parse(text)
    except ExpressionError:
        return
    for one in _all(node):
        assert shape(parse(text[one.start : one.end])) == shape(one)
