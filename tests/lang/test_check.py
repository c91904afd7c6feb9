"""Checking before any game: names, types, ranges; every problem in one pass, at its place."""

import pytest

from dosmesas.lang.check import check
from dosmesas.lang.parser import parse
from dosmesas.lang.scope import Declared, Kind, Scope
from dosmesas.text.diagnostic import Diagnostic, Problems
from dosmesas.text.span import Span

HERE = Span("f.yaml", 7, 11, 7, 60)
THERE = Span("game/indicators.yaml", 3, 3, 3, 9)
SCOPE = Scope(
    {
        "trust": Declared(Kind.NUMBER, 0, 100_000, "index", THERE, "index, 0 to 100"),
        "rate": Declared(Kind.NUMBER, -5000, 5000, "percent", THERE, "percent, -5 to 5"),
        "pact": Declared(Kind.YES_NO, 0, 1, "", THERE, "yes or no"),
    },
    frozenset({"culiacan/hold", "hold"}),
    frozenset({"culiacan"}),
)


def found(text: str, wanted: Kind = Kind.YES_NO) -> list[Diagnostic]:
    problems = Problems()
    check(parse(text), SCOPE, wanted, HERE, problems)
    return list(problems)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("trst > 3", "E0203"),
        ("chose('holt')", "E0204"),
        ("happened('culican')", "E0204"),
        ("trust", "E0305"),
        ("trust and pact", "E0305"),
        ("pact > 3", "E0305"),
        ("pact < pact", "E0305"),
        ("trust + pact > 3", "E0305"),
        ("not trust", "E0305"),
        ("trust / rate > 1", "E0306"),
        ("trust * 999999999 * 999999999 > 1", "E0308"),
        ("trust >= 120", "W0307"),
        ("trust >= 0", "W0307"),
        ("clamp(trust, 50, 10) > 3", "E0305"),
    ],
)
def test_what_cannot_be_meant_is_named(text: str, code: str) -> None:
    assert [one.code for one in found(text)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "trust > 3 and not pact",
        "pact == pact",
        "abs(rate) < 2",
        "trust / 4 > 3",
        "0 < trust < 50",
        "chose('hold')",
    ],
)
def test_what_is_well_meant_passes_without_a_word(text: str) -> None:
    assert found(text) == []


def test_an_unknown_name_is_answered_with_the_nearest_and_where_it_was_declared() -> None:
    (one,) = found("pact and trst > 3")
    assert one.hint == "did you mean 'trust'?"
    assert one.related == (("'trust' (index, 0 to 100) is declared here", THERE),)
    assert str(one.span) == "f.yaml:7:20-23"


def test_a_comparison_that_can_never_hold_says_why() -> None:
    (one,) = found("trust >= 120")
    assert one.message == "this comparison can never hold: trust is 0 to 100"
    assert one.severity == "warning"


def test_two_faults_in_one_expression_are_both_told() -> None:
    assert [one.code for one in found("trst > 3 and chose('x')")] == ["E0203", "E0204"]
