"""W0515: a claim cited against its meaning."""

from collections.abc import Iterator
from itertools import combinations

from dosmesas.debate.table import How
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.model.arguments import Card
from dosmesas.text.diagnostic import declared_here
from dosmesas.text.phrase import Phrase, phrase
from dosmesas.text.span import Span

CODE = "W0515"
Cited = tuple[Phrase, tuple[str, ...], Span]


def rule(world: World) -> Findings:
    """Citations in which one claim attacks another, and cards that deny what their own claim supports."""
    claims = world.pack.ruleset.dossier.claims
    attacks = {(one.id, other) for one in claims.values() for other in one.attacks}
    fighting = frozenset(name for pair in attacks for name in pair)
    for what, because, where in _citations(world):
        for one, other in combinations([name for name in because if name in fighting], 2):
            if (one, other) in attacks or (other, one) in attacks:
                attacker, attacked = (one, other) if (one, other) in attacks else (other, one)
                message = phrase(
                    "{what} rests on '{claim}' and on '{other}', which speaks against it",
                    what=what,
                    claim=attacked,
                    other=attacker,
                )
                place = world.cited_at(attacker, where)
                related = ((declared_here(attacker), claims[attacker].where),)
                hint = phrase("cite the one that speaks for it; the other belongs in a rebuttal")
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
        yield phrase("the event '{name}'", name=event.id), event.because, event.where
        for deal in event.deals:
            yield phrase("the deal '{name}'", name=deal.id), deal.because, deal.where
    for option in world.options:
        yield phrase("the option '{name}'", name=option.short), option.because, option.where
    for bulletin in world.pack.bulletins.values():
        yield phrase("the bulletin '{name}'", name=bulletin.id), bulletin.because, bulletin.where
    for rule_ in (*ruleset.rules.values(), *ruleset.conduct.values()):
        yield phrase("the rule '{name}'", name=rule_.id), rule_.because, rule_.where
    for owner, leaf in world.leaves:
        yield phrase("an effect of '{owner}'", owner=owner), leaf.because, leaf.where
    for card in _cards(world):
        yield phrase("the card '{name}'", name=card.id), card.because, card.where


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
                    message = phrase(
                        "'{card}' denies '{other}' with '{claim}', which speaks for it",
                        card=card.id,
                        other=target.id,
                        claim=name,
                    )
                    hint = phrase("cite a claim that speaks against it, or say how: undercuts or turns")
                    yield warn(CODE, message, world.cited_at(name, card.where), hint=hint)
