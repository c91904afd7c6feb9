"""Who sits across from whom: offices of one rank, and those that are left in the order of their ranks."""

from itertools import combinations

import pytest

from dosmesas.engine.across import across
from tests.support.shipped import shipped

OFFICES = shipped("year-two").ruleset.offices
PRESIDENT, SECURITY, FINANCE = "mx.president", "mx.security_secretary", "mx.finance_intelligence"
HEAD, PROSECUTOR, AMBASSADOR = "us.president", "us.attorney_general", "us.ambassador"


@pytest.mark.parametrize(
    ("seats", "pairs"),
    [
        (tuple(sorted(OFFICES)), {PRESIDENT: HEAD, SECURITY: PROSECUTOR, FINANCE: AMBASSADOR}),
        ((FINANCE, PRESIDENT, PROSECUTOR, HEAD), {PRESIDENT: HEAD, FINANCE: PROSECUTOR}),
        ((SECURITY, PROSECUTOR, HEAD), {SECURITY: PROSECUTOR}),
        ((PRESIDENT, SECURITY, AMBASSADOR, PROSECUTOR), {PRESIDENT: AMBASSADOR, SECURITY: PROSECUTOR}),
        ((PRESIDENT, FINANCE, SECURITY, AMBASSADOR), {FINANCE: AMBASSADOR}),
        ((PRESIDENT, SECURITY), {}),
    ],
)
def test_presidents_face_presidents_and_others_their_like(
    seats: tuple[str, ...], pairs: dict[str, str]
) -> None:
    both_ways = {**pairs, **{foe: seat for seat, foe in pairs.items()}}
    assert {seat: across(OFFICES, seats, seat) for seat in seats} == {
        seat: both_ways.get(seat, "") for seat in seats
    }


def test_whom_one_answers_answers_back_and_nobody_stays_alone_on_both_sides() -> None:
    for size in range(1, len(OFFICES) + 1):
        for seats in combinations(sorted(OFFICES), size):
            faced = {seat: across(OFFICES, seats, seat) for seat in seats}
            assert all(faced[foe] == seat for seat, foe in faced.items() if foe)
            assert len({OFFICES[one].country for one, foe in faced.items() if not foe}) < 2


def test_the_order_in_which_seats_are_named_says_nothing() -> None:
    seats = tuple(OFFICES)
    for seat in seats:
        assert across(OFFICES, seats, seat) == across(OFFICES, seats[::-1], seat)
