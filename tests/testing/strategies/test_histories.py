"""Games played by drawn decisions: every state can be reached, and what fails is told as a short game."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from dosmesas.engine.draws import LEAST
from dosmesas.engine.game import Game, IllegalActionError
from dosmesas.engine.state import Point
from dosmesas.testing.strategies import History, decisions, games, histories
from dosmesas.testing.strategies.decisions import simplest_first
from tests.support.full import cases
from tests.support.small import harbour, parley
from tests.testing.strategies.making import PLAIN, QUICK, simplest


@QUICK
@given(histories(parley()))
def test_a_history_is_what_its_seed_and_decisions_lead_to(history: History) -> None:
    again = History(history.game, history.seed, history.decisions)
    assert again.states == history.states
    assert len(history.path) == len(history.decisions) + 1
    assert history.receipts == tuple(one for step in again.path for one in step.receipts)


def test_histories_stand_at_every_kind_of_point_and_half_of_them_at_the_end() -> None:
    points: list[Point] = []

    @settings(PLAIN, max_examples=cases(1000, 150))
    @given(histories(parley()))
    def draw(history: History) -> None:
        points.append(history.state.point)

    draw()
    assert {*points} == {*Point}
    assert 0.3 < points.count(Point.END) / len(points) < 0.8


@QUICK
@given(histories(harbour(), over=True))
def test_a_whole_history_was_played_to_its_end(history: History) -> None:
    assert history.over
    assert history.lines()[-1] == f"  then: the end, {history.state.ending}"


def test_a_history_prints_as_who_did_what() -> None:
    found = simplest(histories(harbour()), lambda one: one.flag("pact"))
    assert str(found).split("\n") == [
        "a game of harbour, worldview authors, seed 0",
        "  turn 1, talks, word: no.minister silent; su.minister silent",
        "  turn 1, talks, choose: no.minister sign; su.minister agree",
        "  then: turn 2, storm, choose is asked",
    ]


def test_the_shortest_history_in_which_trust_falls_is_found() -> None:
    def falls(one: History) -> bool:
        return one.value("trust") < one.value("trust", one.states[0])

    assert simplest(histories("culiacan"), falls).lines() == [
        "a game of culiacan, worldview authors, seed 0",
        (
            "  turn 1, culiacan, word: mx.president silent; mx.security_secretary silent; "
            "us.attorney_general silent; us.president silent"
        ),
        (
            "  turn 1, culiacan, choose: mx.president answer-in-person; mx.security_secretary release; "
            "us.attorney_general press-warrant; us.president offer-forces"
        ),
        "  then: turn 2, border-killings, word is asked",
    ]


def test_a_history_under_a_named_worldview_and_named_draws() -> None:
    found = simplest(histories(harbour(), worldview="doubter", draws=LEAST), lambda one: one.over)
    assert (found.game.view.id, found.game.draws) == ("doubter", LEAST)
    assert found.seed == 0


@QUICK
@given(histories(parley()), st.data())
def test_decisions_are_taken_and_slips_of_them_refused(history: History, data: st.DataObject) -> None:
    game, state = history.game, history.state
    wrong = data.draw(decisions(game, state, slips=1))
    with pytest.raises(IllegalActionError):
        game.apply(state, wrong)
    if not history.over:
        assert game.apply(state, data.draw(decisions(game, state))).state != state


def test_decisions_begin_with_silence_and_with_what_is_listed_first() -> None:
    game = Game(parley(), parley().ruleset.worldviews["authors"])
    state = game.new_initial_state(0)
    said = dict[Point, set[str]]()
    while not game.is_terminal(state):
        quiet = simplest(decisions(game, state), lambda _: True)
        said.setdefault(state.point, set()).update(quiet.values())
        first = {seat: game.legal_actions(state, seat)[0] for seat in quiet}
        assert state.point is not Point.CHOOSE or quiet == first
        state = game.apply(state, quiet).state
    del said[Point.CHOOSE]
    assert said == {Point.WORD: {"silent"}, Point.CASE: {"none"}, Point.REBUT: {"none"}}
    assert simplest_first(("concede:a", "rest")) == ("rest", "concede:a")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: games("culiacann"), "no pack 'culiacann'. did you mean 'culiacan'?"),
        (
            lambda: histories(harbour(), worldview="author"),
            "no worldview 'author' in the pack 'harbour'; there are",
        ),
        (lambda: histories(3), "a pack is wanted, its id or its folder, such as 'culiacan'; this is a int"),
        (lambda: games(st.just("culiacan")), "write packs().flatmap(games)"),
    ],
)
def test_what_is_wrong_is_told_at_once(wrong: Callable[[], object], said: str) -> None:
    with pytest.raises(InvalidArgument) as told:
        wrong()
    assert said in str(told.value)


def test_nothing_is_decided_when_the_game_is_over() -> None:
    game = Game(harbour(), harbour().ruleset.worldviews["authors"])
    end = simplest(histories(harbour()), lambda one: one.over).state
    with pytest.raises(InvalidArgument, match="the game is over"):
        decisions(game, end)
    with pytest.raises(InvalidArgument, match="slips=2: a whole number is wanted, 0 to 1"):
        decisions(game, end, slips=2)
