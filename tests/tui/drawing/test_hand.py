"""Cards as rows of a list, and what stands behind them."""

import pytest

from dosmesas.engine.state import Point
from dosmesas.session.debates.asked import case_asked, reply_asked
from dosmesas.tui.drawing.hand import Hand, box, does, opened, picked_lines, said_lines, under
from tests.support.midway import SECRETARY, arguing


def test_a_card_tells_what_it_answers_and_feeds_at_its_line_s_end_and_with_room_its_grounds_below() -> None:
    card = next(one for one in case_asked(arguing(Point.CASE), SECRETARY, "en").cards if one.feeds)
    head = box(2, picked=True)
    (small,) = Hand(76, "en", deep=False).card(head, card, does(card)).plain.splitlines()
    assert small.startswith(f" [x] 2  {card.face}")
    assert small.endswith(f"{card.where}  {card.answers} !{card.feeds[0]}")
    face, below = Hand(76, "en", deep=True).card(head, card, does(card)).plain.splitlines()
    assert face.strip() == f"[x] 2  {card.face}"
    assert below.strip() == f"{card.basis} · 0.70 · {card.answers} !{card.feeds[0]}"


@pytest.mark.parametrize("width", [40, 60, 76])
def test_no_row_is_wider_than_its_list_and_no_word_of_it_is_lost(width: int) -> None:
    for card in case_asked(arguing(Point.CASE), SECRETARY, "es").cards:
        lines = Hand(width, "es", deep=False).card(box(1, picked=False), card, does(card)).plain.splitlines()
        assert max(map(len, lines)) <= width
        told = " ".join(" ".join(lines).split())
        assert all(word in told for word in f"{card.face} {card.answers}".split())


def test_cards_stand_under_the_questions_that_they_answer_and_feed() -> None:
    cards = case_asked(arguing(Point.CASE), SECRETARY, "en").cards
    assert under([("1", cards[0]), ("2", cards[1])]) == {"Needed?": "1", "Serious?": "2", "Works?": "!2"}


def test_behind_a_card_stand_its_warrant_and_the_claim_that_it_rests_on() -> None:
    session = arguing(Point.CASE)
    card = case_asked(session, SECRETARY, "en").cards[0]
    warrant, *_, claim = opened(card, session.pack, "en")
    assert warrant.startswith(card.warrant)
    assert session.pack.ruleset.dossier.claims[card.claims[0]].text("en") in claim


def test_what_is_picked_has_its_warrant_beside_the_list() -> None:
    cards = case_asked(arguing(Point.CASE), SECRETARY, "en").cards
    text = " ".join(" ".join(line.plain for line in picked_lines([("2", cards[1])], 40)).split())
    assert text.startswith(f"2 {cards[1].warrant}")
    assert cards[1].basis in text


def test_what_was_said_against_a_case_names_the_cards_that_it_hits() -> None:
    asked = reply_asked(arguing(Point.REPLY), SECRETARY, "en")
    lines = [line.plain for line in said_lines(asked, 76, "en", warrants=False)]
    for one in asked.against:
        line = next(line for line in lines if one.card.face in line)
        assert line.endswith(f"against {', '.join(str(card.place) for card in one.hits)}")
    warranted = " ".join(line.plain.strip() for line in said_lines(asked, 76, "en", warrants=True))
    assert all(one.card.warrant in warranted for one in asked.against)
