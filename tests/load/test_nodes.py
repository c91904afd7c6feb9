"""YAML as nodes: every value in its place, every construct that packs may not use refused by name."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.load import nodes
from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence, parse
from dosmesas.text.diagnostic import Problems

REFUSED = {
    "a tag": ("a: !!int 3", "E0104", 1),
    "a tag on a list": ("a: !!set [x]", "E0104", 1),
    "a tag of Python": ("a: !!python/name:os.system", "E0104", 1),
    "an anchor": ("a: &x 3", "E0104", 1),
    "an anchor on a mapping": ("a: &x\n  b: 3", "E0104", 1),
    "an alias": ("b: 1\na: *x", "E0104", 2),
    "a merge key": ("b:\n  <<: 3", "E0104", 2),
    "a version": ("%YAML 1.2\n---\na: 3", "E0104", 1),
    "a tag handle": ("%TAG ! tag:x,2000:\n---\na: 3", "E0104", 1),
    "a second document": ("a: 3\n---\nb: 4", "E0105", 2),
    "a key twice": ("a: 3\nb: 4\na: 5", "E0107", 3),
    "a list for a key": ("[1, 2]: 3", "E0117", 1),
    "a mapping for a key": ("x: 1\n{a: 1}: 3", "E0117", 2),
    "an open list": ("a: [1, 2", "E0103", 1),
    "two colons": ("a: b: c", "E0103", 1),
    "a tab": ("a:\n\t- 3", "E0103", 2),
    "an open quotation": ("a: 'x", "E0103", 1),
    "nothing": ("", "E0103", 1),
    "only a comment": ("# only a comment\n", "E0103", 1),
    "seventy levels": ("a: " + "[" * 70 + "]" * 70, "E0106", 1),
    "a character beyond all": ('a: "\\UFFFFFFFF"', "E0103", 1),
    "more values than a file may hold": ("- x\n" * 50_001, "E0106", 50_000),
    "nesting that would fill a stack": ("[" * 9000, "E0106", 1),
    "aliases that would fill a memory": (
        "a: &a [x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n",
        "E0104",
        1,
    ),
}


def read(text: str) -> tuple[Node | None, Problems]:
    problems = Problems()
    return parse(text, "f.yaml", problems), problems


def clean(text: str) -> Mapping:
    node, problems = read(text)
    assert list(problems) == []
    assert isinstance(node, Mapping)
    return node


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def _reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of PyYAML's readers: libyaml's, and the one in Python where that is missing."""
    if not hasattr(yaml, request.param):
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(nodes, "_Loader", getattr(yaml, request.param))


@pytest.mark.usefixtures("_reader")
@pytest.mark.parametrize(("text", "code", "line"), REFUSED.values(), ids=REFUSED)
def test_what_a_pack_may_not_hold_is_refused_at_its_line(text: str, code: str, line: int) -> None:
    _, problems = read(text)
    told = [(one.code, one.span.line) for one in problems]
    assert told[0] == (code, line)
    assert len(told) == (4 if "*c" in text else 1)


def test_a_key_that_stands_twice_is_told_with_both_places_and_the_first_counts() -> None:
    node, problems = read("trust: 3\nother: 4\ntrust: 5")
    (one,) = problems
    assert (str(one.span), str(one.related[0][1])) == ("f.yaml:3:1-5", "f.yaml:1:1-5")
    assert isinstance(node, Mapping)
    value = node.get("trust")
    assert isinstance(value, Scalar)
    assert value.text == "3"


def test_a_key_may_stand_again_in_another_mapping() -> None:
    assert list(read("a:\n  b: 3\nc:\n  b: 4")[1]) == []


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "010", "0x1F", "12:30", "2024-13-45", "1e3", ".inf", "~", "null", "1_000", "=", "<"],
)
def test_scalars_stay_the_text_that_their_author_wrote(written: str) -> None:
    value = clean(f"a: {written}\n").get("a")
    assert isinstance(value, Scalar)
    assert (value.text, value.plain) == (written, True)


def test_quotation_marks_and_folds_are_no_part_of_a_text() -> None:
    node = clean('a: \'3 \'\nb: "q\\""\nc: >-\n  one\n  two\nd: |\n  one\n  two\ne: one\n  two\n')
    texts = {key.text: (value.text, value.plain) for key, value in node.items if isinstance(value, Scalar)}
    assert texts == {
        "a": ("3 ", False),
        "b": ('q"', False),
        "c": ("one two", False),
        "d": ("one\ntwo", False),
        "e": ("one two", True),
    }


def test_every_value_knows_its_place_in_characters_and_not_in_bytes() -> None:
    outer = clean("título:\n  - á: 'dos'\n    bé: 3\n").get("título")
    assert isinstance(outer, Sequence)
    first = outer.items[0]
    assert isinstance(first, Mapping)
    places = [(str(key.span), str(value.span)) for key, value in first.items]
    assert places == [("f.yaml:2:5", "f.yaml:2:8-12"), ("f.yaml:3:5-6", "f.yaml:3:9")]


def test_a_mapping_or_list_is_placed_where_it_begins() -> None:
    node = clean("a:\n  b:\n    - c\n")
    inner = node.get("a")
    assert isinstance(inner, Mapping)
    assert str(inner.span) == "f.yaml:2:3"
    items = inner.get("b")
    assert items is not None
    assert str(items.span) == "f.yaml:3:5"


@pytest.mark.parametrize(
    "text", ["a: >-\n  one\n  two\n", "a: one\n  two\n", "a: 'one\n  two'\n", "a: |\n  one\n"]
)
def test_a_text_over_several_lines_is_placed_at_its_first(text: str) -> None:
    value = clean(text).get("a")
    assert value is not None
    assert str(value.span) == "f.yaml:1:4"


@given(st.text(alphabet=st.sampled_from("ab:-[]{}#&*!|>'\"%@` \n\t,?~0<é\\u"), max_size=60))
def test_no_text_makes_the_reader_raise_and_every_place_lies_in_the_file(text: str) -> None:
    node, problems = read(text)
    assert node is not None or problems.errors
    lines = text.count("\n") + 1
    assert all(1 <= one.span.line <= lines and one.span.column >= 1 for one in problems)


@given(st.text(max_size=80))
def test_no_text_of_any_alphabet_makes_the_reader_raise(text: str) -> None:
    node, problems = read(text)
    assert node is not None or problems.errors
