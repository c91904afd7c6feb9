"""W0515: a claim cited against its meaning."""

from collections.abc import Iterator
from itertools import combinations

from dosmesas.debate.table import How
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.model.arguments import Card
from dosmesas.text.span import Span

CODE = "W0515"
Cited = tuple[str, tuple[str, ...], Span]


def rule(world: World) -> Findings:
    """Citations in which one claim attacks another, and cards that deny what their own claim supports."""
    claims = world.pack.ruleset.dossier.claims
    attacks = {(one.id, other) for one in claims.values() for other in one.attacks}
    fighting = frozenset(name for pair in attacks for name in pair)
    for what, because, where in _citations(world):
        for one, other in combinations([name for name in because if name in fighting], 2):
            if (one, other) in attacks or (other, one) in attacks:
                attacker, attacked = (one, other) if (one, other) in attacks else (other, one)
                message = f"{what} rests on '{attacked}' and on '{attacker}', which speaks against it"
                place = world.cited_at(attacker, where)
                related = ((f"'{attacker}' is declared here", claims[attacker].where),)
                hint = "cite the one that speaks for it; the other belongs in a rebuttal"
                yield warn(CODE, message, place, hint=hint, related=related)
    yield from _denials(world)


def _citations(world: World) -> Iterator[Cited]:
    """Every list of claims that something rests on, once; an inherited list is that of its owner."""
    seen: set[int] = set()
    for what, because, where in _all(world):
        if len(because) > 1 and id(because) not in seen:
            seen.add(id(because))
            yield what, because, where


def _all(world: World) -> Iterator[Cited]:
    ruleset = world.pack.ruleset
    for event in world.pack.events.values():
        yield f"the event '{event.id}'", event.because, event.where
        for deal in event.deals:
            yield f"the deal '{deal.id}'", deal.because, deal.where
    for option in world.options:
        yield f"the option '{option.short}'", option.because, option.where
    for bulletin in world.pack.bulletins.values():
        yield f"the bulletin '{bulletin.id}'", bulletin.because, bulletin.where
    for rule_ in (*ruleset.rules.values(), *ruleset.conduct.values()):
        yield f"the rule '{rule_.id}'", rule_.because, rule_.where
    for owner, leaf in world.leaves:
        yield f"an effect of '{owner}'", leaf.because, leaf.where
    for card in _cards(world):
        yield f"the card '{card.id}'", card.because, card.where


def _cards(world: World) -> Iterator[Card]:
    for line in world.pack.ruleset.bank.lines.values():
        yield from line.cards
    for event in world.pack.events.values():
        yield from event.cards


def _denials(world: World) -> Findings:
    cards = {one.id: one for one in _cards(world)}
    claims = world.pack.ruleset.dossier.claims
    for card in cards.values():
        if card.how is not How.DENIES:
            continue
        for target in (cards[name] for name in card.against if name in cards):
            for name in card.because:
                claim = claims.get(name)
                if name in target.because or (claim and set(claim.supports) & set(target.because)):
                    message = f"'{card.id}' denies '{target.id}' with '{name}', which speaks for it"
                    hint = "cite a claim that speaks against it, or say how: undercuts or turns"
                    yield warn(CODE, message, world.cited_at(name, card.where), hint=hint)
