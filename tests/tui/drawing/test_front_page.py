"""A front page drawn: a masthead between rules, the lead across, columns where there is room."""

import pytest

from dosmesas.session.paper import FrontPage, Story
from dosmesas.tui.drawing.front_page import front_page
from tests.tui.drawing.views import text

PAGE = FrontPage(
    "no",
    "The Harbour Light",
    "No. 2 · May 2020",
    "Norden",
    Story("One haul for all", "Both governments keep their side."),
    (Story("Minister signs", "Minister of Norden: with the support to do all of it."),),
    (Story("Suden: Half is taken", "Minister of Suden has backing for only half of it."),),
    ("A storm keeps the boats in.",),
    Story("The mood at home", "Cooler towards their officials: the crews (49 of 100, -1.0)."),
)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("width", [24, 40, 54, 72, 76, 110])
def test_all_stories_stand_on_the_page_within_its_width(width: int, language: str) -> None:
    lines = text(front_page(PAGE, width, language))
    assert max(map(len, lines)) <= width
    drawn = " ".join(" ".join(lines).replace("│", " ").split())
    for word in f"{PAGE.edition} {PAGE.place} {PAGE.lead.deck} {PAGE.brief[0]} {PAGE.mood.deck}".split():
        assert word in drawn
    for one in (*PAGE.stories, *PAGE.abroad):
        assert all(word in drawn for word in f"{one.head} {one.deck}".split())


def test_the_masthead_stands_between_rules_wide_where_it_fits() -> None:
    lines = text(front_page(PAGE, 76, "en"))
    assert set(lines[0]) == set(lines[4]) == {"━"}
    assert lines[1].strip() == "T H E    H A R B O U R    L I G H T"
    assert "The Harbour Light" in text(front_page(PAGE, 24, "en"))[1]


def test_below_the_lead_there_are_two_columns_only_where_they_fit() -> None:
    assert any("│" in line for line in text(front_page(PAGE, 76, "en")))
    assert not any("│" in line for line in text(front_page(PAGE, 54, "en")))


def test_own_stories_come_before_those_from_abroad() -> None:
    drawn = "\n".join(text(front_page(PAGE, 54, "en")))
    places = [
        drawn.index(one) for one in ("ONE HAUL", "Minister signs", "From abroad", "Suden: Half", "A storm")
    ]
    assert places == sorted(places)
