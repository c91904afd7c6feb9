"""The turns that are over, and the outcome of one of them told again."""

from dosmesas.session.history import past_lines, past_turns, reader
from dosmesas.session.views import EVERYBODY
from tests.support.making import NORDEN
from tests.support.playing import BOTH, do, finish, secretive, start


def test_a_turn_tells_its_event_what_each_office_chose_and_what_came_of_it() -> None:
    session = do(start(NORDEN), "quota", "talks/sign")
    (one,) = past_turns(session, "en")
    lines = past_lines(one, "en")
    assert lines[0].startswith("Turn 1. ")
    assert any("Minister of Norden: Sign the pact" in line for line in lines)
    assert lines[-1].startswith("  What came of it: ")
    assert "Stock" in lines[-1]


def test_between_two_players_it_tells_what_both_may_see() -> None:
    session = finish(start(*BOTH, pack=secretive()))
    assert reader(session) == EVERYBODY
    text = "\n".join(line for one in past_turns(session, "en") for line in past_lines(one, "en"))
    assert "oaching" not in text
    assert "informer" not in text


def test_before_the_first_turn_is_over_there_are_none() -> None:
    assert past_turns(start(NORDEN), "en") == ()


def test_the_turn_being_played_is_not_among_them() -> None:
    session = do(start(NORDEN), "quota", "talks/sign")
    assert [one.turn for one in past_turns(session, "en")] == [1]
    assert [one.turn for one in past_turns(finish(session), "en")] == [1, 2, 3]
