"""What the lints leave alone: near misses planted into the clean small world, each of which is clean.

The blocks of clean/*.txt are in the language of desk/codes/planting.py. A `#` line says what is nearly wrong; the
code follows that a careless rule would give it.
"""

import re
from pathlib import Path

import pytest
from attrs import field, frozen

from dosmesas.desk.codes.pages import Example, codes
from dosmesas.desk.codes.planting import Block
from dosmesas.desk.codes.trying import try_out

CLEAN = Path(__file__).parent / "clean"


@frozen
class NearMiss:
    """A change that is fine."""

    name: str
    code: str
    example: Example = field(repr=False)


def near_misses() -> list[NearMiss]:
    found = []
    for path in sorted(CLEAN.glob("*.txt")):
        for part in re.split(r"\n\n(?=# )", path.read_text(encoding="utf-8").strip("\n")):
            name, code, *rest = part.split("\n")
            blocks = "\n".join(rest).split("\n\n")
            found.append(NearMiss(name[2:], code, Example(tuple(Block.of(one.split("\n")) for one in blocks))))
    return found


@pytest.mark.parametrize("miss", near_misses(), ids=lambda one: f"{one.code} {one.name}")
def test_a_near_miss_is_left_alone(miss: NearMiss) -> None:
    told = [(one.code, str(one.span), one.message) for one in try_out(miss.example).problems]
    assert told == []


def test_every_lint_has_two_near_misses_at_least() -> None:
    lints = {code for code in codes() if code[:3] in {"W05", "W06"}}
    counted = {code: sum(one.code == code for one in near_misses()) for code in lints}
    assert {code: number for code, number in counted.items() if number < 2} == {}


def test_there_are_seventy_five_codes_at_least() -> None:
    assert len(codes()) >= 75
