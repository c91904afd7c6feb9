"""A whole game from a seed and a way of choosing."""

from collections.abc import Callable

from dosmesas.engine.game import Game, Transition
from dosmesas.engine.observe import InformationState

Chooser = Callable[[InformationState], str]


def playout(game: Game, seed: int, choose: Chooser) -> list[Transition]:
    """All transitions of a game in which `choose` answers for every seat from its information state."""
    path = [game.begin(seed)]
    while not game.is_terminal(path[-1].state):
        state = path[-1].state
        actions = {seat: choose(game.information_state(state, seat)) for seat in game.to_move(state)}
        path.append(game.apply(state, actions))
    return path
