"""The book of one stage: effects are entered, added up, limited once, and come out as a new state.

Nothing entered changes what later entries of the stage read; so order changes nothing.
"""

from attrs import Factory, define, evolve

from dosmesas.engine.receipts import LIMIT, Receipt, ReceiptKind
from dosmesas.engine.state import Pending, State
from dosmesas.model.world import Indicator


@define
class Ledger:
    """Entries of one stage of one turn."""

    turn: int
    stage: str
    made: int
    receipts: list[Receipt] = Factory(list)
    _sums: dict[str, int] = Factory(dict)
    _flags: dict[str, bool] = Factory(dict)
    _pending: list[Pending] = Factory(list)

    def enter(  # noqa: PLR0913 - one keyword a field of a receipt
        self,
        kind: ReceiptKind,
        by: str,
        *,
        indicator: str = "",
        applied: int = 0,
        claims: tuple[str, ...] = (),
        cause: str = "",
        figure: str = "",
        saw: tuple[tuple[str, int], ...] = (),
    ) -> str:
        """Write a receipt and return its id."""
        self.made += 1
        name = f"{self.turn}.{self.made}"
        self.receipts.append(
            Receipt(name, kind, indicator, applied, by, claims, self.stage, cause, figure, saw)
        )
        if kind is ReceiptKind.CHANGE:
            self._sums[indicator] = self._sums.get(indicator, 0) + applied
        elif kind is ReceiptKind.FLAG:
            # Two effects of one stage cannot disagree here: only a real change of a flag is entered.
            self._flags[indicator] = bool(applied)
        return name

    def delay(self, pending: Pending) -> None:
        """Note effects that land in a later turn."""
        self._pending.append(pending)

    def close(self, state: State, indicators: tuple[Indicator, ...], flags: tuple[str, ...]) -> State:
        """The state after the stage; writes a receipt of kind limit for whatever a bound cut off."""
        values = list(state.values)
        for slot, indicator in enumerate(indicators):
            if indicator.id in self._sums:
                wanted = values[slot] + self._sums[indicator.id]
                values[slot] = bounded(wanted, state.opened[slot], indicator)
                if values[slot] != wanted:
                    cut = values[slot] - wanted
                    self.enter(ReceiptKind.LIMIT, LIMIT, indicator=indicator.id, applied=cut)
        return evolve(
            state,
            values=tuple(values),
            flags=tuple(self._flags.get(name, old) for name, old in zip(flags, state.flags, strict=True)),
            pending=(*state.pending, *self._pending),
            made=self.made,
        )


def bounded(wanted: int, opened: int, indicator: Indicator) -> int:
    """A value within its range and within one `max_step` of where the turn began."""
    low, high = indicator.low, indicator.high
    if indicator.max_step is not None:
        low, high = max(low, opened - indicator.max_step), min(high, opened + indicator.max_step)
    return min(max(wanted, low), high)
