"""W0507: a delayed effect that is due when the game and its outlook are over."""

from collections.abc import Iterator

from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.model.effects import After, Effect, parts
from dosmesas.model.expressions import owners
from dosmesas.model.limits import OUTLOOK_STEPS
from dosmesas.text.phrase import phrase

CODE = "W0507"


def rule(world: World) -> Findings:
    """Delays that cannot end in time however early what has them comes."""
    end = world.pack.turns + OUTLOOK_STEPS
    long = [
        (owner, delay, turns)
        for _, owner, effects in owners(world.pack)
        for delay, turns in _delays(effects, 0)
        if turns >= OUTLOOK_STEPS
    ]
    firsts = _firsts(world) if long else {}
    for owner, delay, turns in long:
        due = firsts.get(owner, 1) + turns
        if due > end:
            message = phrase(
                "this never lands: due on turn {due} at the earliest, "
                "and the game ends with its outlook on turn {end}",
                due=due,
                end=end,
            )
            place = world.reading.place("after", delay.id, otherwise=delay.where)
            yield warn(CODE, message, place, hint=phrase("shorten the delay by {turns}", turns=due - end))


def _firsts(world: World) -> dict[str, int]:
    """The first turn on which each option, deal and bulletin can do something."""
    found = {}
    for event in world.pack.events.values():
        turns = world.reach.turns[event.id]
        options = [one.id for seat in event.seats.values() for one in seat]
        for name in (*options, *(deal.id for deal in event.deals)):
            found[name] = turns[0] if turns else 1
    for name in world.pack.bulletins:
        turns = world.reach.turns[name]
        found[name] = turns[0] if turns else 1
    return found


def _delays(effects: tuple[Effect, ...], before: int) -> Iterator[tuple[After, int]]:
    """Every delay with the turns that have passed when it ends."""
    for one in effects:
        turns = before + one.turns if isinstance(one, After) else before
        if isinstance(one, After):
            yield one, turns
        yield from _delays(parts(one), turns)
