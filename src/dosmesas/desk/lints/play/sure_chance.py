"""W0508: a chance that is none, because it always comes."""

from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.phrase import phrase
from dosmesas.text.span import NOWHERE

CODE = "W0508"


def rule(world: World) -> Findings:
    """Bulletins with a written chance of 100. In effects a chance is 1 to 99, which the reader sees to."""
    for one in world.pack.bulletins.values():
        place = world.reading.place("chance", one.id, otherwise=NOWHERE)
        if one.chance == 100 and place != NOWHERE and world.own(place):
            message = phrase(
                "a chance of 100 in 100 is none: '{bulletin}' comes whenever it may", bulletin=one.id
            )
            yield warn(CODE, message, place, hint=phrase("take 'chance:' out, or write 1 to 99"))
