"""W0503: a rule or ending of the pack that nothing in the pack can bring about."""

from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.lang.nodes import Node
from dosmesas.model.limits import OUTLOOK_STEPS
from dosmesas.text.phrase import Phrase, phrase

CODE = "W0503"


def rule(world: World) -> Findings:
    """Rules and endings whose condition fails on every turn and in every state that effects can lead to."""
    last = world.pack.turns + OUTLOOK_STEPS
    ruleset = world.pack.ruleset
    named = [(_rule(one.id), one.when, one.where, 1) for one in ruleset.rules.values()]
    named += [(_ending(one.id), one.when, one.where, 1 if one.now else last) for one in ruleset.endings]
    for message, when, where, first in named:
        if when is None or not world.own(where) or _may_hold(when, range(first, last + 1), world):
            continue
        place = world.place_of(when, where)
        if not world.is_told(place):
            hint = phrase("no effect moves its numbers that far, or what it asks for never comes by then")
            yield warn(CODE, message, place, hint=hint)


def _rule(name: str) -> Phrase:
    return phrase("nothing can bring about the rule '{name}'", name=name)


def _ending(name: str) -> Phrase:
    return phrase("nothing can bring about the ending '{name}'", name=name)


def _may_hold(when: Node, turns: range, world: World) -> bool:
    return any(world.reach.may_hold(when, turn, after=True) for turn in turns)
