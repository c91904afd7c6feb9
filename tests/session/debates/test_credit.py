"""Who moved the policy: three views that each mean one thing, over all that can be played."""

import pytest

from dosmesas.debate.judge import REST
from dosmesas.engine.floor import Debate
from dosmesas.engine.state import Point
from dosmesas.session.debates.credit import Explained, Share, explained
from dosmesas.session.debates.flow import flow_sheet
from dosmesas.session.debates.tell_flow import FlowTeller, faces_of
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed, half_even
from tests.support.full import cases
from tests.support.rounds import (
    FACES,
    courses_of,
    debates_at,
    programme,
    session_of,
    some_courses,
    until,
    worked,
)

FIRST = until(session_of(), 1, Point.CASE)
LATER = until(session_of(seed=5), 2, Point.CASE)


def kept(debate: Debate, group: set[str]) -> int:
    """How far the policy stands where only these plays were made: a second way to the numbers."""
    case = tuple(name for name in debate.case if name in group)
    against = tuple(name for name in debate.against if name in group)
    answer = debate.answer if f"{debate.answer.kind}:{debate.answer.card}" in group else REST
    strengths = debate.judge.strengths(case, against, answer)
    shares = {one.id: one.share for one in debate.bench.listeners}
    return half_even(
        sum(shares[name] * value for name, value in strengths.items()), sum(shares.values()) * 10**6
    )


def total(shares: tuple[Share, ...]) -> int:
    return sum(one.amount for one in shares)


@pytest.mark.parametrize(("session", "step"), [(FIRST, 1), (LATER, 61)], ids=["first", "later"])
def test_shares_in_order_and_credits_sum_to_the_whole_change_for_every_legal_play(
    session: Session, step: int
) -> None:
    for debate in debates_at(session).values():
        for course in some_courses(debate, step * cases(1, 3)):
            found = explained(course)
            assert total(found.in_order) == total(found.credit) == found.final - found.silent
            assert found.final == kept(course, {one.play for one in found.in_order})
            assert found.silent == kept(course, set())


def test_without_is_what_taking_the_card_away_would_change() -> None:
    for debate in debates_at(LATER).values():
        for course in some_courses(debate, 61 * cases(1, 3)):
            found = explained(course)
            plays = {one.play for one in found.without}
            for one in found.without:
                assert one.amount == found.final - kept(course, plays - {one.play})


def test_every_play_is_named_once_in_each_view_and_an_answer_is_a_play_of_its_own() -> None:
    kinds = set()
    for debate in debates_at(LATER).values():
        for course in some_courses(debate, 101):
            found = explained(course)
            names = [(one.play, one.kind) for one in found.in_order]
            assert (
                len(set(names))
                == len(names)
                == len(course.case) + len(course.against) + (course.answer != REST)
            )
            for shares in (found.without, found.credit):
                assert [(one.play, one.kind) for one in shares] == names
            kinds |= {kind for _, kind in names}
    assert kinds == {"case", "rebuttal", "reply", "back", "concede"}


def test_the_worked_case_comes_out_as_the_design_has_it() -> None:
    found = explained(worked())
    assert (found.silent, found.final) == (96, 504)
    assert found.in_order[-1] == Share("reply:standards", "reply", 120)
    credit = {one.play: one.amount for one in found.credit}
    design = {"homicides": 200, "courts": 151, "grants": 151, "bought": -32, "dear": -95}
    assert all(abs(credit[name] - amount) <= 1 for name, amount in design.items())
    assert credit["reply:standards"] == 32


def told(found: Explained, debate: Debate, language: str) -> list[list[str]]:
    """The lines of the three views, each under its heading."""
    faces = faces_of(flow_sheet(session_of(programme()), 1, debate, None, language))
    lines = FlowTeller(language).explained(found, faces)
    silent, final = fixed(found.silent, 3), fixed(found.final, 3)
    assert lines[0] == say(language, "views_total", silent=silent, final=final)
    heads = [say(language, key) for key in ("views_in_order", "views_without", "views_credit")]
    places = [lines.index(head) for head in heads]
    assert places == sorted(places)
    ends = [*places[1:], len(lines)]
    return [lines[start + 1 : end] for start, end in zip(places, ends, strict=True)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_three_views_come_under_three_headings_with_every_card_by_its_face(language: str) -> None:
    debate = worked()
    found = explained(debate)
    shares = (found.in_order, found.without, found.credit)
    for lines, view in zip(told(found, debate, language), shares, strict=True):
        assert len(lines) == len(view) == 6
        for line, one in zip(lines, view, strict=True):
            assert line.split()[0] == f"{one.amount / 1000:+.3f}"
            assert line.endswith(FACES[one.play.removeprefix("reply:")])


def test_where_nobody_spoke_nothing_is_explained_away() -> None:
    silence = next(courses_of(debates_at(FIRST)["no.minister"]))
    found = explained(silence)
    assert (found.in_order, found.without, found.credit) == ((), (), ())
    assert found.silent == found.final
