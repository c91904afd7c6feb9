"""A game as a state machine: Hypothesis decides for all seats, point by point, and looks at every state.

    TestCuliacan = machine("culiacan").TestCase

holds the `invariants:` of the pack, exact receipts and the ranges of numbers. A subclass of GameMachine adds
what a test promises besides, as methods under `@invariant()`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, cast

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dosmesas.desk.trial.finding import Finder
from dosmesas.desk.trial.playing import course_of
from dosmesas.desk.trial.promises import broken
from dosmesas.engine.draws import Draws
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.state import State
from dosmesas.load.locate import pack_folder
from dosmesas.model.rules import Worldview
from dosmesas.model.trials import Invariant
from dosmesas.testing.strategies.decisions import decisions
from dosmesas.testing.strategies.games import Ready
from dosmesas.testing.strategies.given import Given, pack_of
from dosmesas.testing.strategies.histories import SEEDS, History, most_points
from dosmesas.text.number import exact

__all__ = ["GameMachine", "invariant", "machine"]


class GameMachine(RuleBasedStateMachine):
    """A game that is begun with a seed and goes on by legal decisions of all seats, one point a step.

    A subclass names its `pack`, and may fix a `worldview` and where chance comes from (`draws`). What its own
    invariants read: `game`, `state`, `path`, `history`, `value("trust")`, `flag("pact")`.
    """

    pack: ClassVar[Given | None] = None
    worldview: ClassVar[str | Worldview | None] = None
    draws: ClassVar[Draws | None] = None
    promises: ClassVar[tuple[Invariant, ...]] = ()
    """The invariants of the pack's YAML tests, and those that its rules promise of every pack."""
    ready: ClassVar[Ready | None] = None
    """The games by worldview."""

    game: Game
    path: list[Transition]

    def __init_subclass__(cls, **given: Any) -> None:
        """See that there is such a pack, before any test runs; and let a run reach the end of a game.

        Raises:
            InvalidArgument: there is no such pack or worldview, or the pack or its tests have errors.
        """
        super().__init_subclass__(**given)
        if cls.pack is None:
            return
        cls.ready = Ready.of(cls.pack, cls.worldview, cls.draws)
        cls.promises = _promises(cls.pack)
        case = cls.TestCase
        case.settings = settings(case.settings, stateful_step_count=most_points(cls.ready.pack) + 1)

    def __init__(self) -> None:
        super().__init__()
        self.path, self.decided = [], list[Mapping[str, str]]()
        self._made: dict[str, int] = {}

    @property
    def state(self) -> State:
        """Where the game stands."""
        return self.path[-1].state

    @property
    def history(self) -> History:
        """The game so far: it prints as who did what."""
        return History(self.game, self.path[0].state.seed, tuple(self.decided), tuple(self.path))

    def value(self, indicator: str) -> int:
        """Where an indicator stands, in thousandths.

        Raises:
            KeyError: the pack has none of this id.
        """
        return self.history.value(indicator)

    def flag(self, name: str) -> bool:
        """Whether a flag is set.

        Raises:
            KeyError: the pack has none of this id.
        """
        return self.history.flag(name)

    @initialize(worldview=st.runner().flatmap(lambda self: self.worldviews()), seed=SEEDS)
    def begin(self, worldview: str, seed: int) -> None:
        """A game from a seed, under a worldview of the pack."""
        self.game = self.game_under(worldview)
        self._made = {one.id: one.start for one in self.game.tables.indicators}
        self._go_on(self.game.begin(seed))

    @rule(moves=st.runner().flatmap(lambda self: self.moves()))
    def step(self, moves: Mapping[str, str]) -> None:
        """All seats to move decide; when the game is over, nothing happens any more."""
        if moves:
            self.decided.append(moves)
            self._go_on(self.game.apply(self.state, moves))

    def worldviews(self) -> st.SearchStrategy[str]:
        """The worldviews under which a game may begin, by their ids."""
        return st.sampled_from([*self._ready().views])

    def game_under(self, worldview: str) -> Game:
        """The game under a worldview; a subclass may hand out another, such as an engine of its own."""
        return self._ready().game(worldview)

    def moves(self) -> st.SearchStrategy[dict[str, str]]:
        """What the seats may do now; a subclass may narrow it."""
        if not self.path or self.game.is_terminal(self.state):
            return st.just({})
        return decisions(self.game, self.state)

    def _ready(self) -> Ready:
        if self.ready is None:
            raise InvalidArgument(f'{type(self).__name__} has no pack: write pack = "culiacan" in the class')
        return self.ready

    def _go_on(self, found: Transition) -> None:
        """What is true of every state is looked at here: invariants would be printed at every step."""
        before = self.path[-1].state.turn if self.path else 0
        self.path.append(found)
        self._numbers_are_what_receipts_make_of_them(found)
        if self.promises and (found.state.turn != before or self.game.is_terminal(found.state)):
            self._promises_are_kept()

    def _numbers_are_what_receipts_make_of_them(self, found: Transition) -> None:
        """Every number is its start and what its receipts added, exactly, and within its range."""
        for receipt in found.receipts:
            if receipt.moves:
                self._made[receipt.indicator] += receipt.applied
        values = zip(self.game.tables.indicators, found.state.values, found.state.opened, strict=True)
        for one, value, opened in values:
            made, moved = self._made[one.id], abs(value - opened)
            assert value == made, f"{one.id} is {exact(value)}, and its receipts make {exact(made)}"
            assert one.low <= value <= one.high, f"{one.id} is {exact(value)}, out of its range"
            if one.max_step is not None:
                told = f"{one.id} moved by {exact(moved)}; {exact(one.max_step)} is the most of a turn"
                assert moved <= one.max_step, told

    def _promises_are_kept(self) -> None:
        """What the YAML tests promise under `invariants:` holds, turn by turn: within one no number moves."""
        for one in broken(self.promises, course_of(self.game, [*self.path])):
            raise AssertionError(f"{one.invariant.name} ({one.where}): {one.expected}; {one.came}")


def machine(
    pack: Given, *, worldview: str | Worldview | None = None, draws: Draws | None = None
) -> type[GameMachine]:
    """The machine of a pack, under any of its worldviews or the one that is named.

    Raises:
        InvalidArgument: there is no such pack or worldview, or the pack or its tests have errors.
    """
    name = Path(pack).name if isinstance(pack, str | Path) else pack_of(pack).id
    members = {"pack": pack, "worldview": worldview, "draws": draws, "__doc__": f"Games of the pack {name}."}
    title = "".join(part.title() for part in name.split("-"))
    return cast("type[GameMachine]", type(f"{title}Machine", (GameMachine,), members))


def _promises(given: Given) -> tuple[Invariant, ...]:
    """The invariants that lie with a pack; a pack that is no folder has none."""
    if not isinstance(given, str | Path):
        return ()
    found = Finder().found(pack_folder(str(given)))
    wrong = [f"{one.span}: {one.message}" for one in found.loaded.problems if one.code.startswith("E")]
    if wrong:
        raise InvalidArgument(f"the tests of the pack have errors: {'; '.join(wrong[:3])}")
    return found.invariants
