"""Which names and ids an expression reads: whoever hides or forecasts relies on none being missed."""

from contextlib import suppress

import pytest
from hypothesis import given

from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import asked_in, names_in
from dosmesas.lang.nodes import Node
from dosmesas.lang.parser import parse
from tests.lang.making import conditions


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "-a",
        "not a",
        "a + 1",
        "1 + a",
        "1 < 2 < a",
        "yes and no or a",
        "clamp(1, 2, a)",
        "a and a",
        "((a))",
    ],
)
def test_a_name_is_found_wherever_it_stands(text: str) -> None:
    assert names_in(parse(text)) == {"a"}
    assert asked_in(parse(text)) == frozenset()


def test_what_is_no_name_is_none() -> None:
    node = parse("yes and 3 > min(1, 2) and chose('a')")
    assert names_in(node) == frozenset()
    assert asked_in(node) == {("chose", "a")}


class Recorder:
    """An environment that notes what it is asked for."""

    def __init__(self) -> None:
        self.read: set[str] = set()
        self.asked: set[tuple[str, str]] = set()

    def value(self, name: str) -> int:
        self.read.add(name)
        return 1

    def chose(self, option: str) -> bool:
        self.asked.add(("chose", option))
        return True

    def happened(self, event: str) -> bool:
        self.asked.add(("happened", event))
        return False

    def turns_since(self, what: str) -> int:
        self.asked.add(("turns_since", what))
        return 1000


@given(conditions)
def test_evaluation_reads_nothing_that_was_not_named(node: Node) -> None:
    recorder = Recorder()
    with suppress(ZeroDivisionError):  # the nodes are not checked here: a divisor may be 0
        evaluate(node, recorder)
    assert recorder.read <= names_in(node)
    assert recorder.asked <= asked_in(node)
