"""Faults that were planted in the project: all can be planted, and fuzzing finds them (a few in the gate)."""

from pathlib import Path

import pytest

from tests.support.full import FULL
from tests.testing.fuzz.planting import ROOT, Fault, copied, faults, fuzzed, plant

FAULTS = {one.name: one for one in faults()}
FEW = (
    "a deal is struck where one side keeps it",
    "a plus is a minus",
    "the batch halves nothing",
    "an undo goes back a turn too few",
)
"""One of each room whose pack is small."""
MOST_DECISIONS = 10


def test_there_are_at_least_forty_in_all_five_rooms() -> None:
    assert len(FAULTS) == len([*faults()]) >= 40
    assert {one.room for one in FAULTS.values()} == {"rules", "engine", "loader", "batch", "journal"}


@pytest.mark.parametrize("name", FAULTS)
def test_what_a_fault_changes_stands_in_the_project(name: str) -> None:
    for one in FAULTS[name].changes:
        assert one.old in (ROOT / one.file).read_text(encoding="utf-8"), one.file
        assert one.old != one.new


@pytest.mark.parametrize("name", FAULTS if FULL else FEW)
def test_fuzzing_finds_a_planted_fault_in_a_short_game(name: str, tmp_path: Path) -> None:
    fault: Fault = FAULTS[name]
    base = copied(tmp_path)
    plant(fault, base)
    found = fuzzed(fault, base)["found"]
    assert found, name
    assert found["decisions"] <= MOST_DECISIONS
