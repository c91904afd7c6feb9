"""Arguing in plain mode: by number in any order, with every command on the way, and nothing lost."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dosmesas.engine.state import Point
from dosmesas.session.debates.asked import case_asked, debate_of
from dosmesas.session.debates.past import judged_turn
from dosmesas.session.debates.tell import DebateTeller, points
from dosmesas.session.debates.told import credit_lines, flow_lines
from dosmesas.session.session import Session
from dosmesas.session.setup import ALTERNATE
from dosmesas.text.catalog import say
from tests.support.making import NORDEN, SUDEN
from tests.support.rounds import session_of, until
from tests.support.shipped import shipped
from tests.support.small import parley
from tests.support.talking import POINTS, answer, talk

CULIACAN = shipped("culiacan")
OPENING = ("3", "1")
"""Say nothing on the deal, choose the first option: then the case is asked for."""
WHOLE = (*OPENING, "1 2", "1", "1", "1 2", "1", "1", "1", "1", "1", "1", "1", "1", "1")
"""More answers than a game of parley asks of one seat."""


def at(point: Point, turn: int = 1, seed: int = 7) -> Session:
    """A game of Norden alone, at a point of a turn."""
    return until(session_of(None, NORDEN, seed=seed), turn, point)


def once(session: Session, *lines: str) -> str:
    """The transcript in points, without its line breaks."""
    return " ".join(talk(session, *lines, settings=POINTS).split())


def decided(session: Session) -> list[tuple[int, Point, str]]:
    return [(one.turn, one.point, one.action) for one in session.state.decisions if one.seat == NORDEN]


@pytest.mark.parametrize("point", [Point.CASE, Point.REBUT])
def test_numbers_in_any_order_give_the_same_action(point: Point) -> None:
    found = set()
    for line in ("1 2", "2 1", "2,1", " 1 , 2 "):
        session = at(point, 2)
        before = len(decided(session))
        talk(session, line)
        found.add(decided(session)[before])
    assert len(found) == 1
    ((_, _, action),) = found
    assert action == "+".join(sorted(action.split("+")))
    assert len(action.split("+")) == 2


@pytest.mark.parametrize("point", [Point.CASE, Point.REBUT])
def test_none_is_a_play(point: Point) -> None:
    session = at(point, 2)
    before = len(decided(session))
    talk(session, "0")
    assert decided(session)[before] == (2, point, "none")


@pytest.mark.parametrize("point", [Point.CASE, Point.REBUT, Point.REPLY])
@pytest.mark.parametrize("line", ["", "9 9", "1 1", "1 2 3 4", "0 1", "99", "9" * 5000, "١", "maybe", "-1"])
def test_a_wrong_answer_is_asked_again_and_nothing_is_decided(point: Point, line: str) -> None:
    session = at(point, 2)
    before = decided(session)
    text = talk(session, line)
    assert decided(session) == before
    asked = "pick_number" if point is Point.REPLY else "pick_numbers"
    assert say("en", asked, count="#", most="#").split("#")[0] in " ".join(text.split())
    session = at(point, 2)
    talk(session, line, "1")
    assert len(decided(session)) > len(before)


def test_a_card_is_opened_and_a_case_is_tried_without_being_made() -> None:
    session = at(Point.CASE)
    asked, teller = case_asked(session, NORDEN, "en"), DebateTeller("en")
    before = decided(session)
    text = talk(session, "? 2", "try 1 2", "probar 2", settings=POINTS)
    assert " ".join(answer(text, "? 2").split()) == teller.opened(asked.cards[1])
    debate = debate_of(session, NORDEN)
    assert debate.case == ()
    assert decided(session) == before
    assert answer(text, "try 1 2").startswith("At home ")
    assert answer(text, "try 1 2") != answer(text, "probar 2")


def test_what_was_tried_is_what_is_told_once_the_case_is_made() -> None:
    text = talk(at(Point.CASE), "try 1 2", "1 2", settings=POINTS)
    support = re.search(r"At home (\d+) of 100", answer(text, "try 1 2"))
    assert support
    assert say("en", "case_made", support=support[1]) in answer(text, "1 2").replace("\n", " ")


def test_the_support_shown_beside_an_answer_is_that_of_the_outcome() -> None:
    for number in ("1", "2", "3"):
        session = at(Point.REPLY)
        text = once(session, number)
        shown = re.search(rf" {number}\. [^>]*? Then (\d+)\.", text)
        judged = judged_turn(session, 1)
        assert shown
        assert judged is not None
        assert shown[1] == points(judged.verdicts[NORDEN].support)
        assert f"together {shown[1]} of 100" in text


@pytest.mark.parametrize("point", [Point.CASE, Point.REBUT, Point.REPLY])
@pytest.mark.parametrize("word", ["undo", "deshacer"])
def test_undo_in_mid_debate_goes_back_to_the_start_of_the_turn(point: Point, word: str) -> None:
    session = at(point, 2)
    text = talk(session, word)
    assert (session.state.turn, session.state.point) == (2, Point.CHOOSE)
    assert text.count("Turn 2 of 4.") == 1
    assert "Back to the beginning of turn 2." in text


@pytest.mark.parametrize("point", [Point.CASE, Point.REBUT, Point.REPLY])
def test_flow_and_credit_tell_the_last_turn_that_was_argued_and_the_question_stands(point: Point) -> None:
    session = at(point, 2)
    before = decided(session)
    text = talk(session, "flow", "credit", "hoja 1", "aporte 1")
    sheet = " ".join(" ".join(flow_lines(session, 1, NORDEN, "en")).split())
    views = " ".join(" ".join(credit_lines(session, 1, NORDEN, "en")).split())
    for word, told in (("flow", sheet), ("hoja 1", sheet), ("credit", views), ("aporte 1", views)):
        said = text.split(f"> {word}\n", 1)[1]
        assert " ".join(said.split()).startswith(f"{told} > ")
    assert decided(session) == before


@pytest.mark.parametrize("word", ["flow 2", "flow 0", "flow 99", f"flow {'9' * 5000}", "credit 2"])
def test_of_the_turn_that_goes_on_and_of_turns_that_are_not_nothing_is_told(word: str) -> None:
    text = talk(at(Point.REBUT, 2), word)
    assert say("en", "flow_none") in text
    assert say("en", "flow_policy") not in text


def test_flow_passes_over_turns_in_which_nothing_was_argued() -> None:
    text = talk(at(Point.CASE, 4), "flow", "flow 3")
    assert answer(text, "flow").startswith("Flow sheet, turn 2.")
    assert answer(text, "flow 3") == f"{say('en', 'flow_none')}\n"


def prompts(lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for count in range(len(lines) + 1):
        yield lines[:count]


def test_the_input_may_end_at_each_prompt_and_the_game_goes_on_from_there(tmp_path: Path) -> None:
    whole = session_of(None, NORDEN, argue=ALTERNATE)
    talk(whole, *WHOLE)
    assert whole.over
    for number, lines in enumerate(prompts(WHOLE[:9])):
        path = tmp_path / f"{number}.jsonl"
        session = Session.start(parley(), whole.setup, save=path)
        text = talk(session, *lines)
        session.close()
        assert say("en", "input_ended") in text
        assert path.name in text
        again = Session.resume(parley(), path)
        assert decided(again) == decided(session)
        talk(again, *WHOLE[number:])
        again.close()
        assert again.digest() == whole.digest()


@pytest.mark.parametrize("point", [Point.CASE, Point.REBUT, Point.REPLY])
def test_a_game_resumed_in_mid_debate_asks_the_same_question_again(point: Point, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    session = until(Session.start(parley(), session_of(None, NORDEN).setup, save=path), 2, point)
    first = talk(session, "save")
    session.close()
    again = Session.resume(parley(), path)
    second = talk(again, "save")
    again.close()
    question = first[first.rindex("\n\n", 0, first.index("> save")) : first.index("> save")]
    assert len(question.splitlines()) > 4
    assert question in second


def test_the_same_input_gives_the_same_transcript() -> None:
    lines = (*OPENING, "? 1", "try 1", "2 1", "x", "1", "flow", "credit", "undo", *WHOLE[1:])
    assert len({talk(session_of(None, NORDEN, seed=3), *lines) for _ in range(3)}) == 1


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("pack", [parley(), CULIACAN], ids=["parley", "culiacan"])
def test_no_line_of_an_argued_game_is_too_long_or_holds_an_open_blank(pack: object, language: str) -> None:
    lines = ["1", "? 1", "try 1", "probar 1", "flow", "hoja 1", "credit", "aporte", "1 2", "0"] * 30
    session = session_of(pack, (pack.seats)[0], argue=ALTERNATE)  # type: ignore[attr-defined,arg-type] # a pack
    text = talk(session, *lines, language=language)
    assert max(map(len, text.splitlines())) <= 79
    assert not re.search(r"[{}]|None|\bnull\b", text)


ENGLISH = re.compile(r"\b(the|your|with|stands|against|nobody|answer|policy)\b", re.IGNORECASE)


def test_a_game_in_spanish_is_in_spanish_throughout() -> None:
    """Culiacán has all its texts in both languages, so any English word is one of the program's."""
    lines = ["1", "? 1", "probar 1", "hoja", "aporte", "1 2", "estado", "porque confianza", "ayuda"] * 20
    for seat in ("mx.president", "us.attorney_general"):
        text = talk(session_of(CULIACAN, seat, argue=ALTERNATE), *lines, language="es")
        assert say("es", "case_heading", label="")[:10] in text
        body = text[: text.index(say("es", "outlook_line", steps=12)[:20])]
        assert ENGLISH.findall(body) == []


def hot_seat(*lines: str, seed: int = 7) -> str:
    return talk(session_of(None, NORDEN, SUDEN, seed=seed), *lines)


BOTH = ("3", "", "3", "", "1", "", "1", "", "1 2", "", "1", "", "1", "", "1", "", "1", "", "1", "")
"""Words, choices, cases, rebuttals, replies of two seats in turn, with Enter at every curtain."""


def test_two_players_argue_a_whole_turn_with_a_curtain_before_each() -> None:
    text = hot_seat(*BOTH)
    first = text[: text.index(say("en", "what_followed"))]
    curtains = re.findall(r"Pass the keyboard to (Minister of \w+)\.", first)
    assert curtains == ["Minister of Suden", "Minister of Norden"] * 4 + ["Minister of Suden"]
    heads = [say("en", "case_heading", label="#").split("#")[0].strip()] * 2
    assert all(head in first for head in heads)
    assert first.count(heads[0]) == 2


def suden_is_asked(norden: str) -> str:
    """What Suden reads at its case after Norden has made one."""
    text = hot_seat("3", "", "3", "", "1", "", "1", "", norden, "")
    return text[text.rindex("Pass the keyboard") :]


def test_a_case_is_not_shown_to_the_other_before_both_are_made() -> None:
    assert suden_is_asked("1 2") == suden_is_asked("0") == suden_is_asked("3")
    assert say("en", "case_heading", label="#").split("#")[0] in suden_is_asked("0")


def test_flow_in_mid_turn_shows_no_case_that_the_other_has_not_answered() -> None:
    text = hot_seat("3", "", "3", "", "1", "", "1", "", "1 2", "", "flow 1", "credit 1", "flow")
    for word in ("flow 1", "credit 1", "flow"):
        assert answer(text, word) == f"{say('en', 'flow_none')}\n"


def test_an_outcome_that_two_players_read_has_bands_only() -> None:
    text = hot_seat(*BOTH)
    outcome = text[text.index(say("en", "what_followed")) :].split("Pass the keyboard")[0]
    assert re.findall(r"^(?:Minister|Warden) of \w+: [\w ]+ \(([\w ]+)\)\.$", outcome, re.MULTILINE)
    assert " of 100" not in outcome
