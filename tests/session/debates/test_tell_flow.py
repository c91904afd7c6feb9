"""The flow sheet in words: its rows, the marks of its cards, and one verdict for all faces."""

import re

import pytest
from attrs import evolve

from dosmesas.debate.judge import Answer
from dosmesas.engine.floor import Debate
from dosmesas.session.debates.flow import FlowSheet, flow_sheet
from dosmesas.session.debates.past import judged_turn
from dosmesas.session.debates.story import story_of
from dosmesas.session.debates.tell import points, share
from dosmesas.session.debates.tell_flow import FlowTeller, faces_of
from dosmesas.text.catalog import say
from tests.support.making import NORDEN
from tests.support.playing import finish
from tests.support.rounds import FACES, programme, session_of, worked

LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])


def sheet(debate: Debate, language: str = "en") -> FlowSheet:
    return flow_sheet(session_of(programme()), 1, debate, None, language)


def line_of(lines: list[str], name: str) -> str:
    (line,) = (one for one in lines if FACES[name] in one)
    return line


@LANGUAGES
def test_the_sheet_of_the_worked_case_gives_paths_and_marks_in_their_rows(language: str) -> None:
    lines = FlowTeller(language).sheet(sheet(worked(), language))
    for name, path, mark in (
        ("homicides", "0.90, 0.90, 0.90", "flow_stands"),
        ("courts", "0.70, 0.28, 0.57", "flow_stands"),
        ("bought", "0.60, 0.18", "flow_defeated"),
        ("dear", "0.50, 0.50", "flow_stands"),
        ("standards", "0.70", "flow_stands"),
    ):
        line = line_of(lines, name)
        assert f" {path}, " in line
        assert line.endswith(say(language, mark))
    columns = {"homicides": "flow_case", "bought": "flow_rebuttal", "standards": "flow_reply"}
    for name, key in columns.items():
        assert line_of(lines, name).startswith(f"  {say(language, key)} ")
    doubts = say(
        language,
        "flow_row",
        question="Will it work?",
        doubts=say(language, "flow_doubt", name="Fishers", before="0.60", after="0.26"),
    )
    works = lines.index(doubts)
    assert works < lines.index(line_of(lines, "bought")) < lines.index(line_of(lines, "dear"))
    policy = {"silent": "0.10", "made": "0.71", "rebutted": "0.38", "answered": "0.50"}
    assert "  " + say(language, "flow_audience", name="Fishers", share=5, **policy) in lines


@LANGUAGES
def test_a_card_taken_back_is_marked_so(language: str) -> None:
    lines = FlowTeller(language).sheet(sheet(worked(answer=Answer("concede", "courts")), language))
    assert line_of(lines, "courts").endswith(say(language, "flow_taken_back"))
    assert line_of(lines, "bought").endswith(say(language, "flow_stands"))


@LANGUAGES
def test_a_question_that_nobody_spoke_to_says_so(language: str) -> None:
    silent = worked(against=(), answer=Answer())
    quiet = FlowTeller(language).sheet(sheet(silent, language))
    assert "  " + say(language, "flow_nothing") not in quiet
    lines = FlowTeller(language).sheet(sheet(evolve(silent, case=()), language))
    assert lines.count("  " + say(language, "flow_nothing")) == 3


def test_no_verdict_is_told_before_there_is_one() -> None:
    lines = FlowTeller("en").sheet(sheet(worked()))
    assert not [line for line in lines if line.startswith(say("en", "verdict_line", **BLANK)[:7])]


BLANK = {"heard": "", "support": "", "band": ""}


def test_the_sheet_ends_with_the_verdict_and_path_and_policy_tell_the_same_numbers() -> None:
    session = finish(session_of(seed=3), which=5)
    judged = judged_turn(session, 1)
    assert judged is not None
    verdict = judged.verdicts[NORDEN]
    paper = flow_sheet(session, 1, judged.debates[NORDEN], verdict, "en")
    teller = FlowTeller("en")
    lines = teller.sheet(paper)
    assert lines[-1] == teller.verdict(paper) == teller.heard(session.pack, verdict)
    assert points(verdict.support) in lines[-1]
    (audience,) = paper.audiences
    assert all(share(value) in teller.path(paper) for value in audience.policy)


def test_the_policy_is_told_for_the_audience_with_the_largest_share() -> None:
    session = finish(session_of(seed=3), which=5)
    judged = judged_turn(session, 1)
    assert judged is not None
    paper = flow_sheet(session, 1, judged.debates["no.warden"], None, "en")
    assert [one.share for one in paper.audiences] == [3, 1]
    assert paper.audiences[0].name in FlowTeller("en").path(paper)


def test_faces_are_those_of_the_cards_on_the_sheet() -> None:
    assert faces_of(sheet(worked())) == FACES


@LANGUAGES
def test_in_short_the_story_has_no_strengths_and_names_what_was_said(language: str) -> None:
    debate = worked()
    paper = sheet(debate, language)
    told, short = (
        FlowTeller(language, whole).story(story_of(debate, paper), mine=True) for whole in (True, False)
    )
    assert len(told) == len(short) == 1
    assert re.search(r"0\.\d\d", told[0])
    assert not re.search(r"\d", short[0])
    assert FACES["bought"] in short[0]
    assert say(language, "story_defended_first") in short[0]
