"""The working copy of a state while the engine runs from one decision point to the next."""

from collections.abc import Iterable

from attrs import Factory, define

from dosmesas.engine.program import Block, Program
from dosmesas.engine.receipts import Entry, Page, Receipts, cause_from, id_of
from dosmesas.engine.slots import Vector
from dosmesas.engine.state import Decision, Pending, Point, State

Due = tuple[Block, int]
"""A block to carry out, and the receipt that led to it (0 for none)."""


@define(eq=False)
class Run:
    """A state that changes stage by stage, and the receipts written on the way."""

    program: Program
    seed: int
    turn: int
    values: Vector
    opened: Vector
    flags: tuple[bool, ...]
    happened: tuple[tuple[str, int], ...]
    decisions: tuple[Decision, ...]
    pending: tuple[Pending, ...]
    made: int
    asked: Vector
    event: str = ""
    pages: list[Page] = Factory(list)

    @classmethod
    def of(cls, program: Program, state: State, decisions: tuple[Decision, ...]) -> "Run":
        """A run that goes on from a state after these decisions."""
        return cls(
            program,
            state.seed,
            state.turn,
            state.values,
            state.opened,
            state.flags,
            state.happened,
            decisions,
            state.pending,
            state.made,
            program.slots.past(decisions, state.happened),
            state.event,
        )

    def open(self, turn: int) -> None:
        """Begin a turn, or a step of the outlook."""
        self.turn, self.opened, self.made, self.event = turn, self.values, 0, ""

    def stage(self, name: str, blocks: Iterable[Due]) -> None:
        """Carry out blocks as one stage: all read the world as it is now; sums are limited once."""
        entries: list[Entry] = []
        sums, flags, delays = [0] * len(self.values), dict[int, int](), list[tuple[int, int, int, int]]()
        write = entries.append
        work = (
            *(self.values, self.flags, self.asked, self.turn),
            *(sums, flags, entries, write, delays.append, self.made, self.seed),
        )
        for block, cause in blocks:
            block(work, cause)
        if not entries:
            return
        self.values = self.program.limits(self.values, self.opened, sums, write)
        if flags:
            self.flags = tuple(bool(flags.get(slot, old)) for slot, old in enumerate(self.flags))
        if delays:
            self.pending = (*self.pending, *(self._pending(*delay) for delay in delays))
        self.pages.append(Page(self.turn, name, self.made, entries))
        self.made += len(entries)

    def _pending(self, due: int, delay: int, site: int, cause: int) -> Pending:
        program = self.program
        return Pending(due, program.delays[delay].id, program.sites[site].by, id_of(cause))

    def landing(self) -> list[Due]:
        """Take the delayed effects that are due out of those pending."""
        due = [one for one in self.pending if one.due == self.turn]
        if not due:
            return []
        self.pending = tuple(one for one in self.pending if one.due != self.turn)
        due.sort(key=lambda one: (one.by, one.after, one.cause))
        return [(self.program.block(one.after), cause_from(one.cause)) for one in due]

    def came(self, *names: str) -> None:
        """Note that events or bulletins came."""
        self.happened = (*self.happened, *((name, self.turn) for name in names))
        if self.asked:
            self.asked = self.program.slots.past(self.decisions, self.happened)

    def state(self, point: Point, at_last: Vector = (), ending: str = "") -> State:
        """The state as it now is."""
        return State(
            self.seed,
            self.turn,
            point,
            self.values,
            self.opened,
            self.flags,
            self.event,
            self.happened,
            self.pending,
            self.decisions,
            self.made,
            at_last,
            ending,
        )

    def receipts(self) -> Receipts:
        """Everything written since the run began."""
        return Receipts(self.program.sites, tuple(self.pages))
