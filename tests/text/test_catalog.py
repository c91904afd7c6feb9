"""The interface says the same things in both languages, and says nothing that nobody asks for."""

import re
from pathlib import Path
from string import Formatter

import pytest

from dosmesas.text.catalog import say
from dosmesas.text.catalog_en import ENGLISH
from dosmesas.text.catalog_es import SPANISH

SOURCE = Path(__file__).parents[2] / "src" / "dosmesas"
CODE = "\n".join(path.read_text() for path in SOURCE.rglob("*.py") if "catalog_" not in path.name)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys() -> None:
    assert ENGLISH.keys() == SPANISH.keys()


@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_both_languages_leave_the_same_blanks_and_somebody_asks_for_the_key(key: str) -> None:
    assert blanks(SPANISH[key]) <= blanks(ENGLISH[key]) | blanks(SPANISH[key])
    assert blanks(ENGLISH[key]) == blanks(SPANISH[key])
    assert re.search(rf"[\"']{key}[\"']", CODE) or key in {"fact", "causal", "normative", "forecast"}, (
        "nobody says this"
    )


def test_every_key_that_the_code_says_exists() -> None:
    said = set(re.findall(r'say\((?:[\w.]*language|one), "(\w+)"', CODE)) | set(
        re.findall(r'\.say\("(\w+)"', CODE)
    )
    assert len(said) > 60
    assert said <= ENGLISH.keys()


def test_blanks_are_filled_and_authors_texts_are_not_read_as_patterns() -> None:
    assert say("en", "news") == "a bulletin"
    assert say("es", "deal_named", name="{turn} %s") == "el acuerdo: {turn} %s"
