"""Many games at the same turn, as columns: one array for each indicator, flag, question and decision."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from attrs import Factory, define, evolve, field

from dosmesas.sim.batch.numbers import Bits, Ints, Rows, Small, Yes, mix

NONE = -1
"""No action: the seat was not asked."""


@define(eq=False)
class Said:
    """The debates of a turn, a row for each seat of the pack: cards by number, NONE where there is none.

    `case` is (seats, 3, games), `against` (seats, 2, games); `answer` holds kind, card and the
    place of the backed card; `asked` whether there was a choice of case, of rebuttals and of answer.
    """

    case: Small
    against: Small
    answer: Small
    asked: Yes

    def take(self, rows: Any) -> "Said":
        """The same for some games."""
        return Said(
            self.case[:, :, rows], self.against[:, :, rows], self.answer[:, :, rows], self.asked[:, :, rows]
        )


@define(eq=False)
class Turn:
    """What happened in a turn: the event, which bulletins came, words and choices by seat of the pack.

    `event` numbers the pack's events, `news` is (bulletins, games), `words` numbers the event's deals, then
    to decline and silence, `choices` numbers the pack's options; both are (seats, games).
    """

    event: Small
    news: Yes
    words: Small
    choices: Small
    said: Said | None = None

    def take(self, rows: Any) -> "Turn":
        """The same for some games."""
        said = self.said.take(rows) if self.said is not None else None
        return Turn(self.event[rows], self.news[:, rows], self.words[:, rows], self.choices[:, rows], said)


Pending = dict[tuple[int, int], Small]
"""How often the delay of a number is on its way to a turn, by (turn due, number of the delay)."""


@define(eq=False)
class Batch:
    """The games. No array is ever changed in place: columns are replaced, so batches may share them.

    `index` says which games these are of those that were begun; `v`, `f` and `q` are what conditions
    read (values, flags, last turns of what is asked about), `opened` the values as the turn began,
    `came` which events and bulletins have come, by their numbers; `waits` where an event is on the
    table. `relied` and `disputed` are bit sets of the claims that seats built on and spoke against,
    (seats, games, words).
    """

    seeds: Bits
    index: Rows
    v: list[Ints]
    f: list[Yes]
    q: list[Ints]
    came: list[Yes]
    turn: int = 0
    waits: bool = False
    opened: list[Ints] = Factory(list)
    pending: Pending = Factory(dict)
    turns: tuple[Turn, ...] = ()
    at_last: list[Ints] | None = None
    ending: Small | None = None
    relied: Bits | None = None
    disputed: Bits | None = None
    mixed: Bits = field()
    kept: dict[str, Bits] = Factory(dict)

    @mixed.default
    def _mixed(self) -> Bits:
        return mix(self.seeds)

    @property
    def size(self) -> int:
        """How many games these are."""
        return len(self.seeds)

    def take(self, rows: Any) -> "Batch":
        """Some of the games."""
        return evolve(
            self,
            seeds=self.seeds[rows],
            index=self.index[rows],
            v=_taken(self.v, rows),
            f=_taken(self.f, rows),
            q=_taken(self.q, rows),
            came=_taken(self.came, rows),
            opened=_taken(self.opened, rows),
            pending={key: counts[rows] for key, counts in self.pending.items()},
            turns=tuple(one.take(rows) for one in self.turns),
            at_last=None if self.at_last is None else _taken(self.at_last, rows),
            ending=None if self.ending is None else self.ending[rows],
            relied=None if self.relied is None else self.relied[:, rows],
            disputed=None if self.disputed is None else self.disputed[:, rows],
            mixed=self.mixed[rows],
            kept={name: starts[rows] for name, starts in self.kept.items()},
        )


def _taken(columns: Sequence[Any], rows: Any) -> list[Any]:
    """Some rows of columns; a column that stands there twice is taken once."""
    known: dict[int, Any] = {}
    for one in columns:
        if id(one) not in known:
            known[id(one)] = one[rows]
    return [known[id(one)] for one in columns]


class Gathered(Sequence[Any]):
    """Columns of some games, gathered when they are first read."""

    def __init__(self, columns: Sequence[Any], rows: Rows) -> None:
        self._columns, self._rows, self._found = columns, rows, dict[int, Any]()

    def __len__(self) -> int:
        return len(self._columns)

    def __getitem__(self, slot: Any) -> Any:
        found = self._found.get(slot)
        if found is None:
            found = self._found[slot] = self._columns[slot][self._rows]
        return found


@define(eq=False)
class View:
    """What conditions read of some games of a batch; `rows` None means all of them, in order."""

    batch: Batch
    rows: Rows | None
    v: Sequence[Ints]
    f: Sequence[Yes]
    q: Sequence[Ints]

    @classmethod
    def of(cls, batch: Batch, rows: Rows | None = None) -> "View":
        """The view of these rows as the batch is now."""
        if rows is None:
            return cls(batch, None, batch.v, batch.f, batch.q)
        return cls(batch, rows, Gathered(batch.v, rows), Gathered(batch.f, rows), Gathered(batch.q, rows))

    @property
    def size(self) -> int:
        """How many games it shows."""
        return self.batch.size if self.rows is None else len(self.rows)

    @property
    def mixed(self) -> Bits:
        """Where the draws of these games begin."""
        return self.batch.mixed if self.rows is None else self.batch.mixed[self.rows]

    def holds(self, condition: Any, turn: int) -> Yes:
        """In which of them a condition holds."""
        found = True if condition is None else condition(self.v, self.f, self.q, turn)
        return np.broadcast_to(np.asarray(found, dtype=bool), (self.size,))

    def part(self, rows: Rows) -> "View":
        """The view of some of these rows."""
        return View.of(self.batch, rows if self.rows is None else self.rows[rows])
