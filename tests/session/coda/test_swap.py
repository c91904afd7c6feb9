"""One debate from the other chair: the same hand, and nothing that it moves."""

import pytest

from dosmesas.debate.judge import REST
from dosmesas.debate.search import advocate, best_answer, cases
from dosmesas.engine.plays import answer_of
from dosmesas.session.coda.swap import Swap, swap_for
from dosmesas.session.debates.past import judged_turn
from dosmesas.session.session import Session
from dosmesas.session.setup import ALTERNATE
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import finish, start
from tests.support.rounds import EVERY, WARDEN, session_of
from tests.support.shipped import shipped

CULIACAN = shipped("culiacan")


def over(*seats: str, seed: int = 7, which: int = 3) -> Session:
    return finish(session_of(None, *seats, seed=seed), which=which)


def swapped(session: Session, seat: str) -> Swap:
    found = swap_for(session, seat)
    assert found is not None
    return found


@pytest.mark.parametrize("seat", [NORDEN, SUDEN])
def test_the_other_chair_holds_the_hand_that_the_other_side_had_in_its_last_debate(seat: str) -> None:
    session = over(seat)
    swap = swapped(session, seat)
    assert (swap.turn, swap.mine, swap.debate.foe) == (4, seat, seat)
    judged = judged_turn(session, 4)
    assert judged is not None
    theirs = judged.debates[SUDEN if seat == NORDEN else NORDEN]
    assert swap.debate.seat == theirs.seat
    assert swap.debate.option == theirs.option
    assert swap.debate.bench == theirs.bench
    assert swap.debate.dealt == theirs.dealt
    assert (swap.debate.case, swap.debate.against, swap.debate.answer) == ((), (), REST)


def test_what_the_other_side_kept_is_what_its_home_table_heard() -> None:
    session = over(NORDEN)
    judged = judged_turn(session, 4)
    assert judged is not None
    (kept,) = judged.debates[SUDEN].strengths().values()
    assert swapped(session, NORDEN).kept == round(kept / 1_000_000)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_that_can_be_argued_there_keeps_more_than_the_best(seed: int) -> None:
    swap = swapped(over(NORDEN, seed=seed), NORDEN)
    reached = []
    for case in cases(swap.debate.bench):
        made = swap.argued(case)
        assert made.debate.against == advocate(made.debate.judge, case)
        reached += [made.answered(answer_of(action)).reached for action in made.actions]
    assert max(reached) == swap.best


def test_the_answers_are_those_that_the_rebuttals_leave_and_each_does_what_it_says() -> None:
    swap = swapped(over(NORDEN), NORDEN)
    made = swap.argued(cases(swap.debate.bench)[-1])
    answer = best_answer(made.debate.judge, made.debate.case, made.debate.against)
    done = made.answered(answer)
    assert done.reached >= made.reached
    assert done.reached == round(next(iter(done.debate.strengths().values())) / 1_000_000)
    assert made.actions[0] == "rest"
    assert len(set(made.actions)) == len(made.actions) > 1


def test_a_case_may_be_made_again() -> None:
    swap = swapped(over(NORDEN), NORDEN)
    first, *_, last = cases(swap.debate.bench)
    assert swap.argued(last).argued(first).reached == swap.argued(first).reached


def test_the_other_chair_moves_no_number_and_no_digest() -> None:
    session = over(NORDEN)
    before, decided = session.digest(), session.state.decisions
    swap = swapped(session, NORDEN)
    made = swap.argued(cases(swap.debate.bench)[-1])
    assert made.answered(answer_of(made.actions[-1])).best == swap.best
    assert (session.digest(), session.state.decisions) == (before, decided)


def test_two_players_at_one_keyboard_take_each_others_chairs() -> None:
    both = over(NORDEN, SUDEN)
    for seat, other in ((NORDEN, SUDEN), (SUDEN, NORDEN)):
        swap = swapped(both, seat)
        assert (swap.turn, swap.debate.seat, swap.debate.foe) == (4, other, seat)
    # The warden, whom nobody answers, sits down in the chair of the player across as well.
    assert swapped(over(*EVERY), WARDEN).debate.seat == SUDEN


def test_players_who_answered_each_other_argue_that_debate_though_a_later_one_was_answered_by_others() -> (
    None
):
    presidents = ("mx.president", "us.president")
    session = finish(session_of(shipped("year-two"), *presidents, argue=ALTERNATE, seed=4407))
    swaps = [swapped(session, seat) for seat in presidents]
    assert [one.debate.seat for one in swaps] == [*reversed(presidents)]
    judged = judged_turn(session, swaps[0].turn)
    assert judged is not None
    assert judged.debates["mx.president"].foe == "us.president"


def test_who_sat_opposite_nobody_is_offered_no_chair() -> None:
    assert swap_for(over(NORDEN, WARDEN), WARDEN) is None
    assert swap_for(finish(start(NORDEN)), NORDEN) is None


def test_every_seat_of_the_quick_pack_finds_a_chair() -> None:
    for seat in CULIACAN.seats:
        session = finish(session_of(CULIACAN, seat, argue=ALTERNATE))
        offices = CULIACAN.ruleset.offices
        swap = swapped(session, seat)
        assert offices[swap.debate.seat].country != offices[seat].country
        assert swap.best >= swap.argued(()).reached
