"""The tutorial, the how-tos and the teacher's pages do what they say, step by step."""

from pathlib import Path

import pytest

from tests.cli.running import dosmesas
from tests.support.pages import carried_out

DOCS = Path(__file__).parents[2] / "docs"
FOLDERS = ("howto", "teaching/en", "teaching/es")
PAGES = [
    "tutorial.md",
    "coverage.md",
    *sorted(f"{folder}/{path.name}" for folder in FOLDERS for path in (DOCS / folder).glob("*.md")),
]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_does_what_it_says(tmp_path: Path, page: str) -> None:
    def run(*words: str) -> str:
        done = dosmesas(tmp_path, *words)
        return done.stdout + (done.stderr if done.returncode == 2 or words[0] == "new" else "")

    for said in carried_out((DOCS / page).read_text(encoding="utf-8"), tmp_path, run):
        assert said.true, f"$ {said.command}\n-- the page:\n{said.shown}\n-- the program:\n{said.printed}"
