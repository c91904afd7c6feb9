"""Checking before any game: names, types, ranges; every problem in one pass, at its place."""

import pytest
from hypothesis import given

from dosmesas.lang.check import check
from dosmesas.lang.nodes import Node
from dosmesas.lang.parser import parse
from dosmesas.lang.scope import Declared, Kind, Scope
from dosmesas.text.diagnostic import Diagnostic, Problems
from dosmesas.text.local import NO_TEXT
from dosmesas.text.phrase import NOTHING
from dosmesas.text.span import NOWHERE
from tests.lang.making import HERE, SCOPE, THERE, amounts, conditions


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
    assert str(one.hint) == "did you mean 'trust'?"
    assert tuple((str(note), at) for note, at in one.related) == (
        ("'trust' (index, 0 to 100) is declared here", THERE),
    )
    assert str(one.span) == "f.yaml:7:20-23"


def test_a_comparison_that_can_never_hold_says_why() -> None:
    (one,) = found("trust >= 120")
    assert str(one.message) == "trust >= 120 can never hold: trust is 0 to 100"
    assert one.severity == "warning"


def test_two_faults_in_one_expression_are_both_told() -> None:
    assert [one.code for one in found("trst > 3 and chose('x')")] == ["E0203", "E0204"]


@pytest.mark.parametrize(
    ("text", "message", "columns"),
    [
        ("pact or 120 <= trust", "120 <= trust can never hold: trust is 0 to 100", "19-30"),
        ("0 <= trust < 50", "0 <= trust always holds: trust is 0 to 100", "11-20"),
        ("0 < trust <= 100", "trust <= 100 always holds: trust is 0 to 100", "15-26"),
        ("trust * 2 > 300", "trust * 2 > 300 can never hold: trust * 2 is 0 to 200", "11-25"),
        ("(trust + 1) > 0", "trust + 1 > 0 always holds: trust + 1 is 1 to 101", "11-25"),
        (
            "trust < rate - 9",
            "trust < rate - 9 can never hold: trust is 0 to 100, rate - 9 is -14 to -4",
            "11-26",
        ),
        ("rate != 5.001", "rate != 5.001 always holds: rate is -5 to 5", "11-23"),
        ("1 == 1", "1 == 1 always holds", "11-16"),
    ],
)
def test_the_link_that_is_settled_is_said_with_the_range_that_settles_it(
    text: str, message: str, columns: str
) -> None:
    (one,) = found(text)
    assert (one.code, str(one.message), str(one.span)) == ("W0307", message, f"f.yaml:7:{columns}")


def test_a_message_repeats_no_long_text() -> None:
    (one,) = found("+".join(["trust"] * 30) + " < 0")
    assert str(one.message) == "this comparison can never hold"


@pytest.mark.parametrize(
    "text", ["trust >= 100", "trust <= 0", "trust == 100", "rate < -4.999", "trust != rate"]
)
def test_what_may_just_hold_or_fail_is_not_warned_of(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wanted", "code", "columns"),
    [
        ("yes", Kind.NUMBER, "E0305", "11-13"),
        ("trust > 3", Kind.NUMBER, "E0305", "11-19"),
        ("chose('hold')", Kind.NUMBER, "E0305", "11-23"),
        ("min(1, pact)", Kind.NUMBER, "E0305", "18-21"),
        ("-pact", Kind.NUMBER, "E0305", "12-15"),
        ("1 / (trust - 50)", Kind.NUMBER, "E0306", "16-25"),
        ("3 / 0", Kind.NUMBER, "E0306", "15"),
        ("pact and 3", Kind.YES_NO, "E0305", "20"),
        ("pact == trust", Kind.YES_NO, "E0305", "11-23"),
        ("yes < no < yes", Kind.YES_NO, "E0305", "11-24"),
    ],
)
def test_a_wrong_type_or_divisor_is_shown_where_it_stands(
    text: str, wanted: Kind, code: str, columns: str
) -> None:
    (one,) = found(text, wanted)
    assert (one.code, str(one.span)) == (code, f"f.yaml:7:{columns}")


def test_every_fault_of_a_branching_expression_is_told_in_one_run() -> None:
    text = "not trst and pact + 1 > 2 or happened('x') and 1 / rate > 2 or trust > 200"
    assert [one.code for one in found(text)] == ["E0203", "E0305", "E0204", "E0306", "W0307"]


@pytest.mark.parametrize("text", ["trust / 999999999", "trust * 999", "trust + trust", "max(trust, 1)"])
def test_a_name_whose_range_is_beyond_64_bits_is_refused_wherever_it_is_reckoned_with(text: str) -> None:
    huge = Declared(Kind.NUMBER, 0, 1 << 70, NO_TEXT, NOWHERE, NOTHING)
    problems = Problems()
    check(parse(text), Scope({"trust": huge}, {}, {}), Kind.NUMBER, HERE, problems)
    assert [one.code for one in problems] == ([] if text.startswith("max") else ["E0308"])


@pytest.mark.parametrize(("high", "codes"), [(4_611_686_018_427_387, []), (4_611_686_018_427_388, ["E0308"])])
def test_a_value_may_grow_until_a_thousand_times_it_fills_62_bits(high: int, codes: list[str]) -> None:
    scope = Scope({"trust": Declared(Kind.NUMBER, 0, high, NO_TEXT, NOWHERE, NOTHING)}, {}, {})
    for text in ("trust + 0", "0 - trust", "trust * 1", "trust / 1"):
        problems = Problems()
        check(parse(text), scope, Kind.NUMBER, HERE, problems)
        assert [one.code for one in problems] == codes


def test_a_name_made_by_the_program_has_no_place_to_show() -> None:
    scope = Scope({"turn": Declared(Kind.NUMBER, 1000, 10_000, NO_TEXT, NOWHERE, NOTHING)}, {}, {})
    problems = Problems()
    assert check(parse("turm"), scope, Kind.NUMBER, HERE, problems) is None
    assert [(str(one.hint), one.related) for one in problems] == [("did you mean 'turn'?", ())]


@given(amounts | conditions)
def test_what_is_well_typed_is_of_one_kind_and_at_most_warned_of(node: Node) -> None:
    problems = Problems()
    ranges = [check(node, SCOPE, wanted, HERE, problems) for wanted in Kind]
    assert {one.code for one in problems if "wanted" not in str(one.message)} <= {"W0307"}
    assert ranges.count(None) == 1
