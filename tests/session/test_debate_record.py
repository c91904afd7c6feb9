"""The debates of a game as JSON: every number can be computed again from the others, and who was marked is told."""

import json

import pytest

from dosmesas.engine.state import Point
from dosmesas.session.debate_record import debate_record
from dosmesas.session.marks import KINDS
from dosmesas.session.record import record, what_if_record
from dosmesas.session.setup import AUTO
from dosmesas.session.whatif import changed_decision, what_if
from tests.support.arguing import WARDEN, argue
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import finish, start

SCRIPT = {
    (1, "case", NORDEN): "half-is-enough+haul-counted",
    (1, "rebut", SUDEN): "haul-was-small+nobody-counts",
    (1, "reply", NORDEN): "reply:counts-are-shared-now",
}
WORDS = "because half of a sure catch is more than all of none"


def test_a_debate_is_told_as_it_went() -> None:
    found = record(argue(SCRIPT))["debate"]["turns"]
    assert [(one["turn"], one["seat"]) for one in found] == [
        (turn, seat) for turn in (1, 2, 4) for seat in (NORDEN, WARDEN, SUDEN)
    ]
    assert found[0] == {
        "turn": 1,
        "event": "haul",
        "seat": NORDEN,
        "option": "haul/share-haul",
        "foe": SUDEN,
        "hand": ["haul-agreed", "haul-counted", "talks-open-doors", "half-is-enough", "a-pact-holds"],
        "case": ["half-is-enough", "haul-counted"],
        "rebuttals": ["haul-was-small", "nobody-counts"],
        "answer": "reply:counts-are-shared-now",
        "strengths": found[0]["strengths"],
        "decided_by": "fishers",
        "support": found[0]["support"],
        "band": "watered",
    }
    # standing 50, stance -8 + 0.1 x 50, and 40 points for each full strength above par 0.35
    assert found[0]["support"] == pytest.approx(
        50 - 3 + 40 * (found[0]["strengths"]["fishers"] - 0.35), abs=0.02
    )
    assert found[1]["foe"] is None


def test_marks_follow_from_what_is_printed_beside_them() -> None:
    seats = debate_record(argue(SCRIPT), marked=True)["seats"]
    assert list(seats) == [NORDEN, WARDEN, SUDEN]
    for one in seats.values():
        assert list(one) == ["quality", "clash", "fit", "evidence", "kinds", "decisions"]
        assert tuple(one["kinds"]) == KINDS
        for chosen in one["decisions"]:
            share = (chosen["left"] - chosen["least"]) / (chosen["most"] - chosen["least"])
            assert chosen["quality"] == pytest.approx(100 * share, abs=1)
        qualities = [chosen["quality"] for chosen in one["decisions"]]
        assert one["quality"] == pytest.approx(sum(qualities) / len(qualities), abs=0.001)
    turns = {
        one["seat"]: one for one in debate_record(argue(SCRIPT), marked=True)["turns"] if one["turn"] == 1
    }
    reply = next(one for one in seats[NORDEN]["decisions"] if one["point"] == "reply")
    assert reply["left"] == turns[NORDEN]["strengths"]["fishers"]  # its one audience
    assert (seats[NORDEN]["clash"], seats[NORDEN]["fit"], seats[NORDEN]["evidence"]) == (50, 100, 0)


def test_numbers_have_at_most_three_decimals_and_marks_lie_in_a_hundred() -> None:
    found = json.loads(json.dumps(record(argue(SCRIPT))["debate"]), parse_float=str)
    texts = json.dumps(found).split('"')
    written = [text for text in texts if text.replace(".", "", 1).isdigit() and "." in text]
    assert written
    assert all(len(text.partition(".")[2]) <= 3 for text in written)
    marks = [one[key] for one in found["seats"].values() for key in ("quality", "clash", "fit", "evidence")]
    assert all(0 <= float(mark) <= 100 for mark in marks if mark is not None)


def test_a_sentence_stands_beside_the_warrants_of_the_turn_that_was_argued_best() -> None:
    session = argue({**SCRIPT, (1, "reply", NORDEN): "back:talks-open-doors:half-is-enough"})
    session.say_sentence(NORDEN, WORDS)
    (found,) = debate_record(session, marked=True)["sentences"]
    assert (found["seat"], found["text"], found["turn"]) == (NORDEN, WORDS, 1)
    assert found["warrants"][0] == {
        "card": "half-is-enough",
        "claims": ["talks-help"],
        "warrant": "Half of a sure catch is more than all of an empty sea.",
    }
    assert {one["card"] for one in found["warrants"]} >= {"haul-counted", "talks-open-doors"}


def test_who_let_the_staff_argue_has_no_marks_and_a_sentence_has_no_warrants() -> None:
    session = argue({}, NORDEN, argue=AUTO)
    session.say_sentence(NORDEN, WORDS)
    found = debate_record(session, marked=True)
    one = found["seats"][NORDEN]
    assert [one[key] for key in ("quality", "clash", "fit", "evidence")] == [None] * 4
    assert found["sentences"] == [{"seat": NORDEN, "text": WORDS, "turn": None, "warrants": []}]
    assert len(found["turns"]) == 9


def test_a_game_without_debates_has_empty_ones() -> None:
    found = record(finish(start(NORDEN)))["debate"]
    assert (found["sentences"], found["turns"]) == ([], [])
    assert found["seats"][NORDEN]["decisions"] == []
    assert record(start())["debate"]["seats"] == {}


def test_the_other_path_of_a_what_if_is_not_marked_for_nobody_played_it() -> None:
    session = argue(SCRIPT)
    session.say_sentence(NORDEN, WORDS)
    found = what_if_record(what_if(session, changed_decision(session, 2, Point.CHOOSE, NORDEN, "skip-drill")))
    assert found["as_played"]["debate"]["seats"].keys() == {NORDEN, WARDEN, SUDEN}
    assert len(found["as_played"]["debate"]["sentences"]) == 1
    assert (found["what_if"]["debate"]["seats"], found["what_if"]["debate"]["sentences"]) == ({}, [])
    assert len(found["what_if"]["debate"]["turns"]) == 9
