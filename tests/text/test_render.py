"""A diagnostic on the terminal: place, code, message, the line with a caret, the hint, the other place."""

from dosmesas.text.diagnostic import Diagnostic, Problems, did_you_mean, nearest
from dosmesas.text.render import render
from dosmesas.text.span import Span

LINE = "    when: homicdes > 25"


def test_a_message_points_at_the_word_and_offers_the_right_one() -> None:
    there = Span("game/indicators.yaml", 12, 3, 12, 9)
    one = Diagnostic(
        "E0203",
        "'homicdes' is not an indicator, flag or function",
        Span("events/culiacan.yaml", 31, 11, 31, 18),
        "did you mean 'homicides'?",
        (("'homicides' is declared here", there),),
    )
    assert render([one], lambda file, line: LINE) == (
        "events/culiacan.yaml:31:11-18 error E0203 'homicdes' is not an indicator, flag or function\n"
        "   31 |     when: homicdes > 25\n"
        "      |           ^^^^^^^^ did you mean 'homicides'?\n"
        "      'homicides' is declared here: game/indicators.yaml:12:3-9"
    )


def test_the_caret_stays_under_the_word_in_a_very_long_line() -> None:
    line = "x" * 300 + "WORD" + "y" * 50
    one = Diagnostic("E0301", "m", Span("f", 1, 301, 1, 304))
    _, source, caret = render([one], lambda file, number: line).split("\n")
    at = caret.index("^")
    assert source[at : at + 4] == "WORD"


def test_a_place_without_a_line_still_gives_message_and_hint() -> None:
    one = Diagnostic("E0100", "the file is missing", Span("f.yaml", 1, 1, 1, 1), "make it")
    assert render([one], lambda file, line: "") == "f.yaml:1:1 error E0100 the file is missing\n      make it"


def test_problems_come_in_the_order_of_lines_and_once_each() -> None:
    problems = Problems()
    for line in (9, 2, 9):
        problems.add("E0110", "m", Span("f", line, 1, line, 1))
    assert [one.span.line for one in problems] == [2, 9]
    assert problems.errors == 2


def test_the_nearest_name_is_offered_and_a_far_one_is_not() -> None:
    known = ["state_authority", "trust", "local_capacity"]
    assert nearest("trsut", known) == "trust"
    assert nearest("local-capacity", known) == "local_capacity"
    assert did_you_mean("zebra", known) == ""
