"""What must hold between the parts of a pack, once each part has been read."""

from collections.abc import Iterable, Iterator

from dosmesas.lang.names import name_nodes
from dosmesas.lang.nodes import Node
from dosmesas.load.reading import Reading
from dosmesas.model.events import Deal, Event, Option
from dosmesas.model.rules import Pack, Ruleset
from dosmesas.text.diagnostic import Notes, declared_here, did_you_mean
from dosmesas.text.phrase import Phrase, phrase
from dosmesas.text.span import Span

_Unseen = tuple[str, Span, Notes]


def check_pack(pack: Pack, reading: Reading) -> None:
    """Add what is wrong with the pack as a whole."""
    for event in pack.events.values():
        _check_event(event, pack.ruleset, reading)
    _check_agenda(pack, reading)


def check_ruleset(ruleset: Ruleset, reading: Reading) -> None:
    """Add what is wrong with the ruleset as a whole."""
    if ruleset.endings and ruleset.endings[-1].when is not None:
        last = ruleset.endings[-1]
        message = phrase(
            "the last ending, '{ending}', has a condition, so a game may end without one", ending=last.id
        )
        formula = reading.formulas.get(last.when) if last.when else None
        where = formula.written.place if formula else last.where
        hint = phrase("leave 'when:' out of the last ending")
        reading.problems.add("E0407", message, where, hint=hint)
    for claim in ruleset.dossier.claims.values():
        if claim.id in claim.supports or claim.id in claim.attacks:
            message = phrase("the claim '{claim}' supports or attacks itself", claim=claim.id)
            reading.problems.add("E0409", message, reading.place("self", claim.id, otherwise=claim.where))


def _check_event(event: Event, ruleset: Ruleset, reading: Reading) -> None:
    if event.turn is not None and (event.when is not None or event.tier or event.repeats):
        message = phrase("'turn:' fixes an event; 'when:', 'tier:' and 'repeats:' belong to drawn ones")
        where = reading.place("turn", event.id, otherwise=event.where)
        hint = phrase("leave out 'turn:', or the others")
        reading.problems.add("E0418", message, where, hint=hint)
    for deal in event.deals:
        _check_deal(event, deal, ruleset, reading)
    for office, options in event.seats.items():
        for option in options:
            _check_requires(office, option, ruleset, reading)
            for deal in event.deals:
                if deal.option_of(office) == option.id:
                    _check_open_to_both(deal, office, option, ruleset, reading)


def _check_deal(event: Event, deal: Deal, ruleset: Ruleset, reading: Reading) -> None:
    countries = {ruleset.offices[office].country for office, _ in deal.between if office in ruleset.offices}
    if len(deal.between) != 2 or len(countries) != 2:
        message = phrase("the deal '{deal}' is between two offices, one of each country", deal=deal.id)
        where = reading.place("between", deal.id, otherwise=deal.where)
        related = tuple(
            (_of_country(name, ruleset.offices[name].country), at)
            for name, _ in deal.between
            if (at := reading.declared["office"].get(name))
        )
        reading.problems.add("E0405", message, where, related=related)
    for office, option in deal.between:
        options = {one.short for one in event.seats.get(office, ())}
        short = option.partition("/")[2]
        if short not in options:
            message = phrase(
                "the option '{option}' of the deal '{deal}' is not one of {office}",
                option=short,
                deal=deal.id,
                office=office,
            )
            where = reading.place("between", deal.id, office, otherwise=deal.where)
            place = reading.declared["option"].get(option)
            related = ((declared_here(short), place),) if place else ()
            reading.problems.add("E0422", message, where, hint=_options(short, options), related=related)


def _of_country(office: str, country: str) -> Phrase:
    return phrase("'{office}' is of the country '{country}'", office=office, country=country)


def _options(short: str, options: Iterable[str]) -> Phrase:
    known = tuple(sorted(options))
    if not known:
        return phrase("it has no options here")
    return did_you_mean(short, known) or phrase("its options are {known}", known=known)


def _check_requires(office: str, option: Option, ruleset: Ruleset, reading: Reading) -> None:
    for name, where, related in unseen(office, option.requires, ruleset, reading):
        message = phrase("'requires:' reads '{name}', which {office} does not see", name=name, office=office)
        hint = phrase("read only what the office sees")
        reading.problems.add("E0404", message, where, hint=hint, related=related)


def _check_open_to_both(deal: Deal, office: str, option: Option, ruleset: Ruleset, reading: Reading) -> None:
    """Whether a deal is open is told to both parties, and must not tell one what it does not see."""
    for partner in (one for one, _ in deal.between if one != office):
        for name, where, related in unseen(partner, option.requires, ruleset, reading):
            message = phrase(
                "'requires:' of an option in the deal '{deal}' reads '{name}', which {office} does not see, "
                "but would learn from whether the deal is open",
                deal=deal.id,
                name=name,
                office=partner,
            )
            hint = phrase("read only what both parties see, or take the option out of the deal")
            reading.problems.add("E0410", message, where, hint=hint, related=related)


def unseen(office: str, node: Node | None, ruleset: Ruleset, reading: Reading) -> Iterator[_Unseen]:
    """What an expression reads that an office does not see: name, place, who sees it."""
    formula = reading.formulas.get(node) if node is not None else None
    for text in formula.written.texts() if formula else ():
        for name in name_nodes(text.node):
            thing = ruleset.indicators.get(name.name) or ruleset.flags.get(name.name)
            if thing is not None and not thing.seen(office):
                seen = reading.place("seen_by", name.name, otherwise=thing.where)
                note = (phrase("who sees it is said here"), seen)
                yield name.name, text.span.inside(name.start, name.end), (note,)


def _check_agenda(pack: Pack, reading: Reading) -> None:
    fixed: dict[int, Event] = {}
    for event in pack.events.values():
        if event.turn is None:
            continue
        if event.turn in fixed:
            first = fixed[event.turn]
            related = ((_has_it_too(first), reading.place("turn", first.id, otherwise=first.where)),)
            where = reading.place("turn", event.id, otherwise=event.where)
            message = phrase("two events are fixed on turn {turn}", turn=event.turn)
            reading.problems.add("E0406", message, where, hint=phrase("move one of them"), related=related)
        fixed[event.turn] = event
    fallbacks = [event for event in pack.events.values() if event.repeats]
    if len(fallbacks) > 1:
        places = [reading.place("repeats", one.id, otherwise=one.where) for one in fallbacks]
        related = ((_has_it_too(fallbacks[0]), places[0]),)
        message = phrase("only one event may have 'repeats: yes'")
        reading.problems.add("E0419", message, places[1], related=related)
    if not fallbacks and len(fixed) < pack.turns and pack.events:
        where = next(iter(pack.events.values())).where
        hint = phrase("give one event 'repeats: yes', or fix an event on every turn")
        message = phrase("a turn may come for which no event is left")
        reading.problems.add("E0408", message, where, hint=hint)


def _has_it_too(event: Event) -> Phrase:
    return phrase("'{event}' has it too", event=event.id)
