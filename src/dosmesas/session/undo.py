"""How far back a player may take a decision."""

from dosmesas.engine.state import Point, State


class CannotUndoError(Exception):
    """There is nothing to take back, or it would take back what another player has seen."""


def undo_target(state: State, seats: tuple[str, ...], *, held: bool, fresh: bool) -> int:
    """The turn to whose beginning undo leads.

    `held` says that a decision waits for another player's, `fresh` that the turn has seen none carried out.

    Raises:
        CannotUndoError: nothing to take back, or another player has seen it.
    """
    if len(seats) > 1:
        if held and fresh:
            return state.turn
        raise CannotUndoError
    # A turn in which bots alone decided would come out the same again: go back to one's own.
    mine = [one.turn for one in state.decisions if one.seat in seats]
    if held and state.point is not Point.END:
        mine.append(state.turn)
    if not mine:
        raise CannotUndoError
    return max(mine)
