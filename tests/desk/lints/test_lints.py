"""What the lints tell beyond the examples of their pages, and what they leave alone.

The blocks of planted.txt and clean/*.txt are changes of the clean small world, in the language of
desk/codes/planting.py. A `#` line says what is wrong, or nearly wrong; a code follows.
"""

import re
from pathlib import Path

import pytest
from attrs import field, frozen

from dosmesas.desk.codes.pages import Example, codes
from dosmesas.desk.codes.planting import Block
from dosmesas.desk.handbook.trying import try_out

CLEAN = Path(__file__).parent / "clean"


@frozen
class Case:
    """A change, and the code that it earns (planted.txt) or that a careless rule would give it (clean/)."""

    name: str
    code: str
    example: Example = field(repr=False)


def near_misses() -> list[Case]:
    return [one for path in sorted(CLEAN.glob("*.txt")) for one in read(path)]


def read(path: Path) -> list[Case]:
    found = []
    for part in re.split(r"\n\n(?=# )", path.read_text(encoding="utf-8").strip("\n")):
        name, code, *rest = part.split("\n")
        blocks = "\n".join(rest).split("\n\n")
        found.append(Case(name[2:], code, Example(tuple(Block.of(one.split("\n")) for one in blocks))))
    return found


def planted() -> list[Case]:
    return read(Path(__file__).parent / "planted.txt")


@pytest.mark.parametrize("fault", planted(), ids=lambda one: f"{one.code} {one.name}")
def test_a_planted_weakness_is_told_in_its_place_and_nothing_else(fault: Case) -> None:
    tried = try_out(fault.example)
    told = [(one.code, str(one.span), str(one.message)) for one in tried.problems]
    blamed = [one for one in tried.problems if one.code == fault.code]
    assert [one.span.file for one in blamed] == [fault.example.blamed.where], told
    span = blamed[0].span
    assert tried.place == (span.line, span.column, span.end_column), told
    said = f"{blamed[0].message} {blamed[0].hint}"
    assert [piece for piece in fault.example.blamed.all("?") if piece not in said] == []
    assert {one.code for one in tried.problems} <= {fault.code, *fault.example.blamed.all("&")}, told


@pytest.mark.parametrize("miss", near_misses(), ids=lambda one: f"{one.code} {one.name}")
def test_a_near_miss_is_left_alone(miss: Case) -> None:
    told = [(one.code, str(one.span), str(one.message)) for one in try_out(miss.example).problems]
    assert told == []


def test_every_lint_has_two_near_misses_at_least() -> None:
    lints = {code for code in codes() if code[:3] in {"W05", "W06"}}
    counted = {code: sum(one.code == code for one in near_misses()) for code in lints}
    assert {code: number for code, number in counted.items() if number < 2} == {}


def test_there_are_seventy_five_codes_at_least() -> None:
    assert len(codes()) >= 75
