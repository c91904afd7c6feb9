"""Conditions as an author writes them: lists under all, any and not are the same as the words in one text."""

import pytest

from dosmesas.lang.describe import unparse
from dosmesas.lang.parser import MOST_DEPTH
from dosmesas.lang.parser import parse as parse_text
from dosmesas.lang.scope import Kind
from dosmesas.load.expressions import expression
from dosmesas.load.nodes import Mapping, parse
from dosmesas.load.reading import Reading
from dosmesas.text.diagnostic import Problems
from tests.lang.making import shape


def read(written: str, wanted: Kind = Kind.YES_NO) -> tuple[str, list[str], Reading]:
    """The condition under `when:` as one text, what is wrong, and the reading."""
    problems = Problems()
    value = parse(f"when: {written}\n", "f.yaml", problems)
    assert isinstance(value, Mapping)
    node = value.get("when")
    assert node is not None
    reading = Reading(problems)
    text = unparse(expression(node, wanted, reading, "when"))
    return text, [f"{one.code} {one.span} {one.message}" for one in problems], reading


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("{all: [pact, stock > 3]}", "pact and stock > 3"),
        ("{any: [pact, stock > 3]}", "pact or stock > 3"),
        ("{not: pact}", "not pact"),
        ("{not: [pact]}", "not pact"),
        ("{not: [pact, stock > 3]}", "not (pact or stock > 3)"),
        ("{all: [pact]}", "pact"),
        ("{any: [{all: [pact, a]}, {not: b}]}", "(pact and a) or not b"),
        ("{all: [pact, a or b]}", "pact and (a or b)"),
        ("{not: {any: [a, b]}}", "not (a or b)"),
        ("{all: [\"chose('a')\", 'b']}", "chose('a') and b"),
    ],
)
def test_a_list_of_conditions_is_the_same_as_one_text(written: str, text: str) -> None:
    found, wrong, reading = read(written)
    assert wrong == []
    assert shape(parse_text(found)) == shape(parse_text(text))
    (formula,) = reading.formulas.values()
    assert shape(formula.written.node) == shape(parse_text(text))


def test_every_text_of_a_list_keeps_its_own_place() -> None:
    _, _, reading = read("\n  all:\n    - pact\n    - any:\n        - 'stock > 3'\n        - not: a")
    (formula,) = reading.formulas.values()
    assert [str(one.span) for one in formula.written.texts()] == [
        "f.yaml:3:7-10",
        "f.yaml:5:12-20",
        "f.yaml:6:16",
    ]
    assert str(formula.written.place) == "f.yaml:2:3-5"


def test_what_is_wrong_in_three_items_is_told_in_one_run() -> None:
    _, wrong, reading = read("\n  all:\n    - a =\n    - al: [b]\n    - any: []\n    - stock > 3")
    assert [one.split(" ")[:2] for one in wrong] == [
        ["E0301", "f.yaml:3:9"],
        ["E0110", "f.yaml:4:7-8"],
        ["E0112", "f.yaml:5:12"],
    ]
    assert [unparse(one) for one in reading.formulas] == ["stock > 3"]


def test_the_limits_hold_for_a_list_with_all_that_is_in_it() -> None:
    forty = "+".join(["1"] * 20)
    assert read(f"{{all: [{forty} > a]}}")[1] == []
    assert read(f"{{all: [{forty} > a, b]}}")[1] == []
    several = read(f"{{all: [{forty} > a, {forty} > a, b, {forty} > c]}}")[1]
    assert [one[:5] for one in several] == ["E0302"]
    levels = MOST_DEPTH
    assert read("{not: " * levels + "a" + "}" * levels)[1] == []
    for deep in (
        "{not: " * (levels + 1) + "a" + "}" * (levels + 1),
        "{not: " * levels + "(a)" + "}" * levels,
    ):
        assert [one[:5] for one in read(deep)[1]] == ["E0302"]


def test_an_amount_is_never_a_list() -> None:
    _, wrong, _ = read("{all: [1, 2]}", Kind.NUMBER)
    assert [one[:5] for one in wrong] == ["E0112"]


def test_a_written_number_keeps_its_place_and_needs_no_check() -> None:
    text, wrong, reading = read("-0.5", Kind.NUMBER)
    assert (text, wrong, reading.formulas) == ("-0.5", [], {})
    assert [str(one.span) for one in reading.constants.values()] == ["f.yaml:1:7-10"]
