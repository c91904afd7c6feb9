"""W0512: a flag of the pack that nothing sets and nothing reads."""

from dosmesas.desk.lints.world import Findings, World, warn

CODE = "W0512"


def rule(world: World) -> Findings:
    """Flags declared by the pack itself that are only declared."""
    for flag in world.pack.ruleset.flags.values():
        place = world.declared("flag", flag.id, flag.where)
        if world.own(place) and flag.id not in world.flag_places and flag.id not in world.asks[0]:
            hint = "set it somewhere and ask for it somewhere, or take it out"
            yield warn(CODE, f"nothing sets or reads the flag '{flag.id}'", place, hint=hint)
