"""W0512: a flag of the pack that nothing sets and nothing reads."""

from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.phrase import phrase

CODE = "W0512"


def rule(world: World) -> Findings:
    """Flags declared by the pack itself that are only declared."""
    for flag in world.pack.ruleset.flags.values():
        place = world.declared("flag", flag.id, flag.where)
        if world.own(place) and flag.id not in world.flag_places and flag.id not in world.asks[0]:
            hint = phrase("set it somewhere and ask for it somewhere, or take it out")
            message = phrase("nothing sets or reads the flag '{flag}'", flag=flag.id)
            yield warn(CODE, message, place, hint=hint)
