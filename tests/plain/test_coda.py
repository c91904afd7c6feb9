"""After the last turn in plain mode: the other chair and the statement; then the debrief comes, whatever."""

import io
import re
from functools import cache
from pathlib import Path

import pytest

from dosmesas.engine.plays import answer_of
from dosmesas.journal.journal import Journal, JournalError
from dosmesas.plain.demo import narrate
from dosmesas.plain.page import Page
from dosmesas.session.coda.kept import kept_statement, kept_swap
from dosmesas.session.coda.statement import draft, let_stand
from dosmesas.session.coda.swap import swap_for
from dosmesas.session.session import Session
from dosmesas.session.setup import ALL, ALTERNATE, Setup
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import start
from tests.support.rounds import session_of
from tests.support.shipped import shipped
from tests.support.small import parley
from tests.support.talking import SIGN, talk

PLAYED = ("3", "1", "1 2", "1", "1", "1 2", "1", "1", "1", "1 2", "1")
"""A whole game of parley as Norden, up to the question for the other chair's case."""
LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])


def norden() -> Session:
    return session_of(None, NORDEN, argue=ALTERNATE)


@cache
def game(*lines: str, language: str = "en") -> str:
    return talk(norden(), *PLAYED, *lines, language=language)


@cache
def over() -> Session:
    """The game itself, over."""
    session = norden()
    talk(session, *PLAYED)
    assert session.over
    return session


def coda(text: str, language: str = "en") -> str:
    """What comes after the last turn, before the player's own sentence and the debrief; no line breaks."""
    start_of = text.index(say(language, "swap_heading", turn=4, office="#").partition("#")[0])
    end = text.index(say(language, "sentence_ask")[:30])
    return " ".join(text[start_of:end].split())


@pytest.mark.parametrize("answers", [(), ("1 2",), ("1 2", "1"), ("x", "? 1", "try 1")])
@LANGUAGES
def test_the_debrief_comes_when_the_input_ends_at_any_prompt(answers: tuple[str, ...], language: str) -> None:
    text = game(*answers, language=language)
    assert say(language, "ending_heading", title="#").partition("#")[0] in text
    assert "Who was heard?" in text
    assert text.index(coda(text, language)[:30]) < text.index("Who was heard?")


def test_the_other_chair_is_told_with_what_was_reached_kept_and_best() -> None:
    swap = swap_for(over(), NORDEN)
    assert swap is not None
    hand = swap.debate.bench.hand
    made = swap.argued(tuple(sorted(card.id for card in hand[:2])))
    text = coda(game("1 2", "2"))
    done = made.answered(answer_of(made.actions[1]))
    reached, kept, best = (fixed(one, 2) for one in (done.reached, done.kept, done.best))
    said = say("en", "swap_result", reached=reached, office="Minister of Suden", kept=kept, best=best)
    assert said in text
    for number, card in enumerate(swap.debate.dealt.hand, 1):
        assert f" {number}. {card.face('en')}. " in text


def test_the_other_chair_shows_no_support_at_the_others_home() -> None:
    text = coda(game("try 1 2", "1 2", "1"))
    assert " of 100" not in text


def test_what_is_tried_there_is_how_far_the_policy_would_stand_unanswered() -> None:
    swap = swap_for(over(), NORDEN)
    assert swap is not None
    case = tuple(sorted(card.id for card in swap.debate.bench.hand[:2]))
    (strength,) = swap.debate.judge.strengths(case).values()
    assert say("en", "stands_with", strength=fixed(round(strength / 10**6), 2)) in coda(game("try 1 2"))


@pytest.mark.parametrize("answers", [(), ("1 2", "1", "1"), ("0", "0"), ("0", "undo")])
def test_the_coda_moves_no_number_and_no_digest(answers: tuple[str, ...]) -> None:
    session = norden()
    talk(session, *PLAYED, *answers)
    if "undo" not in answers:
        assert session.digest() == over().digest()
    assert say("en", "outlook_line", steps=12)[:30] in game(*answers) or "undo" in answers


def test_a_case_of_nothing_may_be_made_there() -> None:
    assert say("en", "swap_result", reached="#", office="#", kept="#", best="#")[:8] in coda(game("0", "1"))


@LANGUAGES
def test_a_statement_holds_what_was_signed_and_nothing_else(language: str) -> None:
    stood = let_stand(over())
    assert stood
    text = coda(game("0", "1", "1", language=language), language)
    wanted = " ".join(" ".join(draft(over(), stood[:1], language)).split())
    assert text.endswith(wanted)


def test_who_signs_nothing_has_no_statement() -> None:
    text = coda(game("0", "1", "0"))
    assert text.endswith(say("en", "statement_unsigned"))
    assert say("en", "statement_head", pack="#").partition("#")[0] not in text


def test_a_number_that_the_statement_does_not_have_is_asked_again() -> None:
    most = len(let_stand(over()))
    text = coda(game("0", "1", "9", "1"))
    assert say("en", "pick_numbers", count=most, most=most) in text
    assert say("en", "statement_head", pack="The parley") in text


ANSWERS = {
    "flow": "Flow sheet, turn 4.",
    "credit": say("en", "views_in_order"),
    "why goodwill": "Goodwill, turn 4: ",
    "status": say("en", "status_heading"),
    "home": say("en", "home_none"),
    "help": "Commands:",
    "?": "Quota",
    "save": say("en", "not_saved"),
}


@pytest.mark.parametrize("word", ANSWERS)
@pytest.mark.parametrize("before", [(), ("1 2",), ("0", "1")], ids=["case", "reply", "statement"])
def test_commands_are_answered_there_as_in_the_game(word: str, before: tuple[str, ...]) -> None:
    text = game(*before, word)
    said = text.split(f"\n> {word}\n", 1)[1]
    assert ANSWERS[word] in said.split("\n> ", 1)[0]
    assert "Who was heard?" in text


@pytest.mark.parametrize("before", [(), ("1 2",), ("0", "1")], ids=["case", "reply", "statement"])
def test_undo_there_goes_back_to_the_last_turn_which_is_then_played_again(before: tuple[str, ...]) -> None:
    session = norden()
    text = talk(session, *PLAYED, *before, "undo", "2", "0", "0", "1", "0")
    assert session.over
    after = text.split("\n> undo\n", 1)[1]
    assert after.startswith("Back to the beginning of turn 4.")
    assert after.count("Turn 4 of 4.") == 1
    assert session.state.chosen(4)[NORDEN].endswith("keep-again")
    assert after.count("Who was heard?") == 1
    assert "Who was heard?" not in text.split("\n> undo\n", 1)[0]


def test_who_quits_there_is_told_where_the_game_is_kept() -> None:
    text = game("quit")
    assert text.endswith(f"{say('en', 'not_saved')}\n{say('en', 'bye')}\n")


def end_of(text: str) -> str:
    """The debrief."""
    return text[text.index(say("en", "outlook_line", steps=12)[:30]) :]


def saved(path: Path, *lines: str) -> str:
    """The transcript of a whole game that is saved, with these lines after the last turn."""
    session = Session.start(parley(), norden().setup, save=path)
    text = talk(session, *PLAYED, *lines)
    session.close()
    return text


def resumed(path: Path, *lines: str) -> str:
    """The transcript of going on with it."""
    session = Session.resume(parley(), path)
    text = talk(session, *lines)
    session.close()
    return text


def test_what_was_said_is_not_asked_again_when_the_game_is_resumed(tmp_path: Path) -> None:
    first = saved(tmp_path / "a.jsonl", "1 2", "2", "1", "because it held")
    second = resumed(tmp_path / "a.jsonl")
    assert "Seats swapped" not in second
    assert say("en", "statement_heading") not in second
    assert "In one sentence" not in second
    assert end_of(second) == end_of(first)
    assert say("en", "argued_signed") in second


@pytest.mark.parametrize(
    ("lines", "rest"),
    [((), ("1 2", "2", "1")), (("1 2",), ("1 2", "2", "1")), (("1 2", "2"), ("1",))],
    ids=["nothing", "the case", "the answer"],
)
def test_a_resumed_game_goes_straight_to_what_is_missing_and_tells_it_in_the_same_words(
    lines: tuple[str, ...], rest: tuple[str, ...], tmp_path: Path
) -> None:
    whole = saved(tmp_path / "a.jsonl", "1 2", "2", "1", "because it held")
    saved(tmp_path / "b.jsonl", *lines)
    text = resumed(tmp_path / "b.jsonl", *rest, "because it held")
    assert ("Seats swapped" in text) is (len(rest) == 3)
    statement = say("en", "statement_heading")
    assert text[text.index(statement) :].replace("b.jsonl", "a.jsonl") == whole[whole.index(statement) :]


def test_nothing_signed_is_an_answer_too(tmp_path: Path) -> None:
    saved(tmp_path / "a.jsonl", "0", "1", "0", "because it held")
    text = resumed(tmp_path / "a.jsonl")
    assert say("en", "statement_prompt") not in text
    assert say("en", "argued_signed") not in text


@LANGUAGES
def test_replay_tells_what_was_argued_from_the_other_chair_and_what_was_signed(
    language: str, tmp_path: Path
) -> None:
    saved(tmp_path / "a.jsonl", "1 2", "2", "1", "because it held")
    out = io.StringIO()
    session = Session.replay(parley(), tmp_path / "a.jsonl")
    narrate(session, Page(out, language))
    text = " ".join(out.getvalue().split())
    swap, signed = kept_swap(session, NORDEN), kept_statement(session)
    assert swap is not None
    assert signed
    for card in swap.debate.case + swap.debate.against:
        assert session.game.tables.floor.cards[card].face(language) in text
    assert " ".join(" ".join(draft(session, signed, language)).split()) in text
    assert say(language, "swap_case", cards="#").partition("#")[0] in text
    assert text.index(" ".join(draft(session, signed, language)[0].split())) < text.index(
        say(language, "ending_heading", title="#").partition("#")[0]
    )


def test_what_cannot_be_saved_is_told_and_shown_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session.start(parley(), norden().setup, save=tmp_path / "a.jsonl")
    talk(session, *PLAYED)

    def full(*_: object) -> None:
        raise JournalError("No space left on device")

    monkeypatch.setattr(Journal, "append", full)
    text = talk(session, "1 2", "2", "1")
    assert text.count("No space left on device") == 2
    assert say("en", "swap_result", reached="#", office="#", kept="#", best="#")[:8] in text
    assert say("en", "statement_head", pack="#").partition("#")[0] in text


def test_events_that_are_no_choice_do_not_trouble_the_end() -> None:
    """In culiacan an inquiry may come of a choice; it is no event of the pack."""
    session = Session.start(shipped("culiacan"), Setup(("mx.security_secretary",), 3, argue=ALL))
    while (seat := session.next_seat()) is not None:
        legal = session.legal(seat)
        arguing = str(session.state.point) in {"case", "rebut"}
        session.decide(seat, legal[-1] if arguing else legal[0])
    assert {name for name, _ in session.state.happened} - {*session.pack.events}
    assert say("en", "outlook_line", steps=12)[:30] in talk(session)


def test_two_players_opposite_each_other_each_sit_down_in_the_others_chair() -> None:
    session = session_of(None, NORDEN, SUDEN)
    text = " ".join(talk(session, *["1", ""] * 80).split())
    assert session.over
    offices = session.pack.ruleset.offices
    for other in (SUDEN, NORDEN):
        assert say("en", "swap_heading", turn=4, office=offices[other].name("en")) in text
    assert re.search(re.escape(say("en", "statement_none")[:30]) + "|" + say("en", "statement_heading"), text)


def test_between_two_players_a_curtain_falls_before_each_part() -> None:
    session = session_of(None, NORDEN, "no.warden", argue=ALTERNATE)
    text = talk(session, *["1", ""] * 80)
    after = text[text.rindex("What followed.") : text.index(say("en", "outlook_line", steps=12)[:30])]
    parts = [
        *re.findall(r"Pass the keyboard to|Seats swapped|A joint statement|in one sentence", after),
    ]
    assert parts.count("Seats swapped") == 1
    assert parts.count("in one sentence") == 2
    for place, part in enumerate(parts):
        if part == "Seats swapped":
            assert parts[place - 1] == "Pass the keyboard to"
    asked = re.findall(r"Pass the keyboard to (\w+ of \w+)\.|^(\w+ of \w+): in one", after, re.MULTILINE)
    seen = ""
    for curtain, question in asked:
        assert not question or question == seen or not seen
        seen = curtain or question


def test_a_pack_without_debates_has_no_coda() -> None:
    text = talk(start(NORDEN, draws="greatest"), *SIGN)
    assert say("en", "statement_none")[:30] not in text
    assert say("en", "statement_heading") not in text
