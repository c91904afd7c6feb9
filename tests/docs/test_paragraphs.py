"""From the article to the game: every paragraph has claims, rules, events and tests, and the page says which."""

from functools import cache
from typing import Any

from attrs import evolve

from tests.docs.scripts import DOCS, script

MODULE = script("paragraphs")


@cache
def rows() -> list[Any]:
    """What became of each paragraph."""
    found: list[Any] = MODULE.rows(MODULE.suites())
    return found


def test_the_page_is_written_from_the_files() -> None:
    text = (DOCS / "paragraphs.md").read_text(encoding="utf-8")
    assert text == MODULE.page(rows()), "run: python docs/paragraphs.py"


def test_all_sixteen_paragraphs_are_there_and_no_cell_is_empty() -> None:
    assert [row.paragraph for row in rows()] == [f"P{number}" for number in range(1, 17)]
    assert MODULE.empty(rows()) == []


def test_an_empty_cell_is_named() -> None:
    assert MODULE.empty([rows()[0], evolve(rows()[1], tests={}), evolve(rows()[2], rules={})]) == [
        "P2: tests",
        "P3: rules",
    ]


def test_a_claim_is_followed_to_its_rule_its_event_and_its_test() -> None:
    row = next(row for row in rows() if row.paragraph == "P12")
    assert "splinters-need-local-capacity" in row.claims
    assert "authority-from-below" in row.rules[""]
    assert "Able local police calm the towns of Sinaloa" in row.tests["game/tests/institutions.yaml"]
    assert "grants-with-standards" in row.events["year-two"]
