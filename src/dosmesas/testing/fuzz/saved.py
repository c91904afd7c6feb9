"""A game that is saved comes back as it was: turn by turn, after an undo, and with its last line torn."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen

from dosmesas.journal.journal import JournalError
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import ALL, Setup
from dosmesas.session.undo import CannotUndoError
from dosmesas.testing.conformance.check import Wrong
from dosmesas.testing.conformance.walk import Walk

_SENTENCE = "¿Quién decide, y quién paga?"


@frozen(eq=False)
class Saved:
    """Saves games in a folder of its own, and reads them back."""

    pack: Pack

    def look(self, walk: Walk) -> Iterator[Wrong]:
        """What does not come back of a game that is saved."""
        if walk.failure or len(walk.steps) < 2:
            return
        with TemporaryDirectory() as folder:
            save = Path(folder) / "game.jsonl"
            try:
                with suppress(CannotUndoError):
                    self._write(walk, save)
                yield from self._read(walk, save)
            except JournalError as error:
                yield Wrong(len(walk.steps) - 1, f"the save is refused: {error}")

    def _write(self, walk: Walk, save: Path) -> None:
        """Play it with a save, once taken back to the beginning of its last turn and played on."""
        session = begun(self.pack, walk, save)
        try:
            for step in walk.steps[:-1]:
                session.take({**step.actions})
            session.say_sentence(session.setup.seats[0], _SENTENCE)
            back = session.undo()
            for step in walk.steps[:-1]:
                if step.state.turn >= back:
                    session.take({**step.actions})
        finally:
            session.close()

    def _read(self, walk: Walk, save: Path) -> Iterator[Wrong]:
        back, last = Session.replay(self.pack, save), walk.steps[-1]
        for step, found in zip(walk.steps, back.path, strict=False):
            if (found.state, tuple(found.receipts)) != (step.state, step.receipts):
                yield Wrong(step.number, f"{step}: the save leads to another state")
                return
        if len(back.path) != len(walk.steps):
            yield Wrong(last.number, f"{len(walk.steps)} states were saved, and {len(back.path)} come back")
        if back.notes.sentences.get(back.setup.seats[0]) != _SENTENCE:
            yield Wrong(last.number, "the player's sentence does not come back")
        data = save.read_bytes()
        save.write_bytes(data[:-7])
        torn = Session.replay(self.pack, save)
        if torn.path[-1].state not in [one.state for one in walk.steps]:
            yield Wrong(last.number, "with its last line torn, the save leads to a state that never was")


def begun(pack: Pack, walk: Walk, save: Path, folder: str = "") -> Session:
    """A session at the beginning of a walk, saved; the first seat to move is the player's."""
    seat = walk.steps[0].movers[0]
    language = "en" if "en" in pack.languages else pack.languages[0]
    setup = Setup((seat,), walk.seed, view=walk.game.view.id, language=language, argue=ALL)
    return Session.start(pack, setup, save=save, folder=folder)
