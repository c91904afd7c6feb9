"""W0504: an option that is worse than another of its seat in something, and better in nothing."""

from dosmesas.desk.lints.play.profile import compared, pairs, wishes
from dosmesas.desk.lints.world import Findings, World, is_here, warn
from dosmesas.text.phrase import phrase

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
        message = phrase(
            "{office} has no reason to choose '{option}': "
            "'{other}' is as good in all that they do, and better in something",
            office=pair.office,
            option=one.short,
            other=other.short,
        )
        related = ((is_here(other.short), world.declared("option", other.id, other.where)),)
        place = world.declared("option", one.id, one.where)
        hint = phrase("give it something that the other has not, or the other a cost")
        yield warn(CODE, message, place, hint=hint, related=related)
