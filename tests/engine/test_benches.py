"""A bench: what a worldview hears of each card, and which questions a home table doubts most."""

import pytest
from attrs import evolve

from dosmesas.engine.benches import Dealer, doubted
from tests.support.shipped import shipped

PACK = shipped("culiacan")
EVENT = PACK.events["plan-table"]
OPTION = EVENT.seats["mx.president"][0]
CARDS = {card.id: card for line in PACK.ruleset.bank.lines.values() for card in line.cards}


def dealer(view: str = "authors") -> Dealer:
    return Dealer(PACK, PACK.ruleset.worldviews[view])


def test_a_card_is_as_strong_as_its_kind_of_claim_and_its_hearing() -> None:
    said = dealer().said
    assert said(CARDS["guns-come-from-north"]).base == 900_000_000  # a fact
    assert said(CARDS["goals-can-be-set"]).base == 700_000_000  # causal
    assert said(CARDS["local-stands-better"]).base == 500_000_000  # a forecast
    assert said(CARDS["other-roads-for-guns"]).base == 560_000_000  # causal, a rival's: heard at 80


def test_a_worldview_that_doubts_a_claim_hears_its_card_less_and_so_its_cuts() -> None:
    view = evolve(PACK.ruleset.worldviews["authors"], beliefs={"seized-weapons-from-us": 50})
    card = CARDS["guns-come-from-north"]
    full, half = dealer().said(card), Dealer(PACK, view).said(card)
    assert (half.base, half.cuts[0][1]) == (full.base // 2, full.cuts[0][1] // 2)


def test_the_same_seed_turn_and_option_are_dealt_the_same_and_others_are_not() -> None:
    deal = dealer()
    benches = [
        deal.bench(EVENT, "mx.president", OPTION, seed, turn)
        for seed, turn in ((1, 4), (1, 4), (2, 4), (1, 3))
    ]
    assert benches[0] == benches[1]
    assert len({one.hand for one in benches}) > 1


def test_the_heaviest_doubt_of_a_home_table_comes_first() -> None:
    listeners = dealer().listeners("mx.president")
    weights = {
        question: sum(one.share * one.doubts.get(question, 0) for one in listeners)
        for question in doubted(listeners)
    }
    assert list(weights.values()) == sorted(weights.values(), reverse=True)


@pytest.mark.parametrize("which", ["reason", "rebuttal"])
def test_a_card_of_an_event_does_not_come_up_where_it_is_kept_from(which: str) -> None:
    reason = EVENT.cards[0]
    mine = reason if which == "reason" else next(one for one in EVENT.cards if reason.id in one.against)
    event = evolve(
        EVENT, cards=tuple(evolve(one, not_for=(OPTION.id,)) if one == mine else one for one in EVENT.cards)
    )
    found, every = set(), {option.id for options in EVENT.seats.values() for option in options}
    for seat, options in EVENT.seats.items():
        for option in options:
            deals = [dealer().deal(event, seat, option, seed, 4) for seed in range(20)]
            if mine.id in {card.id for deal in deals for card in (*deal.hand, *deal.ready)}:
                found.add(option.id)
    assert found == every - {OPTION.id}
