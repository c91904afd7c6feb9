"""A new game from the beginning of a turn of another one: same seed, same decisions before it.

The other game stays as it is. Chance is drawn by name: whatever does not depend on what is decided otherwise
from here on falls as it fell there.
"""

from collections.abc import Iterator
from pathlib import Path

from dosmesas import __version__
from dosmesas.journal.journal import Journal, JournalError, Recovered, read_journal
from dosmesas.journal.packs import keep_rules
from dosmesas.journal.records import Decided, Opened, Record
from dosmesas.session.session import Session
from dosmesas.session.setup import free_name, header_of
from dosmesas.session.turns import finished_turns


class CannotForkError(Exception):
    """There is no such turn; `last` is the last one that a game can be forked from."""

    def __init__(self, last: int) -> None:
        super().__init__(last)
        self.last = last


def last_fork(session: Session) -> int:
    """The last turn from whose beginning another game can begin."""
    return finished_turns(session) + (not session.over)


def fork(session: Session, turn: int, save: Path | None = None, *, folder: str = "") -> Session:
    """Another game from the beginning of a turn; with `save` it is saved there, and nowhere without.

    `folder` is where its pack is, if it does not come with the game.

    Decisions of the bots are taken over as they were, like those of the players; what a player waits to see
    revealed is not. The claims that a player has opened stay opened.

    Raises:
        CannotForkError: there is no such turn yet.
        JournalError: the new save cannot be written; none is left then.
    """
    if not 1 <= turn <= last_fork(session):
        raise CannotForkError(last_fork(session))
    header = header_of(session.pack, session.setup, folder, __version__)
    records = tuple(_records(session, turn))
    if save is None:
        other = Session.replayed(session.pack, Recovered(header, records))
        other.settle()
        return other
    journal = Journal.create(save, header)
    try:
        journal.append(*records)
        keep_rules(save, session.pack, session.setup.language)
    except JournalError:
        journal.abandon()
        raise
    journal.close()
    return Session.resume(session.pack, save)


def fork_beside(session: Session, turn: int) -> Session:
    """A fork saved beside the save of its game; of a game that is not saved, not saved either.

    Raises:
        CannotForkError, JournalError: as for `fork`.
    """
    journal = session.journal
    if journal is None:
        return fork(session, turn)
    return fork_of_save(session, journal.path, turn)


def fork_of_save(session: Session, path: Path, turn: int) -> Session:
    """A fork of the game that a save tells, saved beside it.

    Raises:
        CannotForkError, JournalError: as for `fork`.
    """
    folder = read_journal(path).header.folder
    return fork(session, turn, fork_name(path.parent, session, turn), folder=folder)


def fork_name(folder: Path, session: Session, turn: int) -> Path:
    """A free name that says where it comes from: `culiacan-7-turn-2.jsonl`."""
    return free_name(folder, f"{session.pack.id}-{session.setup.seed}-turn", turn)


def _records(session: Session, turn: int) -> Iterator[Record]:
    """What the save of the new game begins with: notes and decisions in the order in which they came."""
    notes = session.notes.opened()
    for made, (before, after) in enumerate(zip(session.path, session.path[1:], strict=False), 1):
        if before.state.turn >= turn:
            break
        yield from _opened(session, notes.pop(made, {}), made)
        at = session.names.digest(before.state)
        for one in after.state.decisions[len(before.state.decisions) :]:
            yield Decided(one.seat, one.action, at)
    for found in notes.values():  # opened later, in the game before: the player has read it
        yield from _opened(session, found, session.first_of(turn) + 1)


def _opened(session: Session, found: dict[str, tuple[str, ...]], made: int) -> Iterator[Opened]:
    state = session.path[made - 1].state
    for seat, claims in sorted(found.items()):
        yield Opened(seat, claims, state.turn, str(state.point))
