"""W0514: a claim of the dossier that nothing cites."""

from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.phrase import phrase

CODE = "W0514"


def rule(world: World) -> Findings:
    """Claims that no file but the dossier itself speaks of, in this pack or in another one beside it.

    What a worldview believes is no work for a claim: it must be cited by something that is believed or not.
    """
    ruleset = world.pack.ruleset
    silent = {one.where.file for one in ruleset.dossier.claims.values()}
    silent |= {view.where.file for view in ruleset.worldviews.values()}
    used = {one.id for one in world.reading.references if one.kind == "claim" and one.span.file not in silent}
    for claim in ruleset.dossier.claims.values():
        if claim.id not in used and not world.used_elsewhere(claim.id):
            message = phrase("nothing cites the claim '{claim}'", claim=claim.id)
            hint = phrase("cite it where the game should rest on it, or leave it out of the dossier")
            yield warn(CODE, message, world.declared("claim", claim.id, claim.where), hint=hint)
