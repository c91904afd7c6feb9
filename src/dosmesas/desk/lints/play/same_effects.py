"""W0505: two options of a seat that do exactly the same."""

from dosmesas.desk.lints.play.profile import compared, pairs
from dosmesas.desk.lints.world import Findings, World, is_here, warn
from dosmesas.text.phrase import phrase

CODE = "W0505"


def rule(world: World) -> Findings:
    """Choices without a difference."""
    for pair in pairs(world):
        one, other = pair.one, pair.other
        if one.where.line < other.where.line and compared(pair.mine, pair.its, {}) == 0:
            message = phrase(
                "for {office} '{option}' and '{other}' do the same",
                office=pair.office,
                option=one.short,
                other=other.short,
            )
            related = ((is_here(one.short), world.declared("option", one.id, one.where)),)
            hint = phrase("let them differ in an effect, or make one option of them")
            place = world.declared("option", other.id, other.where)
            yield warn(CODE, message, place, hint=hint, related=related)
