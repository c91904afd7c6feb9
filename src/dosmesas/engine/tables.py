"""What the engine looks up of a pack: slots in sorted order, beliefs, conditions and blocks as code."""

from collections.abc import Callable, Mapping
from functools import partial

from attrs import field, frozen

from dosmesas.engine.benches import Dealer
from dosmesas.engine.deals import seated
from dosmesas.engine.draws import Draws, NamedDraws
from dosmesas.engine.floor import Debate, Floor
from dosmesas.engine.generate import HALF
from dosmesas.engine.kept import kept
from dosmesas.engine.program import Condition, Program
from dosmesas.engine.ratify import HomeSites
from dosmesas.engine.scene import Scene, scene_of
from dosmesas.engine.state import Decision, State
from dosmesas.model.effects import After, walk
from dosmesas.model.events import Bulletin, Event
from dosmesas.model.expressions import owners
from dosmesas.model.rules import Ending, Pack, Worldview
from dosmesas.model.world import Indicator

_STATES = 256
"""For so many states the debates are kept: all of a game are, and some to compare with."""


@frozen(eq=False, repr=False)
class Agendum:
    """An event ready for the agenda: its draws' name, its seats here, its condition, what options require."""

    id: str
    event: Event
    race: str
    seats: tuple[str, ...]
    movers: frozenset[str]
    holds: Condition | None
    options: Mapping[str, Mapping[str, Condition | None]]


@frozen(eq=False, repr=False)
class Tables:
    """A pack made ready to be played under a worldview, with a source of draws.

    `program` may be that of a pack that differs in nothing but when its events come.
    """

    pack: Pack
    view: Worldview
    draws: Draws = field(factory=NamedDraws)
    indicators: tuple[Indicator, ...] = field(init=False)
    names: tuple[str, ...] = field(init=False)
    flags: tuple[str, ...] = field(init=False)
    belief: Mapping[str, int] = field(init=False)
    delayed: Mapping[str, After] = field(init=False)
    program: Program = field()
    events: Mapping[str, Agendum] = field(init=False)
    fixed: Mapping[int, Event] = field(init=False)
    tiers: tuple[tuple[Agendum, ...], ...] = field(init=False)
    fallback: Event | None = field(init=False)
    bulletins: tuple[tuple[Bulletin, Condition | None], ...] = field(init=False)
    endings: tuple[tuple[Ending, Condition | None], ...] = field(init=False)
    endings_now: tuple[tuple[Ending, Condition | None], ...] = field(init=False)
    floor: Floor = field(init=False)
    _debates: Callable[[str, int, int, tuple[Decision, ...], bool], dict[str, Debate]] = field(init=False)
    home: HomeSites | None = field(init=False)

    @indicators.default
    def _indicators(self) -> tuple[Indicator, ...]:
        return tuple(self.pack.ruleset.indicators.values())

    @names.default
    def _names(self) -> tuple[str, ...]:
        return tuple(self.pack.ruleset.indicators)

    @flags.default
    def _flags(self) -> tuple[str, ...]:
        return tuple(self.pack.ruleset.flags)

    @belief.default
    def _belief(self) -> Mapping[str, int]:
        return self.pack.ruleset.beliefs(self.view)

    @delayed.default
    def _delayed(self) -> Mapping[str, After]:
        found = (effect for _, _, effects in owners(self.pack) for effect in walk(effects))
        whole = {one.id: one for one in found if isinstance(one, After)}
        return {**whole, **{HALF + name: one for name, one in whole.items()}}

    @program.default
    def _program(self) -> Program:
        return Program.of(self.pack, self.belief, self.draws)

    @events.default
    def _events(self) -> Mapping[str, Agendum]:
        return {event.id: self._agendum(event) for event in self.pack.events.values()}

    @fixed.default
    def _fixed(self) -> Mapping[int, Event]:
        return {event.turn: event for event in self.pack.events.values() if event.turn is not None}

    @tiers.default
    def _tiers(self) -> tuple[tuple[Agendum, ...], ...]:
        """The events that are drawn, the highest tier first."""
        drawn = [one for one in self.events.values() if one.event.turn is None and not one.event.repeats]
        tiers = sorted({one.event.tier for one in drawn}, reverse=True)
        return tuple(tuple(one for one in drawn if one.event.tier == tier) for tier in tiers)

    @fallback.default
    def _fallback(self) -> Event | None:
        return next((event for event in self.pack.events.values() if event.repeats), None)

    @bulletins.default
    def _bulletins(self) -> tuple[tuple[Bulletin, Condition | None], ...]:
        return tuple((one, self.program.holds(one.when)) for one in self.pack.bulletins.values())

    @endings.default
    def _endings(self) -> tuple[tuple[Ending, Condition | None], ...]:
        return tuple((one, self.program.holds(one.when)) for one in self.pack.ruleset.endings)

    @endings_now.default
    def _endings_now(self) -> tuple[tuple[Ending, Condition | None], ...]:
        return tuple(pair for pair in self.endings if pair[0].now)

    @floor.default
    def _floor(self) -> Floor:
        return Floor(self.pack, Dealer(self.pack, self.view, self.draws))

    @_debates.default
    def _debates_kept(self) -> Callable[[str, int, int, tuple[Decision, ...], bool], dict[str, Debate]]:
        return kept(_STATES, partial(_debates_of, self.floor, self.events))

    @home.default
    def _home(self) -> HomeSites | None:
        """Where the home tables write, in a pack that has the stage `ratify`."""
        return HomeSites.of(self.pack.ruleset, self.program) if "ratify" in self.pack.stages else None

    def debates(self, state: State, *, answered: bool = True) -> dict[str, Debate]:
        """The debates on the table in a state, by seat."""
        if not self.floor.is_open(self.events[state.event].event):
            return {}
        return {**self._debates(state.event, state.seed, state.turn, state.decisions, answered)}

    def scene(self, state: State) -> Scene:
        """What conditions read in this state, by name."""
        return scene_of(state, self.names, self.flags)

    def _agendum(self, event: Event) -> Agendum:
        seats = seated(self.pack, event)
        options = {
            seat: {one.id: self.program.holds(one.requires) for one in event.seats[seat]} for seat in seats
        }
        holds = self.program.holds(event.when)
        return Agendum(event.id, event, f"agenda:{event.first}", seats, frozenset(seats), holds, options)


def _debates_of(  # noqa: PLR0913, PLR0917 - what a state is asked for, and no more: the same for all its values
    floor: Floor,
    events: Mapping[str, Agendum],
    event: str,
    seed: int,
    turn: int,
    decisions: tuple[Decision, ...],
    answered: bool,
) -> dict[str, Debate]:
    entry = events[event]
    return floor.debates(entry.event, entry.seats, seed, turn, decisions, answered=answered)
