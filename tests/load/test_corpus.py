"""A corpus of faults, planted one at a time into the clean small world: each is named, in its place, alone.

The files of faults/ hold blocks: a `#` line that says what is wrong; the code and the file; `-` what stands
there, `+` what is put in its place (no `-`: a new file); `@` the place blamed, where it is not in the `+`
lines; `>` the file blamed, where it is another; `?` pieces of message, hint or related places; `&` codes that
follow from the fault by themselves. The marks « and » stand around the exact place. `\\x1b` and `\\u202e` are
characters, `\\xe9` and above are bytes that are no UTF-8, and two backslashes are one.
"""

import re
from pathlib import Path

import pytest
from attrs import field, frozen

from dosmesas.load.loading import Loaded
from dosmesas.text.diagnostic import Diagnostic
from dosmesas.text.span import Span
from tests.support.small import SMALL, copy_of_small, load_from

FAULTS = Path(__file__).parent / "faults"
ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|\\)")


@frozen
class Fault:
    """One block of a corpus file."""

    name: str
    code: str
    file: str
    lines: tuple[tuple[str, str], ...] = field(repr=False)

    def block(self, sign: str) -> str:
        return "\n".join(text for one, text in self.lines if one == sign)

    def all(self, sign: str) -> list[str]:
        return [text for one, text in self.lines if one == sign]

    def plant(self, base: Path) -> None:
        path = base / self.file
        old, new = self.block("-"), unmarked(self.block("+"))
        text = path.read_text() if old else ""
        assert old in text, old
        damaged = text.replace(old, new, 1) if old else new + "\n"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(damaged.encode("utf-8", "surrogateescape"))

    def planted_at(self, base: Path) -> int:
        """Where in the damaged file the text with the marks begins."""
        text = read_raw(base / self.where)
        if self.block("@"):
            return text.index(unmarked(self.block("@")))
        clean = SMALL / self.file
        return clean.read_text().index(self.block("-")) if self.block("-") else 0

    def blamed(self, loaded: Loaded) -> list[Diagnostic]:
        return [
            one for one in loaded.problems if one.code == self.code and one.span.file.endswith(self.where)
        ]

    @property
    def where(self) -> str:
        return next(iter(self.all(">")), self.file)

    def place(self, base: Path) -> tuple[int, int, int] | None:
        """Line, first and last column of the marked place, or None where nothing is marked."""
        marked = self.block("@") or self.block("+")
        if "«" not in marked:
            return None
        text = read_raw(base / self.where)
        start = self.planted_at(base) + len(unmarked(marked[: marked.index("«")]))
        length = len(unmarked(marked[marked.index("«") : marked.index("»")]))
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        return line, column, column + max(length, 1) - 1


def first_line_of(span: Span) -> tuple[int, int, int]:
    return span.line, span.column, span.end_column if span.end_line == span.line else span.column


def unmarked(text: str) -> str:
    text = text.replace("«", "").replace("»", "")
    return ESCAPE.sub(meant, text)


def meant(escape: re.Match[str]) -> str:
    byte, number = int(escape[1] or "0", 16), escape[2]
    if number or not escape[1]:
        return chr(int(number, 16)) if number else "\\"
    return chr(byte) if byte < 0x80 else chr(0xDC00 + byte)


def read_raw(path: Path) -> str:
    """The text of a file with all its line ends, and with bytes that are no UTF-8 as half characters."""
    return path.read_bytes().decode("utf-8", "surrogateescape")


def corpus() -> list[Fault]:
    found = []
    for path in sorted(FAULTS.glob("*.txt")):
        for block in path.read_text().strip("\n").split("\n\n"):
            name, head, *rest = block.split("\n")
            code, file = head.split()
            found.append(Fault(name[2:], code, file, tuple((line[0], line[2:]) for line in rest)))
    return found


def read_with(fault: Fault, base: Path) -> Loaded:
    fault.plant(base)
    parts = Path(fault.where).parts
    return load_from(base, parts[1] if parts[0] == "content" else "harbour")


@pytest.mark.parametrize("fault", corpus(), ids=lambda one: one.name)
def test_a_planted_fault_is_named_in_its_place_and_nothing_else_is_blamed(
    tmp_path: Path, fault: Fault
) -> None:
    base = copy_of_small(tmp_path)
    loaded = read_with(fault, base)
    told = [(one.code, str(one.span), one.message) for one in loaded.problems]
    blamed = fault.blamed(loaded)
    assert blamed, told
    place = fault.place(base)
    if place is not None:
        places = [first_line_of(one.span) for one in blamed]
        assert place in places, told
        blamed = [blamed[places.index(place)]]
    said = " ".join([blamed[0].message, blamed[0].hint, *(f"{note} {at}" for note, at in blamed[0].related)])
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
        fault.plant(base)
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
