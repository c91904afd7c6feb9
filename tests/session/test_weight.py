"""What a change is worth to who reads of it: mandate points, of its own mandate first."""

from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.weight import rates
from tests.support.shipped import shipped

CULIACAN = shipped("culiacan")


def session(*seats: str) -> Session:
    return Session.start(CULIACAN, Setup(seats, 3, argue="auto"))


def test_what_the_own_mandate_has_is_worth_its_points() -> None:
    found = rates(session("mx.president"), "mx.president")
    # 25 points between 30 and 26: a tenth of a homicide is worth 0.625 of a point.
    assert found["homicides"] * 100 // 1000 == 625


def test_a_number_of_another_offices_mandate_counts_half_and_a_place_as_a_small_goal() -> None:
    found = rates(session("us.president"), "us.president")
    theirs = rates(session("us.attorney_general"), "us.attorney_general")
    assert found["arms_south"] == theirs["arms_south"] // 2
    assert found["guerrero"] == 10 * 1_000_000 // 2000


def test_a_tenth_of_a_place_weighs_less_than_ten_guns_or_three_points_of_approval() -> None:
    found = rates(session("us.president"), "us.president")
    place = found["guerrero"] * 100
    assert place < found["arms_south"] * 10_450
    assert place < found["us_approval"] * 3000


def test_between_players_or_for_nobody_the_mandate_counts_in_which_a_number_weighs_most() -> None:
    two = session("us.president", "mx.president")
    assert rates(two, "")["homicides"] == rates(two, "mx.president")["homicides"]
    assert rates(two, None)["us_approval"] == rates(two, "us.president")["us_approval"]
