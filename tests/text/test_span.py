"""Places: as they are written in messages, and parts of a one-line value."""

import pytest

from dosmesas.text.span import Span


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (Span("a.yaml", 3, 5, 3, 9), "a.yaml:3:5-9"),
        (Span("a.yaml", 3, 5, 3, 5), "a.yaml:3:5"),
        (Span("a.yaml", 3, 5, 7, 2), "a.yaml:3:5"),
    ],
)
def test_a_place_is_written_so_that_an_editor_can_jump_to_it(span: Span, written: str) -> None:
    assert str(span) == written


def test_a_part_of_a_value_lies_inside_the_value() -> None:
    value = Span("a.yaml", 3, 11, 3, 23)
    assert value.inside(0, 4) == Span("a.yaml", 3, 11, 3, 14)
    assert value.inside(5, 6) == Span("a.yaml", 3, 16, 3, 16)


def test_an_empty_part_still_covers_one_character() -> None:
    assert Span("a.yaml", 3, 11, 3, 23).inside(12, 12) == Span("a.yaml", 3, 23, 3, 23)


def test_a_part_of_a_value_over_several_lines_is_shown_as_the_whole_value() -> None:
    value = Span("a.yaml", 3, 11, 5, 2)
    assert value.inside(4, 9) == value
