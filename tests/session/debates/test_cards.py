"""A card as a player reads it: what it says and rests on, and how strong it is heard now."""

import pytest

from dosmesas.engine.benches import HELD_TO_WORDS, INCONSISTENT
from dosmesas.engine.memory import WEARS
from dosmesas.engine.state import Point
from dosmesas.model.dossier import ClaimKind
from dosmesas.session.debates.cards import CardView, basis_of, card_view, question_of
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from tests.support.making import NORDEN
from tests.support.rounds import debates_at, session_of, until
from tests.support.shipped import shipped

CULIACAN = shipped("culiacan")
LATER = until(session_of(seed=5), 2, Point.CASE)


def view(session: Session, name: str, language: str = "en", seat: str = NORDEN) -> CardView:
    return card_view(session, debates_at(session)[seat].judge, name, language)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_card_of_a_hand_has_its_face_question_and_place_in_the_players_language(language: str) -> None:
    session = until(session_of(CULIACAN, *CULIACAN.seats), 2, Point.CASE)
    for seat, debate in debates_at(session).items():
        for place, card in enumerate(debate.dealt.hand, 1):
            found = view(session, card.id, language, seat)
            assert (found.face, found.warrant) == (card.face(language), card.warrant(language))
            assert found.place == place
            assert found.strength == debate.judge.cards[card.id].base
            assert found.answers == question_of(CULIACAN, card.answers, language) != ""
            assert len(found.feeds) == len(card.cuts)
        assert all(view(session, one.id, language, seat).place == 0 for one in debate.bench.ready)


def test_a_card_heard_of_late_says_so_and_is_weaker() -> None:
    session = until(session_of(), 4, Point.CASE)
    worn, fresh = 0, 0
    for seat, debate in debates_at(session).items():
        for card in debate.dealt.hand:
            found, base = view(session, card.id, seat=seat), session.game.tables.floor.dealer.said(card).base
            assert found.worn == (found.strength < base)
            worn += found.strength in {base * WEARS // 100, base * WEARS // 100 * WEARS // 100}
            fresh += found.strength == base
    assert worn
    assert fresh


def held_to(session: Session) -> CardView:
    judge = debates_at(session)[NORDEN].judge
    return view(session, next(name for name in judge.cards if name.startswith(INCONSISTENT)))


def test_a_card_that_holds_a_speaker_to_words_quotes_them_in_any_pack() -> None:
    found = held_to(LATER)
    said = LATER.game.tables.floor.cards[found.id.removeprefix(INCONSISTENT)]
    assert found.face == say("en", "said_otherwise", face=said.face("en"))
    assert (found.basis, found.claims, found.answers) == (say("en", "assumption"), (HELD_TO_WORDS,), "")
    assert found.strength == 600_000_000
    assert HELD_TO_WORDS not in LATER.pack.ruleset.assumptions
    assert found.warrant


def test_the_game_says_itself_why_speakers_are_held_to_their_words() -> None:
    assert CULIACAN.ruleset.assumptions[HELD_TO_WORDS].text("es")


def test_the_basis_names_kind_and_place_once_and_tells_rivals_and_assumptions() -> None:
    pack = LATER.pack
    fact, cause, rival = say("en", ClaimKind.FACT), say("en", ClaimKind.CAUSAL), say("en", "rival")
    assert basis_of(pack, ("stock-falls", "talks-help", "stock-falls"), "en") == f"{fact}, P1; {cause}, P1"
    assert basis_of(pack, ("fish-come-back",), "en").endswith(rival)
    assert basis_of(pack, ("broken-word-costs",), "en") == say("en", "assumption")
