"""What if: the same game with one thing changed, and nothing else that did not hang on it."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from dosmesas.engine.state import Point
from dosmesas.lang.parser import parse
from dosmesas.model.events import Event
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import SetupError
from dosmesas.session.turns import turns_of
from dosmesas.session.whatif import (
    Change,
    WhatIfError,
    changed_decision,
    changed_view,
    hidden_in,
    what_if,
)
from tests.support.full import cases
from tests.support.making import NORDEN, SUDEN, change, deal, event, made, option, regatta
from tests.support.playing import BOTH, barred, do, finish, secretive, start
from tests.support.shipped import shipped
from tests.support.small import harbour

CULIACAN = shipped("culiacan")


def points_of(session: Session) -> list[tuple[int, Point, str]]:
    """Where an action was taken in the turns of a game."""
    return [(one.turn, one.point, one.seat) for one in session.state.decisions]


def other_action(session: Session, at: tuple[int, Point, str], which: int) -> Change:
    """Another (or the same) legal action at a point of a game."""
    turn, point, seat = at
    state = next(one.state for one in session.path if (one.state.turn, one.state.point) == (turn, point))
    legal = session.game.legal_actions(state, seat)
    return changed_decision(session, turn, point, seat, legal[which % len(legal)])


@settings(max_examples=cases(300, 30))
@given(seed=st.integers(0, 10**6), which=st.integers(0, 10**6), human=st.sampled_from([(), (SUDEN,), BOTH]))
def test_the_same_decision_makes_no_difference(seed: int, which: int, human: tuple[str, ...]) -> None:
    session = finish(start(*human, pack=regatta(), seed=seed, counterpart="random"), which)
    points = points_of(session)
    turn, point, seat = points[which % len(points)]
    saved = {(one.turn, one.point, one.seat): one.action for one in session.state.decisions}
    found = what_if(session, changed_decision(session, turn, point, seat, saved[turn, point, seat]))
    assert (found.first, found.replaced) == (None, ())
    assert found.other.state == session.state


@settings(max_examples=cases(300, 30))
@given(seed=st.integers(0, 10**6), at=st.integers(0, 10**6), which=st.integers(0, 10**6))
def test_a_change_leaves_everything_before_it_as_it_was(seed: int, at: int, which: int) -> None:
    session = finish(start(SUDEN, pack=regatta(), seed=seed, counterpart="random"), which)
    points = points_of(session)
    change = other_action(session, points[at % len(points)], which)
    found = what_if(session, change)
    before = [turn for turn in turns_of(session) if turn.number < change.turn]
    assert [turn for turn in turns_of(found.other) if turn.number < change.turn] == before
    if found.first is not None:
        assert found.first.turn >= change.turn


@pytest.mark.parametrize("seed", range(cases(40, 4)))
def test_a_shipped_game_with_a_change_keeps_every_turn_before_it(seed: int) -> None:
    session = start("us.president", pack=CULIACAN, seed=seed)
    finish(session, seed)
    for turn in (1, 3):
        change = other_action(session, (turn, Point.CHOOSE, "us.president"), seed + 1)
        found = what_if(session, change)
        assert found.other.over
        assert turns_of(found.other)[: turn - 1] == turns_of(session)[: turn - 1]
        assert found.other.state.chosen(turn)["us.president"] == change.action


def test_human_decisions_after_the_change_are_kept_where_they_are_legal() -> None:
    session = finish(do(start(*BOTH), "silent", "silent", "talks/sign", "talks/agree"))
    found = what_if(session, changed_decision(session, 1, Point.CHOOSE, SUDEN, "delay"))
    assert found.replaced == ()
    for turn in (2, 3):
        assert found.other.state.chosen(turn) == session.state.chosen(turn)


def test_a_decision_that_is_not_open_any_more_is_taken_by_the_bot_and_told() -> None:
    session = barred()
    found = what_if(session, changed_decision(session, 1, Point.CHOOSE, NORDEN, "act"))
    (replaced,) = found.replaced
    assert (replaced.turn, replaced.seat, replaced.saved, replaced.taken) == (
        2,
        NORDEN,
        "day/act",
        "day/wait",
    )


def test_a_word_is_not_kept_for_a_deal_of_another_event() -> None:
    """`silent` is legal everywhere, but it was said of one thing."""

    def offered(name: str, **how: object) -> Event:
        seats = {
            NORDEN: (option(f"{name}/act", change("stock", "-8")), option(f"{name}/wait")),
            SUDEN: (option(f"{name}/rest"),),
        }
        both = {NORDEN: f"{name}/act", SUDEN: f"{name}/rest"}
        return event(name, seats, (deal(f"{name}-deal", both),), **how)

    rich, poor = offered("rich", tier=1, condition="turn > 1 and stock > 45"), offered("poor", repeats=True)
    session = start(*BOTH, pack=made((rich, poor), turns=2))
    do(session, "silent", "silent", "poor/wait", "poor/rest", "silent", "silent", "rich/wait", "rich/rest")
    found = what_if(session, changed_decision(session, 1, Point.CHOOSE, NORDEN, "act"))
    assert [turn.event for turn in turns_of(found.other)[:2]] == ["poor", "poor"]
    assert {(one.turn, one.point, one.seat) for one in found.replaced} == {
        (2, point, seat) for point in (Point.WORD, Point.CHOOSE) for seat in BOTH
    }


def test_bots_think_in_the_worldview_of_the_game_that_is_run() -> None:
    seats = {
        NORDEN: (
            option("day/count", change("stock", "+3")),
            option("day/hope", change("stock", "+9", "fish-come-back")),
        ),
        SUDEN: (option("day/rest"),),
    }
    session = finish(start(SUDEN, pack=made((event("day", seats, repeats=True),), turns=1)))
    found = what_if(session, changed_view(session, "doubter"))
    taken = [game.state.chosen(1)[NORDEN] for game in (session, found.other)]
    assert taken == ["day/count", "day/hope"]


def test_where_the_save_has_no_answer_the_bot_answers() -> None:
    """The saved game ended at once; on the other path it goes on."""
    session = start(*BOTH, pack=quick_end())
    do(session, "day/act", "day/rest")
    assert session.over
    found = what_if(session, changed_decision(session, 1, Point.CHOOSE, NORDEN, "wait"))
    assert found.other.state.chosen(3)
    assert {(one.turn, one.seat, one.saved) for one in found.replaced} == {
        (turn, seat, "") for turn in (2, 3) for seat in BOTH
    }


def quick_end() -> Pack:
    seats = {
        NORDEN: (option("day/act", change("stock", "-30")), option("day/wait")),
        SUDEN: (option("day/rest"),),
    }
    pack = made((event("day", seats, repeats=True),), turns=3, stock={"max_step": None})
    last = pack.ruleset.endings[-1]
    now = evolve(last, id="empty", when=parse("stock < 30"), now=True)
    return evolve(pack, ruleset=evolve(pack.ruleset, endings=(now, *pack.ruleset.endings)))


def test_bots_answer_what_has_changed_for_them() -> None:
    """Suden keeps a deal only where Norden gave its word on it."""
    offer = deal("offer", {NORDEN: "day/keep", SUDEN: "day/join"}, change("poaching", "-20"))
    seats = {
        NORDEN: (option("day/keep"), option("day/leave")),
        SUDEN: (option("day/join", change("poaching", "+8")), option("day/rest")),
    }
    session = start(NORDEN, pack=made((event("day", seats, (offer,), repeats=True),), turns=1))
    do(session, "decline", "day/keep")
    found = what_if(session, changed_decision(session, 1, Point.WORD, NORDEN, "offer"))
    assert (session.state.chosen(1)[SUDEN], found.other.state.chosen(1)[SUDEN]) == ("day/rest", "day/join")
    assert found.first is not None
    assert (found.first.kind, found.first.id) == ("choice", SUDEN)


def test_another_worldview_weighs_the_same_decisions_otherwise() -> None:
    session = finish(start(*BOTH))
    found = what_if(session, changed_view(session, "doubter"))
    assert found.replaced == ()
    assert found.other.state.decisions == session.state.decisions
    assert found.other.state.values != session.state.values
    assert found.other.setup.view == "doubter"
    assert session.setup.view == "authors"


def test_a_game_that_goes_on_is_run_as_far_as_it_went() -> None:
    session = start(NORDEN, pack=regatta())
    while turns_of(session) == ():
        seat = session.next_seat()
        assert seat is not None
        session.decide(seat, session.legal(seat)[0])
    found = what_if(session, changed_view(session, "doubter"))
    assert not found.other.over
    assert [turn.number for turn in turns_of(found.other)] == [turn.number for turn in turns_of(session)]


def test_what_is_still_hidden_is_not_compared() -> None:
    session = start(NORDEN, pack=secretive())
    seat = session.next_seat()
    assert seat is not None
    session.decide(seat, session.legal(seat)[0])
    assert "poaching" in hidden_in(session)
    assert hidden_in(finish(session)) == frozenset()


def test_the_save_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    session = finish(start(NORDEN, save=path))
    before = path.read_bytes()
    again = Session.replay(harbour(), path)
    what_if(again, changed_view(again, "doubter"))
    assert path.read_bytes() == before
    assert again.state == session.state


@pytest.mark.parametrize(
    ("turn", "point", "seat", "action", "message"),
    [
        (9, Point.CHOOSE, NORDEN, "sign", "the save has 3 turns that are over; there is no turn 9"),
        (0, Point.CHOOSE, NORDEN, "sign", "there is no turn 0"),
        (1, Point.CHOOSE, "no.ministre", "sign", "did you mean 'no.minister'?"),
        (1, Point.CHOOSE, NORDEN, "sing", "did you mean 'sign'? Open: "),
        (1, Point.CHOOSE, NORDEN, "agree", "'agree' is not open to no.minister in turn 1"),
        (3, Point.WORD, NORDEN, "decline", "no word was asked of no.minister in turn 3"),
    ],
)
def test_what_cannot_be_run_is_said(turn: int, point: Point, seat: str, action: str, message: str) -> None:
    with pytest.raises(WhatIfError) as caught:
        changed_decision(finish(start(NORDEN)), turn, point, seat, action)
    assert message in str(caught.value)


def test_a_save_in_which_nothing_has_happened_yet_has_nothing_to_compare() -> None:
    with pytest.raises(WhatIfError, match="no turn of the save is over yet"):
        changed_view(start(NORDEN), "doubter")


def test_a_worldview_must_be_another_one_that_exists() -> None:
    session = finish(start(NORDEN))
    with pytest.raises(WhatIfError, match=r"played under 'authors' itself\. Others: doubter"):
        changed_view(session, "authors")
    with pytest.raises(SetupError, match="did you mean 'doubter'"):
        changed_view(session, "doubtr")
