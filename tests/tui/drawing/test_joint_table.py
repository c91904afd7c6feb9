"""The joint table: what is known, guessed or hidden of a deal, words given and kept, trust."""

import pytest
from attrs import evolve

from dosmesas.session.tables import Party
from dosmesas.session.views import TableView
from dosmesas.session.winsets import Basis, Carries, Side, WinSets
from dosmesas.tui.drawing.joint_table import joint_table
from tests.support.making import NORDEN, SUDEN
from tests.tui.drawing.views import WIDTHS, at_home, bare, text

MINE = Side(NORDEN, Basis.KNOWN, Carries.POSSIBLE, 47_000, 61_000)
GUESS = Side(SUDEN, Basis.GUESSED, Carries.SURE)


def offered(theirs: Side, said: str = "", own: str = "") -> TableView:
    """The table with one deal; `said` is the partner's word, `own` the seat's."""
    view = at_home()
    deal = evolve(view.deals[0], said=said, win=WinSets("haul", MINE, theirs))
    parties = (
        Party(NORDEN, "Norden", own=True, said=own, deal="", given=2, kept=1),
        Party(SUDEN, "Minister of Suden", own=False, said=said, deal="", given=0, kept=0),
    )
    return evolve(view, deals=(deal,), parties=parties)


def drawn(view: TableView, width: int = 76, language: str = "en") -> str:
    return "\n".join(text(joint_table(view, width, language)))


@pytest.mark.parametrize(
    ("theirs", "english", "spanish"),
    [
        (GUESS, "they ● sure, a guess  ● fits both", "ellos ● seguro, por cálculo  ● cabe en ambas"),
        (Side(SUDEN, Basis.KNOWN, Carries.NO), "they ○ no  ○ not both", "ellos ○ no  ○ no en ambas"),
        (Side(SUDEN, Basis.HIDDEN, None), "they ? hidden  ? unknown", "ellos ? no se ve  ? no se sabe"),
    ],
)
def test_a_deal_stands_on_one_line_with_both_sides_and_the_overlap(
    theirs: Side, english: str, spanish: str
) -> None:
    assert "A common haul " in drawn(offered(theirs), 90)
    assert f"you ◐ possible   {english}" in drawn(offered(theirs), 90)
    assert f"usted ◐ posible   {spanish}" in drawn(offered(theirs), 90, "es")


def test_a_narrow_pane_has_the_sides_below_each_other() -> None:
    name, mine, theirs, *_ = text(joint_table(offered(GUESS), 40, "en"))
    assert name == "A common haul"
    assert mine.split() == ["you", "◐", "possible", "●", "fits", "both"]
    assert theirs == "  they ● sure, a guess"


def test_words_that_were_given_are_marked_on_the_side_that_gave_them() -> None:
    deal = at_home().deals[0].id
    text = drawn(offered(GUESS, said=deal, own=deal), 100)
    assert "you ◐ possible ✓ word given   they ✓ word given" in text
    text = drawn(offered(GUESS, said="decline", own="decline"), 100)
    assert "you ◐ possible × declined   they × declined" in text


def test_how_often_each_kept_its_word_and_what_stands_between_is_told() -> None:
    text = drawn(offered(GUESS))
    assert "Word kept: you, 1 of 2; Minister of Suden, none given." in text
    assert "Goodwill 40.0 ▄" in text


def test_without_home_tables_the_deal_is_named_and_its_words_are_told() -> None:
    view = bare()
    assert text(joint_table(view, 36, "en"))[0] == "A common quota"
    said = evolve(view, deals=(evolve(view.deals[0], said=view.deals[0].id),))
    assert "they ✓ word given" in drawn(said, 36)


def test_a_month_without_a_deal_says_so() -> None:
    view = evolve(bare(), deals=(), parties=(), between=())
    assert text(joint_table(view, 36, "en")) == ["No deal this month."]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_long_names_lose_nothing_and_no_line_is_too_wide(width: int, language: str) -> None:
    name = "Intercambio de números de serie entre las dos capitales y los estados"
    view = offered(GUESS, said="decline", own=at_home().deals[0].id)
    view = evolve(view, deals=(evolve(view.deals[0], name=name),) * 2)
    lines = text(joint_table(view, width, language))
    assert max(map(len, lines)) <= width
    words = " ".join(" ".join(lines).split())
    assert all(word in words for word in name.split())
