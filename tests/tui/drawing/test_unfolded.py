"""The steps of a turn drawn: marks and words, two columns, nothing beyond the edge."""

import pytest
from attrs import evolve

from dosmesas.session.largest import Own
from dosmesas.session.outcome import Entry, Moved
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.unfolding import Cause, Step, Unfolding, unfolding
from dosmesas.text.catalog import say
from dosmesas.tui.drawing.unfolded import Drawer
from tests.support.midway import SECRETARY
from tests.support.playing import finish
from tests.support.shipped import shipped
from tests.tui.drawing.views import text


def view(language: str = "en", turn: int = 2) -> Unfolding:
    session = Session.start(shipped("culiacan"), Setup((SECRETARY,), 3, language=language, argue="all"))
    return unfolding(finish(session, -1), turn, SECRETARY, language)


def moved(name: str, before: int, after: int, better: bool | None) -> Moved:
    return Moved(name.lower(), name, before, after, better, (), much=True, span=100_000)


def bare(*changed: Moved, largest: tuple[Cause, ...] = (), own: tuple[Own, ...] | None = None) -> Unfolding:
    return Unfolding(1, "May 2020", (), (), None, own, changed, 0, largest, (), ())


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("width", [70, 76, 116])
@pytest.mark.parametrize("unfolded", [False, True])
def test_no_line_of_a_turn_is_wider_than_the_room(width: int, language: str, *, unfolded: bool) -> None:
    for turn in (1, 4):
        found = view(language, turn)
        for step in found.steps:
            lines = text(Drawer(found, language, "b", "v", unfolded).step(step, width))
            assert max(map(len, lines)) <= width
            assert lines[-1] == ""


def test_each_office_has_the_mark_of_what_became_of_its_choice_and_ones_own_says_so() -> None:
    found = view()
    drawn = " ".join(" ".join(text(Drawer(found, "en", "b", "v").step(Step.ACT, 116))).split())
    for one in found.acts:
        mine = say("en", "mine") if one.mine else ""
        mark = {"carried": "●", "watered": "◐", "blocked": "○"}[one.fate]
        assert f"{mark} {one.office}{mine}: {one.label} ({one.band})" in drawn


def test_a_change_has_an_arrow_an_amount_and_a_mark_for_better_or_worse() -> None:
    rows = (
        moved("Trust", 40_000, 42_500, better=True),
        moved("Doubt", 50_000, 51_000, better=False),
        moved("Room", 50_000, 48_000, better=None),
        evolve(moved("Guerrero", 400, 900, better=False), levels=("calm", "tense")),
    )
    drawn = text(Drawer(bare(*rows), "en", "b", "v").step(Step.CHANGE, 116))
    assert [" ".join(line.split()) for line in drawn[1:3]] == [
        "Trust 40.0 → 42.5 ▲2.5+ Room 50.0 → 48.0 ▼2",
        "Doubt 50.0 → 51.0 ▲1! Guerrero calm › tense ▲!",
    ]


def test_a_name_too_long_for_two_columns_has_a_line_of_its_own_and_is_whole() -> None:
    long = "the standing with all those who wait for an answer from the ministry"
    drawn = text(Drawer(bare(moved(long, 0, 1000, better=True)), "en", "b", "v").step(Step.CHANGE, 76))
    assert " ".join(drawn[1].split()).startswith("the standing with all those")
    assert not [word for word in long.split() if word not in " ".join(drawn)]


def test_a_receipt_too_small_for_a_tenth_keeps_its_digits() -> None:
    causes = tuple(
        Cause("Rate", Entry(f"1.{at}", amount, "a rule", "P1", ()), better=None)
        for at, amount in enumerate((56, -1500, 12_345))
    )
    drawn = text(Drawer(bare(largest=causes), "en", "b", "v").step(Step.WHY, 76))
    assert [line.split()[0] for line in drawn[1:4]] == ["+0.056", "-1.5", "+12.3"]


def test_what_a_place_moved_by_is_an_arrow_and_no_number() -> None:
    cause = Cause("Guerrero", Entry("1.1", 100, "a rule", "P1", ()), better=False, place=True)
    drawn = text(Drawer(bare(largest=(cause,)), "en", "b", "v").step(Step.WHY, 76))
    assert drawn[1].split() == ["▲", "Guerrero", "·", "a", "rule", "(P1)"]


def test_what_ones_own_decisions_moved_stands_before_what_all_did() -> None:
    own = (Own("Trust", -2000, better=False, place=False), Own("Guerrero", 100, better=False, place=True))
    rows = (moved("Trust", 40_000, 42_500, better=True),)
    drawn = text(Drawer(bare(*rows, own=own), "en", "b", "v").step(Step.CHANGE, 76))
    assert drawn[1] == "Your decisions moved: Trust -2; Guerrero tenser."
    assert drawn[2].startswith("Trust")
    none = text(Drawer(bare(*rows, own=()), "en", "b", "v").step(Step.CHANGE, 76))
    assert none[1] == say("en", "own_none")
    undecided = text(Drawer(bare(*rows), "en", "b", "v").step(Step.CHANGE, 76))
    assert undecided[1].startswith("Trust")


def test_a_turn_in_which_nothing_moved_says_so() -> None:
    drawn = text(Drawer(bare(), "en", "b", "v").step(Step.CHANGE, 76))
    assert say("en", "change_none") in drawn
