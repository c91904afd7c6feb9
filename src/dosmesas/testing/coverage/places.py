"""All of a pack that a game can reach: events, options, sides of conditions, chances, effects, endings.

What cannot be reached whatever is played is left out: options of offices without a seat, bulletins on them,
what an option does where it is watered down in a pack whose home tables are not asked.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import field, frozen

from dosmesas.engine.deals import seated
from dosmesas.engine.home import Band
from dosmesas.engine.program import key_of
from dosmesas.engine.ratify import CASE_MADE, GAVE_WAY, INQUIRY
from dosmesas.engine.turn import BROKEN_WORD
from dosmesas.lang.nodes import Name
from dosmesas.model.arguments import Ratify
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When, walk
from dosmesas.model.events import Bulletin, Deal, Event, Option
from dosmesas.model.home import dissent_flag, inquiry_flag
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
    has none, its place among the effects of its owner. `inside` is the key of the place with which it comes:
    of an option for its effects, of a side of a condition for what stands under it. While that one is not
    reached, it is no news that this one is not.
    """

    kind: Kind
    id: str
    where: Span
    side: str = ""
    inside: str = ""
    key: str = field(init=False)

    @key.default
    def _key(self) -> str:
        return key_at(self.kind, self.id, self.side)


@frozen(eq=False)
class Owned:
    """Effects that can be at work, with the key of their owner's block; a rule's without its condition."""

    key: str
    effects: tuple[Effect, ...]
    inside: str


def key_at(kind: Kind, name: str, side: str = "") -> str:
    """The key of a place."""
    return f"{kind}:{name}:{side}" if side else f"{kind}:{name}"


def places(pack: Pack) -> tuple[Place, ...]:
    """All that can be reached in a pack, each once."""
    found: dict[str, Place] = {}
    for place in _all(pack):
        found.setdefault(place.key, place)
    return tuple(found.values())


def owned(pack: Pack) -> Iterator[Owned]:
    """All effects that can be at work, by owner."""
    for event in pack.events.values():
        for option in options_of(pack, event):
            yield from _owned_by(pack, event, option)
        for deal in _deals_of(pack, event):
            yield Owned(key_of("deal", deal.id), deal.effects, key_at(Kind.DEAL, deal.id))
    for one in _bulletins(pack):
        yield Owned(key_of("bulletin", one.id), one.effects, key_at(Kind.BULLETIN, one.id))
    for key, rule in _rules(pack):
        condition = key_at(Kind.CONDITION, key, YES)
        yield Owned(key, rule.effects, condition if rule.when else key_at(Kind.RULE, rule.id))


def named(key: str, effects: tuple[Effect, ...]) -> Mapping[Effect, str]:
    """The ids of effects and of all inside them: their own, or their number among those of their owner."""
    return {
        one: one.id if isinstance(one, (After, Chance)) else f"{key}#{number}"
        for number, one in enumerate(walk(effects), 1)
    }


def options_of(pack: Pack, event: Event) -> tuple[Option, ...]:
    """The options of an event that some seat of the pack may choose."""
    return tuple(option for seat in seated(pack, event) for option in event.seats[seat])


def _all(pack: Pack) -> Iterator[Place]:
    for event in pack.events.values():
        yield from _of_event(pack, event)
    for bulletin in _bulletins(pack):
        yield from _of_bulletin(bulletin)
    for key, rule in _rules(pack):
        place = Place(Kind.RULE, rule.id, rule.where)
        yield place
        if rule.when is not None:
            yield from _sides(key, rule.when_at, place)
    for one in owned(pack):
        yield from _of_effects(named(one.key, one.effects), one.effects, one.inside)
    yield from _claims(pack)
    for ending in _read_endings(pack):
        place = Place(Kind.ENDING, ending.id, ending.where)
        yield place
        if ending.when is not None:
            yield from _sides(f"ending:{ending.id}", ending.when_at, place)


def _of_event(pack: Pack, event: Event) -> Iterator[Place]:
    place = Place(Kind.EVENT, event.id, event.where)
    yield place
    if event.when is not None and event.turn is None and not event.repeats:
        yield from _sides(f"event:{event.id}", event.when_at, place)
    for option in options_of(pack, event):
        own = Place(Kind.OPTION, option.id, option.where, inside=place.key)
        yield own
        if option.requires is not None:
            yield from _sides(option.id, option.requires_at, own, place.key)
        for band in _fates(pack, event, option):
            yield Place(Kind.FATE, option.id, option.where, band, own.key)
    yield from (Place(Kind.DEAL, one.id, one.where, inside=place.key) for one in _deals_of(pack, event))


def _of_bulletin(bulletin: Bulletin) -> Iterator[Place]:
    name, place = f"bulletin:{bulletin.id}", Place(Kind.BULLETIN, bulletin.id, bulletin.where)
    yield place
    if bulletin.when is not None:
        yield from _sides(name, bulletin.when_at, place)
    if 0 < bulletin.chance < 100:
        asked = key_at(Kind.CONDITION, name, YES) if bulletin.when else ""
        for side, inside in ((CAME, place.key), (STAYED, asked)):
            yield Place(Kind.CHANCE, name, _at(bulletin.chance_at, bulletin.where), side, inside)


def _sides(name: str, where: Span, owner: Place, asked: str = "") -> Iterator[Place]:
    """Both sides of a condition: where it holds its owner can come. One of no file stands with its owner."""
    where = _at(where, owner.where)
    yield Place(Kind.CONDITION, name, where, YES, owner.key)
    yield Place(Kind.CONDITION, name, where, NO, asked)


def _at(where: Span, otherwise: Span) -> Span:
    return otherwise if where == NOWHERE else where


def _fates(pack: Pack, event: Event, option: Option) -> Iterator[Band]:
    """What the home table can make of an option."""
    if "ratify" not in pack.stages:
        return
    yield Band.CARRIED
    seat = next(name for name, options in event.seats.items() if option in options)
    if event.ratify is Ratify.CONSENT and pack.ruleset.offices[seat].audiences:
        yield from (Band.WATERED, Band.BLOCKED)
    if option.clash or any(option.id in other.clash for other in options_of(pack, event)):
        yield Band.GAVE_WAY


def _owned_by(pack: Pack, event: Event, option: Option) -> Iterator[Owned]:
    """What an option does: as such, and by what the home table makes of it."""
    fates = {*_fates(pack, event, option)}
    done = key_at(Kind.FATE, option.id, Band.CARRIED) if fates else key_at(Kind.OPTION, option.id)
    yield Owned(option.id, option.effects, done)
    if fates:
        yield Owned(key_of("sure", option.id), option.sure, done)
    for band, effects in ((Band.WATERED, option.watered), (Band.BLOCKED, option.blocked)):
        if band in fates:
            yield Owned(key_of(band, option.id), effects, key_at(Kind.FATE, option.id, band))


def _of_effects(names: Mapping[Effect, str], effects: tuple[Effect, ...], inside: str) -> Iterator[Place]:
    for effect in effects:
        name = names[effect]
        match effect:
            case When(when_at=where):
                what = (Kind.CONDITION, _at(where, effect.where), YES, NO)
                yield from _branches(names, effect, what, inside)
            case Chance(where=where):
                yield from _branches(names, effect, (Kind.CHANCE, where, CAME, STAYED), inside)
            case After(effects=later):
                place = Place(Kind.DELAY, name, effect.where, inside=inside)
                yield place
                yield from _of_effects(names, later, place.key)
            case Change() | SetFlag():
                yield Place(Kind.EFFECT, name, effect.where, inside=inside)


def _branches(
    names: Mapping[Effect, str], effect: When | Chance, what: tuple[Kind, Span, str, str], inside: str
) -> Iterator[Place]:
    """Both sides of a condition or a chance among effects, with what stands under each."""
    kind, where, *sides = what
    for side, effects in zip(sides, (effect.effects, effect.otherwise), strict=True):
        place = Place(kind, names[effect], where, side, inside)
        yield place
        yield from _of_effects(names, effects, place.key)


def _read_endings(pack: Pack) -> Iterator[Ending]:
    """The endings as far as they are read: to the first that always holds."""
    for ending in pack.ruleset.endings:
        yield ending
        if ending.when is None:
            return


def _deals_of(pack: Pack, event: Event) -> tuple[Deal, ...]:
    return tuple(deal for deal in event.deals if all(seat in pack.seats for seat, _ in deal.between))


def _rules(pack: Pack) -> Iterator[tuple[str, Rule]]:
    yield from ((key_of("rule", rule.id), rule) for rule in pack.ruleset.rules.values())
    yield from ((key_of("conduct", rule.id), rule) for rule in _conduct(pack))


def _bulletins(pack: Pack) -> Iterator[Bulletin]:
    """The bulletins but for those that tell of a home table at which nobody of this pack sits."""
    seats = pack.seats if "ratify" in pack.stages else ()
    absent = [office for office in pack.ruleset.offices if office not in seats]
    never = {flag(office) for office in absent for flag in (inquiry_flag, dissent_flag)}
    for one in pack.bulletins.values():
        if not (isinstance(one.when, Name) and one.when.name in never):
            yield one


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
        for one in owned(pack)
        for effect in walk(one.effects)
        if isinstance(effect, (Change, SetFlag))
        for name in effect.because
    }
    yield from (Place(Kind.CLAIM, name, claims[name].where) for name in sorted(found) if name in claims)
