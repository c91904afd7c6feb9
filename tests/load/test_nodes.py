"""YAML as nodes: every value in its place, every construct that packs may not use refused by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.load.nodes import Mapping, Scalar, Sequence, parse
from dosmesas.text.diagnostic import Problems

REFUSED = [
    ("a: !!int 3", "E0104", 1),
    ("a: &x 3\nb: *x", "E0104", 1),
    ("a: *x", "E0104", 1),
    ("b:\n  <<: 3", "E0104", 2),
    ("%YAML 1.2\n---\na: 3", "E0104", 1),
    ("a: 3\n---\nb: 4", "E0105", 2),
    ("a: 3\nb: 4\na: 5", "E0107", 3),
    ("[1, 2]: 3", "E0112", 1),
    ("a: [1, 2", "E0103", 1),
    ("a: b: c", "E0103", 1),
    ("a:\n\t- 3", "E0103", 2),
    ("a: 'x", "E0103", 1),
    ("", "E0103", 1),
    ("# only a comment\n", "E0103", 1),
    ("a: " + "[" * 70 + "]" * 70, "E0106", 1),
    ('a: "\\UFFFFFFFF"', "E0103", 1),
]


@pytest.mark.parametrize(("text", "code", "line"), REFUSED)
def test_what_a_pack_may_not_hold_is_refused_at_its_line(text: str, code: str, line: int) -> None:
    problems = Problems()
    parse(text, "f.yaml", problems)
    assert [(one.code, one.span.line) for one in problems][:1] == [(code, line)]


def test_a_key_that_stands_twice_is_told_with_both_places() -> None:
    problems = Problems()
    parse("trust: 3\nother: 4\ntrust: 5", "f.yaml", problems)
    (one,) = problems
    assert (one.span.line, one.related[0][1].line) == (3, 1)


def test_scalars_stay_the_text_that_their_author_wrote() -> None:
    node = parse("a: no\nb: 010\nc: 12:30\nd: 2024-13-45\ne: '3'\nf: ~", "f", Problems())
    assert isinstance(node, Mapping)
    texts = [value.text for _, value in node.items if isinstance(value, Scalar)]
    assert texts == ["no", "010", "12:30", "2024-13-45", "3", "~"]


def test_every_value_knows_its_place_in_characters() -> None:
    node = parse("título:\n  - á: 'dos'\n    b: 3\n", "f.yaml", Problems())
    assert isinstance(node, Mapping)
    inner = node.get("título")
    assert isinstance(inner, Sequence)
    first = inner.items[0]
    assert isinstance(first, Mapping)
    value = first.get("á")
    assert value is not None
    assert str(value.span) == "f.yaml:2:8-12"


@given(st.text(alphabet=st.sampled_from("ab:-[]{}#&*!|>'\"%@` \n\t,?~0"), max_size=60))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    problems = Problems()
    node = parse(text, "f", problems)
    assert node is not None or problems.errors
    assert all(one.span.line >= 1 and one.span.column >= 1 for one in problems)
