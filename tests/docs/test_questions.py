"""One question an event, in both languages."""

import pytest

from tests.docs.scripts import DOCS, script

MODULE = script("questions")
PACKS = MODULE.packs()


@pytest.mark.parametrize(("name", "text"), MODULE.files(PACKS).items())
def test_the_pages_are_written_from_the_events(name: str, text: str) -> None:
    assert (DOCS / "teaching" / name).read_text(encoding="utf-8") == text, "run: python docs/questions.py"


def test_every_event_has_a_question_in_both_languages() -> None:
    assert MODULE.silent(PACKS) == []


@pytest.mark.parametrize("language", MODULE.LANGUAGES)
def test_a_page_has_a_row_for_each_event(language: str) -> None:
    rows = [line for line in MODULE.page(language, PACKS).splitlines() if line.startswith("| ")]
    assert len(rows) == sum(len(pack.events) for pack in PACKS) + 2 * len(PACKS)
    assert all(row.count("|") == 3 for row in rows)
