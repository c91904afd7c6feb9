"""W0511: a flag that the pack reads and nothing sets."""

from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.lang.names import name_nodes
from dosmesas.model.home import dissent_flag, inquiry_flag
from dosmesas.model.world import Flag
from dosmesas.text.diagnostic import declared_here
from dosmesas.text.phrase import Phrase, phrase

CODE = "W0511"


def rule(world: World) -> Findings:
    """Flags read in the pack's own files that stay as they begin. Each is told once, where it is first read.

    A flag of the game that begins with yes is a fact of its world: it may be read without being changed.
    """
    flags = world.pack.ruleset.flags
    offices = world.pack.ruleset.offices
    engine = {name for office in offices for name in (inquiry_flag(office), dissent_flag(office))}
    fixed = {
        one.id
        for one in flags.values()
        if one.id not in world.flag_places
        and one.id not in engine
        and (not one.start or world.own(one.where))
    } & world.asks[0]
    told = set()
    for formula in world.reading.formulas.values() if fixed else ():
        for text in formula.written.texts() if world.own(formula.written.span) else ():
            for name in name_nodes(text.node):
                flag = flags.get(name.name)
                if flag is None or flag.id not in fixed or flag.id in told:
                    continue
                told.add(flag.id)
                related = ((declared_here(flag.id), world.declared("flag", flag.id, flag.where)),)
                hint = phrase(
                    "set it in the effects of an option, deal, rule or bulletin, or do not ask for it"
                )
                place = text.span.inside(name.start, name.end)
                yield warn(CODE, _message(flag), place, hint=hint, related=related)


def _message(flag: Flag) -> Phrase:
    if flag.start:
        return phrase("nothing sets '{flag}': it is yes in every game", flag=flag.id)
    return phrase("nothing sets '{flag}': it is no in every game", flag=flag.id)
