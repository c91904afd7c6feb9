"""All of a pack that a game can reach: events, options, sides of conditions, chances, effects, endings.

What cannot be reached whatever is played is left out: options of offices without a seat, what an option does
where it is watered down in a pack whose home tables are not asked.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import field, frozen

from dosmesas.engine.deals import seated
from dosmesas.engine.home import Band
from dosmesas.engine.program import key_of
from dosmesas.engine.ratify import CASE_MADE, GAVE_WAY, INQUIRY
from dosmesas.engine.turn import BROKEN_WORD
from dosmesas.model.arguments import Ratify
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When, walk
from dosmesas.model.events import Deal, Event, Option
from dosmesas.model.rules import Ending, Pack, Rule
from dosmesas.text.span import NOWHERE, Span


class Kind(StrEnum):
    """What a place is. `fate` is what the home table makes of an option."""

    EVENT = "event"
    OPTION = "option"
    FATE = "fate"
    DEAL = "deal"
    BULLETIN = "bulletin"
    RULE = "rule"
    CONDITION = "condition"
    CHANCE = "chance"
    DELAY = "delay"
    EFFECT = "effect"
    CLAIM = "claim"
    ENDING = "ending"


YES, NO = "yes", "no"
"""The sides of a condition."""
CAME, STAYED = "happened", "did-not"
"""The sides of a chance."""


@frozen
class Place:
    """One thing that a game can reach; `side` is that of a condition, a chance or a fate.

    `key` is the same in every run, and after any change that touches neither the thing's name nor, for what
    has none, its place among the effects of its owner.
    """

    kind: Kind
    id: str
    where: Span
    side: str = ""
    key: str = field(init=False)

    @key.default
    def _key(self) -> str:
        return key_at(self.kind, self.id, self.side)


def key_at(kind: Kind, name: str, side: str = "") -> str:
    """The key of a place."""
    return f"{kind}:{name}:{side}" if side else f"{kind}:{name}"


def places(pack: Pack) -> tuple[Place, ...]:
    """All that can be reached in a pack, each once."""
    found: dict[str, Place] = {}
    for place in _all(pack):
        found.setdefault(place.key, place)
    return tuple(found.values())


def owned(pack: Pack) -> Iterator[tuple[str, tuple[Effect, ...]]]:
    """The effects that can be at work, by the key of their block; a rule's without its condition."""
    home = "ratify" in pack.stages
    for event in pack.events.values():
        for option in options_of(pack, event):
            yield option.id, option.effects
            if home:
                yield key_of("sure", option.id), option.sure
            if home and event.ratify is Ratify.CONSENT:
                yield key_of("watered", option.id), option.watered
                yield key_of("blocked", option.id), option.blocked
        for deal in _deals_of(pack, event):
            yield key_of("deal", deal.id), deal.effects
    for bulletin in pack.bulletins.values():
        yield key_of("bulletin", bulletin.id), bulletin.effects
    for rule in pack.ruleset.rules.values():
        yield key_of("rule", rule.id), rule.effects
    for rule in _conduct(pack):
        yield key_of("conduct", rule.id), rule.effects


def named(key: str, effects: tuple[Effect, ...]) -> Mapping[Effect, str]:
    """The ids of effects and of all inside them: their own, or their number among those of their owner."""
    return {
        one: one.id if isinstance(one, (After, Chance)) else f"{key}#{number}"
        for number, one in enumerate(walk(effects), 1)
    }


def options_of(pack: Pack, event: Event) -> tuple[Option, ...]:
    """The options of an event that some seat of the pack may choose."""
    return tuple(option for seat in seated(pack, event) for option in event.seats[seat])


def read_endings(pack: Pack) -> tuple[Ending, ...]:
    """The endings as far as they are read: to the first that always holds."""
    found: list[Ending] = []
    for ending in pack.ruleset.endings:
        found.append(ending)
        if ending.when is None:
            break
    return tuple(found)


def drawn(event: Event) -> bool:
    """Whether the agenda asks for the condition of an event."""
    return event.turn is None and not event.repeats


def _all(pack: Pack) -> Iterator[Place]:
    for event in pack.events.values():
        yield Place(Kind.EVENT, event.id, event.where)
        if event.when is not None and drawn(event):
            yield from _sides(f"event:{event.id}", event.when_at, event.where)
        for option in options_of(pack, event):
            yield from _of_option(pack, event, option)
        yield from (Place(Kind.DEAL, deal.id, deal.where) for deal in _deals_of(pack, event))
    for bulletin in pack.bulletins.values():
        name = f"bulletin:{bulletin.id}"
        yield Place(Kind.BULLETIN, bulletin.id, bulletin.where)
        if bulletin.when is not None:
            yield from _sides(name, bulletin.when_at, bulletin.where)
        if 0 < bulletin.chance < 100:
            yield from (Place(Kind.CHANCE, name, bulletin.where, side) for side in (CAME, STAYED))
    for key, rule in _rules(pack):
        yield Place(Kind.RULE, rule.id, rule.where)
        if rule.when is not None:
            yield from _sides(key, rule.when_at, rule.where)
    for key, effects in owned(pack):
        yield from _of_effects(key, effects)
    yield from _claims(pack)
    for ending in read_endings(pack):
        yield Place(Kind.ENDING, ending.id, ending.where)
        if ending.when is not None:
            yield from _sides(f"ending:{ending.id}", ending.when_at, ending.where)


def _sides(name: str, where: Span, otherwise: Span) -> Iterator[Place]:
    """Both sides of a condition; one that was made by no file stands where its owner does."""
    where = otherwise if where == NOWHERE else where
    yield from (Place(Kind.CONDITION, name, where, side) for side in (YES, NO))


def _of_option(pack: Pack, event: Event, option: Option) -> Iterator[Place]:
    yield Place(Kind.OPTION, option.id, option.where)
    if option.requires is not None:
        yield from _sides(option.id, option.requires_at, option.where)
    if "ratify" not in pack.stages:
        return
    bands = [Band.CARRIED]
    seat = next(name for name, options in event.seats.items() if option in options)
    if event.ratify is Ratify.CONSENT and pack.ruleset.offices[seat].audiences:
        bands += [Band.WATERED, Band.BLOCKED]
    if option.clash or any(option.id in other.clash for other in options_of(pack, event)):
        bands.append(Band.GAVE_WAY)
    yield from (Place(Kind.FATE, option.id, option.where, band) for band in bands)


def _of_effects(key: str, effects: tuple[Effect, ...]) -> Iterator[Place]:
    for effect, name in named(key, effects).items():
        match effect:
            case When(when_at=where):
                yield from _sides(name, where, effect.where)
            case Chance():
                yield from (Place(Kind.CHANCE, name, effect.where, side) for side in (CAME, STAYED))
            case After():
                yield Place(Kind.DELAY, name, effect.where)
            case Change() | SetFlag():
                yield Place(Kind.EFFECT, name, effect.where)


def _deals_of(pack: Pack, event: Event) -> tuple[Deal, ...]:
    return tuple(deal for deal in event.deals if all(seat in pack.seats for seat, _ in deal.between))


def _rules(pack: Pack) -> Iterator[tuple[str, Rule]]:
    yield from ((key_of("rule", rule.id), rule) for rule in pack.ruleset.rules.values())
    yield from ((key_of("conduct", rule.id), rule) for rule in _conduct(pack))


def _conduct(pack: Pack) -> Iterator[Rule]:
    """The rules of conduct that something in this pack can call for."""
    events = pack.events.values()
    home, argued = "ratify" in pack.stages, "argue" in pack.stages
    wanted = {
        BROKEN_WORD: any(_deals_of(pack, event) for event in events),
        CASE_MADE: home and argued,
        INQUIRY: home and any(event.ratify is Ratify.ANSWER_FOR for event in events),
        GAVE_WAY: home and any(option.clash for event in events for option in options_of(pack, event)),
        "ratification-lost": home and any(_deals_of(pack, event) for event in events),
    }
    for rule in pack.ruleset.conduct.values():
        if wanted.get(rule.id, home and argued) and rule.id not in pack.ruleset.rules:
            yield rule


def _claims(pack: Pack) -> Iterator[Place]:
    """The claims that some effect cites."""
    claims = pack.ruleset.dossier.claims
    found = {
        name
        for _, effects in owned(pack)
        for effect in walk(effects)
        if isinstance(effect, (Change, SetFlag))
        for name in effect.because
    }
    yield from (Place(Kind.CLAIM, name, claims[name].where) for name in sorted(found) if name in claims)
