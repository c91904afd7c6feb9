"""Everything in a pack and its ruleset that does or asks something: all effects, all expressions."""

from collections.abc import Iterator

from dosmesas.lang.nodes import Node
from dosmesas.model.effects import Change, Effect, When, walk
from dosmesas.model.rules import Pack


def owners(pack: Pack) -> Iterator[tuple[str, str, tuple[Effect, ...]]]:
    """Kind, id and effects of everything that has effects.

    Kinds are option, deal, bulletin, rule and conduct, and for what depends on the home table sure, watered
    and blocked, with the id of their option.
    """
    for event in pack.events.values():
        for options in event.seats.values():
            for option in options:
                yield "option", option.id, option.effects
                for kind, effects in (("sure", option.sure), ("watered", option.watered)):
                    if effects:
                        yield kind, option.id, effects
                if option.blocked:
                    yield "blocked", option.id, option.blocked
        for deal in event.deals:
            yield "deal", deal.id, deal.effects
    for bulletin in pack.bulletins.values():
        yield "bulletin", bulletin.id, bulletin.effects
    for rule in pack.ruleset.rules.values():
        yield "rule", rule.id, rule.guarded
    for rule in pack.ruleset.conduct.values():
        yield "conduct", rule.id, rule.guarded


def expressions(pack: Pack) -> Iterator[Node]:
    """Every condition and every amount, what options are to the audiences at home among them."""
    for _, _, effects in owners(pack):
        for effect in walk(effects):
            if isinstance(effect, Change):
                yield effect.amount
            elif isinstance(effect, When):
                yield effect.condition
    yield from conditions(pack)
    for event in pack.events.values():
        for seat in event.seats.values():
            yield from (node for option in seat for _, node in option.home)


def conditions(pack: Pack) -> Iterator[Node]:
    """The conditions outside of effects: of options, events, bulletins and endings."""
    for event in pack.events.values():
        options = [one for seat in event.seats.values() for one in seat]
        held = [event.when, *(one.requires for one in options)]
        yield from (node for node in held if node is not None)
    held = [one.when for one in pack.bulletins.values()] + [one.when for one in pack.ruleset.endings]
    yield from (node for node in held if node is not None)
