"""W0513: a number that the pack counts, shows or scores, and that nothing moves."""

from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.model.effects import Change
from dosmesas.text.diagnostic import declared_here
from dosmesas.text.phrase import phrase
from dosmesas.text.span import Span

CODE = "W0513"


def rule(world: World) -> Findings:
    """Counters of the pack, and headlines of it, that stand still in every game."""
    pack = world.pack
    moved = {one.indicator for _, one in world.leaves if isinstance(one, Change)} | set(
        pack.ruleset.audiences
    )
    for one in pack.ruleset.indicators.values():
        declared = world.declared("indicator", one.id, one.where)
        if one.id in moved:
            continue
        hint = phrase("let an option, deal, rule or bulletin change it, or take it out")
        if world.own(declared):
            message = phrase("nothing moves '{name}': it stands still in every game", name=one.id)
            yield warn(CODE, message, declared, hint=hint)
        elif one.id in pack.headline:
            message = phrase("'{name}' is a headline of this pack, and nothing in it moves it", name=one.id)
            related = ((declared_here(one.id), declared),)
            yield warn(CODE, message, _headline(one.id, world), hint=hint, related=related)


def _headline(name: str, world: World) -> Span:
    found = (
        one.span
        for one in world.reading.references
        if one.kind == "indicator" and one.id == name and world.own(one.span)
    )
    return next(found)
