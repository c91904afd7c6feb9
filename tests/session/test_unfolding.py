"""A turn as it unfolds: its steps in their order, what is told at once and what is folded."""

import pytest

from dosmesas.load.loading import load_pack
from dosmesas.session.largest import LARGEST
from dosmesas.session.outcome import outcome_view
from dosmesas.session.turns import turns_of
from dosmesas.session.unfolding import Step, unfolding
from dosmesas.session.views import EVERYBODY, headline_of
from dosmesas.text.number import A_TENTH
from tests.support.full import packs
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import BOTH, do, finish, secretive, start
from tests.support.small import parley


def game(name: str) -> object:
    return parley() if name == "parley" else load_pack(name)


def test_the_steps_come_in_the_order_act_home_change_why_press() -> None:
    session = finish(start(NORDEN, pack=parley()))
    assert unfolding(session, 1, NORDEN, "en").steps == tuple(Step)
    assert [*Step] == ["act", "home", "change", "why", "press"]


def test_without_home_tables_there_is_no_such_step() -> None:
    session = do(start(*BOTH), "silent", "silent", "talks/sign", "talks/agree")
    view = unfolding(session, 1, NORDEN, "en")
    assert view.home is None
    assert Step.HOME not in view.steps


def test_ones_own_act_comes_first() -> None:
    session = finish(start(SUDEN, pack=parley()))
    assert [one.mine for one in unfolding(session, 1, SUDEN, "en").acts] == [True, False, False]


@pytest.mark.parametrize("name", ["parley", *packs(3)])
def test_the_largest_and_the_folded_receipts_are_all_that_moved_what_the_seat_sees(name: str) -> None:
    pack = game(name)
    session = start(pack=pack, counterpart="random")  # type: ignore[arg-type] # a pack
    for turn in turns_of(session):
        if turn.outlook:
            continue
        for seat in (EVERYBODY, *session.pack.seats):
            view = unfolding(session, turn.number, seat, "en")
            found = outcome_view(session, turn.number, seat, "en").moved
            told = [one.entry for one in (*view.largest, *view.folded)]
            assert sorted(one.receipt for one in told) == sorted(
                one.receipt for moved in found for one in moved.entries
            )
            weights = [one.entry.weight for one in view.largest if one.entry.places]
            assert weights == sorted(weights, reverse=True)
            assert len(view.largest) <= LARGEST
            assert all(one.place or abs(one.entry.applied) >= A_TENTH for one in view.largest)


@pytest.mark.parametrize("name", ["parley", *packs(3)])
def test_every_number_that_moved_is_told_with_the_votes_among_the_changes_or_counted(name: str) -> None:
    session = start(pack=game(name), counterpart="random")  # type: ignore[arg-type] # a pack
    for turn in turns_of(session):
        for seat in () if turn.outlook else session.pack.seats:
            view = unfolding(session, turn.number, seat, "en")
            found = outcome_view(session, turn.number, seat, "en").moved
            moved, slight = {one.id for one in found}, {one.id for one in found if one.slight}
            voted = {one.id for one in view.home.votes} if view.home else set()
            changed = {one.id for one in view.changed}
            assert not changed & voted
            assert len(moved - voted) == len(changed) + view.slightly
            assert {*headline_of(session, seat)} & moved - voted - slight <= changed


def test_between_two_players_only_what_both_see_is_told_and_no_vote() -> None:
    session = finish(start(*BOTH, pack=secretive(), draws="least"))
    view = unfolding(session, 1, EVERYBODY, "en")
    assert all("Poaching" not in one.name for one in view.changed)
    assert not any(one.mine for one in view.acts)
    for turn in (1, 2, 3):
        assert unfolding(finish(start(*BOTH, pack=parley())), turn, EVERYBODY, "en").home is None
