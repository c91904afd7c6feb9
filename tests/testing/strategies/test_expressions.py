"""Expressions over declared names: the loader takes each, and refuses each with a slip."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from dosmesas.lang.check import check
from dosmesas.lang.nodes import Node, children
from dosmesas.lang.scope import Declared, Kind, Scope
from dosmesas.load.fields import Fields
from dosmesas.load.nodes import parse as parse_yaml
from dosmesas.load.reading import Reading
from dosmesas.load.shapes.declared import AMOUNT, CONDITION, Shape, optional
from dosmesas.testing.strategies import expressions
from dosmesas.testing.strategies.expressions import nodes
from dosmesas.testing.strategies.scopes import names_of
from dosmesas.text.diagnostic import Problems
from dosmesas.text.local import plain
from dosmesas.text.phrase import phrase
from dosmesas.text.span import NOWHERE
from tests.lang.making import SCOPE
from tests.support.full import cases
from tests.support.small import harbour
from tests.testing.strategies.making import PLAIN, simplest

QUICK = settings(max_examples=cases(5000, 80), suppress_health_check=list(HealthCheck), deadline=None)
NOTHING = Scope({}, {}, {})


def errors(text: str, kind: Kind, scope: Scope) -> list[str]:
    """The codes of the errors that the loader tells of an author's text."""
    problems = Problems()
    written = "'" + text.replace("'", "''") + "'"
    document = parse_yaml(f"a: {written}\n", "f.yaml", problems)
    assert document is not None
    value = CONDITION if kind is Kind.YES_NO else AMOUNT
    fields = Fields.of(document, Shape(phrase("a rule"), (optional("a", value, ""),)), Reading(problems))
    assert fields is not None
    fields.expression("a")
    fields.reading.resolve(scope)
    return [one.code for one in problems if one.code.startswith("E")]


@pytest.mark.parametrize("scope", [SCOPE, NOTHING], ids=["names", "no names"])
@pytest.mark.parametrize("kind", Kind)
def test_the_loader_takes_every_expression_and_refuses_every_slip(kind: Kind, scope: Scope) -> None:
    @QUICK
    @given(expressions(scope, kind), expressions(scope, kind, slips=1))
    def told(clean: str, slip: str) -> None:
        assert errors(clean, kind, scope) == []
        assert errors(slip, kind, scope) != []

    told()


def test_every_kind_of_node_and_every_name_comes_up() -> None:
    seen, named = set[str](), set[str]()

    def look(node: Node) -> None:
        seen.add(type(node).__name__)
        named.update(
            str(getattr(node, key)) for key in ("name", "argument", "function", "op") if hasattr(node, key)
        )
        for part in children(node):
            look(part)

    settings(PLAIN, max_examples=400)(given(nodes(SCOPE))(look))()
    assert seen == {one.__name__ for one in Node.__args__}
    assert named >= {*SCOPE.names, *SCOPE.options, *SCOPE.events, *"+-*/", "min", "max", "abs", "clamp"}
    assert named >= {"chose", "happened", "turns_since", "and", "or"}


@pytest.mark.parametrize(
    ("wanted", "holds", "least"),
    [
        (Kind.NUMBER, lambda text: True, "0"),
        (Kind.NUMBER, lambda text: "rate" in text, "rate"),
        (Kind.NUMBER, lambda text: "*" in text, "0 * 0"),
        (Kind.NUMBER, lambda text: "clamp" in text, "clamp(0, 0, 0)"),
        (Kind.YES_NO, lambda text: True, "pact"),
        (Kind.YES_NO, lambda text: "trust" in text, "trust >= 0"),
        (Kind.YES_NO, lambda text: "and" in text, "pact and pact"),
        (Kind.YES_NO, lambda text: "chose" in text, "chose('culiacan/hold')"),
    ],
)
def test_an_expression_shrinks_to_what_matters(wanted: Kind, holds: object, least: str) -> None:
    assert simplest(expressions(SCOPE, wanted), holds) == least


def declared(unit: str) -> Declared:
    return Declared(Kind.NUMBER, 0, 100_000, plain(unit), NOWHERE, phrase("0 to 100"))


@QUICK
@given(st.data())
def test_an_amount_fits_the_unit_of_its_target(data: st.DataObject) -> None:
    scope = Scope(
        {"trust": declared("index"), "jobs": declared("persons"), "pay": declared("persons")}, {}, {}
    )
    target = data.draw(st.sampled_from(sorted(scope.names)))
    node = data.draw(nodes(scope, Kind.NUMBER, target=target))
    assert check(node, scope, Kind.NUMBER, NOWHERE, Problems(), target) is not None


def test_a_pack_declares_its_options_and_events_a_ruleset_does_not() -> None:
    found = simplest(expressions(harbour(), Kind.YES_NO), lambda text: "refuse" in text)
    assert found in {"chose('refuse')", "chose('talks/refuse')"}
    assert names_of(harbour()).asked != ()
    assert names_of(harbour().ruleset).asked == ()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            lambda: expressions({"trust": 3}),
            "names are declared by a Scope, a Ruleset or a Pack; this is a dict",
        ),
        (lambda: expressions(SCOPE, "amount"), "wanted='amount': Kind.NUMBER, Kind.YES_NO or None"),
        (
            lambda: expressions(SCOPE, Kind.NUMBER, target="trst"),
            "no indicator has this name; did you mean 'trust'?",
        ),
        (lambda: expressions(SCOPE, target="trust"), "only an amount has a target"),
        (lambda: expressions(SCOPE, slips=True), "slips=True: a whole number is wanted, 0 to 1"),
    ],
)
def test_what_is_wrong_is_told_at_once(wrong: Callable[[], object], said: str) -> None:
    with pytest.raises(InvalidArgument) as told:
        wrong()
    assert said in str(told.value)
