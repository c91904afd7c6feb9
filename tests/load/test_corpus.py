"""A corpus of faults, planted one at a time into the clean small world: each is named, in its place, alone.

The files of faults/ hold blocks in the language of desk/codes/planting.py: a `#` line that says what is wrong;
the code and the file; then the signs.
"""

from pathlib import Path

import pytest
from attrs import field, frozen

from dosmesas.desk.codes.pages import Example
from dosmesas.desk.codes.planting import Block
from dosmesas.load.loading import Loaded
from dosmesas.text.diagnostic import Diagnostic
from dosmesas.text.span import Span
from tests.support.phrases import told_of
from tests.support.small import copy_of_small, load_from

FAULTS = Path(__file__).parent / "faults"


@frozen
class Fault:
    """One block of a corpus file."""

    name: str
    code: str
    block: Block = field(repr=False)

    def all(self, sign: str) -> list[str]:
        return self.block.all(sign)

    def blamed(self, loaded: Loaded) -> list[Diagnostic]:
        return [
            one
            for one in loaded.problems
            if one.code == self.code and one.span.file.endswith(self.block.where)
        ]


def first_line_of(span: Span) -> tuple[int, int, int]:
    return span.line, span.column, span.end_column if span.end_line == span.line else span.column


def corpus() -> list[Fault]:
    found = []
    for path in sorted(FAULTS.glob("*.txt")):
        for block in path.read_text().strip("\n").split("\n\n"):
            name, head, *rest = block.split("\n")
            code, file = head.split()
            found.append(Fault(name[2:], code, Block.of([file, *rest])))
    return found


def read_with(fault: Fault, base: Path) -> Loaded:
    return load_from(base, Example((fault.block,)).pack)


@pytest.mark.parametrize("fault", corpus(), ids=lambda one: one.name)
def test_a_planted_fault_is_named_in_its_place_and_nothing_else_is_blamed(
    tmp_path: Path, fault: Fault
) -> None:
    base = copy_of_small(tmp_path)
    start = fault.block.plant(base)
    loaded = read_with(fault, base)
    told = [(one.code, str(one.span), str(one.message)) for one in loaded.problems]
    blamed = fault.blamed(loaded)
    assert blamed, told
    place = fault.block.place(base, start)
    if place is not None:
        places = [first_line_of(one.span) for one in blamed]
        assert place in places, told
        blamed = [blamed[places.index(place)]]
    said = told_of(blamed[0])
    assert [piece for piece in fault.all("?") if piece not in said] == [], said
    others = [one.code for one in loaded.problems if one is not blamed[0]]
    assert set(others) <= set(fault.all("&")), told
    assert (loaded.pack is None) == fault.code.startswith("E")


def test_every_fault_has_a_name_of_its_own_and_there_are_two_hundred_and_twenty_at_least() -> None:
    names = [fault.name for fault in corpus()]
    assert len(names) == len(set(names)) >= 220


def test_the_corpus_plants_every_code_that_the_loader_and_the_language_know() -> None:
    source = Path(__file__).parents[2] / "src" / "dosmesas"
    code = "".join(path.read_text() for room in ("load", "lang") for path in (source / room).glob("*.py"))
    known = {word for word in code.split('"') if len(word) == 5 and word[0] in "EW" and word[1:].isdigit()}
    elsewhere = {"E0100", "E0109", "W0109"}  # files and their names: test_folders.py
    assert known - elsewhere - {fault.code for fault in corpus()} == set()


def test_faults_in_many_files_are_all_told_in_one_run(tmp_path: Path) -> None:
    names = {
        "a claim that nobody made",
        "a label longer than its button",
        "a weight of thirty",
        "a headline indicator that does not exist",
        "an amount that reads an indicator that does not exist",
        "a mandate that makes ninety",
        "a last ending with a condition",
        "a kind of claim that is none",
        "neither yes nor no",
    }
    faults = [fault for fault in corpus() if fault.name in names]
    assert len(faults) == len(names)
    base = copy_of_small(tmp_path)
    for fault in faults:
        fault.block.plant(base)
    loaded = load_from(base)
    assert all(fault.blamed(loaded) for fault in faults)
    assert len(loaded.problems) == len(faults)


def test_every_fault_of_one_file_is_told_in_one_run(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    path = base / "content/harbour/events/talks.yaml"
    text = path.read_text()
    for old, new in (("soil: both", "soil: moon"), ("after: 2", "after: 20"), ("chance: 50", "chance: 0")):
        text = text.replace(old, new)
    path.write_text(text.replace("chose('sign')", "chose('sing')").replace("label: Refuse", "lable: Refuse"))
    told = [(one.code, one.span.line) for one in load_from(base).problems]
    assert told == [
        ("E0113", 3),
        ("E0114", 30),
        ("E0111", 33),
        ("E0110", 34),
        ("E0114", 39),
        ("E0204", 63),
    ]
