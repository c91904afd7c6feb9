"""A random game written down once, with everything that the checks look at."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise

from attrs import evolve, frozen

from dosmesas.engine.draws import NamedDraws
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.observe import InformationState
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.state import State

NOBODY = "xx.nobody"
"""A seat that no pack has: the country is two letters that stand for none."""
_POINTS_A_TURN = 6
"""More decision points than a turn has; a walk that makes so many every turn is broken off."""


@frozen(eq=False, repr=False)
class Step:
    """A state of a walk, how it was reached, what each seat might do and knew, and what was done.

    `legal` has every office of the ruleset and `NOBODY`; `seen` has the pack's seats; `actions` is empty
    where nothing was done any more.
    """

    number: int
    transition: Transition
    receipts: tuple[Receipt, ...]
    terminal: bool
    movers: tuple[str, ...]
    legal: Mapping[str, tuple[str, ...]]
    seen: Mapping[str, InformationState]
    actions: Mapping[str, str]

    @property
    def state(self) -> State:
        """The state itself."""
        return self.transition.state

    def __str__(self) -> str:
        return f"turn {self.state.turn}, {self.state.point}"


@frozen(eq=False, repr=False)
class Walk:
    """A game from a seed; `failure` says why it was broken off, and is empty when it reached its end."""

    game: Game
    seed: int
    steps: tuple[Step, ...]
    failure: str

    @property
    def moves(self) -> Iterator[tuple[Step, Step]]:
        """Each step with the one that its actions led to."""
        return pairwise(self.steps)

    @property
    def points(self) -> Iterator[Step]:
        """The decision points: all steps but the terminal one."""
        return (step for step in self.steps if not step.terminal)

    @property
    def ends(self) -> tuple[Step, ...]:
        """The terminal step, if the walk came to one."""
        return tuple(step for step in self.steps if step.terminal)

    @property
    def receipts(self) -> Iterator[tuple[Step, Receipt]]:
        """All receipts in the order of their writing, each with the step that it led to."""
        return ((step, receipt) for step in self.steps for receipt in step.receipts)

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids that `values` follow."""
        return tuple(self.game.pack.ruleset.indicators)

    def decisions(self, number: int) -> tuple[Mapping[str, str], ...]:
        """What was done before a step, point by point: with the seed it leads there again."""
        return tuple(step.actions for step in self.steps[:number] if step.actions)


Choose = Callable[[Game, "Step", str], str]
"""Which of its legal actions a seat takes at a step."""


def walk(game: Game, seed: int, choose: "Choose | None" = None) -> Walk:
    """A game in which every seat takes any of its legal actions, all alike, or what `choose` says.

    Whatever the game raises ends the walk and becomes its `failure`.
    """
    last = Walk(game, seed, (), "")
    for found in stroll(game, seed, choose or partial(anything, seed)):
        last = found
    return last


def stroll(game: Game, seed: int, choose: Choose) -> Iterator[Walk]:
    """The same game as far as it has gone, after each step; the last one is the whole."""
    steps: tuple[Step, ...] = ()
    most = game.pack.turns * _POINTS_A_TURN
    try:
        transition = game.begin(seed)
        while len(steps) <= most:
            steps = (*steps, _step(game, len(steps), transition, choose))
            yield Walk(game, seed, steps, "")
            if steps[-1].terminal:
                return
            transition = game.apply(transition.state, {**steps[-1].actions})
    except Exception as error:  # noqa: BLE001 - a game under test may raise anything, and that is a finding
        yield Walk(game, seed, steps, f"{type(error).__name__}: {error}")
        return
    yield Walk(game, seed, steps, f"no end after {most} decision points")


def _step(game: Game, number: int, transition: Transition, choose: Choose) -> Step:
    state = transition.state
    seats = (*game.pack.ruleset.offices, NOBODY)
    legal = {seat: game.legal_actions(state, seat) for seat in seats}
    seen = {seat: game.information_state(state, seat) for seat in game.pack.seats}
    movers, terminal = game.to_move(state), game.is_terminal(state)
    step = Step(number, transition, tuple(transition.receipts), terminal, movers, legal, seen, {})
    if terminal:
        return step
    return evolve(
        step, actions={seat: choose(game, step, seat) if legal.get(seat) else "" for seat in movers}
    )


def anything(seed: int, _game: Game, step: Step, seat: str) -> str:
    """One of the actions, by a draw whose name no rule uses."""
    legal = step.legal[seat]
    return legal[NamedDraws().number(seed, f"walk:{seat}", step.number, 0) % len(legal)]
