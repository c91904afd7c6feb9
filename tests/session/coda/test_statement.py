"""The joint statement: only what stood in every debate, each claim once, and not too much of it."""

import pytest

from dosmesas.engine.floor import Debate
from dosmesas.engine.state import Point
from dosmesas.session.coda.statement import MOST, Stood, draft, let_stand
from dosmesas.session.debates.flow import flow_sheet
from dosmesas.session.debates.past import judged_turns
from dosmesas.session.session import Session
from dosmesas.session.setup import ALTERNATE
from dosmesas.text.catalog import say
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import finish, start
from tests.support.rounds import EVERY, WARDEN, richest, session_of, until
from tests.support.shipped import shipped

CULIACAN = shipped("culiacan")
GAMES = [
    *(finish(session_of(seed=seed), which=which) for seed in (1, 5) for which in (2, 3, 7, 11)),
    *(finish(session_of(CULIACAN, seat, argue=ALTERNATE), which=1) for seat in CULIACAN.seats[:2]),
]


def marks(session: Session) -> tuple[dict[str, set[str]], set[str]]:
    """By claim the countries whose card on it stood before another seat, and the claims that fell."""
    stood, fell = dict[str, set[str]](), set[str]()
    offices, known = session.pack.ruleset.offices, session.pack.ruleset.dossier.claims
    for judged in judged_turns(session):
        for debate in judged.debates.values():
            for one in every_card(session, judged.turn, debate):
                speaker = debate.foe if one.role == "rebuttal" else debate.seat
                for claim in (name for name in debate.judge.cards[one.card.id].claims if name in known):
                    if not one.stands:
                        fell.add(claim)
                    elif debate.foe:
                        stood.setdefault(claim, set()).add(offices[speaker].country)
    return stood, fell


def every_card(session: Session, turn: int, debate: Debate) -> list:
    rows = flow_sheet(session, turn, debate, None, "en").rows
    return [one for row in rows for one in (*row.case, *row.rebuttals, *row.replies)]


@pytest.mark.parametrize("session", GAMES, ids=range(len(GAMES)))
def test_what_is_in_the_statement_stands_on_every_flow_sheet_of_the_game(session: Session) -> None:
    stood, fell = marks(session)
    found = let_stand(session)
    assert not {one.claim for one in found} & fell
    for one in found:
        assert one.country in stood[one.claim]
        assert one.strength > 0


@pytest.mark.parametrize("session", GAMES, ids=range(len(GAMES)))
def test_no_claim_is_lost_doubled_or_more_than_three_of_a_country(session: Session) -> None:
    stood, fell = marks(session)
    found = let_stand(session)
    names = [one.claim for one in found]
    assert len(set(names)) == len(names)
    by_country = {country: [one for one in found if one.country == country] for country in ("no", "su")}
    assert all(len(claims) <= MOST for claims in by_country.values())
    left_out = stood.keys() - fell - set(names)
    for claim in left_out:
        assert any(sum(one.country == country for one in found) == MOST for country in stood[claim])


def test_the_games_looked_at_leave_something_standing() -> None:
    assert sum(bool(let_stand(session)) for session in GAMES) > 2


def game(norden: str, answer: str = "rest", rebut: str = "none") -> Session:
    """A game in which only Norden argues, and only in turn 1; Suden says what it is told to."""
    session = until(session_of(seed=5), 1, Point.CASE)
    session.decide(NORDEN, norden)
    session.decide(WARDEN, "none")
    session.decide(SUDEN, "none")
    while not session.over:
        seat = session.next_seat()
        assert seat is not None
        point, legal = session.state.point, session.legal(seat)
        wanted = {
            (Point.REBUT, SUDEN, 1): rebut,
            (Point.REPLY, NORDEN, 1): answer,
        }.get((point, seat, session.state.turn))
        quiet = {Point.CASE: "none", Point.REBUT: "none", Point.REPLY: "rest"}.get(point)
        session.decide(seat, wanted or quiet or richest(point, legal))
    return session


def hand() -> Debate:
    session = until(session_of(seed=5), 1, Point.CASE)
    return session.game.tables.debates(session.state)[NORDEN]


def hit_by() -> tuple[str, str, set[str], set[str]]:
    """A card of Norden's hand, a rebuttal that hits it, and the claims of both, which differ."""
    debate = hand()
    known = debate.judge.cards
    for card in debate.bench.hand:
        for one in debate.bench.ready:
            apart = not set(one.claims) & set(card.claims)
            if card.id in one.against and apart:
                return card.id, one.id, set(known[card.id].claims), set(one.claims)
    raise AssertionError("no card of the hand is hit by another claim")


def test_a_claim_that_nobody_touched_stands_for_both() -> None:
    card, _, claims, _ = hit_by()
    session = game(card)
    assert claims <= {one.claim for one in let_stand(session)}
    assert all(one.country == "no" for one in let_stand(session) if one.claim in claims)


def test_a_claim_whose_card_was_defeated_does_not() -> None:
    card, rebuttal, claims, _ = hit_by()
    found = {one.claim for one in let_stand(game(card, rebut=rebuttal))}
    assert not claims & found


def test_what_made_the_other_side_take_a_card_back_stands_and_the_card_does_not() -> None:
    card, rebuttal, claims, theirs = hit_by()
    found = {one.claim: one for one in let_stand(game(card, answer=f"concede:{card}", rebut=rebuttal))}
    assert not claims & found.keys()
    assert {found[claim].country for claim in theirs} == {"su"}


def test_what_fell_to_the_floor_is_not_let_stand_by_both() -> None:
    """The warden sits opposite nobody; the floor answers with the strongest it has."""
    session = finish(session_of(seed=5), which=-1)
    fell = set[str]()
    for judged in judged_turns(session):
        debate = judged.debates.get(WARDEN)
        for one in every_card(session, judged.turn, debate) if debate else ():
            if not one.stands:
                fell |= set(debate.judge.cards[one.card.id].claims)  # type: ignore[union-attr] # it is one
    assert fell
    assert not fell & {one.claim for one in let_stand(session)}


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_draft_gives_each_claim_once_under_who_brought_it_with_its_place(language: str) -> None:
    stood = (
        Stood("stock-falls", "no", 3),
        Stood("talks-help", "no", 2),
        Stood("fish-come-back", "su", 1),
    )
    session = session_of(None, *EVERY)
    lines = draft(session, stood, language)
    claims, countries = session.pack.ruleset.dossier.claims, session.pack.ruleset.countries
    heads = [
        say(language, "statement_country", country=countries[one].name(language)) for one in ("no", "su")
    ]
    assert [line for line in lines if line in heads] == heads
    for one in stood:
        (line,) = (line for line in lines if claims[one.claim].text(language) in line)
        assert lines.index(heads[one.country == "su"]) < lines.index(line)
    assert lines.index(heads[1]) == 4


def test_a_game_without_debates_lets_nothing_stand() -> None:
    assert let_stand(finish(start(NORDEN))) == ()
