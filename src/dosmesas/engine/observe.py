"""What one seat may know: the only thing that bots and faces are given of a state."""

import json

from attrs import asdict, frozen

from dosmesas.engine.state import Decision, Point, State
from dosmesas.engine.tables import Tables


@frozen
class InformationState:
    """Everything that the holder of a seat has seen and may do.

    `values` and `flags` hold what the office sees; `decisions` its own, and the others' once revealed: words
    when all have spoken, choices when all have chosen.
    """

    seat: str
    turn: int
    point: Point
    event: str
    values: tuple[tuple[str, int], ...]
    flags: tuple[tuple[str, bool], ...]
    happened: tuple[tuple[str, int], ...]
    decisions: tuple[Decision, ...]
    legal: tuple[str, ...]
    ending: str

    def encode(self) -> bytes:
        """The same knowledge as the same bytes."""
        return json.dumps(asdict(self), sort_keys=True, separators=(",", ":")).encode()


def observe(tables: Tables, state: State, seat: str, legal: tuple[str, ...]) -> InformationState:
    """The information state of a seat."""
    ruleset = tables.pack.ruleset
    values = zip(ruleset.indicators.values(), state.values, strict=True)
    flags = zip(ruleset.flags.values(), state.flags, strict=True)
    return InformationState(
        seat,
        state.turn,
        state.point,
        state.event,
        tuple((one.id, value) for one, value in values if one.seen(seat)),
        tuple((one.id, value) for one, value in flags if one.seen(seat)),
        state.happened,
        state.decisions,
        legal,
        state.ending,
    )
