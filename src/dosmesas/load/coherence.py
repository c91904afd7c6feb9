"""What must hold between the parts of a pack, once each part has been read."""

from collections.abc import Iterable, Iterator

from dosmesas.lang.names import name_nodes
from dosmesas.lang.nodes import Node
from dosmesas.load.reading import Reading
from dosmesas.model.events import Deal, Event, Option
from dosmesas.model.rules import Pack, Ruleset
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.span import Span

_Unseen = tuple[str, Span, tuple[tuple[str, Span], ...]]


def check_pack(pack: Pack, reading: Reading) -> None:
    """Add what is wrong with the pack as a whole."""
    for event in pack.events.values():
        _check_event(event, pack.ruleset, reading)
    _check_agenda(pack, reading)


def check_ruleset(ruleset: Ruleset, reading: Reading) -> None:
    """Add what is wrong with the ruleset as a whole."""
    if ruleset.endings and ruleset.endings[-1].when is not None:
        last = ruleset.endings[-1]
        message = f"the last ending, '{last.id}', has a condition, so a game may end without one"
        formula = reading.formulas.get(last.when) if last.when else None
        where = formula.written.place if formula else last.where
        reading.problems.add("E0407", message, where, hint="leave 'when:' out of the last ending")
    for claim in ruleset.dossier.claims.values():
        if claim.id in claim.supports or claim.id in claim.attacks:
            message = f"the claim '{claim.id}' supports or attacks itself"
            reading.problems.add("E0409", message, reading.place("self", claim.id, otherwise=claim.where))


def _check_event(event: Event, ruleset: Ruleset, reading: Reading) -> None:
    if event.turn is not None and (event.when is not None or event.tier or event.repeats):
        message = "'turn:' fixes an event; 'when:', 'tier:' and 'repeats:' belong to drawn ones"
        where = reading.place("turn", event.id, otherwise=event.where)
        reading.problems.add("E0418", message, where, hint="leave out 'turn:', or the others")
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
        message = f"the deal '{deal.id}' is between two offices, one of each country"
        where = reading.place("between", deal.id, otherwise=deal.where)
        related = tuple(
            (f"'{name}' is of the country '{ruleset.offices[name].country}'", at)
            for name, _ in deal.between
            if (at := reading.declared["office"].get(name))
        )
        reading.problems.add("E0405", message, where, related=related)
    for office, option in deal.between:
        options = {one.short for one in event.seats.get(office, ())}
        short = option.partition("/")[2]
        if short not in options:
            message = f"the option '{short}' of the deal '{deal.id}' is not one of {office}"
            where = reading.place("between", deal.id, office, otherwise=deal.where)
            place = reading.declared["option"].get(option)
            related = ((f"'{short}' is declared here", place),) if place else ()
            reading.problems.add("E0422", message, where, hint=_options(short, options), related=related)


def _options(short: str, options: Iterable[str]) -> str:
    known = ", ".join(sorted(options))
    return did_you_mean(short, options) or (f"its options are {known}" if known else "it has no options here")


def _check_requires(office: str, option: Option, ruleset: Ruleset, reading: Reading) -> None:
    for name, where, related in unseen(office, option.requires, ruleset, reading):
        message = f"'requires:' reads '{name}', which {office} does not see"
        reading.problems.add("E0404", message, where, hint="read only what the office sees", related=related)


def _check_open_to_both(deal: Deal, office: str, option: Option, ruleset: Ruleset, reading: Reading) -> None:
    """Whether a deal is open is told to both parties, and must not tell one what it does not see."""
    for partner in (one for one, _ in deal.between if one != office):
        for name, where, related in unseen(partner, option.requires, ruleset, reading):
            message = (
                f"'requires:' of an option in the deal '{deal.id}' reads '{name}', which {partner} does not "
                "see, but would learn from whether the deal is open"
            )
            hint = "read only what both parties see, or take the option out of the deal"
            reading.problems.add("E0410", message, where, hint=hint, related=related)


def unseen(office: str, node: Node | None, ruleset: Ruleset, reading: Reading) -> Iterator[_Unseen]:
    """What an expression reads that an office does not see: name, place, who sees it."""
    formula = reading.formulas.get(node) if node is not None else None
    for text in formula.written.texts() if formula else ():
        for name in name_nodes(text.node):
            thing = ruleset.indicators.get(name.name) or ruleset.flags.get(name.name)
            if thing is not None and not thing.seen(office):
                seen = reading.place("seen_by", name.name, otherwise=thing.where)
                yield name.name, text.span.inside(name.start, name.end), (("who sees it is said here", seen),)


def _check_agenda(pack: Pack, reading: Reading) -> None:
    fixed: dict[int, Event] = {}
    for event in pack.events.values():
        if event.turn is None:
            continue
        if event.turn in fixed:
            first = fixed[event.turn]
            related = ((f"'{first.id}' has it too", reading.place("turn", first.id, otherwise=first.where)),)
            where = reading.place("turn", event.id, otherwise=event.where)
            message = f"two events are fixed on turn {event.turn}"
            reading.problems.add("E0406", message, where, hint="move one of them", related=related)
        fixed[event.turn] = event
    fallbacks = [event for event in pack.events.values() if event.repeats]
    if len(fallbacks) > 1:
        places = [reading.place("repeats", one.id, otherwise=one.where) for one in fallbacks]
        related = ((f"'{fallbacks[0].id}' has it too", places[0]),)
        reading.problems.add("E0419", "only one event may have 'repeats: yes'", places[1], related=related)
    if not fallbacks and len(fixed) < pack.turns and pack.events:
        where = next(iter(pack.events.values())).where
        hint = "give one event 'repeats: yes', or fix an event on every turn"
        reading.problems.add("E0408", "a turn may come for which no event is left", where, hint=hint)
