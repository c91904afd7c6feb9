"""Games of the pack parley, taken to where something is argued or carried home."""

from collections.abc import Mapping

from attrs import evolve

from dosmesas.engine.draws import Draws
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.state import Point, State
from dosmesas.model.events import Option
from dosmesas.model.rules import Pack
from tests.support.making import NORDEN, SUDEN, game_of
from tests.support.small import parley

WARDEN = "no.warden"
ALL_SEATS = (NORDEN, WARDEN, SUDEN)
Plan = Mapping[tuple[int, Point, str], str]
"""What is done where; everything else is the first legal action, in a debate nothing."""


def parley_game(pack: Pack | None = None, view: str = "authors", draws: Draws | None = None) -> Game:
    """A game of parley, or of a pack made of it."""
    return game_of(pack or parley(), view, draws)


def reach(game: Game, turn: int, point: Point, plan: Plan | None = None, seed: int = 7) -> State:
    """The state at a point of a turn."""
    state = game.new_initial_state(seed)
    while (state.turn, state.point) != (turn, point):
        assert state.point is not Point.END, f"no {point} in turn {turn}"
        state = step(game, state, plan).state
    return state


def step(game: Game, state: State, plan: Plan | None = None, **said: str) -> Transition:
    """One point further; `said` are actions by seat, with _ for the point in an office."""
    actions = {seat: game.legal_actions(state, seat)[0] for seat in game.to_move(state)}
    given = {seat: action for (turn, at, seat), action in (plan or {}).items() if (turn, at) == here(state)}
    given |= {seat.replace("_", "."): action for seat, action in said.items()}
    return game.apply(state, {**actions, **{seat: one for seat, one in given.items() if seat in actions}})


def through(game: Game, state: State, plan: Plan | None = None) -> Transition:
    """The rest of a turn: the transition that ends it."""
    reached = step(game, state, plan)
    return reached if reached.state.turn != state.turn else through(game, reached.state, plan)


def here(state: State) -> tuple[int, Point]:
    """The turn and the point."""
    return state.turn, state.point


def with_values(game: Game, state: State, **values: int) -> State:
    """A state with other values, in thousandths, as if they had stood since the turn opened."""
    found = dict(zip(game.tables.names, state.values, strict=True)) | values
    changed = tuple(found[name] for name in game.tables.names)
    return evolve(state, values=changed, opened=changed)


def flag(game: Game, state: State, name: str) -> bool:
    """A flag of a state."""
    return dict(zip(game.tables.flags, state.flags, strict=True))[name]


def of_turn(reached: Transition, turn: int, stage: str = "") -> list[Receipt]:
    """The receipts of a stage of a turn (or of all)."""
    return [one for one in reached.receipts if one.turn == turn and stage in {"", one.stage}]


def moved(receipts: list[Receipt], by: str, name: str) -> list[int]:
    """What something added to a number, receipt by receipt."""
    return [one.applied for one in receipts if (one.by, one.indicator) == (by, name)]


def option_with(pack: Pack, name: str, **changes: object) -> Pack:
    """A pack in which an option is otherwise."""

    def of(one: Option) -> Option:
        return evolve(one, **changes) if one.id == name else one

    events = {
        event.id: evolve(event, seats={seat: tuple(map(of, own)) for seat, own in event.seats.items()})
        for event in pack.events.values()
    }
    return evolve(pack, events=events)
