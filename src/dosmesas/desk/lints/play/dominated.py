"""W0504: an option that is worse than another of its seat in something, and better in nothing."""

from dosmesas.desk.lints.play.profile import compared, pairs, wishes
from dosmesas.desk.lints.world import Findings, World, warn

CODE = "W0504"


def rule(world: World) -> Findings:
    """Options that nobody has a reason to choose, each with the one that beats it."""
    wished = wishes(world)
    told = set()
    for pair in pairs(world):
        one, other = pair.one, pair.other
        if one.id in told or compared(pair.mine, pair.its, wished) != 1:
            continue
        told.add(one.id)
        message = (
            f"{pair.office} has no reason to choose '{one.short}': "
            f"'{other.short}' is as good in all that they do, and better in something"
        )
        related = ((f"'{other.short}' is here", world.declared("option", other.id, other.where)),)
        place = world.declared("option", one.id, one.where)
        hint = "give it something that the other has not, or the other a cost"
        yield warn(CODE, message, place, hint=hint, related=related)
