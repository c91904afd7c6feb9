"""W0502: an option that no office can ever choose."""

from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.phrase import phrase

CODE = "W0502"


def rule(world: World) -> Findings:
    """Options whose `requires:` fails on every turn on which their event can come."""
    for event, office, option in world.seated():
        turns = world.reach.turns[event.id]
        if option.requires is None or turns is None:
            continue
        place = world.place_of(option.requires, option.where)
        if world.is_told(place):
            continue
        if any(world.reach.may_hold(option.requires, turn) for turn in range(turns[0], turns[1] + 1)):
            continue
        message = phrase(
            "{office} can never choose '{option}': what it requires has not come by then",
            office=office,
            option=option.short,
        )
        hint = phrase("let something bring it about before, or require something else")
        yield warn(CODE, message, place, hint=hint)
