"""A whole game from a seed and a way of choosing."""

from dosmesas.engine.observe import InformationState
from dosmesas.engine.playout import playout
from tests.support.making import NORDEN, SUDEN, game_of, regatta
from tests.support.small import game


def test_a_playout_asks_for_each_seat_to_move_with_its_own_information_state() -> None:
    asked: list[InformationState] = []

    def last(info: InformationState) -> str:
        asked.append(info)
        return info.legal[-1]

    path = playout(game(), 7, last)
    assert game().is_terminal(path[-1].state)
    assert [(one.seat, one.turn, one.point) for one in asked[:4]] == [
        (NORDEN, 1, "word"),
        (SUDEN, 1, "word"),
        (NORDEN, 1, "choose"),
        (SUDEN, 1, "choose"),
    ]
    assert [one.action for one in path[-1].state.decisions] == [one.legal[-1] for one in asked]


def test_a_playout_is_the_same_as_applying_by_hand() -> None:
    contest = game_of(regatta())
    path = playout(contest, 3, lambda info: info.legal[0])
    state = contest.new_initial_state(3)
    while not contest.is_terminal(state):
        actions = {seat: contest.legal_actions(state, seat)[0] for seat in contest.to_move(state)}
        state = contest.apply(state, actions).state
    assert path[-1].state == state
