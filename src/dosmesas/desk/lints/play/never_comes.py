"""W0501: an event or bulletin for which no turn of the game is left."""

from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.lang.narrow import assume
from dosmesas.lang.nodes import Node
from dosmesas.model.events import Bulletin, Event
from dosmesas.text.phrase import Phrase, phrase
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
            yield warn(CODE, _never(one, why), place, hint=hint)


def _never(one: Event | Bulletin, why: Phrase) -> Phrase:
    if isinstance(one, Bulletin):
        return phrase("the bulletin '{name}' can never come: {why}", name=one.id, why=why)
    return phrase("the event '{name}' can never come: {why}", name=one.id, why=why)


def _why(one: Event | Bulletin, taken: dict[int, Event], world: World) -> tuple[Span, Phrase, Phrase]:
    most = world.pack.turns
    declared = world.declared("event", one.id, one.where)
    if one.turn is not None and one.turn > most:
        place = world.reading.place("turn", one.id, otherwise=declared)
        why = phrase("the game has {count} turns", count=most)
        return place, why, phrase("give it a turn from 1 to {most}", most=most)
    if one.when is None:
        hint = phrase("give a fixed event no 'turn:', or take this one out")
        return declared, phrase("every turn has a fixed event"), hint
    place = world.place_of(one.when, declared)
    free = (turn for turn in range(1, most + 1) if isinstance(one, Bulletin) or turn not in taken)
    if any(_may_hold(one.when, turn, world) for turn in free):
        why = phrase("what it asks for has not come by then in any game")
        return place, why, phrase("ask for something that comes before")
    why = phrase("on each turn that its condition leaves another event is fixed")
    return place, why, phrase("move the fixed event, or let it come on another turn")


def _may_hold(when: Node, turn: int, world: World) -> bool:
    """Whether a condition can hold on a turn, whatever has happened before."""
    facts = world.plain.narrowed("turn", turn * 1000, turn * 1000)
    return facts is not None and assume(when, facts, holds=True) is not None
