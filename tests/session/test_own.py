"""What a player's own decisions moved: its option, its deals, its word and its debate, and nobody else's."""

import pytest
from attrs import evolve

from dosmesas.session.debates.past import judged_turn
from dosmesas.session.largest import own
from dosmesas.session.outcome import outcome_view
from dosmesas.session.own import own_receipts
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.turns import turns_of
from dosmesas.session.views import EVERYBODY, unexplained
from tests.support.athome import at_table
from tests.support.making import NORDEN, SUDEN, change
from tests.support.playing import BOTH, do, finish, one_day, secretive, start
from tests.support.shipped import shipped
from tests.support.small import parley


def causes(session: Session, seat: str, number: int = 1) -> set[str]:
    """Whatever moved numbers on a seat's account in a turn, by name."""
    turn = turns_of(session)[number - 1]
    ids = own_receipts(session, turn, seat)
    return {one.by for one in turn.receipts if one.id in ids}


def test_the_own_option_and_the_own_deal_count_and_the_others_options_and_the_months_do_not() -> None:
    session = do(start(*BOTH), "quota", "quota", "talks/sign", "talks/agree")
    assert causes(session, NORDEN) == {"talks/sign", "quota"}
    assert causes(session, SUDEN) == {"talks/agree", "quota"}
    assert causes(session, EVERYBODY) == set()


def test_what_an_own_decision_of_earlier_set_going_counts_when_it_lands() -> None:
    session = finish(do(start(*BOTH), "silent", "silent", "talks/sign", "talks/agree"))
    assert "talks/sign" in causes(session, NORDEN, 3)


def test_a_word_broken_counts_for_who_broke_it() -> None:
    session = Session.start(shipped("culiacan"), Setup(("mx.security_secretary",), 3))
    (deal, *_) = session.legal("mx.security_secretary")
    session.decide("mx.security_secretary", deal)
    event = session.pack.events[session.state.event]
    kept = next(one for one in event.deals if one.id == deal).option_of("mx.security_secretary")
    session.decide(
        "mx.security_secretary", next(one for one in session.legal("mx.security_secretary") if one != kept)
    )
    assert "word-broken" in causes(session, "mx.security_secretary")
    assert "word-broken" not in causes(session, "us.president")


def test_what_a_case_left_with_those_who_heard_it_counts_for_who_made_it() -> None:
    session = finish(start(NORDEN, pack=parley(), argue="all"), -1)
    judged = judged_turn(session, 1)
    assert judged is not None
    turn = turns_of(session)[0]
    made = [one for one in turn.receipts if one.by == "case-made"]
    every = [own_receipts(session, turn, seat) for seat in session.pack.seats]
    assert made
    for one in made:
        assert sum(one.id in ids for ids in every) >= 1
        assert sum(one.id in ids for ids in every) < len(every)


def test_what_rests_on_something_hidden_is_on_nobodys_account() -> None:
    session = finish(start(*BOTH, pack=secretive(), draws="least"))
    for turn in turns_of(session):
        for seat in BOTH:
            receipts = {one.id: one for one in turn.receipts}
            for name in own_receipts(session, turn, seat):
                assert not unexplained(session, receipts[name], seat)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_sums_are_those_of_the_receipts_and_less_than_a_tenth_is_left_out(language: str) -> None:
    pack = one_day(change("goodwill", "+4"), change("stock", "+0.09"), suden=(change("goodwill", "-1"),))
    session = do(start(*BOTH, pack=pack), "day/act", "day/rest")
    told = own(outcome_view(session, 1, NORDEN, language).moved)
    assert [(one.name, one.change) for one in told] == [
        (session.pack.ruleset.indicators["goodwill"].name(language), 4000)
    ]


def test_a_turn_without_home_tables_has_no_case() -> None:
    silent = evolve(parley(), stages=tuple(one for one in parley().stages if one != "argue"))
    session = do(
        at_table(pack=silent), "silent", "silent", "haul/share-haul", "haul/watch-haul", "haul/take-all"
    )
    assert "case-made" not in causes(session, NORDEN)
