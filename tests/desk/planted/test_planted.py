"""What goes wrong at an instructor's desk: each slip planted into the shipped pack, one at a time.

`&` stands where one slip is felt in several places, such as an office that is gone; else no other line may
be blamed. `python -m tests.desk.planted.test_planted` prints what is said of each.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from attrs import frozen

from dosmesas.desk.checking import check
from dosmesas.desk.codes.planting import Block
from dosmesas.load.locate import Roots, roots
from dosmesas.text.diagnostic import Diagnostic
from dosmesas.text.render import render
from dosmesas.text.span import Span
from tests.support.full import cases

DEFECTS = Path(__file__).parent / "defects.txt"
WANTED = 60


@frozen
class Defect:
    """A slip: what it is called and the change of a file."""

    name: str
    block: Block

    @property
    def spreads(self) -> bool:
        """Whether other lines are wrong because of it."""
        return "&" in {sign for sign, _ in self.block.lines}


@frozen
class Told:
    """What check says of a slip: the file and line to be named, the findings, all of it as text."""

    place: tuple[str, int]
    found: tuple[Diagnostic, ...]
    text: str

    @property
    def right(self) -> bool:
        """Whether the line is named: blamed, or told as the place that others do not fit."""
        return any(
            self._here(span) for one in self.found for span in (one.span, *(at for _, at in one.related))
        )

    @property
    def elsewhere(self) -> list[str]:
        """The other places that are blamed."""
        return [str(one.span) for one in self.found if not self._here(one.span)]

    def _here(self, span: Span) -> bool:
        return span.file.endswith(self.place[0]) and span.line == self.place[1]


def defects() -> list[Defect]:
    found = []
    for block in DEFECTS.read_text(encoding="utf-8").strip("\n").split("\n\n"):
        name, file, *rest = block.split("\n")
        lines = ["& " if line.startswith("&") else line for line in rest if line.strip()]
        found.append(Defect(name.removeprefix("# "), Block.of([file, *lines])))
    return found


def told_of(defect: Defect) -> Told:
    with tempfile.TemporaryDirectory() as name:
        base = Path(name).resolve()
        home = Roots(base / "seeds", base / "game", base / "content")
        shutil.copytree(roots().seeds, home.seeds)
        shutil.copytree(roots().game, home.game)
        shutil.copytree(roots().content / "culiacan", home.content / "culiacan")
        place = defect.block.place(base, defect.block.plant(base))
        loaded = check(home.content / "culiacan", home)
        assert place is not None
        text = render(loaded.problems, loaded.sources.line, "en").replace(f"{base}/", "")
        return Told((defect.block.file, place[0]), tuple(loaded.problems), text)


@pytest.mark.parametrize("defect", defects()[:: cases(1, 7)], ids=lambda one: one.name)
def test_a_slip_is_named_at_its_line_and_no_other_line_is_blamed(defect: Defect) -> None:
    told = told_of(defect)
    assert told.right, told.text
    assert defect.spreads or not told.elsewhere, told.text


def test_there_are_sixty_and_each_has_a_name_of_its_own() -> None:
    names = [one.name for one in defects()]
    assert len(names) == len(set(names)) >= WANTED


def main() -> None:
    """Print what is said of every slip, and how many are named at their line."""
    right = alone = 0
    found = defects()
    for one in found:
        told = told_of(one)
        good = told.right and (one.spreads or not told.elsewhere)
        right += told.right
        alone += good
        if not good or "-v" in sys.argv:
            sys.stdout.write(f"\n== {one.name}: {'right' if good else 'NOT RIGHT'}\n{told.text}\n")
    sys.stdout.write(f"\n{right} of {len(found)} at the right line; {alone} without blame elsewhere\n")


if __name__ == "__main__":
    main()
