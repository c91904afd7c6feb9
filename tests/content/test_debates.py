"""The bank of the quick pack: what its debates are promised to have."""

import pytest

from dosmesas.engine.benches import Dealer
from dosmesas.engine.game import Game
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import names_in
from dosmesas.model.arguments import Argue, Line
from dosmesas.model.events import Event
from dosmesas.model.rules import Pack
from tests.support.shipped import shipped

PACK: Pack = shipped("culiacan")
GAME = Game(PACK, PACK.ruleset.worldviews["authors"])
BANK = PACK.ruleset.bank
LINES = list(BANK.lines.values())
START = GAME.tables.scene(GAME.begin(1).state)
ARGUED = [event for event in PACK.events.values() if event.argue is not Argue.NONE]


@pytest.mark.parametrize("line", LINES, ids=lambda one: one.id)
def test_a_line_can_be_held_answered_and_defended(line: Line) -> None:
    reasons = {card.id: card for card in line.cards if card.answers}
    against = [card for card in line.cards if card.worsens or reasons.keys() & set(card.against)]
    assert 5 <= len(reasons) <= 7
    assert 4 <= len(against) <= 5
    assert 3 <= len(line.cards) - len(reasons) - len(against) <= 4
    assert sum(bool(card.cuts) for card in reasons.values()) * 3 >= len(reasons)
    assert {card.answers for card in reasons.values()} == set(BANK.questions)


@pytest.mark.parametrize("event", ARGUED, ids=lambda one: one.id)
def test_an_argued_event_has_two_cards_and_two_rebuttals_of_its_own(event: Event) -> None:
    assert [bool(card.answers) for card in event.cards] == [True, True, False, False]


def test_every_option_has_its_lines_its_act_and_a_stance_of_each_audience_at_home() -> None:
    for event in PACK.events.values():
        for seat, options in event.seats.items():
            home = {audience for audience, _ in PACK.ruleset.offices[seat].audiences}
            for option in options:
                assert option.lines, option.id
                assert option.act, option.id
                assert {audience for audience, _ in option.home} <= home, option.id
                stances = [evaluate(node, START) for _, node in option.home]
                assert min(stances) < 0 < max(stances), option.id


@pytest.mark.parametrize("event", ARGUED, ids=lambda one: one.id)
def test_every_hand_leaves_two_cards_that_cut_and_two_rebuttals_that_matter(event: Event) -> None:
    dealer = Dealer(PACK, PACK.ruleset.worldviews["authors"])
    for seat in PACK.seats:
        for option in event.seats[seat]:
            for seed in range(10):
                bench = dealer.bench(event, seat, option, seed, 2)
                assert sum(bool(card.cuts) for card in bench.hand) >= 2, (option.id, seed)
                asked, hand = set(bench.asked), {card.id for card in bench.hand}
                matter = [one for one in bench.ready if one.worsens in asked or hand & set(one.against)]
                assert len(matter) >= 2, (option.id, seed)


def test_a_normative_claim_on_a_card_has_a_rival_or_the_authors_beside_it() -> None:
    claims = PACK.ruleset.dossier.claims
    attackers = [one for one in claims.values() if one.rival or one.kind == "normative"]
    rivalled = {name for claim in attackers for name in claim.attacks}
    said = [card for line in LINES for card in line.cards] + [
        card for event in ARGUED for card in event.cards
    ]
    bare = {
        name
        for card in said
        for name in card.because
        if name in claims
        and claims[name].kind == "normative"
        and not claims[name].rival
        and name not in rivalled
    }
    assert bare == set()


def test_an_option_of_each_seat_says_something_where_it_falls_short_in_each_argued_event() -> None:
    for event in ARGUED:
        for seat, options in event.seats.items():
            assert any(option.watered or option.blocked for option in options), (
                event.id,
                seat,
            )


def test_win_sets_move_with_the_world_at_every_office() -> None:
    moving = {
        (seat, option.id)
        for event in ARGUED
        for seat, options in event.seats.items()
        for option in options
        if any(names_in(node) for _, node in option.home)
    }
    assert {seat for seat, _ in moving} == set(PACK.seats)
    assert len(moving) >= 10


def test_a_country_can_choose_what_it_cannot_carry_out_together() -> None:
    clashing = [
        (option.id, other)
        for event in PACK.events.values()
        for options in event.seats.values()
        for option in options
        for other in option.clash
    ]
    assert len(clashing) >= 3
