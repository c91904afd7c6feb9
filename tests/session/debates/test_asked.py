"""What a seat is asked in a debate: all that is legal and nothing else, and no look into the other's house."""

import pytest
from attrs import asdict

from dosmesas.engine.plays import answer_of, play_of, text_of
from dosmesas.engine.state import Point
from dosmesas.session.debates.asked import (
    action_of,
    case_asked,
    debate_of,
    rebut_asked,
    reply_asked,
    standing_with,
)
from dosmesas.session.session import Session
from tests.support.athome import apart
from tests.support.making import NORDEN, SUDEN
from tests.support.rounds import EVERY, WARDEN, debates_at, richest, session_of, until
from tests.support.shipped import shipped

CULIACAN = shipped("culiacan")
PACKS = {"parley": session_of, "culiacan": lambda: session_of(CULIACAN, *CULIACAN.seats)}


@pytest.mark.parametrize("name", PACKS)
def test_a_case_is_asked_of_the_hand_and_every_legal_case_can_be_picked_in_any_order(name: str) -> None:
    session = until(PACKS[name](), 2, Point.CASE)
    for seat in session.setup.seats:
        asked = case_asked(session, seat, "en")
        assert asked.option == session.state.chosen(2)[seat]
        cards = {card.id for card in asked.cards}
        legal = session.legal(seat)
        assert {one for action in legal for one in play_of(action)} == cards
        assert max(len(play_of(action)) for action in legal) == asked.most
        assert {action_of(tuple(reversed(play_of(action)))) for action in legal} == set(legal)


@pytest.mark.parametrize("name", PACKS)
def test_the_rebuttals_asked_for_are_the_legal_ones_and_each_says_what_it_hits(name: str) -> None:
    session = until(PACKS[name](), 2, Point.REBUT)
    for seat in session.game.to_move(session.state):
        asked, debate = rebut_asked(session, seat, "en"), debate_of(session, seat)
        assert debate.foe == seat
        assert tuple(card.id for card in asked.case) == debate.case
        legal = {one for action in session.legal(seat) for one in play_of(action)}
        assert {one.card.id for one in asked.cards} == legal
        for one in asked.cards:
            said = debate.judge.cards[one.card.id]
            assert {card.id for card in one.hits} == set(said.against) & set(debate.case)
            assert one.hits or said.worsens in debate.bench.asked


@pytest.mark.parametrize("name", PACKS)
def test_every_legal_answer_is_asked_with_its_card_and_with_what_follows(name: str) -> None:
    session = until(PACKS[name](), 2, Point.REPLY)
    for seat in session.game.to_move(session.state):
        asked, debate = reply_asked(session, seat, "en"), debate_of(session, seat)
        assert tuple(one.action for one in asked.answers) == session.legal(seat)
        for one in asked.answers:
            answer = answer_of(one.action)
            assert (one.kind, one.card.id if one.card else "", one.other.id if one.other else "") == (
                answer.kind,
                answer.card,
                answer.backed,
            )
            strengths = debate.judge.strengths(debate.case, debate.against, answer)
            assert {who.id: who.strength for who in one.after.listeners} == strengths
        assert asked.answers[0].after == asked.now
        assert {who.id: who.strength for who in asked.made.listeners} == debate.judge.strengths(debate.case)
        assert tuple(one.card.id for one in asked.against) == debate.against


def test_what_moves_while_a_player_picks_is_the_case_as_it_is_then_made() -> None:
    session = until(session_of(), 1, Point.CASE)
    case = play_of(session.legal(NORDEN)[-1])
    tried = standing_with(session, NORDEN, tuple(reversed(case)), "en")
    for seat in EVERY:
        session.decide(seat, text_of(case) if seat == NORDEN else richest(Point.CASE, session.legal(seat)))
    while session.state.point is Point.REBUT:
        session.decide(session.next_seat() or "", "none")
    assert debates_at(session)[NORDEN].case == case
    assert standing_with(session, NORDEN, case, "en").support == tried.support


def test_a_seat_that_nobody_faces_is_answered_from_the_floor() -> None:
    session = until(session_of(), 1, Point.REPLY)
    asked = reply_asked(session, WARDEN, "en")
    assert asked.foe == ""
    assert asked.against
    assert reply_asked(session, NORDEN, "en").foe == "Minister of Suden"


def supports_in(value: object) -> list[object]:
    """Every support and band that an answer holds, however deep."""
    if isinstance(value, dict):
        found = [one for key, one in value.items() if key in {"support", "band"}]
        return found + [one for inner in value.values() for one in supports_in(inner)]
    return [one for inner in value for one in supports_in(inner)] if isinstance(value, list | tuple) else []


def at_rebut(session: Session) -> Session:
    return until(session, 1, Point.REBUT)


@pytest.mark.parametrize(
    "session",
    [at_rebut(session_of(apart())), until(session_of(CULIACAN, *CULIACAN.seats), 2, Point.REBUT)],
    ids=["apart", "culiacan"],
)
def test_who_answers_a_case_does_not_see_how_it_stands_at_the_others_home(session: Session) -> None:
    seats = session.game.to_move(session.state)
    assert len(seats) > 1
    for seat in seats:
        found = supports_in(asdict(rebut_asked(session, seat, "en")))
        assert found
        assert set(found) == {None}


def test_a_seats_own_case_has_its_support() -> None:
    session = until(session_of(apart()), 1, Point.CASE)
    assert None not in supports_in(asdict(case_asked(session, SUDEN, "en")))
    until(session, 1, Point.REPLY)
    assert None not in supports_in(asdict(reply_asked(session, NORDEN, "en")))
