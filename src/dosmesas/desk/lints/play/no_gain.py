"""W0516: a deal from which neither side gains anything."""

from collections.abc import Mapping

from dosmesas.desk.lints.play.profile import wishes
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.lang.facts import value_range
from dosmesas.model.effects import Change, SetFlag, walk
from dosmesas.model.events import Deal
from dosmesas.text.phrase import phrase
from dosmesas.text.span import Span

CODE = "W0516"


def rule(world: World) -> Findings:
    """Deals whose joint effects are losses only, for all."""
    wished = wishes(world)
    for event in world.pack.events.values():
        for deal in event.deals:
            if not _may_gain(deal, wished, world):
                message = phrase(
                    "nobody gains from the deal '{deal}': all that it does is a loss", deal=deal.id
                )
                hint = phrase("let it do something, now or later, that one of the two wants")
                yield warn(CODE, message, _place(deal, world), hint=hint)


def _may_gain(deal: Deal, wished: Mapping[str, int], world: World) -> bool:
    """Whether the deal sets a flag, or may move a number the way that somebody wishes."""
    for one in walk(deal.effects):
        if isinstance(one, SetFlag):
            return True
        if isinstance(one, Change):
            way = wished.get(one.indicator, 0)
            found = value_range(one.amount, world.plain)
            if not way or (found.high > 0 if way > 0 else found.low < 0):
                return True
    return False


def _place(deal: Deal, world: World) -> Span:
    return world.declared("deal", deal.id, deal.where)
