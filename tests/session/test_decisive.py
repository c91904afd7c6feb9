"""The choice that mattered most: found by replaying each own choice with every other option."""

import pytest

from dosmesas.engine.state import Point
from dosmesas.model.effects import Effect
from dosmesas.model.events import Event
from dosmesas.model.rules import Pack
from dosmesas.session.decisive import Decisive, Search, Swing
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.tell_decisive import decisive_lines
from dosmesas.session.whatif import changed_decision, what_if
from tests.support.making import NORDEN, SUDEN, change, event, made, option
from tests.support.playing import BOTH, barred, do, finish, start
from tests.support.shipped import shipped


def day(turn: int, act: tuple[Effect, ...], wait: tuple[Effect, ...], *, more: bool = False) -> Event:
    """A turn in which Norden acts or waits; Suden rests, or else goes to sea (only where `more`)."""
    name = f"day{turn}"
    theirs = (option(f"{name}/rest"), option(f"{name}/sail", change("poaching", "+9")))
    seats = {
        NORDEN: (option(f"{name}/act", *act), option(f"{name}/wait", *wait)),
        SUDEN: theirs if more else theirs[:1],
    }
    return event(name, seats, turn=turn)


def three_days(*, more: bool = False) -> Pack:
    """In turn 2 waiting costs 20 of the stock; on the other days it costs 1."""
    days = (
        day(1, (), (change("stock", "-1"),)),
        day(2, (), (change("stock", "-20"),), more=more),
        day(3, (), (change("stock", "-1"),)),
    )
    return made(days, turns=3, stock={"max_step": None})


def only(session: Session) -> Swing:
    """What the one seat's choice would have made of the game."""
    (found,) = Search(session).found()
    assert found.swing
    return found.swing


@pytest.mark.parametrize(("which", "chosen", "other"), [(0, "act", "wait"), (1, "wait", "act")])
def test_the_choice_that_moves_the_mandate_furthest_is_found_whichever_way(
    which: int, chosen: str, other: str
) -> None:
    session = finish(start(NORDEN, pack=three_days()), which)
    found = only(session)
    assert (found.change.turn, found.change.saved, found.change.action) == (
        2,
        f"day2/{chosen}",
        f"day2/{other}",
    )
    assert found.score[0] == session.game.returns(session.state)[NORDEN]
    assert (found.score[0] > found.score[1]) is (which == 0)
    assert found.numbers == (("stock", *((50_000, 30_000) if which == 0 else (28_000, 48_000))),)


def test_it_is_what_the_command_what_if_says_of_the_same_change() -> None:
    session = finish(start(NORDEN, SUDEN, pack=three_days(more=True)))
    for found in Search(session).steps():
        one = found.change
        other = what_if(session, changed_decision(session, one.turn, one.point, one.seat, one.action)).other
        assert found.score[1] == other.game.returns(other.state)[one.seat]
        assert found.ending == (session.state.ending, other.state.ending)


def test_each_player_of_a_hot_seat_is_told_of_a_choice_and_a_seat_without_one_is_not() -> None:
    found = Search(finish(start(*BOTH, pack=three_days(more=True)))).found()
    assert [(one.seat, one.swing and one.swing.change.turn) for one in found] == [(NORDEN, 2), (SUDEN, 2)]
    assert [one.seat for one in Search(finish(start(*BOTH, pack=three_days()))).found()] == [NORDEN]


def test_where_no_choice_would_have_changed_anything_that_is_said() -> None:
    session = finish(start(NORDEN, pack=made((day(1, (), ()),), turns=1)))
    found = Search(session).found()
    assert found == (Decisive(NORDEN, None),)
    assert decisive_lines(session, found, "en")[1] == (
        "No other choice alone would have moved the mandate or the ending."
    )


def test_of_two_choices_that_weigh_the_same_the_earlier_is_told() -> None:
    days = tuple(day(turn, (), (change("stock", "-5"),)) for turn in (1, 2))
    assert only(finish(start(NORDEN, pack=made(days, turns=2)))).change.turn == 1


def test_a_game_of_bots_alone_has_nobody_to_tell() -> None:
    session = start(pack=three_days())
    assert Search(session).found() == ()
    assert decisive_lines(session, (), "en") == []


def test_a_later_decision_that_was_no_longer_open_is_counted() -> None:
    session = barred()
    assert session.over
    swings = {one.change.turn: one for one in Search(session).steps() if one.change.seat == NORDEN}
    assert swings[1].change.action == "day/act"
    assert (swings[1].lost, swings[2].lost) == (1, 0)
    told = decisive_lines(session, (Decisive(NORDEN, swings[1]),), "en")[1]
    assert "Later decisions not open there, taken by the computer: 1." in told


def test_it_is_told_with_the_turn_both_options_the_mandate_the_ending_and_what_differs() -> None:
    session = finish(start(NORDEN, pack=three_days()))
    heading, told, limit = decisive_lines(session, Search(session).found(), "en")
    mine, theirs = (f"{value / 1000:.1f}" for value in only(session).score)
    assert heading == "The choice that mattered most."
    assert told.startswith(
        f'Turn 2: "act". With "wait" in its place, the mandate would have been met to {theirs} of 100 and not {mine}'
    )
    assert told.endswith("Furthest apart by the end: Stock 30.0, not 50.0.")
    assert limit.startswith("If all else had been decided as it was")


def test_looking_changes_nothing_in_the_game_and_finds_the_same_again() -> None:
    session = do(finish(start(NORDEN, pack=three_days())))
    before, count = session.state, len(session.path)
    assert Search(session).found() == Search(session).found()
    assert (session.state, len(session.path)) == (before, count)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_shipped_pack_tells_it_for_a_player_who_argues(language: str) -> None:
    session = finish(Session.start(shipped("culiacan"), Setup(("us.president",), 3, argue="all")))
    lines = decisive_lines(session, Search(session).found(), language)
    swing = only(session)
    assert swing.change.point is Point.CHOOSE
    for name in (swing.change.saved, swing.change.action):
        assert session.pack.option(name).label(language) in lines[1]
    assert len(swing.numbers) == 2
