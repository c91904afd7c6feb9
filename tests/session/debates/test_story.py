"""What befell a case: the sentence on why an answer fell has the numbers of the flow sheet."""

import pytest
from attrs import evolve

from dosmesas.debate.graph import ONE
from dosmesas.debate.judge import REST, Answer
from dosmesas.debate.table import How, Said
from dosmesas.engine.floor import Debate
from dosmesas.engine.state import Point
from dosmesas.session.debates.flow import FlowSheet, flow_sheet
from dosmesas.session.debates.story import Story, fell, story_of
from dosmesas.session.debates.tell_flow import FlowTeller
from dosmesas.text.catalog import say
from tests.support.rounds import (
    FACES,
    SAID,
    debates_at,
    programme,
    session_of,
    some_courses,
    until,
    worked,
)

LATER = until(session_of(seed=5), 2, Point.CASE)
LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])
HOMICIDES, COURTS, GRANTS, BOUGHT, DEAR, STANDARDS = SAID


def sheet(debate: Debate, language: str = "en") -> FlowSheet:
    return flow_sheet(session_of(programme()), 1, debate, None, language)


def story(debate: Debate) -> Story:
    return story_of(debate, sheet(debate))


def told(debate: Debate, language: str, *, mine: bool = True) -> list[str]:
    return FlowTeller(language).story(story_of(debate, sheet(debate, language)), mine=mine)


def basis(name: str, language: str) -> str:
    cards = {one.card.id: one.card for row in sheet(worked(), language).rows for one in every(row)}
    return cards[name].basis


def every(row: object) -> list:
    return [*row.case, *row.rebuttals, *row.replies]  # type: ignore[attr-defined] # a row of a sheet


def quoted(name: str, strength: str, language: str) -> str:
    return say(language, "story_said", face=FACES[name], strength=strength, basis=basis(name, language))


@LANGUAGES
@pytest.mark.parametrize("mine", [True, False])
def test_the_worked_case_is_told_as_the_design_tells_it(language: str, *, mine: bool) -> None:
    """It fell from .70 to .28; the reply took away 70 % of that, so it stands at .57."""
    suffix = "" if mine else "_theirs"
    fall = say(
        language,
        f"story_fell{suffix}",
        question="Will it work?",
        face=FACES["courts"],
        before="0.70",
        after="0.28",
        said=quoted("bought", "0.60", language),
    )
    back = say(
        language,
        f"story_defended{suffix}",
        said=quoted("standards", "0.70", language),
        percent=70,
        after="0.57",
        back=say(language, "story_not_all_back"),
    )
    assert told(worked(), language, mine=mine) == [f"{fall} {back}"]


@LANGUAGES
def test_the_policy_is_told_as_it_went(language: str) -> None:
    """No case .096; case .709; rebutted .384; after the reply .504."""
    numbers = {"silent": "0.10", "made": "0.71", "rebutted": "0.38", "answered": "0.50"}
    path = say(language, "story_path", audience="Fishers", **numbers)
    assert FlowTeller(language).path(sheet(worked(), language)) == path


@LANGUAGES
def test_a_card_that_was_taken_back_is_told_after_its_fall(language: str) -> None:
    first, second = told(worked(answer=Answer("concede", "courts")), language)
    assert "0.28" in first
    assert "0.57" not in first
    assert second == say(language, "story_taken_back", face=FACES["courts"])


@LANGUAGES
def test_a_card_that_was_backed_is_told_with_where_it_stands(language: str) -> None:
    spare = evolve(HOMICIDES, answers="works")
    debate = worked(said=(spare, *SAID[1:]))
    debate = evolve(debate, case=("courts", "grants"), answer=Answer("back", "homicides", "courts"))
    after = debate.judge.cards["homicides"].base
    first, second = told(debate, language)
    assert "0.28" in first
    names = {"face": FACES["homicides"], "other": FACES["courts"]}
    # Attackers leave .4, the backing leaves .1: .7 + .3 x (.4 - .1).
    assert after == ONE * 9 // 10
    assert second == say(language, "story_backed", **names, after="0.79")


def test_where_nothing_was_answered_the_fall_alone_is_told() -> None:
    (line,) = told(worked(answer=REST), "en")
    assert line.count("0.28") == 1
    assert STANDARDS.id not in line
    assert FACES["standards"] not in line


@LANGUAGES
def test_where_no_card_fell_what_made_a_doubt_heavier_is_told(language: str) -> None:
    (line,) = told(worked(against=("dear",), answer=REST), language)
    values = {"face": FACES["dear"], "basis": basis("dear", language), "question": "Is it worth it?"}
    assert line == say(language, "story_heavier", **values)


def test_a_quiet_debate_has_no_story() -> None:
    assert told(worked(against=(), answer=REST), "en") == []


def denying(reply: Said = STANDARDS) -> Debate:
    """`bought` denies the claim of `courts`, on which `homicides` rests too."""
    said = (evolve(HOMICIDES, claims=COURTS.claims), COURTS, GRANTS, evolve(BOUGHT, how=How.DENIES), DEAR)
    return worked(said=(*said, reply))


def test_a_denial_fells_every_card_on_the_claim_and_is_named_for_each() -> None:
    falls = story(denying()).falls
    assert [one.card.card.id for one in falls] == ["homicides", "courts"]
    assert all([by.card.id for by in one.by] == ["bought"] for one in falls)
    assert [round(fell(one.card) / 1e7) for one in falls] == [54, 42]


def test_a_reply_that_denies_what_a_rebuttal_rests_on_answers_it_without_being_aimed_at_it() -> None:
    dear = evolve(DEAR, worsens="", against=("grants",), claims=BOUGHT.claims)
    reply = evolve(STANDARDS, how=How.DENIES)
    debate = worked(said=(HOMICIDES, COURTS, GRANTS, BOUGHT, dear, reply))
    falls = {one.card.card.id: one for one in story(debate).falls}
    assert {name: len(one.answered) for name, one in falls.items()} == {"courts": 1, "grants": 1}
    assert all(" 70 " in line for line in FlowTeller("en").story(story(debate), mine=True, most=2))


def test_a_reply_that_took_nothing_from_what_hit_a_card_is_not_told_of_it() -> None:
    dear = evolve(DEAR, worsens="", against=("grants",))
    falls = story(worked(said=(HOMICIDES, COURTS, GRANTS, BOUGHT, dear, STANDARDS))).falls
    assert {one.card.card.id: len(one.answered) for one in falls} == {"courts": 1, "grants": 0}


@pytest.mark.parametrize(("base", "percent"), [(601, 60), (606, 61), (665, 66), (675, 68), (9, 1)])
def test_what_a_reply_takes_away_is_its_strength_in_whole_percent(base: int, percent: int) -> None:
    reply = evolve(STANDARDS, base=base * 1_000_000)
    (line,) = told(worked(said=(*SAID[:-1], reply)), "en")
    assert f" {percent} % " in line


def test_a_card_that_comes_all_the_way_back_is_not_said_to_stay_down() -> None:
    (line,) = told(worked(said=(*SAID[:-1], evolve(STANDARDS, base=ONE))), "en")
    assert line.endswith(say("en", "story_all_back") + ".")


def test_every_fall_of_every_debate_is_named_by_cards_of_the_sheet_and_the_deepest_comes_first() -> None:
    kinds = set()
    for debate in debates_at(LATER).values():
        for course in some_courses(debate, 31):
            paper = flow_sheet(LATER, 2, course, None, "en")
            found = story_of(course, paper)
            losses = [fell(one.card) for one in found.falls]
            assert losses == sorted(losses, reverse=True)
            down = {one.card.id for row in paper.rows for one in row.case if fell(one) > 0}
            assert {one.card.card.id for one in found.falls} == down
            assert all(by.role == "rebuttal" for one in found.falls for by in one.by)
            assert bool(found.taken_back) == (course.answer.kind == "concede")
            assert bool(found.backed) == bool(found.backing) == (course.answer.kind == "back")
            for line in FlowTeller("en").story(found, mine=True, most=3):
                assert "None" not in line
            kinds.add(course.answer.kind)
    assert kinds == {"rest", "reply", "back", "concede"}
