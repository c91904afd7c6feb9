"""What is wrong: gathered in the order of lines, once each; the nearest right name."""

import pytest

from dosmesas.text.diagnostic import Problems, Severity, did_you_mean, nearest
from dosmesas.text.span import Span
from tests.support.phrases import literal

KNOWN = ["state_authority", "trust", "local_capacity", "mx.president", "us.president"]


def at(line: int, file: str = "f") -> Span:
    return Span(file, line, 1, line, 1)


def test_problems_come_in_the_order_of_files_and_lines_whatever_order_they_were_found_in() -> None:
    problems = Problems()
    for number, (line, file) in enumerate(((9, "b"), (10, "a"), (2, "b"), (9, "a"))):
        problems.add(f"E011{number}", literal("m"), at(line, file))
    assert [str(one.span) for one in problems] == ["a:9:1", "a:10:1", "b:2:1", "b:9:1"]


def test_the_same_problem_at_the_same_place_is_told_once_and_two_problems_there_are_told_twice() -> None:
    problems = Problems()
    problems.add("E0110", literal("one"), at(1))
    problems.add("E0110", literal("one"), at(1))
    problems.add("E0110", literal("two"), at(1))
    assert [str(one.message) for one in problems] == ["one", "two"]
    assert len(problems) == 2


def test_only_errors_keep_a_pack_from_being_played() -> None:
    problems = Problems()
    problems.add("W0307", literal("this can never hold"), at(1), severity=Severity.WARNING)
    assert (problems.errors, len(problems)) == (0, 1)
    problems.add("E0110", literal("no such key"), at(2))
    assert (problems.errors, len(problems)) == (1, 2)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("trsut", "trust"),
        ("Trust", "trust"),
        ("local-capacity", "local_capacity"),
        ("mx.presidente", "mx.president"),
        ("zebra", ""),
        ("", ""),
    ],
)
def test_the_nearest_name_is_offered_and_a_far_one_is_not(word: str, meant: str) -> None:
    assert nearest(word, KNOWN) == meant
    assert str(did_you_mean(word, KNOWN)) == (f"did you mean '{meant}'?" if meant else "")


def test_the_offer_does_not_depend_on_the_order_in_which_names_are_known() -> None:
    assert nearest("x.president", KNOWN) == nearest("x.president", KNOWN[::-1]) != ""
    assert nearest("A_B", ["a_b", "a-b"]) == nearest("A_B", ["a-b", "a_b"]) != ""


def test_with_no_name_known_none_is_offered() -> None:
    assert nearest("trust", []) == ""
