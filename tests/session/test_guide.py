"""A newcomer's notes: each word once, when it is met, two a turn, whatever is taken back, resumed or shared."""

import re
from pathlib import Path

import pytest
from attrs import evolve

from dosmesas.engine.state import SILENT, Point
from dosmesas.model.rules import Pack, Term
from dosmesas.session.guide import (
    A_TURN,
    CARD,
    OPENING,
    Note,
    first_sentence,
    note_line,
    notes_after,
    notes_at_end,
    notes_now,
)
from dosmesas.session.guide_words import WORDS
from dosmesas.session.session import Session
from dosmesas.session.setup import ALL, ALTERNATE, AUTO, Setup
from dosmesas.text.catalog import say
from dosmesas.text.local import plain
from tests.support.making import NORDEN, SUDEN
from tests.support.rounds import until
from tests.support.shipped import shipped
from tests.support.small import parley

CULIACAN = shipped("culiacan")
LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])


def taught() -> Pack:
    """The pack parley, with an entry for every word that there is a note for."""
    terms = tuple(Term(plain(word), plain(f"What {word} is. And more of it.")) for word in WORDS)
    return evolve(parley(), ruleset=evolve(parley().ruleset, glossary=terms))


def begun(*seats: str, argue: str = ALTERNATE, pack: Pack | None = None, save: Path | None = None) -> Session:
    return Session.start(pack or taught(), Setup(seats or (NORDEN,), 7, "random", argue=argue), save=save)


def act(session: Session) -> str:
    """Take the last legal action of whoever is next; the seat."""
    seat = session.next_seat()
    assert seat is not None
    session.decide(seat, session.legal(seat)[-1])
    return seat


def words(notes: tuple[Note, ...]) -> list[str]:
    return [one.word for one in notes]


def told(session: Session) -> list[tuple[int, str, list[str]]]:
    """Every note of a game as it is played to its end: turn, seat ('' for what followed), words."""
    found, turn = [], session.state.turn
    while (seat := session.next_seat()) is not None:
        found.append((session.state.turn, seat, words(notes_now(session, seat, "en"))))
        act(session)
        while turn < session.state.turn and turn <= session.pack.turns:
            found.append((turn, "", words(notes_after(session, turn, "en"))))
            turn += 1
    return [*found, (turn, "end", words(notes_at_end(session, "en")))]


@pytest.mark.parametrize("argue", [ALTERNATE, ALL, AUTO])
def test_each_word_is_told_once_and_at_most_two_in_a_turn_besides_what_a_card_is(argue: str) -> None:
    found = told(begun(argue=argue))
    every = [word for _, _, here in found for word in here]
    assert len(every) == len({*every})
    assert len(every) > 6
    for turn in range(1, 5):
        here = [word for number, _, told_here in found if number == turn for word in told_here]
        assert len([word for word in here if word != CARD]) <= A_TURN


def test_the_first_table_names_option_audience_and_forecast_and_nothing_else() -> None:
    session = begun()
    (first,) = notes_now(session, NORDEN, "en")
    assert first == Note("", say("en", "guide_opening"))
    for word in ("forecast", "home", "option"):
        assert word in first.text
    assert session.state.point is Point.WORD
    session.decide(NORDEN, SILENT)
    assert words(notes_now(session, NORDEN, "en")) == ["deal"]


def test_a_debate_is_explained_when_it_is_met_and_not_before() -> None:
    session = begun()
    found = told(session)
    place = {word: turn for turn, _, here in found for word in here}
    assert place["case"] == next(turn for turn, seat, here in found if "case" in here)
    session = until(begun(), 1, Point.CASE)
    assert words(notes_now(session, NORDEN, "en")) == ["card"]  # two notes were told at the table
    session = until(begun(), 2, Point.CASE)
    assert words(notes_now(session, NORDEN, "en")) == ["case"]


@pytest.mark.parametrize("argue", [ALTERNATE, ALL])
def test_what_a_card_is_is_told_in_the_first_debate_where_any_is_picked(argue: str) -> None:
    for pack, seat in (
        (taught(), NORDEN),
        (shipped("year-two"), "us.president"),
        (CULIACAN, "mx.president"),
    ):
        session = begun(seat, argue=argue, pack=pack)
        while session.state.point not in {Point.CASE, Point.REBUT}:
            act(session)
        assert "card" in [one.lower() for one in words(notes_now(session, seat, "en"))]
        act(session)
        later = [word.lower() for _, _, here in told(session) for word in here]
        assert "card" not in later


def test_what_is_taken_back_is_told_again_and_what_was_told_before_is_not() -> None:
    session = begun()
    before = notes_now(session, NORDEN, "en")
    act(session)
    deal = notes_now(session, NORDEN, "en")
    session.undo()
    assert notes_now(session, NORDEN, "en") == before
    act(session)
    assert notes_now(session, NORDEN, "en") == deal
    until(session, 2, Point.CHOOSE)
    second = notes_now(session, NORDEN, "en")
    act(session)
    session.undo()
    assert notes_now(session, NORDEN, "en") == second


def test_a_game_resumed_goes_on_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    session = begun(save=path)
    for _ in range(6):
        act(session)
        seat = session.next_seat()
        assert seat is not None
        now = notes_now(session, seat, "en")
        session.close()
        session = Session.resume(taught(), path)
        assert notes_now(session, seat, "en") == now
    session.close()


def test_a_fork_tells_what_the_game_that_it_left_had_not_told() -> None:
    whole = told(begun())
    session = until(begun(), 3, Point.CHOOSE)
    fork = Session(session.game, session.setup, session.bots, list(session.path))
    rest = [word for _, _, here in told(fork) for word in here]
    early = [word for turn, seat, here in whole if turn < 3 and seat for word in here]
    assert not {*rest} & {*early}


def test_two_at_a_keyboard_are_each_told_once_and_read_what_followed_together() -> None:
    found = told(begun(NORDEN, SUDEN, argue=ALL))
    for seat in (NORDEN, SUDEN):
        own = [word for _, one, here in found if one == seat for word in here]
        assert own[0] == ""
        assert "deal" in own
        assert len(own) == len({*own})
    followed = [word for _, one, here in found if one == "" for word in here]
    assert followed
    assert len(followed) == len({*followed})


def test_a_ruleset_without_an_entry_is_silent_on_it() -> None:
    found = told(begun(pack=parley()))
    assert [word for _, _, here in found for word in here] == [""]


def test_the_end_explains_the_outlook() -> None:
    session = begun()
    assert notes_at_end(session, "en") == ()
    while session.next_seat():
        act(session)
    assert "outlook" in words(notes_at_end(session, "en"))
    assert notes_now(session, NORDEN, "en") == ()


def entries() -> dict[str, Term]:
    return {one.term("en").lower(): one for one in CULIACAN.ruleset.glossary}


@LANGUAGES
@pytest.mark.parametrize("word", WORDS)
def test_the_glossary_has_each_word_with_a_short_first_sentence(word: str, language: str) -> None:
    entry = entries()[word]
    sentence = first_sentence(entry.text(language))
    assert sentence.endswith(".")
    assert not re.search(r"\b[A-Z]\.", sentence)
    assert 4 <= len(sentence.split()) <= 25


@LANGUAGES
def test_the_opening_is_a_short_sentence_and_its_words_are_in_the_glossary(language: str) -> None:
    assert len(say(language, "guide_opening").split()) <= 25
    assert {"option", "forecast", "audience"} <= {*entries()}
    for word in ("byword", "matching grant", "docket", "uif"):
        assert entries()[word].text(language)


def test_a_note_is_one_line_for_every_face() -> None:
    assert note_line(Note("Deal", "Two options."), "en") == "New: Deal. Two options."
    assert note_line(Note("Acuerdo", "Dos opciones."), "es") == "Nuevo: Acuerdo. Dos opciones."
    assert note_line(Note("", "New: this."), "en") == "New: this."


def test_the_notes_of_the_game_that_comes_with_it_are_the_same_each_time() -> None:
    setup = Setup(("mx.president",), 3, "random", argue=ALTERNATE)
    games = [told(Session.start(CULIACAN, setup)) for _ in range(2)]
    assert games[0] == games[1]
    every = [word for _, _, here in games[0] for word in here]
    assert every[:2] == ["", "Deal"]
    assert {"Home table", "Case", "Receipt"} <= {*every}
    assert OPENING not in every
