"""What the future of a game depends on: two games that agree in it can come to the same, with the same odds.

The seed is no part of it, for every draw is tried both ways; nor are receipts, nor a choice of the past that
no expression asks for. What is left of a state is a state again, and the engine goes on from it.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import evolve, frozen

from dosmesas.engine.ratify import RATIFICATION_LOST
from dosmesas.engine.state import DECLINE, SILENT, Decision, Pending, Point, State
from dosmesas.engine.turn import BROKEN_WORD
from dosmesas.lang.names import asked_in
from dosmesas.model.expressions import expressions
from dosmesas.model.limits import OUTLOOK_STEPS
from dosmesas.model.rules import Pack

_EVER = 1
"""The turn of what is only asked for as having come at all."""


@frozen(eq=False)
class Essence:
    """What of a pack's states counts.

    `stepped` are the indicators with a `max_step`; `asked` the options, events and bulletins that some
    expression asks for, `dated` those of which it asks how long ago; `once` what comes once only, with the
    turn after which it cannot come. `words` says whether a word given can cost anything, `last` when all is
    over.
    """

    stepped: tuple[bool, ...]
    asked: frozenset[str]
    dated: frozenset[str]
    once: Mapping[str, int]
    words: bool
    last: int

    @classmethod
    def of(cls, pack: Pack) -> "Essence":
        """What counts in a pack."""
        asked = frozenset(one for node in expressions(pack) for one in asked_in(node))
        drawn = [event for event in pack.events.values() if event.turn is None and not event.repeats]
        news = {one.id: one.turn or pack.turns for one in pack.bulletins.values()}
        return cls(
            tuple(one.max_step is not None for one in pack.ruleset.indicators.values()),
            frozenset(name for _, name in asked),
            frozenset(name for function, name in asked if function == "turns_since"),
            {**{event.id: pack.turns for event in drawn}, **news},
            bool({BROKEN_WORD, RATIFICATION_LOST} & {*pack.ruleset.conduct}),
            pack.turns + OUTLOOK_STEPS,
        )

    def of_state(self, state: State) -> State:
        """What counts of a state that is not over."""
        opened = tuple([one if steps else 0 for one, steps in zip(state.opened, self.stepped, strict=True)])
        return State(
            0,
            state.turn,
            state.point,
            state.values,
            opened,
            state.flags,
            state.event,
            self._happened(state),
            self.to_come(state.pending, self.last),
            tuple(self._decisions(state)),
        )

    def to_come(self, pending: tuple[Pending, ...], last: int) -> tuple[Pending, ...]:
        """What is on its way and lands before all is over: what it is and when, not what led to it."""
        if not pending:
            return pending
        return tuple(sorted((_uncaused(one) for one in pending if one.due <= last), key=_in_order))

    def _happened(self, state: State) -> tuple[tuple[str, int], ...]:
        kept = {}
        for name, turn in state.happened:
            if name in self.asked:
                kept[name] = turn if name in self.dated else _EVER
            elif self.once.get(name, 0) > state.turn:
                kept[name] = _EVER
        return tuple(sorted(kept.items()))

    def _decisions(self, state: State) -> Iterator[Decision]:
        """Choices of the past that are asked for, then what was said this turn."""
        kept, now = {}, []
        unsaid = {SILENT} if self.words and _promised(state) else {SILENT, DECLINE}
        for one in state.decisions:
            if one.turn == state.turn and state.point is not Point.END:
                if one.point is not Point.WORD or (self.words and one.action not in unsaid):
                    now.append(one)
            elif one.point is Point.CHOOSE:
                names = {one.action, one.action.partition("/")[2]}
                if names & self.asked:
                    kept[one.action] = one if names & self.dated else _once(one.seat, one.action)
        yield from sorted(kept.values(), key=lambda one: (one.turn, one.action))
        yield from now


def _promised(state: State) -> bool:
    """Whether any word was given this turn: only then does it count who declined."""
    return any(one not in {DECLINE, SILENT} for one in state.words(state.turn).values())


@lru_cache(1 << 12)
def _once(seat: str, action: str) -> Decision:
    return Decision(_EVER, Point.CHOOSE, seat, action)


@lru_cache(1 << 12)
def _uncaused(pending: Pending) -> Pending:
    return evolve(pending, cause="")


def _in_order(pending: Pending) -> tuple[int, str]:
    return pending.due, pending.after
