"""Which turns of a ledger are folded: the last one over is open, and all are where a filter leaves few."""

from collections.abc import Iterable

from attrs import define, field

from dosmesas.session.ledger import Line

_FEW = 150


@define
class Folds:
    """The turns that a player has turned over, and those that stand open by themselves."""

    _turned: set[int] = field(factory=set)
    _open: set[int] = field(factory=set)

    def rows(self, lines: Iterable[Line], usual: Iterable[int], *, narrowed: bool) -> list[Line | int]:
        """The turns by number, each with its lines below where it is open; `usual` are the open ones."""
        found = [*lines]
        turns = [*dict.fromkeys(one.turn for one in found)]
        self._open = {*turns} if narrowed and len(found) <= _FEW else {*usual}
        rows: list[Line | int] = []
        for turn in turns:
            rows.append(turn)
            rows += [one for one in found if one.turn == turn and self.is_open(turn)]
        return rows

    def is_open(self, turn: int) -> bool:
        """Whether the lines of a turn are shown."""
        return (turn in self._open) is not (turn in self._turned)

    def turn_over(self, turn: int) -> None:
        """Fold a turn, or unfold it."""
        self._turned ^= {turn}

    @staticmethod
    def begin(rows: list[Line | int]) -> int:
        """Where the cursor begins: on the first line that is shown."""
        return next((place for place, one in enumerate(rows) if isinstance(one, Line)), 0)
