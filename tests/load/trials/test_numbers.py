"""What is expected of a number: read, and written back in the manner of the author."""

import pytest

from dosmesas.load.trials.numbers import ends_of, text_of
from dosmesas.model.trials import Form


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("45", (Form.LEVEL, 45_000, 45_000)),
        ("-0.5", (Form.LEVEL, -500, -500)),
        ("40 to 50", (Form.LEVEL, 40_000, 50_000)),
        ("between 40 and 50.5", (Form.LEVEL, 40_000, 50_500)),
        ("at least 40", (Form.LEVEL, 40_000, None)),
        ("at  most 50", (Form.LEVEL, None, 50_000)),
        ("rises", (Form.MOVE, 1, None)),
        ("falls", (Form.MOVE, None, -1)),
        ("stays", (Form.MOVE, 0, 0)),
        ("rises by 2", (Form.MOVE, 2_000, 2_000)),
        ("falls by 1 to 3", (Form.MOVE, -3_000, -1_000)),
        ("falls by at least 1", (Form.MOVE, None, -1_000)),
        ("falls by at most 1", (Form.MOVE, -1_000, 0)),
        ("rises by at most 1", (Form.MOVE, 0, 1_000)),
        ("higher by between 1 and 2", (Form.GAP, 1_000, 2_000)),
        ("lower", (Form.GAP, None, -1)),
        ("same", (Form.GAP, 0, 0)),
    ],
)
def test_each_form_says_between_what_the_number_lies(text: str, ends: tuple[object, ...]) -> None:
    found = ends_of(text)
    assert found is not None
    assert (found.form, found.low, found.high) == ends


@pytest.mark.parametrize(
    "text",
    [
        "",
        "about 4",
        "50 to 40",
        "rises by -2",
        "rises by",
        "4 %",
        "1.2345",
        "at least",
        "lower than 3",
        "1,000",
    ],
)
def test_what_is_no_form_is_none(text: str) -> None:
    assert ends_of(text) is None


@pytest.mark.parametrize(
    ("form", "low", "high", "like", "text"),
    [
        (Form.LEVEL, 1_234_500, 1_234_500, "4", "1234.5"),
        (Form.LEVEL, 4_000, 5_000, "4", "4 to 5"),
        (Form.LEVEL, 4_000, 5_000, "between 1 and 2", "between 4 and 5"),
        (Form.LEVEL, 4_000, 5_000, "at least 9", "at least 4"),
        (Form.LEVEL, 4_000, 5_000, "at most 1", "at most 5"),
        (Form.MOVE, -2_000, -1_000, "rises", "falls"),
        (Form.MOVE, -2_000, -1_000, "rises by 3", "falls by 1 to 2"),
        (Form.MOVE, 0, 0, "falls by 3", "stays"),
        (Form.GAP, 500, 500, "lower", "higher"),
        (Form.MOVE, -1, 1, "rises", ""),
    ],
)
def test_what_came_is_written_as_the_author_wrote(
    form: Form, low: int, high: int, like: str, text: str
) -> None:
    assert text_of(form, low, high, like) == text
    assert not text or ends_of(text) is not None
