"""Who cites a claim, and whose conditions and amounts read a name, each with its place."""

from collections.abc import Iterator

from dosmesas.desk.explain.words import asks_for, effects_ask
from dosmesas.load.citations import cited_by
from dosmesas.model.arguments import Card
from dosmesas.model.effects import Effect
from dosmesas.model.events import Event, Option
from dosmesas.model.rules import Pack
from dosmesas.text.span import Span

Use = tuple[str, str, Span]
"""Kind, name and place of who uses something."""


def options_of(event: Event) -> Iterator[tuple[str, Option]]:
    """The offices of an event with each of their options."""
    for office, options in event.seats.items():
        for option in options:
            yield office, option


def options(pack: Pack) -> dict[str, tuple[Event, tuple[str, ...], Option]]:
    """Every option with its event and the offices that have it."""
    found: dict[str, tuple[Event, tuple[str, ...], Option]] = {}
    for event in pack.events.values():
        for office, option in options_of(event):
            offices = found[option.id][1] if option.id in found else ()
            found[option.id] = (event, (*offices, office), option)
    return found


def cards(pack: Pack) -> Iterator[tuple[str, Card]]:
    """Every card, with the line or event that it belongs to."""
    for line in pack.ruleset.bank.lines.values():
        yield from ((line.id, card) for card in line.cards)
    for event in pack.events.values():
        yield from ((event.id, card) for card in event.cards)


def citing(pack: Pack, claim: str) -> Iterator[Use]:
    """Everything that rests on a claim or assumption."""
    ruleset = pack.ruleset
    for rule in ruleset.rules.values():
        if claim in rule.because or claim in cited_by(rule.effects):
            yield "rule", rule.id, rule.where
    for rule in ruleset.conduct.values():
        if claim in rule.because or claim in cited_by(rule.effects):
            yield "conduct", rule.id, rule.where
    for _, _, option in options(pack).values():
        if claim in option.because or claim in cited_by(_all(option)):
            yield "option", option.id, option.where
    for event in pack.events.values():
        if claim in event.because:
            yield "event", event.id, event.where
        for deal in event.deals:
            if claim in deal.because or claim in cited_by(deal.effects):
                yield "deal", deal.id, deal.where
    for bulletin in pack.bulletins.values():
        if claim in bulletin.because or claim in cited_by(bulletin.effects):
            yield "bulletin", bulletin.id, bulletin.where
    yield from (("card", card.id, card.where) for _, card in cards(pack) if claim in card.because)
    yield from (("ending", one.id, one.where) for one in ruleset.endings if claim in one.because)
    indicators = ruleset.indicators.values()
    yield from (("indicator", one.id, one.where) for one in indicators if one.source == claim)


def reading(pack: Pack, name: str, also: frozenset[str] = frozenset()) -> Iterator[Use]:
    """Whose conditions or amounts read a flag or indicator, or ask for an event or option."""
    ruleset = pack.ruleset
    for rule in (*ruleset.rules.values(), *ruleset.conduct.values()):
        if effects_ask(rule.guarded, name, also):
            yield "rule", rule.id, rule.where
    for event in pack.events.values():
        if asks_for(event.when, name, also):
            yield "event", event.id, event.where
        for deal in event.deals:
            if effects_ask(deal.effects, name, also):
                yield "deal", deal.id, deal.where
    for _, _, option in options(pack).values():
        amounts = [node for _, node in option.home]
        asked = any(asks_for(node, name, also) for node in (option.requires, *amounts))
        if asked or effects_ask(_all(option), name, also):
            yield "option", option.id, option.where
    for bulletin in pack.bulletins.values():
        if asks_for(bulletin.when, name, also) or effects_ask(bulletin.effects, name, also):
            yield "bulletin", bulletin.id, bulletin.where
    for ending in ruleset.endings:
        if asks_for(ending.when, name, also):
            yield "ending", ending.id, ending.where


def _all(option: Option) -> tuple[Effect, ...]:
    return (*option.effects, *option.sure, *option.watered, *option.blocked)
