"""How a choice stands at home in mid-debate is what the verdict makes of it when nothing else is said."""

import pytest
from attrs import evolve

from dosmesas.debate.graph import ONE
from dosmesas.engine.home import CASE_POINTS, Band, band_of
from dosmesas.engine.state import Point
from dosmesas.session.debates.asked import reply_asked, standing_with
from dosmesas.session.debates.past import judged_turn
from dosmesas.session.debates.standing import Standing, standing
from dosmesas.session.session import Session
from dosmesas.text.number import half_even
from tests.support.rounds import EVERY, WARDEN, debates_at, richest, session_of, some_courses, until
from tests.support.shipped import shipped

CULIACAN = shipped("culiacan")


def rest(point: Point, legal: tuple[str, ...]) -> str:
    """Say much, and answer in the way listed last."""
    return legal[-1] if point is Point.REPLY else richest(point, legal)


def settled(session: Session, turn: int) -> tuple[dict[str, Standing], Session]:
    """What each seat was shown of the answer it gave in a turn, and the session after it."""
    until(session, turn, Point.REPLY)
    shown = {}
    while session.state.turn == turn:
        seat = session.next_seat()
        assert seat is not None
        action = rest(session.state.point, session.legal(seat))
        answers = reply_asked(session, seat, "en").answers
        shown[seat] = next(one.after for one in answers if one.action == action)
        session.decide(seat, action)
    return shown, session


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("turn", [1, 4])
def test_the_support_shown_before_an_answer_is_chosen_is_that_of_the_verdict(seed: int, turn: int) -> None:
    shown, session = settled(session_of(seed=seed), turn)
    judged = judged_turn(session, turn)
    assert judged is not None
    assert shown
    for seat, one in shown.items():
        verdict = judged.verdicts[seat]
        assert one.support == verdict.support
        assert one.band in {verdict.band, *({band_of(verdict.support)} if not verdict.band.passes else set())}
        assert {who.id: who.support for who in one.listeners} == {
            heard.audience: heard.support for heard in verdict.audiences
        }


def test_the_same_holds_in_the_quick_pack() -> None:
    shown, session = settled(session_of(CULIACAN, *CULIACAN.seats), 2)
    judged = judged_turn(session, 2)
    assert judged is not None
    assert shown
    assert all(one.support == judged.verdicts[seat].support for seat, one in shown.items())


def test_a_case_moves_an_audience_by_forty_points_for_each_full_strength_above_its_par() -> None:
    session = until(session_of(), 1, Point.CASE)
    pars = {name: one.par for name, one in session.pack.ruleset.bank.doubters.items()}
    for seat, debate in debates_at(session).items():
        cases = {course.case for course in some_courses(debate, 1)}
        for case in sorted(cases):
            for one in standing(session, debate, case, "en").listeners:
                stance = session.game.tables.scene(session.state).value(one.id)
                by_case = half_even(CASE_POINTS * (one.strength - pars[one.id] * (ONE // 1000)), ONE // 1000)
                bare = evolve(debate, option=evolve(debate.option, home=()))
                support = {who.id: who.support for who in standing(session, bare, case, "en").listeners}
                assert support[one.id] == min(max(stance + by_case, 0), 100_000), (seat, case)


def test_home_as_a_whole_is_the_mean_of_its_audiences_by_their_shares() -> None:
    session = until(session_of(), 1, Point.CASE)
    debate = debates_at(session)[WARDEN]
    found = standing(session, debate, debate.judge.bench.hand[0].id.split(), "en")  # type: ignore[arg-type] # one card
    shares = {one.id: one.share for one in found.listeners}
    assert shares == {"press": 3, "fishers": 1}
    supports = {one.id: one.support or 0 for one in found.listeners}
    assert found.support == half_even(3 * supports["press"] + supports["fishers"], 4)
    assert found.strength == sum(one.share * one.strength for one in found.listeners) // 4
    # Serious: (3 x 60 + 40) / 4 of 100; works: (3 x 50 + 70) / 4.
    assert found.doubts == (("Serious?", 55), ("Works?", 55))


def test_doubts_are_listed_with_the_heaviest_first() -> None:
    session = until(session_of(), 1, Point.CASE)
    found = standing(session, debates_at(session)[EVERY[0]], (), "en")
    (fishers,) = found.listeners
    assert fishers.doubts == found.doubts == (("Works?", 70), ("Serious?", 40))


def test_what_is_not_seen_has_no_support_and_no_band_but_how_far_the_case_stands() -> None:
    session = until(session_of(), 1, Point.CASE)
    debate = debates_at(session)["su.minister"]
    hidden, seen = (standing(session, debate, (), "en", seen=one) for one in (False, True))
    assert (hidden.support, hidden.band) == (None, None)
    assert all(one.support is None for one in hidden.listeners)
    assert hidden.strength == seen.strength
    assert seen.band == band_of(seen.support or 0)


def test_where_the_office_answers_for_it_after_everything_is_carried() -> None:
    session = until(session_of(), 2, Point.CASE)
    found = standing_with(session, EVERY[0], (), "en")
    assert (found.support or 0) < 40_000
    assert found.band is Band.CARRIED
