"""Several faults of YAML in one file are all told, each in its line, and none is made up."""

from pathlib import Path

import pytest

from dosmesas.load.nodes import parse
from dosmesas.text.diagnostic import Problems
from tests.support.small import SMALL, copy_of_small, load_from

TALKS = "content/harbour/events/talks.yaml"
FAULTS = [
    ("title: Talks", "title: Talks: of two ministers"),
    ("    name: A common quota", "    name: 'A common quota"),
    ("      reason: Only a quota saves the stock.", "       reason: Only a quota saves the stock."),
    ("      reason: Our boats first.", "      reason: @boats first."),
    ("      headline: Ships leave harbour", "      headline:Ships leave harbour"),
    ("      reason: Better half than none.", '      reason: "Better" half than none.'),
    ("    - option: delay", "   - option: delay"),
]


def told(text: str) -> list[tuple[str, int]]:
    problems = Problems()
    parse(text, "f.yaml", problems)
    return [(one.code, one.span.line) for one in problems]


def planted(*faults: tuple[str, str]) -> tuple[str, list[int]]:
    text = (SMALL / TALKS).read_text()
    for old, new in faults:
        assert old in text
        text = text.replace(old, new, 1)
    return text, [text[: text.index(new)].count("\n") + 1 for _, new in faults]


def test_seven_faults_of_one_file_are_all_named_in_their_lines() -> None:
    text, lines = planted(*FAULTS)
    assert [line for _, line in told(text)] == lines


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: one[1].strip())
def test_one_fault_brings_no_other(fault: tuple[str, str]) -> None:
    text, lines = planted(fault)
    assert [line for _, line in told(text)] == lines


@pytest.mark.parametrize("first", range(len(FAULTS)))
@pytest.mark.parametrize("second", range(len(FAULTS)))
def test_of_two_faults_both_are_named(first: int, second: int) -> None:
    if first < second:
        text, lines = planted(FAULTS[first], FAULTS[second])
        assert [line for _, line in told(text)] == lines


def test_what_a_file_with_faults_declares_is_missed_by_nobody(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / TALKS).write_text(planted(*FAULTS)[0])
    assert {one.span.file.endswith(TALKS) for one in load_from(base).problems} == {True}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: b: c\n", [1]),
        ("a:b\nc: 1\n", [1]),
        ("because: a: b\n- a\n- b\nc: d: e\n", [1, 4]),
        ("a: 'x\nb: 1\nc: 2\n", [1]),
        ("a: [1, 2\nb: 1\nc: d: e\n", [1, 3]),
        ("a: >-\nnone is\nindented here\nb: 1\n", [2]),
        ('a: "x\n  \\q\n  y"\nb: c: d\n', [2]),
        ("a: &x 1\nb: *x\nc: !y 2\n", [1, 2, 3]),
        ("a: 1\n---\nb: c: d\n", [2]),
        ("- a: 'x' y\n  b: 1\n- c: 'x' y\n- d: 1\n", [1, 3]),
        ("a: b: c\nd: 1\nd: 2\n", [1, 3]),
    ],
)
def test_only_what_is_wrong_is_told(text: str, lines: list[int]) -> None:
    assert [line for _, line in told(text)] == lines


def test_a_file_wrong_in_every_line_is_told_of_within_bounds() -> None:
    assert len(told("".join(f"k{number}: a: b\n" for number in range(300)))) == 21
