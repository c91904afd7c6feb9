"""Conditions that come out one way only where they stand: said once, with the reason, at the smallest place."""

import pytest
from hypothesis import given, settings

from dosmesas.lang.describe import unparse
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.facts import Facts
from dosmesas.lang.nodes import Node, children
from dosmesas.lang.parser import parse
from dosmesas.lang.verdicts import Ground, judge
from dosmesas.lang.written import Written
from dosmesas.text.diagnostic import Diagnostic, Problems, Severity
from dosmesas.text.span import NOWHERE, Span
from tests.lang.making import HERE, SCOPE, THERE
from tests.lang.test_narrow import SMALL, STATES, small_conditions
from tests.support.full import cases

OUTER = Span("f.yaml", 3, 5, 3, 40)


def told(text: str, *around: str) -> list[Diagnostic]:
    ground: Ground | None = Ground(Facts(SCOPE, {}))
    for one in around:
        assert ground is not None
        ground = ground.under(Written(parse(one.removeprefix("! ")), OUTER), holds=not one.startswith("! "))
    assert ground is not None
    problems = Problems()
    judge(Written(parse(text), HERE), ground, problems)
    return list(problems)


@pytest.mark.parametrize(
    ("text", "message", "columns"),
    [
        (
            "trust > 60 and trust < 40",
            "trust > 60 and trust < 40 can never hold: 'trust < 40' is asked where trust is 60.001 to 100",
            "11-35",
        ),
        (
            "not (trust > 40 or trust < 60)",
            "not (trust > 40 or trust < 60) can never hold: 'trust < 60' is asked where trust is 0 to 40",
            "11-40",
        ),
        (
            "pact or not pact",
            "pact or not pact always holds: 'not pact' is asked where pact is no",
            "11-26",
        ),
        (
            "trust > 3 or chose('hold') and not chose('hold')",
            "chose('hold') and not chose('hold') can never hold: 'not chose('hold')' is asked where chose('hold') is yes",
            "24-58",
        ),
        (
            "60 < trust < 40",
            "60 < trust < 40 can never hold: 'trust < 40' is asked where trust is 60.001 to 100",
            "11-25",
        ),
        ("yes", "yes always holds", "11-13"),
        ("pact and no", "pact and no can never hold", "11-21"),
    ],
)
def test_a_whole_condition_that_comes_out_one_way_says_what_settles_it(
    text: str, message: str, columns: str
) -> None:
    (one,) = told(text)
    assert (one.code, one.severity) == ("W0310", Severity.WARNING)
    assert (str(one.message), str(one.span)) == (message, f"f.yaml:7:{columns}")


@pytest.mark.parametrize(
    ("text", "around", "message", "reason"),
    [
        (
            "trust > 50",
            ["trust > 60"],
            "trust > 50 always holds here: trust is 60.001 to 100",
            "trust > 60 holds",
        ),
        (
            "trust > 60",
            ["! trust > 50"],
            "trust > 60 can never hold here: trust is 0 to 50",
            "trust > 50 fails",
        ),
        ("pact", ["pact and trust > 3"], "pact always holds here: pact is yes", "pact and trust > 3 holds"),
        (
            "not chose('hold')",
            ["chose('hold')"],
            "not chose('hold') can never hold here: chose('hold') is yes",
            "chose('hold') holds",
        ),
    ],
)
def test_inside_another_condition_it_says_which(
    text: str, around: list[str], message: str, reason: str
) -> None:
    (one,) = told(text, *around)
    assert str(one.message) == message
    assert [(str(note), span.line) for note, span in one.related] == [(f"{reason} around it", OUTER.line)]


def test_the_nearest_condition_around_comes_first_and_those_of_other_names_are_left_out() -> None:
    (one,) = told("trust > 50", "trust > 60", "rate > 0", "trust < 90")
    assert [str(note) for note, _ in one.related] == [
        "trust < 90 holds around it",
        "trust > 60 holds around it",
    ]


def test_what_is_wrong_with_a_condition_itself_is_not_blamed_on_those_around() -> None:
    (one,) = told("trust > 60 and trust < 40", "trust > 20")
    assert " here" not in str(one.message)
    assert tuple((str(note), at) for note, at in one.related) == (
        ("'trust' (index, 0 to 100) is declared here", THERE),
    )


@pytest.mark.parametrize(
    "text",
    [
        "trust > 60",
        "pact",
        "trust > 60 and trust < 80",
        "trust > 60 and rate < 3",
        "trust == rate",
        "pact or chose('hold')",
    ],
)
def test_what_may_come_out_either_way_is_not_spoken_of(text: str) -> None:
    assert told(text) == []
    assert told(text, "trust > 1", "! trust > 99") == []


def test_of_a_part_that_settles_its_whole_only_the_whole_is_told() -> None:
    (one,) = told("pact and (trust > 60 and trust < 40)")
    assert str(one.span) == "f.yaml:7:11-46"


def test_items_of_a_list_are_told_at_their_own_place() -> None:
    first, second = Written(parse("trust > 60 and trust < 40"), HERE), Written(parse("pact"), OUTER)
    whole = Written(parse("trust > 60 and trust < 40 or pact"), NOWHERE, (first, second))
    problems = Problems()
    judge(whole, Ground(Facts(SCOPE, {})), problems)
    assert [str(one.span) for one in problems] == ["f.yaml:7:11-35"]


@settings(max_examples=cases(20_000, 400), deadline=None)
@given(small_conditions, small_conditions)
def test_in_a_small_world_every_verdict_agrees_with_all_its_states(outer: Node, made: Node) -> None:
    node = parse(unparse(made))
    ground = Ground(Facts(SMALL, {})).under(Written(outer, OUTER), holds=True)
    states = [state for state in STATES if evaluate(outer, state)]
    if ground is None or not states:
        assert not states
        return
    problems = Problems()
    judge(Written(node, HERE), ground, problems)
    for one in problems:
        wanted = {int("always holds" in str(one.message))}
        spoken_of = [part for part in parts(node) if HERE.inside(part.start, part.end) == one.span]
        assert any({evaluate(part, state) for state in states} == wanted for part in spoken_of)


def parts(node: Node) -> list[Node]:
    return [node, *(found for child in children(node) for found in parts(child))]
