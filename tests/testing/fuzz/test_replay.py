"""A game as its seed and decisions: it leads to where it led, and what counts as a decision is what a player does."""

from dosmesas.engine.plays import NOTHING
from dosmesas.engine.state import DECLINE, SILENT
from dosmesas.testing.conformance import walk
from dosmesas.testing.fuzz.replay import Replay, unplainness
from dosmesas.testing.strategies.decisions import simplest_first
from tests.support.making import game_of, regatta
from tests.support.small import harbour, parley


def test_a_history_leads_to_the_states_of_its_game() -> None:
    for pack in (harbour(), regatta(), parley()):
        game = game_of(pack)
        whole = walk(game, 5)
        states = [one.state for one in whole.steps]
        *_, again = Replay.of(whole).walks(game)
        assert [one.state for one in again.steps] == states


def test_it_ends_where_an_action_is_not_legal_any_more() -> None:
    game = game_of(regatta())
    found = Replay.of(walk(game, 5))
    spoilt = Replay(found.view, found.seed, ({**found.plays[0]}, dict.fromkeys(found.plays[1], "gone")))
    *_, again = spoilt.walks(game)
    assert len(again.steps) == 1
    assert not again.failure


def test_to_say_nothing_is_no_decision() -> None:
    plays = ({"a": SILENT, "b": DECLINE}, {"a": "x/y", "b": "x/z"}, {"a": NOTHING, "b": "rest"})
    assert Replay("v", 0, plays).decisions == 3


def test_what_staff_argues_is_no_decision_of_a_player() -> None:
    plays = ({"a": "x/y", "b": "x/z"}, {"a": "card+other", "b": "card"})
    assert Replay("v", 0, plays, ("choose", "case")).decisions == 4
    assert Replay("v", 0, plays, ("choose", "case"), staff=True).decisions == 2


def test_the_shorter_history_has_fewer_decisions_then_fewer_points_then_a_smaller_seed() -> None:
    one, two = {"a": "x/y"}, {"a": "x/y", "b": "x/z"}
    ordered = [Replay("v", 9, (one,)), Replay("v", 0, ({"a": SILENT}, one)), Replay("v", 0, (two,))]
    assert sorted(ordered, key=lambda one: one.size) == ordered
    assert Replay("v", 0, (one,)).size < Replay("v", 1, (one,)).size


def test_the_plainest_action_is_silence_or_the_first_option() -> None:
    for step in walk(game_of(parley()), 3).points:
        for seat in step.movers:
            ordered = simplest_first(step.legal[seat])
            assert sorted(ordered) == sorted(step.legal[seat])
            silent = [one for one in step.legal[seat] if one in {SILENT, NOTHING, "rest"}]
            assert ordered[0] == (silent or step.legal[seat])[0]


def test_a_game_of_plain_actions_is_as_plain_as_can_be() -> None:
    game = game_of(parley())
    assert unplainness(walk(game, 3, lambda _game, step, seat: simplest_first(step.legal[seat])[0])) == 0
    assert unplainness(walk(game, 3, lambda _game, step, seat: simplest_first(step.legal[seat])[-1])) > 0
