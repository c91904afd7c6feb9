"""One stage of a turn: blocks of effects are carried out on the world as it is, and summed up once.

Plain values go in and out, and no object changes on the way: a stage takes a microsecond, and an object for
it would take another (docs/adr/0011).
"""

from collections.abc import Iterable

from dosmesas.engine.names import first_by
from dosmesas.engine.program import Block, Delay, Program, Staged, World, flagged
from dosmesas.engine.receipts import Entry, cause_from, id_of
from dosmesas.engine.slots import Vector
from dosmesas.engine.state import Pending

Due = tuple[Block, int]
"""A block to carry out, and the receipt that led to it (0 for none)."""


def stage(
    program: Program, world: World, opened: Vector, made: int, seed: int, blocks: Iterable[Due]
) -> Staged:
    """Values and flags after the blocks, which all read the same world; receipts and delays written.

    `opened` are the values as the turn began, for `max_step`; `made` receipts of the turn came before.
    """
    values, flags = world[0], world[1]
    entries: list[Entry] = []
    changed: dict[int, int] = {}
    delays: list[Delay] = []
    sums = [0] * len(values)
    work = (*world, sums, changed, entries, entries.append, delays.append, made, seed)
    for block, cause in blocks:
        block(work, cause)
    if entries:
        values = program.limits(values, opened, sums, entries.append)
        if changed:
            flags = flagged(flags, changed)
    return values, flags, entries, delays


def delayed(program: Program, pending: tuple[Pending, ...], delays: list[Delay]) -> tuple[Pending, ...]:
    """What is on its way, with new delays."""
    if not delays:
        return pending
    new = [
        Pending(due, program.delays[delay].id, program.sites[site].by, id_of(cause))
        for due, delay, site, cause in delays
    ]
    return (*pending, *new)


def landing(
    program: Program, pending: tuple[Pending, ...], turn: int
) -> tuple[list[Due], tuple[Pending, ...]]:
    """The blocks of the delayed effects that are due, by their owners' first names, and what is left."""
    due = [one for one in pending if one.due == turn]
    if not due:
        return [], pending
    due.sort(key=lambda one: (first_by(one), one.after, one.cause))
    blocks = [(program.blocks[one.after], cause_from(one.cause)) for one in due]
    return blocks, tuple(one for one in pending if one.due != turn)
