"""Histories: a game played from a drawn seed by drawn decisions, up to a drawn point."""

from collections.abc import Mapping

from attrs import field, frozen
from hypothesis import strategies as st

from dosmesas.engine.draws import Draws
from dosmesas.engine.floor import ARGUING
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.state import Point, State
from dosmesas.model.arguments import Argue
from dosmesas.model.events import Event
from dosmesas.model.rules import Pack, Worldview
from dosmesas.testing.strategies.decisions import Actions, decisions
from dosmesas.testing.strategies.games import games
from dosmesas.testing.strategies.given import Given
from dosmesas.testing.strategies.shown import Shown

SEEDS = st.integers(0, 2**62)
"""The seeds of games; the simplest is 0."""


@frozen(eq=False, repr=False)
class History(Shown):
    """A game as far as it was played: its seed, the decisions point by point, and every state on the way.

    `path` has one transition more than there are decisions: the beginning. It prints as who did what.
    """

    game: Game
    seed: int
    decisions: tuple[Mapping[str, str], ...]
    path: tuple[Transition, ...] = field()

    @path.default
    def _path(self) -> tuple[Transition, ...]:
        path = [self.game.begin(self.seed)]
        for actions in self.decisions:
            path.append(self.game.apply(path[-1].state, actions))
        return tuple(path)

    @property
    def states(self) -> tuple[State, ...]:
        """Every state, from the first decision point on."""
        return tuple(one.state for one in self.path)

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.path[-1].state

    @property
    def over(self) -> bool:
        """Whether it was played to its end."""
        return self.game.is_terminal(self.state)

    @property
    def receipts(self) -> tuple[Receipt, ...]:
        """Everything that moved a number or a flag on the way, in order."""
        return tuple(receipt for one in self.path for receipt in one.receipts)

    def value(self, indicator: str, state: State | None = None) -> int:
        """Where an indicator stands, in thousandths; where it stood in a state of the way.

        Raises:
            KeyError: the pack has none of this id.
        """
        return dict(zip(self.game.tables.names, (state or self.state).values, strict=True))[indicator]

    def flag(self, name: str, state: State | None = None) -> bool:
        """Whether a flag is set; whether it was in a state of the way.

        Raises:
            KeyError: the pack has none of this id.
        """
        return dict(zip(self.game.tables.flags, (state or self.state).flags, strict=True))[name]

    def lines(self) -> list[str]:
        """Who did what, a line a decision point, and where that led."""
        pack, view, last = self.game.pack, self.game.view, self.state
        return [
            f"a game of {pack.id}, worldview {view.id}, seed {self.seed}",
            *(f"  {_told(one.state, did)}" for one, did in zip(self.path, self.decisions, strict=False)),
            f"  then: the end, {last.ending}" if self.over else f"  then: {_place(last)} is asked",
        ]


def histories(
    pack: Given,
    *,
    worldview: str | Worldview | None = None,
    draws: Draws | None = None,
    over: bool = False,
) -> st.SearchStrategy[History]:
    """Games of a pack, each played by legal decisions of all seats up to some point; with `over`, to the end.

    Every other one was played to the end in any case. They shrink to few decisions, to what is simplest among
    these (silent, nothing, the first option), and to seed 0.

    Raises:
        InvalidArgument: there is no such pack or worldview.
    """
    return games(pack, worldview=worldview, draws=draws).flatmap(lambda game: played(game, over=over))


@st.composite
def played(draw: st.DrawFn, game: Game, *, over: bool = False) -> History:
    """Histories of one game."""
    # Asked at each point, not once for all: so an example is cut short at one blow, wherever it can be.
    going_on = st.just(1) if over else st.integers(0, 3 * most_points(game.pack))
    seed = draw(SEEDS)
    path, made = [game.begin(seed)], list[Actions]()
    while not game.is_terminal(path[-1].state) and draw(going_on):
        made.append(draw(decisions(game, path[-1].state)))
        path.append(game.apply(path[-1].state, made[-1]))
    return History(game, seed, tuple(made), tuple(path))


def most_points(pack: Pack) -> int:
    """At least as many decision points as any game of a pack has."""
    fixed = {one.turn: _points(pack, one) for one in pack.events.values() if one.turn is not None}
    drawn = max((_points(pack, one) for one in pack.events.values() if one.turn is None), default=0)
    return sum(fixed.get(turn, drawn) for turn in range(1, pack.turns + 1))


def _points(pack: Pack, event: Event) -> int:
    """How often an event asks for decisions at most: for words, for choices, and in a debate."""
    argued = event.argue is not Argue.NONE and "argue" in pack.stages
    return 1 + bool(event.deals) + len(ARGUING) * argued


def _told(state: State, actions: Mapping[str, str]) -> str:
    did = "; ".join(f"{seat} {_short(action, state)}" for seat, action in sorted(actions.items()))
    return f"{_place(state)}: {did}"


def _place(state: State) -> str:
    return f"turn {state.turn}, {state.event}, {state.point}"


def _short(action: str, state: State) -> str:
    """An action as a reader knows it: the id of an option without that of its event."""
    return action.removeprefix(f"{state.event}/") if state.point is Point.CHOOSE else action
