"""From one node of the search to those after it: by every combination of decisions, and every way of chance.

A turn is taken in two halves, and the outlook in pieces, so that what is alike in the evening is merged
before the chances of the next day multiply it. The halves are the engine's own.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import product

from attrs import define, evolve, field, frozen

from dosmesas.engine.game import Game
from dosmesas.engine.program import Flags
from dosmesas.engine.receipts import Page
from dosmesas.engine.returns import points
from dosmesas.engine.slots import Vector
from dosmesas.engine.state import Decision, Pending, Point, State
from dosmesas.engine.turn import Judgement, close_turn, ending_of, judged, later_step, open_turn
from dosmesas.model.limits import OUTLOOK_STEPS
from dosmesas.model.rules import Pack, Worldview
from dosmesas.sim.search.chances import Answer, ScriptedDraws, outcomes
from dosmesas.sim.search.debates import Supposing, few_of, supposed
from dosmesas.sim.search.essence import Essence
from dosmesas.text.number import half_even

Moves = tuple[str, ...]
"""The action of each seat to move, in the order of the seats."""
Way = tuple[tuple[str, ...], ...]
"""What each seat to move may do."""


@frozen(cache_hash=True)
class Evening:
    """A turn that is over; turn 0 is before the first. `state` has what counts; `ending` came at once."""

    state: State
    ending: str = ""


@frozen(cache_hash=True)
class Later:
    """A step of the outlook, taken: `until` is its last. `earned` are the seats' points at the last turn."""

    turn: int
    until: int
    values: Vector
    flags: Flags
    pending: tuple[Pending, ...]
    asked: Vector
    earned: tuple[int, ...]
    ending: str

    @property
    def over(self) -> bool:
        """Whether this is an end of the game."""
        return self.turn == self.until


Node = State | Evening | Later


@frozen
class Step:
    """A way from a node to another: its weight among all of the same decisions, and what happened on it.

    `supposed` where a debate was supposed on it; `came` are the events and bulletins that came.
    """

    node: Node
    weight: Fraction
    answers: tuple[Answer, ...]
    pages: Sequence[Page]
    came: tuple[str, ...] = ()
    supposed: bool = False


@frozen
class Most:
    """How much of a node is tried where all of it would take too long; None tries everything."""

    chances: int


@define(eq=False)
class Steps:
    """Takes the steps of a pack under a worldview."""

    pack: Pack
    view: Worldview
    how: Supposing
    draws: ScriptedDraws = field(init=False)
    game: Game = field(init=False)
    essence: Essence = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.draws = ScriptedDraws.of(self.pack)
        self.game = Game(self.pack, self.view, self.draws)
        self.essence = Essence.of(self.pack)

    def start(self) -> Evening:
        """Before the first turn."""
        ruleset = self.pack.ruleset
        values = tuple(one.start for one in ruleset.indicators.values())
        flags = tuple(flag.start for flag in ruleset.flags.values())
        return Evening(self.essence.of_state(State(0, 0, Point.END, values, values, flags)))

    def seats(self, node: Node) -> tuple[tuple[str, ...], Way]:
        """Who moves at a node, and what each may do; nobody where chance alone goes on."""
        if not isinstance(node, State):
            return (), ()
        seats = self.game.to_move(node)
        return seats, tuple(self.game.legal_actions(node, seat) for seat in seats)

    def after(self, node: Node, moves: Moves, most: Most | None = None) -> Iterator[Step]:
        """Every step from a node by these moves."""
        limit = most.chances if most else None
        match node:
            case State(point=Point.WORD):
                yield self._said(node, moves)
            case State():
                yield from self._chosen(node, moves, limit)
            case Evening(ending="") if node.state.turn < self.pack.turns:
                yield from self._opened(node.state, limit)
            case Evening():
                later = self._last(node)
                yield Step(later, Fraction(1), (), ())
            case Later():
                yield from self._later(node, limit)

    def returns(self, node: Later) -> tuple[int, ...]:
        """What each seat of the pack got, in thousandths, at an end."""
        after = self._points(node.values)
        return tuple(half_even(one + other, 2) for one, other in zip(node.earned, after, strict=True))

    def _points(self, values: Vector) -> tuple[int, ...]:
        numbers = dict(zip(self.game.tables.names, values, strict=True))
        return tuple(points(self.pack.ruleset.offices[seat], numbers) for seat in sorted(self.pack.seats))

    def _said(self, node: State, moves: Moves) -> Step:
        seats = self.game.to_move(node)
        following = self.game.apply(node, dict(zip(seats, moves, strict=True))).state
        return Step(self.essence.of_state(following), Fraction(1), (), ())

    def _chosen(self, node: State, moves: Moves, limit: int | None) -> Iterator[Step]:
        tables, seats = self.game.tables, self.game.to_move(node)
        made = tuple(
            Decision(node.turn, Point.CHOOSE, seat, move) for seat, move in zip(seats, moves, strict=True)
        )
        decisions = (*node.decisions, *made)
        argued = tables.home is not None and tables.floor.is_open(tables.events[node.event].event)
        for ended in self._judged(evolve(node, decisions=decisions), argued=argued, few=limit is not None):
            for weight, answers, closed in outcomes(
                self.draws, partial(close_turn, tables, node, decisions, ended), limit
            ):
                values, flags, pending, ending, pages = closed
                state = State(
                    0, node.turn, Point.END, values, values, flags, "", node.happened, pending, decisions
                )
                evening = Evening(self.essence.of_state(state), ending)
                yield Step(evening, weight, answers, pages, supposed=argued)

    def _judged(self, state: State, *, argued: bool, few: bool) -> Iterable[Judgement | None]:
        """What may come of choices at home, without chance; one thing where nothing is argued."""
        tables = self.game.tables
        if argued:
            return supposed(tables, state, self.how, few=few)
        return [None if tables.home is None else judged(tables, state)]

    def _opened(self, state: State, limit: int | None) -> Iterator[Step]:
        tables, before = self.game.tables, len(state.happened)

        def run() -> tuple[State, Sequence[Page]]:
            given = (state.values, state.flags, state.pending, state.happened, state.decisions)
            found = open_turn(tables, 0, state.turn + 1, *given, [])
            return found.state, found.pages

        for weight, answers, (found, pages) in outcomes(self.draws, run, limit):
            came = tuple(name for name, _ in found.happened[before:])
            yield Step(self.essence.of_state(found), weight, answers, pages, came)

    def _last(self, node: Evening) -> Later:
        state = node.state
        asked = self.game.tables.program.slots.past(state.decisions, state.happened)
        until = state.turn + OUTLOOK_STEPS
        earned = self._points(state.values)
        return Later(state.turn, until, state.values, state.flags, state.pending, asked, earned, node.ending)

    def _later(self, node: Later, limit: int | None) -> Iterator[Step]:
        """On to the first step of the outlook in which chance speaks, or to the end."""
        tables = self.game.tables

        def run() -> tuple[Later, list[Page]]:
            values, flags, pending, pages = node.values, node.flags, node.pending, list[Page]()
            for turn in range(node.turn + 1, node.until + 1):
                world = (values, flags, node.asked, turn)
                values, flags, pending, more = later_step(tables, world, pending, 0)
                pages += more
                if self.draws.asked:
                    break
            return self._stood(node, turn, values, flags, pending), pages

        for weight, answers, (later, pages) in outcomes(self.draws, run, limit):
            yield Step(later, weight, answers, pages)

    def _stood(
        self, node: Later, turn: int, values: Vector, flags: Flags, pending: tuple[Pending, ...]
    ) -> Later:
        if turn < node.until:
            due = self.essence.to_come(pending, node.until)
            return Later(turn, node.until, values, flags, due, node.asked, node.earned, node.ending)
        ending = node.ending or ending_of(self.game.tables, (values, flags, node.asked, turn), now=False)
        return Later(turn, turn, values, flags, (), (), node.earned, ending)


def all_moves(way: Way) -> Iterable[Moves]:
    """Every combination of what the seats may do; one empty one where nobody moves."""
    return product(*way)


def some_moves(way: Way, shift: int) -> Iterable[Moves]:
    """So few combinations that each seat still does everything that it may do; others for another `shift`."""
    return few_of(way, shift)
