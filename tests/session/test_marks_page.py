"""docs/marks.md: the example on the page is what the program computes, and its arithmetic holds."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
SCRIPT = runpy.run_path(str(DOCS / "marks.py"))
PAGE = (DOCS / "marks.md").read_text(encoding="utf-8")


def test_the_example_is_what_the_program_computes() -> None:
    assert SCRIPT["page"]() == PAGE, "run: python docs/marks.py"


def test_a_reader_can_do_the_example_by_hand() -> None:
    rows = [
        line.split(" | ")
        for line in PAGE.splitlines()
        if line.startswith(("| case |", "| rebut |", "| reply |"))
    ]
    assert len(rows) == 3
    for row in rows:
        left, least, most, quality = (float(cell.strip(" |")) for cell in row[2:])
        assert abs(100 * (left - least) / (most - least) - quality) < 0.5
