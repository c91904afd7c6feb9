"""The flow sheet: every card once, in its column and row, with the numbers of the judge."""

from collections import Counter

import pytest
from attrs import evolve

from dosmesas.debate.judge import Answer
from dosmesas.debate.table import How
from dosmesas.engine.benches import INCONSISTENT
from dosmesas.engine.floor import Debate
from dosmesas.engine.state import Point
from dosmesas.session.debates.flow import FlowCard, FlowSheet, flow_sheet, place_of
from dosmesas.session.debates.past import judged_turn
from dosmesas.session.debates.tell_flow import FlowTeller
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from tests.support.making import NORDEN
from tests.support.playing import finish
from tests.support.rounds import (
    EVERY,
    debates_at,
    programme,
    session_of,
    some_courses,
    until,
    worked,
)
from tests.support.shipped import shipped

FIRST = until(session_of(), 1, Point.CASE)
LATER = until(session_of(seed=5), 2, Point.CASE)
"""Before it every seat has taken back a card and spoken against others: there is much to hold it to."""
PACK = shipped("culiacan")
REAL = until(session_of(PACK, *PACK.seats), 2, Point.CASE)
ROLES = {"case": "case", "back": "case", "rebuttal": "rebuttals", "reply": "replies"}


def sheet(session: Session, debate: Debate) -> FlowSheet:
    return flow_sheet(session, session.state.turn, debate, None, "en")


def played(debate: Debate) -> list[str]:
    """The cards that were played in a debate."""
    added = [debate.answer.card] if debate.answer.kind in {"reply", "back"} else []
    return [*debate.case, *debate.against, *added]


def found_in(paper: FlowSheet) -> list[tuple[str, str, FlowCard]]:
    """The cards on a sheet with their row and column."""
    return [
        (row.question, column, one)
        for row in paper.rows
        for column in ("case", "rebuttals", "replies")
        for one in getattr(row, column)
    ]


@pytest.mark.parametrize("session", [FIRST, LATER, REAL], ids=["first", "later", "culiacan"])
def test_every_card_played_stands_on_the_sheet_once_in_its_column_and_row(session: Session) -> None:
    kinds = Counter[str]()
    for debate in debates_at(session).values():
        for course in some_courses(debate, 37):
            here = found_in(sheet(session, course))
            assert sorted(one.card.id for _, _, one in here) == sorted(played(course))
            for question, column, one in here:
                assert column == ROLES[one.role]
                card = course.judge.cards[one.card.id]
                aims = {course.judge.cards[aim].answers for aim in card.against if aim in course.case}
                for aim in (aim for aim in card.against if aim in course.against):
                    aims.add(place_of(course, aim))
                assert question in ({card.answers or card.worsens} - {""} or aims)
            kinds[course.answer.kind] += 1
            kinds["inconsistent"] += any(INCONSISTENT in one.card.id for _, _, one in here)
    assert {"rest", "reply", "back", "concede"} <= set(kinds)
    assert bool(kinds["inconsistent"]) == (session is LATER) or session is REAL


@pytest.mark.parametrize("session", [FIRST, LATER, REAL], ids=["first", "later", "culiacan"])
def test_the_policy_on_the_sheet_is_what_the_judge_says_at_each_moment(session: Session) -> None:
    for debate in debates_at(session).values():
        for course in some_courses(debate, 41):
            judge, (case, against) = course.judge, (course.case, course.against)
            plays = [judge.strengths(()), judge.strengths(case), judge.strengths(case, against)]
            plays.append(course.strengths())
            for one in sheet(session, course).audiences:
                assert one.policy == tuple(strengths[one.id] for strengths in plays)


def test_what_is_left_of_the_doubts_multiplies_to_how_far_the_policy_stands() -> None:
    for debate in debates_at(LATER).values():
        for course in some_courses(debate, 301):
            paper = sheet(LATER, course)
            names = {one.name: one.policy[3] for one in paper.audiences}
            for name, policy in names.items():
                left = 1.0
                for row in paper.rows:
                    left *= 1 - next((after / 1e9 for who, _, after in row.doubts if who == name), 0)
                assert abs(left - policy / 1e9) < 1e-8


def cards(debate: Debate) -> dict[str, FlowCard]:
    return {one.card.id: one for _, _, one in found_in(sheet(session_of(programme()), debate))}


def test_the_marks_and_strengths_of_the_worked_case() -> None:
    paper = cards(worked())
    hundredths = {
        name: tuple(None if value is None else round(value / 1e7) for value in one.strengths)
        for name, one in paper.items()
    }
    assert hundredths == {
        "homicides": (90, 90, 90),
        "courts": (70, 28, 57),
        "grants": (80, 80, 80),
        "bought": (None, 60, 18),
        "dear": (None, 50, 50),
        "standards": (None, None, 70),
    }
    assert {name for name, one in paper.items() if not one.stands} == {"bought"}
    assert {name: one.aims for name, one in paper.items() if one.aims} == {
        "bought": ("courts",),
        "standards": ("bought",),
    }


def test_a_card_taken_back_is_marked_so_and_what_won_it_stands() -> None:
    paper = cards(worked(answer=Answer("concede", "courts")))
    assert [name for name, one in paper.items() if one.taken_back] == ["courts"]
    assert not paper["courts"].stands
    assert paper["courts"].strengths[2] is None
    assert paper["bought"].stands


def test_a_card_that_backs_another_lies_beside_it_and_points_at_it() -> None:
    debate = worked()
    spare = evolve(debate.judge.cards["homicides"], answers="works")
    backed = worked(said=(spare, *debate.bench.hand[1:], *debate.bench.ready, *debate.bench.replies))
    backed = evolve(backed, case=("courts", "grants"), answer=Answer("back", "homicides", "courts"))
    here = {one.card.id: (question, one) for question, _, one in found_in_programme(backed)}
    question, one = here["homicides"]
    assert (question, one.role, one.aims) == ("works", "back", ("courts",))
    rose = here["courts"][1].strengths
    assert rose[2] > rose[1]  # type: ignore[operator] # it lies there at both moments


def found_in_programme(debate: Debate) -> list[tuple[str, str, FlowCard]]:
    return found_in(sheet(session_of(programme()), debate))


def test_a_denial_hits_every_card_on_the_claim_and_stands_on_the_sheet_once() -> None:
    homicides, courts, grants, bought, *rest = worked().judge.cards.values()
    said = (
        evolve(homicides, claims=("c",)),
        evolve(courts, claims=("c",)),
        grants,
        evolve(bought, how=How.DENIES),
        *rest,
    )
    debate = worked(said=said, answer=Answer())
    assert Counter(one.card.id for _, _, one in found_in_programme(debate))["bought"] == 1
    paper = cards(debate)
    assert [round(paper[name].strengths[1] / 1e7) for name in ("homicides", "courts")] == [36, 28]  # type: ignore[operator]


def test_the_support_on_the_sheet_is_the_verdict_and_nothing_stands_there_before_it() -> None:
    session = finish(session_of(seed=3), which=5)
    judged = judged_turn(session, 1)
    assert judged is not None
    for seat in EVERY:
        verdict = judged.verdicts[seat]
        paper = flow_sheet(session, 1, judged.debates[seat], verdict, "en")
        assert paper.support == verdict.support
        heard = {one.audience: one.support for one in verdict.audiences}
        assert {one.id: one.support for one in paper.audiences} == heard
        before = sheet(session, judged.debates[seat])
        assert (before.support, before.band) == (None, "")
        assert all(one.support is None for one in before.audiences)


def test_a_question_that_nobody_spoke_to_has_an_empty_row_and_its_whole_doubt() -> None:
    debate = evolve(worked(), case=(), rebutted=(), answer=Answer())
    for row in sheet(session_of(programme(), NORDEN), debate).rows:
        assert (row.case, row.rebuttals, row.replies) == ((), (), ())
        assert all(before == after for _, before, after in row.doubts)


def test_a_card_that_answers_what_nobody_at_home_asks_stands_on_the_sheet_too() -> None:
    debate = worked(against=("bought",), doubts={"serious": 600, "works": 600})
    here = {one.card.id: (question, one) for question, _, one in found_in_programme(debate)}
    question, one = here["grants"]
    assert question == "worth"
    assert one.strengths == (800_000_000,) * 3
    assert sorted(here) == sorted(played(debate))
    lines = FlowTeller("en").sheet(sheet(session_of(programme()), debate))
    assert say("en", "flow_row_unasked", question="Is it worth it?") in lines
