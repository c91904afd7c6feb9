"""Which claims are at work: cited by an effect, option, event, deal, rule, bulletin, ending or card."""

from dosmesas.model.effects import Change, Effect, SetFlag, walk
from dosmesas.model.rules import Pack


def at_work(pack: Pack) -> set[str]:
    """The ids of all claims and assumptions that the pack and its ruleset cite."""
    ruleset = pack.ruleset
    found: set[str] = set()
    said = [
        *(line.cards for line in ruleset.bank.lines.values()),
        *(one.cards for one in pack.events.values()),
    ]
    found.update(claim for cards in said for card in cards for claim in card.because)
    for event in pack.events.values():
        found.update(event.because)
        for options in event.seats.values():
            for option in options:
                found.update(option.because, cited_by(option.effects))
        for deal in event.deals:
            found.update(deal.because, cited_by(deal.effects))
    for bulletin in pack.bulletins.values():
        found.update(bulletin.because, cited_by(bulletin.effects))
    for rule in (*ruleset.rules.values(), *ruleset.conduct.values()):
        found.update(rule.because, cited_by(rule.effects))
    found.update(claim for ending in ruleset.endings for claim in ending.because)
    found.update(one.source for one in ruleset.indicators.values())
    return found


def cited_by(effects: tuple[Effect, ...]) -> set[str]:
    """What the effects of a tree cite."""
    leaves = [effect for effect in walk(effects) if isinstance(effect, (Change, SetFlag))]
    return {claim for leaf in leaves for claim in leaf.because}
