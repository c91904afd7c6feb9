"""Layer by layer through everything that can come, within a budget, and then thinly to the end."""

import time
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from attrs import Factory, define, evolve, field, frozen

from dosmesas.engine.state import Point, State
from dosmesas.model.limits import OUTLOOK_STEPS
from dosmesas.model.rules import Pack, Worldview
from dosmesas.sim.search.debates import Supposing
from dosmesas.sim.search.facts import Fact, Reader, declared, options
from dosmesas.sim.search.graph import Graph, Link
from dosmesas.sim.search.steps import Evening, Later, Most, Moves, Node, Step, Steps, all_moves, some_moves
from dosmesas.text.span import Span

Layer = tuple[int, int, int]
"""Layers in order: whether in the outlook, the turn, the phase (words, choices, evening; then ends)."""
THIN = Most(24)
"""So many ways of chance of a node are tried once the budget is spent, and few combinations of moves."""
_SPARE = 10
"""After the budget one part in so many of it again goes to what lies beyond, thinly."""
_LEAST = 50
"""So many states at least are looked for in each layer beyond the budget."""
_MOMENT = 0.25
"""And so many seconds at least are given to each."""
_OFTEN = 256
_PHASES = {Point.WORD: 0, Point.CHOOSE: 1}


@frozen
class Budget:
    """How many states may be found, and for how long (None: as long as it takes)."""

    states: int = 1_000_000
    seconds: float | None = None


@frozen
class Progress:
    """How far a search is: its layer, states found in all, states of the layer taken on and there."""

    layer: Layer
    states: int
    done: int
    there: int


@frozen
class Row:
    """A layer: its states, and how many of them were taken on whole and thinly."""

    layer: Layer
    states: int
    whole: int
    thin: int

    @property
    def open(self) -> int:
        """States that were not taken on whole."""
        return 0 if self.layer[2] == _ENDS else self.states - self.whole


@frozen
class Witness:
    """Where something was seen first: the node, and the link taken from it where it came on the way."""

    node: int
    link: Link | None
    sure: bool


@define(eq=False)
class Found:
    """What a search found.

    `ends` are the returns of the seats (sorted) and the ending, by the number of an end; `stopped` says what
    stopped it, if anything; `played` are the seeds of games, really played, in which things came.
    """

    pack: Pack
    view: Worldview
    how: Supposing
    supposes: bool
    graph: Graph
    declared: Mapping[Fact, Span]
    rows: list[Row] = Factory(list)
    seen: dict[Fact, Witness] = Factory(dict)
    ends: dict[int, tuple[tuple[int, ...], str]] = Factory(dict)
    stopped: str = ""
    played: Mapping[Fact, int] = Factory(dict)

    @property
    def finished(self) -> bool:
        """Whether every state was taken on."""
        return not self.stopped

    @property
    def exact(self) -> bool:
        """Whether what was not found cannot be."""
        return self.finished and not self.supposes

    @property
    def states(self) -> int:
        """How many different states were found, each once."""
        return len(self.graph)

    @property
    def proven(self) -> list[Fact]:
        """What can come, for sure: found where nothing was supposed, or in a game that was played."""
        seen = {one for one, witness in self.seen.items() if witness.sure} | {*self.played}
        return sorted(one for one in self.declared if one in seen)

    @property
    def likely(self) -> list[Fact]:
        """What was found only where a debate was supposed."""
        return sorted({one for one in self.declared if one in self.seen} - {*self.proven})

    @property
    def unseen(self) -> list[Fact]:
        """What was not found."""
        return sorted({*self.declared} - {*self.seen} - {*self.played})

    def way_to(self, fact: Fact) -> list[Link]:
        """A shortest way to something that was found."""
        witness = self.seen[fact]
        return [*self.graph.way_to(witness.node), *([witness.link] if witness.link else [])]


_ENDS = 3
Told = Callable[[Progress], None]


def search(
    pack: Pack,
    view: Worldview,
    how: Supposing = Supposing.BANDS,
    budget: Budget | None = None,
    told: Told = lambda _: None,
) -> Found:
    """Everything that can come of a pack under a worldview, as far as the budget goes."""
    return _Explorer(Steps(pack, view, how), budget or Budget(), told).run()


def layer_of(node: Node, turns: int) -> Layer:
    """The layer of a node: all ways to it lead through layers before."""
    match node:
        case State():
            return (0, node.turn, _PHASES[node.point])
        case Evening():
            return (0, node.state.turn, 2)
        case _:
            return (1, turns + 99, _ENDS) if node.over else (1, node.turn, 2)


@define(eq=False)
class _Explorer:
    steps: Steps
    budget: Budget
    told: Told
    found: Found = field(init=False)
    reader: Reader = field(init=False)
    layers: dict[Layer, dict[Node, int]] = Factory(dict)
    names: dict[Layer, int] = Factory(dict)
    began: float = Factory(time.monotonic)
    at: Progress = Progress((0, 0, 0), 0, 0, 0)
    steps_taken: int = 0

    def __attrs_post_init__(self) -> None:
        pack, view = self.steps.pack, self.steps.view
        floor = self.steps.game.tables.floor
        supposes = "ratify" in pack.stages and any(floor.is_open(one) for one in pack.events.values())
        graph = Graph(forked=not (supposes and self.steps.how is Supposing.BANDS))
        self.found = Found(pack, view, self.steps.how, supposes, graph, declared(pack, view))
        self.reader = Reader(pack, self.steps.game.tables.program.sites)

    def run(self) -> Found:
        start = self.steps.start()
        self._reach(-1, Link(0, (), (), ()), start, sure=True)
        try:
            while self.layers:
                layer = min(self.layers)
                self._layer(layer, self.layers.pop(layer))
        except KeyboardInterrupt:
            self.found.stopped = "interrupted"
        for layer, nodes in sorted(self.layers.items()):
            self.found.rows.append(Row(layer, len(nodes), 0, 0))
        return self.found

    def _layer(self, layer: Layer, nodes: dict[Node, int]) -> None:
        if layer[2] == _ENDS:
            for node, number in nodes.items():
                self._end(node, number)
            self.found.rows.append(Row(layer, len(nodes), 0, 0))
            return
        whole = 0
        there = list(nodes.items())
        nodes.clear()
        try:
            for node, number in there:
                self.at = Progress(layer, len(self.found.graph), whole, len(there))
                if self._spent() or not self._expand(node, number, None):
                    break
                whole += 1
            thin = self._thinly(layer, there[whole:]) if whole < len(there) else 0
        finally:
            self.found.rows.append(Row(layer, len(there), whole, 0))
        self.found.rows[-1] = Row(layer, len(there), whole, thin)

    def _spent(self) -> bool:
        """Whether the budget is spent. The clock is looked at now and then."""
        if self.found.stopped:
            return True
        if len(self.found.graph) >= self.budget.states:
            self.found.stopped = "states"
        elif self._looks() and self.budget.seconds is not None:
            self.found.stopped = "minutes" if time.monotonic() - self.began >= self.budget.seconds else ""
        return bool(self.found.stopped)

    def _looks(self) -> bool:
        """Whether to look up from the work, once in so many steps; then it is told how far it is."""
        self.steps_taken += 1
        if self.steps_taken % _OFTEN:
            return False
        self.told(evolve(self.at, states=len(self.found.graph)))
        return True

    def _thinly(self, layer: Layer, there: list[tuple[Node, int]]) -> int:
        """Take on some of a layer, scattered over it: all that a seat may do, each way of chance once."""
        layers = 3 * self.steps.pack.turns + OUTLOOK_STEPS
        most = max(_LEAST, self.budget.states // _SPARE // layers)
        until, done, began = len(self.found.graph) + most, 0, time.monotonic()
        seconds = None if self.budget.seconds is None else max(_MOMENT, self.budget.seconds / _SPARE / layers)
        for place in _scattered(len(there)):
            if len(self.found.graph) >= until or done >= most:
                break
            if seconds is not None and time.monotonic() - began >= seconds:
                break
            self.at = Progress(layer, len(self.found.graph), done, len(there))
            self._expand(*there[place], THIN)
            done += 1
        return done

    def _expand(self, node: Node, number: int, most: Most | None) -> bool:
        """Take a node on; whether it was done before the budget was spent, if one is looked at."""
        seats, ways = self.steps.seats(node)
        sure = self.found.graph.sure(number)
        if isinstance(node, State) and node.point is Point.CHOOSE:
            self._see(options(ways), number, None, sure=sure)
        turn = node.turn if not isinstance(node, Evening) else node.state.turn
        if most is None:
            self.found.graph.fork(number, seats, ways)
        for moves in all_moves(ways) if most is None else some_moves(ways, number):
            reached: dict[int, Fraction] = {}
            for step in self.steps.after(node, moves, most):
                link = Link(turn, seats, moves, step.answers, isinstance(node, Later))
                end = self._step(number, link, step, sure=sure)
                reached[end] = reached.get(end, 0) + step.weight
                if most is None and self._spent():
                    return False
            if most is None:
                self.found.graph.ends(reached)
        return True

    def _step(self, number: int, link: Link, step: Step, *, sure: bool) -> int:
        sure = sure and not step.supposed
        end = self._reach(number, link, step.node, sure=sure)
        self._see(self.reader.of_names(step.came), number, link, sure=sure)
        self._see(self.reader.of_pages(step.pages), number, link, sure=sure)
        return end

    def _reach(self, parent: int, link: Link, node: Node, *, sure: bool) -> int:
        layer = layer_of(node, self.steps.pack.turns)
        there = self.layers.setdefault(layer, {})
        number = there.get(node)
        if number is None:
            place = self.names.setdefault(layer, len(self.names))
            number = there[node] = self.found.graph.add(parent, link, place, sure=sure)
        elif sure and not self.found.graph.sure(number):
            self.found.graph.better(number, parent, link)
        return number

    def _see(self, facts: Iterable[Fact], number: int, link: Link | None, *, sure: bool) -> None:
        seen = self.found.seen
        for fact in facts:
            known = seen.get(fact)
            if known is None or (sure and not known.sure):
                seen[fact] = Witness(number, link, sure)

    def _end(self, node: Node, number: int) -> None:
        assert isinstance(node, Later), "only steps of the outlook end a game"
        self._see([Fact("ending", node.ending)], number, None, sure=self.found.graph.sure(number))
        self.found.ends[number] = (self.steps.returns(node), node.ending)


def _scattered(size: int) -> Iterable[int]:
    """Every place below a size once, far from the one before: by the golden ratio."""
    step = max(1, int(size * 0.618))
    while size > 1 and _common(step, size) > 1:
        step += 1
    return ((place * step) % size for place in range(size))


def _common(one: int, other: int) -> int:
    while other:
        one, other = other, one % other
    return one


__all__ = ["Budget", "Found", "Layer", "Moves", "Progress", "Row", "Witness", "layer_of", "search"]
