"""W0501: an event or bulletin for which no turn of the game is left."""

from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.lang.narrow import assume
from dosmesas.lang.nodes import Node
from dosmesas.model.events import Bulletin, Event
from dosmesas.text.span import Span

CODE = "W0501"


def rule(world: World) -> Findings:
    """Events and bulletins that no game can reach; a condition that contradicts itself is told elsewhere."""
    taken = {one.turn: one for one in world.pack.events.values() if one.turn is not None}
    things: list[Event | Bulletin] = [*world.pack.events.values(), *world.pack.bulletins.values()]
    for one in things:
        if world.reach.turns[one.id] is not None or not world.own(one.where):
            continue
        place, why, hint = _why(one, taken, world)
        if one.when is None or not world.is_told(place):
            kind = "bulletin" if isinstance(one, Bulletin) else "event"
            yield warn(CODE, f"the {kind} '{one.id}' can never come: {why}", place, hint=hint)


def _why(one: Event | Bulletin, taken: dict[int, Event], world: World) -> tuple[Span, str, str]:
    most = world.pack.turns
    declared = world.declared("event", one.id, one.where)
    if one.turn is not None and one.turn > most:
        place = world.reading.place("turn", one.id, otherwise=declared)
        return place, f"the game has {most} turns", f"give it a turn from 1 to {most}"
    if one.when is None:
        return declared, "every turn has a fixed event", "give a fixed event no 'turn:', or take this one out"
    place = world.place_of(one.when, declared)
    free = (turn for turn in range(1, most + 1) if isinstance(one, Bulletin) or turn not in taken)
    if any(_may_hold(one.when, turn, world) for turn in free):
        why = "what it asks for has not come by then in any game"
        return place, why, "ask for something that comes before"
    why = "on each turn that its condition leaves another event is fixed"
    return place, why, "move the fixed event, or let it come on another turn"


def _may_hold(when: Node, turn: int, world: World) -> bool:
    """Whether a condition can hold on a turn, whatever has happened before."""
    facts = world.plain.narrowed("turn", turn * 1000, turn * 1000)
    return facts is not None and assume(when, facts, holds=True) is not None
