"""What is asked in a debate, in words: every card by its number, every answer with what follows."""

import pytest

from dosmesas.debate.graph import ONE
from dosmesas.engine.home import Band
from dosmesas.engine.state import Point
from dosmesas.session.bands import support_word
from dosmesas.session.debates.asked import case_asked, rebut_asked, reply_asked
from dosmesas.session.debates.standing import standing
from dosmesas.session.debates.tell import DebateTeller, band_word, letter, points, share
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from tests.support.making import NORDEN, SUDEN
from tests.support.rounds import WARDEN, debates_at, session_of, until
from tests.support.shipped import shipped

LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])
CULIACAN = shipped("culiacan")
SESSIONS = {
    point: [until(session_of(), 2, point), until(session_of(CULIACAN, *CULIACAN.seats), 2, point)]
    for point in (Point.CASE, Point.REBUT, Point.REPLY)
}


def movers(point: Point) -> list[tuple[Session, str]]:
    return [(one, seat) for one in SESSIONS[point] for seat in one.game.to_move(one.state)]


@LANGUAGES
def test_a_case_is_asked_with_every_card_under_its_number(language: str) -> None:
    teller = DebateTeller(language)
    for session, seat in movers(Point.CASE):
        asked = case_asked(session, seat, language)
        lines = teller.case(asked)
        for number, card in enumerate(asked.cards, 1):
            (line,) = (one for one in lines if one.startswith(f"{number}. "))
            assert line == f"{number}. {teller.card(card)}"
            assert card.face in line
            assert card.basis in line
            assert all(question in line for question in (card.answers, *card.feeds))
        assert say(language, "case_prompt", most=asked.most) == lines[-1]
        assert any(f" {points(asked.before.support)} " in one for one in lines)


@LANGUAGES
def test_rebuttals_name_the_cards_that_they_hit_by_letters_that_stand_above(language: str) -> None:
    for session, seat in movers(Point.REBUT):
        asked = rebut_asked(session, seat, language)
        lines = DebateTeller(language).rebut(asked)
        for name, card in zip("ABC", asked.case, strict=False):
            assert sum(one.startswith(f"  {name}. {card.face}") for one in lines) == 1
        for number, one in enumerate(asked.cards, 1):
            (line,) = (line for line in lines if line.startswith(f"{number}. "))
            assert one.card.face in line
            hits = ", ".join(letter(card, asked.case) for card in one.hits)
            assert line.endswith(hits or f"{one.card.answers}")


@LANGUAGES
def test_every_answer_is_told_with_the_support_that_it_leads_to(language: str) -> None:
    teller = DebateTeller(language)
    for session, seat in movers(Point.REPLY):
        asked = reply_asked(session, seat, language)
        lines = teller.reply(asked)
        for number, one in enumerate(asked.answers, 1):
            (line,) = (line for line in lines if line.startswith(f"{number}. "))
            support = points(one.after.support)
            assert line.endswith(say(language, "answer_after", answer=teller.named(one), support=support))
            place = (one.other or one.card).place if one.card else 0  # type: ignore[union-attr] # or it has none
            assert one.kind not in {"back", "concede"} or f" {place}" in line
        made, now = (points(one.support) for one in (asked.made, asked.now))
        assert say(language, "reply_support", made=made, now=now) in lines


def test_the_floor_answers_where_nobody_sits_opposite() -> None:
    session = until(session_of(), 1, Point.REPLY)
    assert say("en", "reply_heading_floor") in DebateTeller("en").reply(reply_asked(session, WARDEN, "en"))
    heading = say("en", "reply_heading", office="Minister of Suden")
    assert heading in DebateTeller("en").reply(reply_asked(session, NORDEN, "en"))


def test_where_no_card_was_played_it_is_said() -> None:
    session = until(session_of(), 1, Point.CASE)
    for seat in (NORDEN, WARDEN, SUDEN):
        session.decide(seat, "none")
    lines = DebateTeller("en").rebut(rebut_asked(session, NORDEN, "en"))
    assert say("en", "no_case") in lines


def test_what_is_tried_is_told_audience_by_audience_or_by_strength_where_home_is_hidden() -> None:
    session = until(session_of(), 1, Point.CASE)
    debate = debates_at(session)[WARDEN]
    case = (debate.bench.hand[0].id,)
    seen = standing(session, debate, case, "en")
    line = DebateTeller("en").tried(seen)
    assert all(f"{one.name} {points(one.support)}" in line for one in seen.listeners)
    hidden = standing(session, debate, case, "en", seen=False)
    strength = share(seen.strength)
    assert DebateTeller("en").tried(hidden) == say("en", "stands_with", strength=strength)
    assert points(seen.support) not in DebateTeller("en").table(hidden)


def test_an_opened_card_gives_its_warrant_and_its_strength() -> None:
    session = until(session_of(), 1, Point.CASE)
    card = case_asked(session, NORDEN, "en").cards[0]
    line = DebateTeller("en").opened(card)
    assert card.warrant in line
    assert share(card.strength) in line


@pytest.mark.parametrize(
    ("support", "text"), [(None, "-"), (0, "0"), (49_999, "49"), (50_000, "50"), (100_000, "100")]
)
def test_support_is_rounded_down_so_that_too_little_does_not_read_as_enough(
    support: int | None, text: str
) -> None:
    assert points(support) == text


@pytest.mark.parametrize(
    ("strength", "text"),
    [(0, "0.00"), (ONE, "1.00"), (384_000_000, "0.38"), (573_900_000, "0.57"), (96_000_000, "0.10")],
)
def test_strengths_have_two_digits(strength: int, text: str) -> None:
    assert share(strength) == text


@LANGUAGES
def test_every_band_has_a_word_of_its_own(language: str) -> None:
    words = {band_word(band, language) for band in [*Band, "inquiry"]}
    assert len(words) == len(Band) + 1


@LANGUAGES
def test_in_bands_an_answer_names_what_home_would_make_of_it_where_that_changes(language: str) -> None:
    teller, changed = DebateTeller(language, points=False), set[bool]()
    for session, seat in movers(Point.REPLY):
        asked = reply_asked(session, seat, language)
        lines = teller.reply(asked)
        now = support_word(asked.now.band, asked.now.support, language)  # type: ignore[arg-type] # a home table
        for number, one in enumerate(asked.answers, 1):
            (line,) = (line for line in lines if line.startswith(f"{number}. "))
            then = support_word(one.after.band, one.after.support, language)  # type: ignore[arg-type] # as above
            told = say(language, "answer_after_first", answer=teller.named(one), support=then)
            assert line == f"{number}. {teller.named(one) if then == now else told}"
            changed.add(then != now)
    assert changed == {True, False}


@LANGUAGES
def test_in_bands_no_support_is_a_number_and_kinds_of_claims_wait_for_the_opened_card(language: str) -> None:
    teller = DebateTeller(language, points=False)
    for session, seat in movers(Point.CASE):
        asked = case_asked(session, seat, language)
        lines = teller.case(asked)
        support = support_word(asked.before.band, asked.before.support, language)  # type: ignore[arg-type] # as above
        assert any(support in one for one in lines[:4])
        assert not any(f" {points(asked.before.support)} " in one for one in lines)
        for number, card in enumerate(asked.cards, 1):
            (line,) = (one for one in lines if one.startswith(f"{number}. "))
            assert f"({card.where})" in line
            assert card.basis in teller.opened(card)
        assert " of 100" not in " ".join((teller.tried(asked.before), teller.spoken(asked.before)))
