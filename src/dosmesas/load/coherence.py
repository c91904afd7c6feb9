"""What must hold between the parts of a pack, once each part has been read."""

from dosmesas.lang.names import names_in
from dosmesas.model.events import Deal, Event, Option
from dosmesas.model.rules import Pack, Ruleset
from dosmesas.text.diagnostic import Problems


def check_pack(pack: Pack, problems: Problems) -> None:
    """Add what is wrong with the pack as a whole."""
    for event in pack.events.values():
        _check_event(event, pack.ruleset, problems)
    _check_agenda(pack, problems)


def check_ruleset(ruleset: Ruleset, problems: Problems) -> None:
    """Add what is wrong with the ruleset as a whole."""
    if ruleset.endings and ruleset.endings[-1].when is not None:
        last = ruleset.endings[-1]
        message = "the last ending has a condition, so a game may end without one"
        problems.add("E0407", message, last.where, hint="leave 'when:' out of the last ending")
    for claim in ruleset.dossier.claims.values():
        if claim.id in claim.supports or claim.id in claim.attacks:
            problems.add("E0409", f"the claim '{claim.id}' supports or attacks itself", claim.where)


def _check_event(event: Event, ruleset: Ruleset, problems: Problems) -> None:
    if event.turn is not None and (event.when is not None or event.tier or event.repeats):
        message = "'turn:' fixes an event; 'when:', 'tier:' and 'repeats:' belong to drawn ones"
        problems.add("E0406", message, event.where)
    for deal in event.deals:
        _check_deal(event, deal, ruleset, problems)
    for office, options in event.seats.items():
        for option in options:
            _check_requires(office, option, ruleset, problems)


def _check_deal(event: Event, deal: Deal, ruleset: Ruleset, problems: Problems) -> None:
    countries = {ruleset.offices[office].country for office, _ in deal.between if office in ruleset.offices}
    if len(deal.between) != 2 or len(countries) != 2:
        message = f"the deal '{deal.id}' is between two offices, one of each country"
        problems.add("E0405", message, deal.where)
    for office, option in deal.between:
        if option not in {one.id for one in event.seats.get(office, ())}:
            short = option.partition("/")[2]
            problems.add(
                "E0405", f"the option '{short}' of the deal '{deal.id}' is not one of {office}", deal.where
            )


def _check_requires(office: str, option: Option, ruleset: Ruleset, problems: Problems) -> None:
    if option.requires is None:
        return
    for name in sorted(names_in(option.requires)):
        thing = ruleset.indicators.get(name) or ruleset.flags.get(name)
        if thing is not None and not thing.seen(office):
            message = f"'requires:' reads '{name}', which {office} does not see"
            problems.add("E0404", message, option.where, hint="read only what the office sees")


def _check_agenda(pack: Pack, problems: Problems) -> None:
    fixed: dict[int, Event] = {}
    for event in pack.events.values():
        if event.turn is None:
            continue
        if event.turn in fixed:
            related = ((f"'{fixed[event.turn].id}' has it too", fixed[event.turn].where),)
            problems.add("E0406", f"two events are fixed on turn {event.turn}", event.where, related=related)
        fixed[event.turn] = event
    fallbacks = [event for event in pack.events.values() if event.repeats]
    if len(fallbacks) > 1:
        problems.add("E0408", "only one event may have 'repeats: yes'", fallbacks[1].where)
    if not fallbacks and len(fixed) < pack.turns and pack.events:
        where = next(iter(pack.events.values())).where
        hint = "give one event 'repeats: yes', or fix an event on every turn"
        problems.add("E0408", "a turn may come for which no event is left", where, hint=hint)
