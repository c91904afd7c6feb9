"""W0509: an ending that never comes, because an earlier one holds wherever it does."""

from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.lang.facts import Facts
from dosmesas.lang.narrow import assume
from dosmesas.model.rules import Ending
from dosmesas.text.phrase import phrase
from dosmesas.text.span import Span

CODE = "W0509"


def rule(world: World) -> Findings:
    """Endings whose condition implies that of one that is read before them."""
    endings = world.pack.ruleset.endings
    for number, later in enumerate(endings):
        facts = assume(later.when, world.plain, holds=True) if later.when else world.plain
        if facts is None:
            continue
        for earlier in endings[:number]:
            # The game's endings stand behind those of every pack.
            if world.own(earlier.where) == world.own(later.where) and _hides(earlier, later, facts):
                message = phrase(
                    "the ending '{ending}' never comes: '{other}' holds wherever it does",
                    ending=later.id,
                    other=earlier.id,
                )
                first = phrase("'{ending}' is read first", ending=earlier.id)
                related = ((first, _where(earlier, world)),)
                hint = phrase(
                    "put '{ending}' first, or ask for more in '{other}'", ending=later.id, other=earlier.id
                )
                yield warn(CODE, message, _where(later, world), hint=hint, related=related)
                break


def _hides(earlier: Ending, later: Ending, facts: Facts) -> bool:
    """Whether the earlier holds wherever these facts do, and is read whenever the later is."""
    if later.now and not earlier.now:  # it may come in the middle of the game, where the other is not read
        return False
    return earlier.when is None or assume(earlier.when, facts, holds=False) is None


def _where(ending: Ending, world: World) -> Span:
    declared = world.declared("ending", ending.id, ending.where)
    return world.place_of(ending.when, declared) if ending.when else declared
