"""Who is who: on one page in each language, by office, resting on the dossier and ending where the campaign begins."""

import re

import pytest

from tests.docs.scripts import DOCS
from tests.support.shipped import shipped

RULESET = shipped("culiacan").ruleset
PAGES = {
    name: (DOCS / "teaching" / name / "who-is-who.md").read_text(encoding="utf-8") for name in ("en", "es")
}


def cited(page: str) -> list[str]:
    return [name for name in re.findall(r"`([^`]+)`", page) if not name.startswith("dosmesas")]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_what_it_cites_is_in_the_dossier(page: str) -> None:
    assert set(cited(page)) <= set(RULESET.dossier.claims)


def test_both_languages_say_the_same_of_the_same() -> None:
    assert cited(PAGES["en"]) == cited(PAGES["es"])


@pytest.mark.parametrize("language", PAGES)
def test_every_office_has_its_row(language: str) -> None:
    rows = [line.split("|")[1] for line in PAGES[language].splitlines() if line.startswith("| ")]
    assert all(any(office.name(language) in row for row in rows) for office in RULESET.offices.values())


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_nothing_later_than_the_first_of_december_2019_is_told(page: str) -> None:
    assert not re.search(r"\b20[2-9]\d\b", page)
