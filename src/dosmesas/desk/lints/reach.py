"""What can come at all: the turns left to events and bulletins, and the ranges that numbers stay in.

Everything here leans to the safe side: what is called impossible is so in every game; what is called possible
may not be.
"""

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from dosmesas.lang.facts import Facts, key_of, value_range
from dosmesas.lang.intervals import Range
from dosmesas.lang.narrow import assume
from dosmesas.lang.nodes import NEVER, Asked, Node, Number, children
from dosmesas.model.effects import Change
from dosmesas.model.events import Bulletin, Event
from dosmesas.model.rules import Pack

Turns = tuple[int, int] | None
"""The first and the last turn in which something may come; None where it never can."""


@frozen(eq=False, repr=False, match_args=False)
class Reach:
    """What can come: `turns` by the id of an event or bulletin, `facts` about numbers in every game."""

    turns: Mapping[str, Turns]
    facts: Facts
    events: Mapping[str, str]
    """The event of each option, by its full id and by its short one."""

    def may_hold(self, condition: Node, turn: int, *, after: bool = False) -> bool:
        """Whether a condition can hold on a turn; `after` where the choices of the turn are made already."""
        facts = self._by(condition, turn, after=after)
        return facts is not None and assume(condition, facts, holds=True) is not None

    def _by(self, node: Node, turn: int, *, after: bool) -> Facts | None:
        """What is known on a turn, with the sure answers of the history to what the node asks."""
        found = self.facts.narrowed("turn", turn * 1000, turn * 1000)
        for one in asked(node):
            if found is not None and self._has_not(one, turn, after=after):
                answer = NEVER if one.function == "turns_since" else 0
                found = found.narrowed(key_of(one), answer, answer)
        return found

    def _has_not(self, one: Asked, turn: int, *, after: bool) -> bool:
        """Whether what is asked for cannot have come when it is asked for on this turn."""
        event = self.events.get(one.argument)
        first = self.turns.get(event or one.argument, (1, 1))
        chosen = 1 if event and not after else 0  # an option is chosen after all that is asked before
        return first is None or first[0] + chosen > turn


def asked(node: Node) -> Iterator[Asked]:
    """The questions to the history in a condition."""
    if isinstance(node, Asked):
        yield node
    for child in children(node):
        yield from asked(child)


def reach_of(pack: Pack, moved: Iterable[Change], plain: Facts) -> Reach:
    """What can come in a pack, in which this moves its numbers."""
    events: dict[str, str] = {}
    for event in pack.events.values():
        for options in event.seats.values():
            events.update((name, event.id) for one in options for name in (one.id, one.short))
    things: list[Event | Bulletin] = [*pack.events.values(), *pack.bulletins.values()]
    found = Reach({one.id: (1, pack.turns) for one in things}, _bounds(pack, moved, plain), events)
    taken = {one.turn for one in pack.events.values() if one.turn is not None}
    for _ in things:  # each round may rule out more; it ends when none does
        turns = {one.id: _turns(one, taken, pack.turns, found) for one in things}
        if turns == found.turns:
            break
        found = Reach(turns, found.facts, events)
        if not any(one.when is not None and next(asked(one.when), None) for one in things):
            break
    return found


def _turns(one: Event | Bulletin, taken: set[int], most: int, so_far: Reach) -> Turns:
    if one.turn is not None:
        return (one.turn, one.turn) if one.turn <= most and _may(one, one.turn, so_far) else None
    free = [turn for turn in range(1, most + 1) if isinstance(one, Bulletin) or turn not in taken]
    first = next((turn for turn in free if _may(one, turn, so_far)), None)
    if first is None:
        return None
    return first, next(turn for turn in reversed(free) if _may(one, turn, so_far))


def _may(one: Event | Bulletin, turn: int, so_far: Reach) -> bool:
    return one.when is None or so_far.may_hold(one.when, turn)


def _bounds(pack: Pack, moved: Iterable[Change], plain: Facts) -> Facts:
    """The ends that a number keeps because nothing ever moves it that way."""
    ruleset = pack.ruleset
    up, down = set(), set()
    for one in moved:
        amount = one.amount
        size = Range(amount.value, amount.value) if isinstance(amount, Number) else value_range(amount, plain)
        if size.high > 0:
            up.add(one.indicator)
        if size.low < 0:
            down.add(one.indicator)
    known = {}
    for indicator in ruleset.indicators.values():
        if indicator.id in ruleset.audiences:  # the game itself moves what an audience thinks
            continue
        low = indicator.low if indicator.id in down else indicator.start
        high = indicator.high if indicator.id in up else indicator.start
        if (low, high) != (indicator.low, indicator.high):
            known[indicator.id] = Range(low, high)
    return Facts(plain.scope, known)
