"""What `graph` prints: the debates of a pack by name, or one of them as Argdown."""

from collections.abc import Iterable, Iterator

from dosmesas.model.arguments import Argue
from dosmesas.model.events import Event, Option
from dosmesas.model.rules import Pack
from dosmesas.session.argdown import argdown
from dosmesas.session.argument_map import ArgumentMap, argument_map
from dosmesas.text.catalog import say
from dosmesas.text.diagnostic import did_you_mean


class NoDebateError(Exception):
    """There is no debate of that name; the text says what there is."""


def debates(pack: Pack) -> list[Event]:
    """The events that are put to debate, by id."""
    return [event for event in pack.events.values() if event.argue is not Argue.NONE and _options(event)]


def debate_lines(pack: Pack, asked: str, language: str) -> Iterator[str]:
    """The debates of a pack, and how to ask for one; `asked` is what the pack was called."""
    found = debates(pack)
    if not found:
        yield say(language, "graph_no_events", pack=pack.title(language))
        return
    yield say(language, "graph_events", pack=pack.title(language))
    for event in found:
        options = len(_options(event))
        told = say(language, "graph_event", event=event.id, title=event.title(language), options=options)
        yield f"  {told}"
    first = found[0]
    option = _options(first)[0][1].short
    yield say(language, "graph_ask", pack=asked, event=first.id, option=option)


def map_of(pack: Pack, event_id: str, option_id: str | None, language: str) -> ArgumentMap:
    """The map of an event's debates, or of the debate of one of its options.

    An event that is not put to debate in play is drawn too where its options have lines.

    Raises:
        NoDebateError: no such event or option, or nothing is argued there.
    """
    event = pack.events.get(event_id)
    if event is None:
        names = [one.id for one in debates(pack)]
        raise NoDebateError(_unknown(f"event '{event_id}' in {pack.id}", event_id, names, pack.events))
    options = _options(event)
    if not options:
        names = [one.id for one in debates(pack)]
        raise NoDebateError(f"event '{event_id}' has nothing to argue; debates are {_listed(names)}")
    if option_id is not None:
        short = option_id.removeprefix(f"{event.id}/")
        every = [option.short for _, option in options]
        options = [(seat, option) for seat, option in options if option.short == short]
        if not options:
            what = f"argued option '{option_id}' in event '{event_id}'"
            raise NoDebateError(_unknown(what, short, every, every))
    return argument_map(pack, event, options, language)


def graph_lines(pack: Pack, event_id: str, option_id: str | None, language: str) -> Iterator[str]:
    """The lines of Argdown; raises as `map_of` does."""
    return argdown(map_of(pack, event_id, option_id, language))


def _options(event: Event) -> list[tuple[str, Option]]:
    """Offices and options that have lines to argue them."""
    return [(seat, option) for seat, options in event.seats.items() for option in options if option.lines]


def _unknown(what: str, name: str, names: Iterable[str], known: Iterable[str]) -> str:
    hint = str(did_you_mean(name, known)) or f"there are {_listed(names)}"
    return f"there is no {what}; {hint}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"
