"""Decisions: for each seat to move one action, the simplest first; or a set of them that is refused."""

from collections.abc import Callable, Iterator, Mapping

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from dosmesas.debate.judge import REST
from dosmesas.engine.game import Game
from dosmesas.engine.plays import NOTHING
from dosmesas.engine.state import DECLINE, SILENT, State
from dosmesas.testing.conformance.walk import NOBODY
from dosmesas.testing.strategies.given import whole

Actions = dict[str, str]
"""An action of each seat."""
QUIET = (SILENT, NOTHING, REST.kind, DECLINE)
"""What a seat does that wants no part in it: every example shrinks to these, else to what is listed first."""
NO_ACTION = "no-such-action"


def decisions(game: Game, state: State, *, slips: int = 0) -> st.SearchStrategy[Actions]:
    """An action for each seat that is to move in a state; with `slips=1` one thing about them is wrong.

    What a slip makes is refused by `Game.apply` with an IllegalActionError: an action that does not exist, or
    is another's, or not open now; a seat that is missing, or is not to move.

    Raises:
        InvalidArgument: the game is over, so there is nothing to decide.
    """
    whole("slips", slips, 0, 1)
    if game.is_terminal(state):
        if not slips:
            raise InvalidArgument("the game is over, so there is nothing to decide: ask is_terminal(state)")
        return st.sampled_from([{}, {NOBODY: SILENT}, dict.fromkeys(game.pack.seats, SILENT)])
    open_to = {seat: simplest_first(game.legal_actions(state, seat)) for seat in game.to_move(state)}
    taken = st.fixed_dictionaries({seat: _one_of(legal) for seat, legal in open_to.items()})
    if not slips:
        return taken
    return st.builds(_slipped, taken, st.sampled_from(list(_slips(game, state, open_to))))


def _one_of(legal: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(legal) if len(legal) > 1 else st.just(legal[0])


def simplest_first(legal: tuple[str, ...]) -> tuple[str, ...]:
    """Legal actions in the order in which an example shrinks: silence and rest, then as they are listed."""
    quiet = [action for action in QUIET if action in legal]
    return (*quiet, *(action for action in legal if action not in quiet))


_Slip = Callable[[Actions], Actions]


def _slipped(actions: Actions, slip: _Slip) -> Actions:
    return slip(dict(actions))


def _slips(game: Game, state: State, open_to: Mapping[str, tuple[str, ...]]) -> Iterator[_Slip]:
    """Every way in which actions that would be taken become some that are refused."""
    yield _with({NOBODY: SILENT})
    for seat in open_to:
        yield _without(seat)
        for action in _refused(game, state, seat, open_to):
            yield _with({seat: action})
    for seat in game.pack.seats:
        if seat not in open_to:
            yield _with({seat: SILENT})


def _refused(game: Game, state: State, seat: str, open_to: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """What is not open to a seat: nothing known, what others may do, and its own options that are closed."""
    known = [NO_ACTION]
    known += [action for other in open_to for action in open_to[other]]
    known += [option.id for option in game.pack.events[state.event].seats.get(seat, ())]
    yield from (action for action in dict.fromkeys(known) if action not in open_to[seat])


def _with(actions: Actions) -> _Slip:
    return lambda taken: {**taken, **actions}


def _without(seat: str) -> _Slip:
    return lambda taken: {other: action for other, action in taken.items() if other != seat}
