"""W0510: a flag that the pack sets and nothing reads."""

from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.diagnostic import declared_here
from dosmesas.text.phrase import phrase

CODE = "W0510"


def rule(world: World) -> Findings:
    """Flags that are set in the pack's own files, and change nothing by it. Each is told once."""
    read = world.asks[0]
    for flag, places in world.flag_places.items():
        own = [one.where for one in places if world.own(one.where)]
        if own and flag not in read:
            where = min(own, key=lambda span: (span.file, span.line))
            message = phrase("nothing reads the flag '{flag}', so setting it changes nothing", flag=flag)
            declared = world.reading.declared["flag"].get(flag)
            related = ((declared_here(flag), declared),) if declared else ()
            hint = phrase("ask for it in a 'when:' or 'requires:', or take '{flag}' out", flag=flag)
            yield warn(CODE, message, where, hint=hint, related=related)
