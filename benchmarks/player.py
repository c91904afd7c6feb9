"""Plays the game by keys alone, and knows from its saves which Enter played a turn.

It looks at no screen, so that it plays whatever the screens look like: Enter takes what is highlighted and
goes on; before it some way down the list, by chance; where Enter does nothing the game is over and another is
begun, and likewise where it has decided nothing for long.
"""

import random
from pathlib import Path

from attrs import Factory, define, evolve, frozen
from ptys import Program, press

from dosmesas.journal.journal import read_journal
from dosmesas.load.loading import load_pack
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.turns import finished_turns

QUIET = 0.15
"""So many seconds without a byte, and a screen is done."""
_STUCK, _OVER = 8, 14
"""So many times Enter without a decision, and what is highlighted may not be taken, or the game is over."""


@frozen
class Pressed:
    """An Enter: seconds to the first byte and to the last, and the records that it added to which save."""

    first: float
    last: float
    save: Path
    before: int
    after: int


@define
class Player:
    """Plays one game after another in one process."""

    program: Program
    saves: Path
    again: tuple[str, ...]
    """The keys that begin another game from the end of one."""
    chance: random.Random = Factory(lambda: random.Random(7))
    presses: list[Pressed] = Factory(list)
    moves: list[float] = Factory(list)
    """Seconds to the first byte after each move down a list."""
    _idle: int = 0

    def press(self) -> None:
        """Press Enter once, perhaps after going down the list."""
        wandering = 1 if self._idle > _STUCK else 0 if self._idle else self.chance.choice((0, 0, 1, 2))
        for _ in range(wandering):
            moved = press(self.program, "down", QUIET, 0.3)
            if moved:
                self.moves.append(moved[0])
        save, before = self.newest() or (None, 0)
        took = press(self.program, "enter", QUIET, 1.0)
        same, after = self.newest() or (None, 0)
        grown = save == same and after > before
        self._idle = 0 if grown else self._idle + 1
        if took is None or self._idle > _OVER:
            self._idle = 0
            for key in self.again:
                press(self.program, key, 1.0)
        elif grown and save:
            self.presses.append(Pressed(*took, save, before, after))

    def newest(self) -> tuple[Path, int] | None:
        """The save of the game being played, and how many records it holds after its header."""
        saves = [*self.saves.glob("*.jsonl")]
        if not saves:
            return None
        save = max(saves, key=lambda one: one.stat().st_mtime_ns)
        return save, save.read_bytes().count(b"\n") - 1

    def turns(self) -> int:
        """How many turns have been played in all: each save tells its own."""
        pack = load_pack("culiacan")
        return sum(_turns(pack, save, None) for save in self.saves.glob("*.jsonl"))

    def playing(self) -> list[Pressed]:
        """The presses of Enter that played a turn to its end."""
        pack = load_pack("culiacan")
        return [
            one
            for one in self.presses
            if _turns(pack, one.save, one.after) > _turns(pack, one.save, one.before)
        ]


def _turns(pack: Pack, save: Path, records: int | None) -> int:
    """How many turns were over after so many records of a save."""
    recovered = read_journal(save)
    return finished_turns(Session.replayed(pack, evolve(recovered, records=recovered.records[:records])))
