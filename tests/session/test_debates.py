"""Games with debates: saved, resumed and taken back in the middle of one, at one keyboard, and what if."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dosmesas.bots.speaker import ADVOCATE, Speaker
from dosmesas.engine.floor import ARGUING
from dosmesas.engine.state import Point
from dosmesas.journal.journal import read_journal
from dosmesas.journal.records import Decided
from dosmesas.session.debates.plays import in_words
from dosmesas.session.record import what_if_record
from dosmesas.session.session import Session
from dosmesas.session.setup import ALL, ALTERNATE, ARGUE
from dosmesas.session.tell_whatif import WhatIfTeller
from dosmesas.session.undo import CannotUndoError
from dosmesas.session.whatif import Change, changed_decision, changed_view, what_if
from tests.support.debating import WARDEN
from tests.support.full import cases
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import BOTH, do, finish, start
from tests.support.small import parley

LAST = -1


def argued(*seats: str, argue: str = ALL, **more: object) -> Session:
    return start(*seats, pack=parley(), argue=argue, **more)  # type: ignore[arg-type] # as start takes them


def forward(session: Session, turn: int, point: Point, which: int = LAST) -> Session:
    """On to where a human is asked at a point of a turn."""
    while (session.state.turn, session.state.point) != (turn, point):
        seat = session.next_seat()
        assert seat is not None, f"no {point} in turn {turn}"
        legal = session.legal(seat)
        session.decide(seat, legal[which % len(legal)])
    return session


@pytest.mark.parametrize("argue", ARGUE)
@pytest.mark.parametrize("seats", [(NORDEN,), (WARDEN,), BOTH])
def test_resumed_after_every_decision_a_game_is_the_one_played_straight(
    seats: tuple[str, ...], argue: str, tmp_path: Path
) -> None:
    path = tmp_path / "game.jsonl"
    session = argued(*seats, argue=argue, save=path)
    while (seat := session.next_seat()) is not None:
        session.decide(seat, session.legal(seat)[LAST])
        session.close()
        state, held = session.state, dict(session.held)
        session = Session.resume(parley(), path)
        assert (session.state, session.held) == (state, held)
    assert session.state == finish(argued(*seats, argue=argue), LAST).state
    assert Session.replay(parley(), path).state == session.state


def test_the_journal_keeps_what_was_said_as_it_was_said(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    session = finish(argued(NORDEN, save=path), LAST)
    kept = [(one.seat, one.action) for one in read_journal(path).records if isinstance(one, Decided)]
    assert sorted(kept) == sorted((one.seat, one.action) for one in session.state.decisions)
    assert any("+" in action for _, action in kept)


@pytest.mark.parametrize("point", ARGUING)
def test_from_the_middle_of_a_debate_it_goes_back_to_the_start_of_the_turn(
    point: Point, tmp_path: Path
) -> None:
    session = forward(argued(NORDEN, save=tmp_path / "game.jsonl"), 2, point)
    before = next(one.state for one in session.path if one.state.turn == 2)
    assert session.undo() == 2
    assert session.state == before
    assert session.state.point is Point.CHOOSE
    session.close()
    assert Session.resume(parley(), tmp_path / "game.jsonl").state == before
    assert finish(session, LAST).state == finish(argued(NORDEN), LAST).state


def test_where_another_human_has_seen_the_choice_no_case_is_taken_back() -> None:
    session = forward(argued(*BOTH), 1, Point.CASE)
    do(session, session.legal(NORDEN)[1])
    with pytest.raises(CannotUndoError):
        session.undo()


@pytest.mark.parametrize("point", [Point.CASE, Point.REBUT])
def test_what_one_has_said_face_down_changes_nothing_that_the_other_sees(point: Point) -> None:
    seen = []
    for which in range(3):
        session = forward(argued(*BOTH), 1, point)
        do(session, session.legal(NORDEN)[which])
        assert session.next_seat() == SUDEN
        seen.append((session.game.information_state(session.state, SUDEN).encode(), session.digest()))
    assert seen[0] == seen[1] == seen[2]


def changed(session: Session, turn: int, point: Point, seat: str, which: int) -> Change:
    state = next(one.state for one in session.path if (one.state.turn, one.state.point) == (turn, point))
    legal = session.game.legal_actions(state, seat)
    return changed_decision(session, turn, point, seat, legal[which % len(legal)])


@settings(max_examples=cases(100, 12))
@given(
    seed=st.integers(0, 10**6),
    which=st.integers(0, 10**6),
    human=st.sampled_from([(), (SUDEN,), BOTH]),
    argue=st.sampled_from(ARGUE),
)
def test_the_same_argument_makes_no_difference(
    seed: int, which: int, human: tuple[str, ...], argue: str
) -> None:
    session = finish(argued(*human, argue=argue, seed=seed), which)
    said = [one for one in session.state.decisions if one.point in ARGUING]
    one = said[which % len(said)]
    found = what_if(session, changed_decision(session, one.turn, one.point, one.seat, one.action))
    assert (found.first, found.replaced) == (None, ())
    assert found.other.state == session.state


@settings(max_examples=cases(150, 15))
@given(seed=st.integers(0, 10**6), at=st.integers(0, 10**6), which=st.integers(0, 10**6))
def test_whatever_is_changed_is_told_in_both_languages_and_as_json(seed: int, at: int, which: int) -> None:
    session = finish(argued(SUDEN, argue=ARGUE[at % 3], seed=seed), which)
    made = session.state.decisions[at % len(session.state.decisions)]
    found = what_if(session, changed(session, made.turn, made.point, made.seat, which))
    for language in ("en", "es"):
        lines = WhatIfTeller(found, language).lines()
        assert lines[0].strip()
        assert not any("{" in line for line in lines)
    assert what_if_record(found)["replaced"] is not None


def test_a_case_that_cannot_be_made_any_more_is_made_by_the_bot_and_that_is_told() -> None:
    session = finish(argued(NORDEN, seed=2), LAST)
    found = what_if(session, changed(session, 1, Point.CHOOSE, NORDEN, 0))
    made = {(one.turn, one.point, one.seat): one.action for one in session.state.decisions}
    assert made[1, Point.CHOOSE, NORDEN] == "haul/keep-haul"
    lost = next(one for one in found.replaced if one.point is Point.CASE)
    assert (lost.turn, lost.seat, lost.saved) == (1, NORDEN, made[1, Point.CASE, NORDEN])
    state = next(one.state for one in found.other.path if one.state.point is Point.CASE)
    assert lost.saved not in found.other.game.legal_actions(state, NORDEN)
    assert lost.taken in found.other.game.legal_actions(state, NORDEN)
    cards = found.other.game.tables.floor.cards
    faces = in_words(lost.point, lost.saved, cards, "en")
    text = "\n".join(WhatIfTeller(found, "en").lines())
    assert "Decisions of yours that could not be kept" in text
    assert f"Turn 1, Minister of Norden: {faces} as played; in its place, " in text


def test_what_the_staff_argued_is_argued_anew_and_is_no_decision_of_a_player() -> None:
    """Norden's other choice is met by other rebuttals; its staff replies to these as well as it can."""
    session = finish(argued(NORDEN, argue="auto", seed=1), 0)
    found = what_if(session, changed(session, 1, Point.CHOOSE, NORDEN, 1))
    assert found.replaced == ()
    speaker = Speaker(parley(), found.other.game.view, ADVOCATE, session.setup.seed)
    for one in found.other.state.decisions:
        if one.seat == NORDEN and one.point in ARGUING:
            state = next(
                reached.state
                for reached in found.other.path
                if (reached.state.turn, reached.state.point) == (one.turn, one.point)
            )
            info = found.other.game.information_state(state, NORDEN)
            assert one.action == speaker.choose(info)
    assert not [one for one in found.replaced if one.point in ARGUING]


def test_another_reply_is_the_question_and_the_standing_that_it_moves_the_answer() -> None:
    session = finish(argued(NORDEN, argue=ALTERNATE, seed=3), LAST)
    made = {(one.turn, one.point, one.seat): one.action for one in session.state.decisions}
    assert made[1, Point.REPLY, NORDEN].startswith("concede:")
    found = what_if(session, changed(session, 1, Point.REPLY, NORDEN, 0))
    lines = WhatIfTeller(found, "en").lines()
    assert lines[0].startswith(
        "What if, in turn 1, Minister of Norden had argued with let it stand and not with "
    )
    assert "taken back: " in lines[0]
    assert found.first is not None
    assert (found.first.turn, found.first.stage) == (1, "ratify")
    assert "The first difference: turn 1, at the home tables." in lines[1]


def test_who_answers_another_case_otherwise_is_the_first_difference() -> None:
    session = finish(argued(NORDEN, seed=3), LAST)
    found = what_if(session, changed(session, 1, Point.CASE, NORDEN, 0))
    assert found.first is not None
    assert (found.first.turn, found.first.stage, found.first.id) == (1, "rebut", SUDEN)
    lines = WhatIfTeller(found, "en").lines()
    assert lines[0].startswith("What if, in turn 1, Minister of Norden had argued with nothing and not with ")
    assert "turn 1, as it was argued. Minister of Suden, as played: " in lines[1]


def test_another_worldview_hears_the_same_words_otherwise() -> None:
    session = finish(argued(*BOTH, argue=ALL, seed=3), LAST)
    found = what_if(session, changed_view(session, "doubter"))
    mine, theirs = (
        [one for one in game.state.decisions if one.turn == 1 and one.seat in BOTH]
        for game in (session, found.other)
    )
    assert mine == theirs
    assert found.other.state.values != session.state.values
