"""Returns by hand: points of a mandate, half now and half after the outlook, and the joint return."""

import pytest
from attrs import evolve

from dosmesas.engine.returns import joint, points, returns
from dosmesas.model.world import Goal
from tests.support.making import NORDEN, SUDEN, game_of, played, state
from tests.support.small import game, harbour

TABLES = game().tables
MINISTER = harbour().ruleset.offices[NORDEN]


def norden(stock: int, goodwill: int) -> int:
    """Points of Norden's minister: stock 60 from 40 to 70, goodwill 40 from 20 to 60."""
    return points(MINISTER, {"stock": stock, "goodwill": goodwill})


@pytest.mark.parametrize(
    ("stock", "goodwill", "expected"),
    [
        (40_000, 20_000, 0),
        (0, 0, 0),
        (70_000, 60_000, 100_000),
        (100_000, 100_000, 100_000),
        (55_000, 20_000, 30_000),
        (50_000, 40_000, 40_000),
        (40_000, 20_001, 1),
        (50_000, 20_000, 20_000),
        (40_001, 20_000, 2),
    ],
)
def test_points_run_from_the_worst_to_the_best_and_no_further(
    stock: int, goodwill: int, expected: int
) -> None:
    assert norden(stock, goodwill) == expected


@pytest.mark.parametrize(
    ("stock", "poaching", "expected"),
    [(70_000, 50_000, 0), (40_000, 10_000, 100_000), (55_000, 30_000, 50_000), (61_000, 50_000, 15_000)],
)
def test_a_goal_may_run_downwards(stock: int, poaching: int, expected: int) -> None:
    office = harbour().ruleset.offices[SUDEN]
    assert points(office, {"stock": stock, "poaching": poaching}) == expected


def test_a_third_is_rounded_half_even_to_thousandths() -> None:
    thirds = evolve(MINISTER, goals=(Goal("stock", 100, 0, 3000),))
    assert [points(thirds, {"stock": 1000 * n}) for n in (1, 2)] == [33_333, 66_667]


def test_a_return_is_half_the_last_turn_and_half_the_outlook() -> None:
    found = state(values=(20_000, 30_000, 40_000), at_last=(60_000, 30_000, 70_000))
    assert returns(TABLES, found) == {NORDEN: 50_000, SUDEN: (25_000 + 75_000) // 2}


def test_before_the_end_the_present_counts_twice() -> None:
    assert returns(TABLES, state()) == {NORDEN: 40_000, SUDEN: 58_333}


def test_the_joint_return_is_the_lower_of_the_countries_means() -> None:
    assert joint(TABLES, state()) == 40_000
    offices = harbour().ruleset.offices
    third = evolve(offices[SUDEN], id="no.admiral", country="no")
    pack = evolve(
        harbour(),
        seats=(*harbour().seats, "no.admiral"),
        ruleset=evolve(harbour().ruleset, offices={**offices, "no.admiral": third}),
    )
    found = game_of(pack).joint_return(state())
    assert found == 49_166  # half of 40 and 58.333, to the even thousandth


def test_a_game_played_by_hand_returns_what_a_pencil_finds() -> None:
    """Refuse and agree, then the quietest options; draws fixed at a half, so that nothing unlikely comes."""
    from dosmesas.engine.draws import FIXED

    contest = game(draws=FIXED)
    path = played(
        contest,
        7,
        {NORDEN: "silent", SUDEN: "silent"},
        {NORDEN: "talks/refuse", SUDEN: "talks/agree"},
        {NORDEN: "storm/pay-fishers", SUDEN: "storm/let-them-sail"},
        {NORDEN: "calm/read-report", SUDEN: "calm/count-boxes"},
    )
    # Poaching 30 - 5 + 4 - 2 = 27; goodwill 40 - 1 + 1 + 0.5 = 40.5.
    # Stock 50 - 2 - 1.5 - 0.25 = 46.25; - 1.5 - 0.29 = 44.46; - 1.5 - 0.27 = 42.69; then 12 x -1.77 = 21.45.
    assert path[-1].state.at_last == (40_500, 27_000, 42_690)
    assert path[-1].state.values == (40_500, 27_000, 21_450)
    # Norden: 60 x 2.69 / 30 + 40 x 20.5 / 40 = 25.88, then 20.5. Suden: 50 x 27.31 / 30 + 50 x 23 / 40, then 50 + 28.75.
    assert contest.returns(path[-1].state) == {NORDEN: 23_190, SUDEN: 76_508}
    assert contest.joint_return(path[-1].state) == 23_190
