"""Win-sets: whose home table would carry a deal, and what of the other side's is known, guessed or hidden."""

import pytest
from attrs import evolve

from dosmesas.engine.state import DECLINE, SILENT, Decision, Point, State
from dosmesas.lang.parser import parse
from dosmesas.model.arguments import Ratify
from dosmesas.model.rules import Pack
from dosmesas.session.home import Foreteller, HomeForecast
from dosmesas.session.views import table_view
from dosmesas.session.winsets import Basis, Carries, Side, WinSets, carries_of, win_sets
from tests.support.athome import (
    EVERY,
    NORDEN_SEES,
    apart,
    at_table,
    culiacan_at_home,
    standing_at,
    with_event,
    with_indicator,
    with_option,
)
from tests.support.making import NORDEN, SUDEN, game_of
from tests.support.playing import do, start


def sets(pack: Pack, seat: str = NORDEN, state: State | None = None, said: str = "") -> tuple[WinSets, ...]:
    """The win-sets of a seat in the first turn; `said` is the word of Suden, once all have spoken."""
    game = game_of(pack)
    info = game.information_state(state or game.new_initial_state(7), seat)
    if said:
        word = Decision(1, Point.WORD, SUDEN, said)
        legal = tuple(one.id for one in pack.events["haul"].seats[seat])
        info = evolve(info, point=Point.CHOOSE, decisions=(word,), legal=legal)
    teller = Foreteller(pack, game.view)
    return win_sets(teller, info, teller.options(info))


def theirs(pack: Pack, said: str = "", **standings: int) -> Side:
    """What Norden makes of Suden's side of the haul."""
    (found,) = sets(pack, state=standing_at(at_table(pack=pack), **standings), said=said)
    return found.theirs


@pytest.mark.parametrize(
    ("now", "best", "carries"),
    [
        (50_000, 50_000, Carries.SURE),
        (49_999, 50_000, Carries.POSSIBLE),
        (49_999, 49_999, Carries.NO),
        (39_000, 49_999, Carries.NO),
    ],
)
def test_a_table_carries_from_fifty_on(now: int, best: int, carries: Carries) -> None:
    assert carries_of(HomeForecast((), now, best, argued=True, ratify=Ratify.CONSENT)) is carries
    asked_later = HomeForecast((), now, best, argued=True, ratify=Ratify.ANSWER_FOR)
    assert carries_of(asked_later) is Carries.SURE


def test_ones_own_side_is_its_forecast() -> None:
    session = at_table(NORDEN, pack=apart())
    view = table_view(session, NORDEN, "en")
    (deal,) = view.deals
    home = next(option.home for option in view.options if option.id == deal.mine)
    assert deal.win is not None
    assert home is not None
    mine = deal.win.mine
    assert (mine.seat, mine.basis, mine.now, mine.best) == (NORDEN, Basis.KNOWN, home.now, home.best)


def test_the_other_side_is_guessed_from_the_start_whatever_its_standing_is() -> None:
    one, other = theirs(apart(), crews=10_000), theirs(apart(), crews=90_000)
    assert one == other
    assert one.basis is Basis.GUESSED
    assert one.now is not None
    assert one.best is not None
    silence = round(40_000 * (0.6 * 0.3 - 0.35))  # the doubts of the crews, and their par
    assert one.now == 50_000 - 4000 + silence
    assert one.now < one.best
    other_start = with_indicator(apart(), "crews", start=60_000)
    assert theirs(other_start).now == one.now + 10_000


def test_the_other_sides_hand_is_not_looked_at() -> None:
    state = at_table(pack=apart()).state
    hands = {sets(apart(), state=evolve(state, seed=seed))[0].theirs for seed in range(8)}
    own = {sets(apart(), state=evolve(state, seed=seed))[0].mine for seed in range(8)}
    assert len(hands) == 1
    assert len(own) > 1


def test_an_office_that_sees_those_audiences_knows_where_they_stand() -> None:
    pack = with_indicator(apart(), "crews", seen_by=frozenset({*NORDEN_SEES, SUDEN}))
    low, high = theirs(pack, crews=10_000), theirs(pack, crews=90_000)
    assert (low.basis, low.carries) == (Basis.KNOWN, Carries.NO)
    assert (high.basis, high.carries) == (Basis.KNOWN, Carries.SURE)


def test_a_stance_that_reads_what_one_does_not_see_is_hidden() -> None:
    pack = with_option(apart(), "haul/take-half", home={"crews": "0.1 * poaching"})
    (found,) = sets(pack)
    assert found.theirs == Side(SUDEN, Basis.HIDDEN, None)
    assert found.mine.carries is Carries.POSSIBLE
    assert found.overlaps is None
    (seen,) = sets(pack, SUDEN)
    assert seen.mine.carries is not None


def test_a_deal_that_ones_own_table_stops_overlaps_for_nobody_even_where_the_rest_is_hidden() -> None:
    pack = with_option(apart(), "haul/take-half", home={"crews": "0.1 * poaching"})
    pack = with_option(pack, "haul/share-haul", home={"fishers": "-40"})
    (found,) = sets(pack)
    assert (found.mine.carries, found.theirs.carries, found.overlaps) == (Carries.NO, None, False)


def test_a_word_given_says_that_it_can_be_carried_and_a_refusal_that_it_will_not() -> None:
    pack = with_option(apart(), "haul/take-half", home={"crews": "-40"})
    assert theirs(pack).carries is Carries.NO
    given, declined = theirs(pack, "haul"), theirs(pack, DECLINE)
    assert (given.basis, given.carries, given.said) == (Basis.KNOWN, Carries.POSSIBLE, "haul")
    assert (declined.basis, declined.carries, declined.said) == (Basis.KNOWN, Carries.NO, DECLINE)
    assert theirs(pack, SILENT) == theirs(pack)


def test_a_refusal_of_an_earlier_turn_says_nothing_of_this_one() -> None:
    game = game_of(apart())
    earlier = Decision(0, Point.WORD, SUDEN, DECLINE)
    state = evolve(game.new_initial_state(7), decisions=(earlier,))
    assert sets(apart(), state=state) == sets(apart())


def test_a_word_given_does_not_make_a_sure_table_less_sure() -> None:
    pack = with_option(apart(), "haul/take-half", home={"crews": "+20"})
    assert theirs(pack, "haul").carries is Carries.SURE


def test_a_word_is_heard_only_once_all_have_spoken() -> None:
    session = at_table(NORDEN, SUDEN, pack=apart())
    do(session, "silent")
    (waiting,) = table_view(session, SUDEN, "en").deals
    do(session, "haul")
    (deal,) = table_view(session, NORDEN, "en").deals
    assert waiting.win is not None
    assert deal.win is not None
    assert (waiting.win.theirs.said, deal.win.theirs.said) == ("", "haul")


def test_what_offices_answer_for_both_tables_carry_even_where_a_stance_is_hidden() -> None:
    pack = with_option(apart(), "haul/take-half", home={"crews": "0.1 * poaching - 60"})
    pack = with_option(pack, "haul/share-haul", home={"fishers": "-60"})
    pack = with_event(pack, evolve(pack.events["haul"], ratify=Ratify.ANSWER_FOR))
    (found,) = sets(pack)
    assert (found.mine.carries, found.theirs.carries, found.overlaps) == (Carries.SURE, Carries.SURE, True)
    assert found.theirs.basis is Basis.KNOWN


def test_a_deal_that_cannot_be_kept_now_is_in_no_win_set() -> None:
    assert len(sets(apart(), said=SILENT)) == 1
    closed = with_option(apart(), "haul/take-half", requires=parse("stock > 90"))
    assert sets(closed) == sets(closed, said=SILENT) == ()
    own = with_option(apart(), "haul/share-haul", requires=parse("stock > 90"))
    assert sets(own) == ()


def test_of_two_deals_the_one_that_is_closed_is_left_out_and_a_word_on_one_leaves_the_other_a_guess() -> None:
    event = apart().events["haul"]
    second = evolve(
        event.deals[0], id="second", between=((NORDEN, "haul/keep-haul"), (SUDEN, "haul/take-all"))
    )
    pack = with_event(apart(), evolve(event, deals=(*event.deals, second)))
    closed = with_option(pack, "haul/take-all", requires=parse("stock > 90"))
    assert [one.deal for one in sets(closed)] == ["haul"]
    one, other = sets(pack, said="second")
    assert (one.theirs.said, one.theirs.basis) == ("", Basis.GUESSED)
    assert (other.theirs.said, other.theirs.basis) == ("second", Basis.KNOWN)


def test_only_the_parties_of_a_deal_have_it_before_them() -> None:
    assert {seat: len(sets(apart(), seat)) for seat in EVERY} == {NORDEN: 1, "no.warden": 0, SUDEN: 1}
    assert [deal.win for deal in table_view(start(NORDEN), NORDEN, "en").deals] == [None]


def test_every_deal_of_culiacan_that_stands_on_the_table_has_its_win_sets() -> None:
    pack, met = culiacan_at_home(), set()
    for seat in pack.seats:
        session = at_table(seat, pack=pack)
        while session.next_seat() is not None:
            if session.state.point in {Point.WORD, Point.CHOOSE}:
                for deal in table_view(session, seat, "en").deals:
                    assert deal.win is not None
                    met.add(deal.win.theirs.basis)
            session.decide(seat, session.legal(seat)[0])
    assert {Basis.KNOWN, Basis.GUESSED} <= met
