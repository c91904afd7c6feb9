"""What is drawn is written as YAML that the loader reads back, and that a person likes to read."""

from hypothesis import given
from hypothesis import strategies as st

from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence, parse
from dosmesas.testing.strategies.writing import Data, yaml_of
from dosmesas.text.diagnostic import Problems
from tests.testing.strategies.making import QUICK

words = st.from_regex(r"[a-z][a-z0-9_.-]{0,9}", fullmatch=True)
signs = st.text("ab09 :#-+'\"()[]{},&*!|>%@`?=<~/", min_size=1, max_size=12).map(str.strip).filter(bool)
values = st.recursive(
    words | signs,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


def read(node: Node | None) -> Data:
    match node:
        case Scalar(text=text):
            return text
        case Sequence(items=items):
            return [read(one) for one in items]
        case Mapping(items=items):
            return {key.text: read(value) for key, value in items}
    raise AssertionError(node)


@QUICK
@given(st.dictionaries(words, values, min_size=1, max_size=4))
def test_whatever_is_written_is_read_back(data: dict[str, Data]) -> None:
    problems = Problems()
    assert read(parse(yaml_of(data), "f.yaml", problems)) == data
    assert not list(problems)


def test_short_lists_stand_on_a_line_and_nothing_is_quoted_without_need() -> None:
    data: dict[str, Data] = {
        "seats": ["no.minister", "su.minister"],
        "when": "chose('sign') and trust >= 40",
        "effects": [{"trust": "+1", "because": ["a"]}, {"after": "2", "effects": [{"pact": "yes"}]}],
        "audiences": {},
        "text": "a: b",
    }
    assert yaml_of(data) == (
        "seats: [no.minister, su.minister]\n"
        "when: chose('sign') and trust >= 40\n"
        "effects:\n  - trust: +1\n    because: [a]\n  - after: 2\n    effects:\n      - pact: yes\n"
        "audiences: {}\n"
        "text: 'a: b'\n"
    )
