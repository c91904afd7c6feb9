"""A diagnostic on the terminal: place, code, message, the line with a caret, the hint, the other place."""

import pytest

from dosmesas.text.diagnostic import Diagnostic, Severity
from dosmesas.text.render import render
from dosmesas.text.span import Span
from tests.support.phrases import literal


def rendered(one: Diagnostic, line: str) -> str:
    return render([one], lambda _file, _line: line, "en")


def test_a_message_points_at_the_word_and_offers_the_right_one() -> None:
    there = Span("game/indicators.yaml", 12, 3, 12, 9)
    one = Diagnostic(
        "E0203",
        literal("'homicdes' is not an indicator, flag or function"),
        Span("events/culiacan.yaml", 31, 11, 31, 18),
        literal("did you mean 'homicides'?"),
        ((literal("'homicides' is declared here"), there),),
    )
    assert rendered(one, "    when: homicdes > 25\n") == (
        "events/culiacan.yaml:31:11-18 error E0203 'homicdes' is not an indicator, flag or function\n"
        "   31 |     when: homicdes > 25\n"
        "      |           ^^^^^^^^ did you mean 'homicides'?\n"
        "      'homicides' is declared here: game/indicators.yaml:12:3-9"
    )


def test_a_warning_says_that_it_is_one() -> None:
    one = Diagnostic("W0307", literal("m"), Span("f", 1, 1, 1, 1), severity=Severity.WARNING)
    assert rendered(one, "x").startswith("f:1:1 warning W0307 m\n")


def test_without_a_hint_no_line_ends_in_a_space() -> None:
    one = Diagnostic("E0110", literal("m"), Span("f", 7, 3, 7, 4))
    assert rendered(one, "  ab") == "f:7:3-4 error E0110 m\n    7 |   ab\n      |   ^^"


def test_a_place_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    one = Diagnostic("E0110", literal("m"), Span("f", 7, 3, 9, 1))
    assert rendered(one, "  abcd  ").endswith("      |   ^^^^")


@pytest.mark.parametrize("before", [0, 78, 79, 80, 81, 300])
def test_the_caret_stays_under_the_word_however_far_right_it_stands(before: int) -> None:
    line = "x" * before + "WORD" + "y" * 500
    one = Diagnostic("E0301", literal("m"), Span("f", 1, before + 1, 1, before + 4))
    _, source, caret = rendered(one, line).split("\n")
    assert caret.count("^") == 4
    assert source[caret.index("^") :].startswith("WORD")
    assert len(source) <= 110


def test_carets_do_not_run_past_the_piece_of_a_long_line_that_is_shown() -> None:
    one = Diagnostic("E0402", literal("m"), Span("f", 1, 1, 1, 5000))
    _, source, caret = rendered(one, "z" * 5000).split("\n")
    assert len(caret) == len(source)


def test_a_place_without_a_line_still_gives_message_and_hint() -> None:
    one = Diagnostic("E0100", literal("the file is missing"), Span("f.yaml", 1, 1, 1, 1), literal("make it"))
    assert rendered(one, "") == "f.yaml:1:1 error E0100 the file is missing\n      make it"


def test_an_escape_sequence_in_the_authors_line_does_not_reach_the_terminal() -> None:
    one = Diagnostic("E0102", literal("m"), Span("f", 1, 4, 1, 4))
    text = rendered(one, "a: \x1b[2J\u202e")
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "   1 | a: \ufffd[2J\ufffd" in text


def test_several_problems_stand_one_below_the_other() -> None:
    two = [Diagnostic("E0110", literal(word), Span("f", 1, 1, 1, 1)) for word in ("one", "two")]
    heads = [line for line in render(two, lambda _f, _l: "x", "en").split("\n") if "error" in line]
    assert heads == ["f:1:1 error E0110 one", "f:1:1 error E0110 two"]
