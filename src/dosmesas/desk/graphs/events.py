"""How events lead to events: what sets a flag, or came before, and whose condition asks for it."""

from collections.abc import Iterator

from attrs import define, frozen

from dosmesas.desk.graphs.model import Arrow, Box, Graph, Shape
from dosmesas.desk.movers import Mover, movers, turns_of
from dosmesas.lang.describe import unparse
from dosmesas.lang.nodes import Asked, Name, Node, children
from dosmesas.model.effects import When, walk
from dosmesas.model.events import Bulletin, Event, Option
from dosmesas.model.rules import Pack
from dosmesas.text.catalog import say

ANY, ENDS = "any", "ends"
"""The groups of what may come in every turn, and of endings."""


@frozen
class _Read:
    """A question in somebody's condition: a flag's name, or what was chosen or happened."""

    key: str
    reader: str
    label: str = ""


@define
class _Maker:
    pack: Pack
    language: str

    def say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)


def events_graph(pack: Pack, language: str) -> Graph:
    """The events, bulletins and endings of a pack, and what leads from one to another."""
    maker = _Maker(pack, language)
    spans = _spans(pack)
    set_by = _setters(pack)
    pairs = list(_pairs(pack, set_by, spans))
    keys = list(dict.fromkeys(read.key for read, _, _ in pairs))
    pills = tuple(_pill(maker, key, spans, pairs) for key in keys)
    sets: dict[tuple[str, str], list[str]] = {}
    reads: dict[tuple[str, str], list[str]] = {}
    for read, source, label in pairs:
        _note(sets, (source, read.key), label)
        _note(reads, (read.key, read.reader), read.label)
    arrows = [Arrow(source, _link(key), ", ".join(labels)) for (source, key), labels in sets.items()]
    arrows += [Arrow(_link(key), reader, ", ".join(labels)) for (key, reader), labels in reads.items()]
    boxes = (*_boxes(maker, spans, sets), *pills)
    used = {box.group for box in boxes}
    named = [(str(turn), maker.say("graph_turn", turn=turn)) for turn in range(1, pack.turns + 1)]
    named += [(ANY, maker.say("graph_any_turn")), (ENDS, maker.say("graph_endings"))]
    groups = tuple(one for one in named if one[0] in used)
    title = maker.say("graph_events_title", pack=pack.title(language))
    legend = tuple(maker.say(f"graph_events_legend_{number}") for number in (1, 2, 3))
    return Graph(title, groups, boxes, tuple(arrows), legend)


def _note(into: dict[tuple[str, str], list[str]], key: tuple[str, str], label: str) -> None:
    kept = into.setdefault(key, [])
    if label and label not in kept:
        kept.append(label)


def _spans(pack: Pack) -> dict[str, tuple[int, int]]:
    """First and last turn by box; what never comes is left out."""
    things: list[Event | Bulletin] = [*pack.events.values(), *pack.bulletins.values()]
    found = {_id(one): turns_of(pack, one.turn, one.when) for one in things}
    return {name: turns for name, turns in found.items() if turns is not None}


def _id(one: Event | Bulletin) -> str:
    return f"{'event' if isinstance(one, Event) else 'bulletin'}:{one.id}"


def _link(key: str) -> str:
    return f"link:{key}"


def _setters(pack: Pack) -> dict[str, list[tuple[str, str]]]:
    """For each key, the boxes that bring it about, with the option, deal or rule that does."""
    found: dict[str, list[tuple[str, str]]] = {}
    deals = {deal.id: event.id for event in pack.events.values() for deal in event.deals}
    for mover in movers(pack):
        box = _box_of(mover, deals) if mover.is_flag else ""
        if box:
            short = mover.owner.rpartition("/")[2]
            label = short if mover.low else f"{short} (no)"
            found.setdefault(mover.target, []).append(("" if box == short else box, label))
    for event in pack.events.values():
        found.setdefault(_happened(event.id), []).append((f"event:{event.id}", ""))
        for options in event.seats.values():
            for option in options:
                found.setdefault(_chose(option.id), []).append((f"event:{event.id}", option.short))
    return found


def _box_of(mover: Mover, deals: dict[str, str]) -> str:
    if mover.kind == "bulletin":
        return f"bulletin:{mover.owner}"
    if mover.kind in {"rule", "conduct"}:
        return ""
    return f"event:{deals.get(mover.owner) or mover.owner.partition('/')[0]}"


def _happened(name: str) -> str:
    return f"happened('{name}')"


def _chose(name: str) -> str:
    return f"chose('{name}')"


def _pairs(
    pack: Pack, set_by: dict[str, list[tuple[str, str]]], spans: dict[str, tuple[int, int]]
) -> Iterator[tuple[_Read, str, str]]:
    """A question, the box that can have brought it about in time, and by which option."""
    for read in _reads(pack):
        for source, label in set_by.get(read.key, ()):
            ending = read.reader.startswith("ending:")
            if source == read.reader or source not in spans or not (ending or read.reader in spans):
                continue
            if ending or spans[source][0] < spans[read.reader][1]:
                yield read, source, label


def _reads(pack: Pack) -> Iterator[_Read]:
    for event in pack.events.values():
        box = f"event:{event.id}"
        yield from _asked(pack, event.when, box)
        for options in event.seats.values():
            for option in options:
                yield from _asked(pack, option.requires, box, option.short)
                for effect in walk(option.effects):
                    if isinstance(effect, When):
                        yield from _asked(pack, effect.condition, box, option.short)
    for bulletin in pack.bulletins.values():
        yield from _asked(pack, bulletin.when, f"bulletin:{bulletin.id}")
    for ending in pack.ruleset.endings:
        yield from _asked(pack, ending.when, f"ending:{ending.id}")


def _asked(pack: Pack, node: Node | None, reader: str, label: str = "") -> Iterator[_Read]:
    if node is None:
        return
    if isinstance(node, Name) and node.name in pack.ruleset.flags:
        yield _Read(node.name, reader, label)
    elif isinstance(node, Asked):
        yield from (_Read(key, reader, label) for key in _questions(pack, node))
    for inside in children(node):
        yield from _asked(pack, inside, reader, label)


def _questions(pack: Pack, node: Asked) -> list[str]:
    """The keys of a question to the history; an option may be asked for by its short id."""
    if node.argument in pack.events:
        return [_happened(node.argument)]
    every = [one.id for event in pack.events.values() for seat in event.seats.values() for one in seat]
    return list(dict.fromkeys(_chose(one) for one in every if node.argument in {one, one.partition("/")[2]}))


def _pill(
    maker: _Maker, key: str, spans: dict[str, tuple[int, int]], pairs: list[tuple[_Read, str, str]]
) -> Box:
    """What an arrow is about, standing below the first turn that can bring it about."""
    first = min(
        (_group(maker.pack, spans[source]) for read, source, _ in pairs if read.key == key), key=_order
    )
    flag = maker.pack.ruleset.flags.get(key)
    lines = (maker.say("graph_from_start"),) if flag is not None and flag.start else ()
    if flag is None:
        function, _, rest = key.partition("('")
        shown = maker.say(f"graph_{function}", name=rest[:-2].rpartition("/")[2])
        return Box(_link(key), Shape.LINK, shown, first)
    return Box(_link(key), Shape.LINK, key, first, lines)


def _order(group: str) -> tuple[int, int]:
    return (0, int(group)) if group.isdigit() else (1, 0)


def _group(pack: Pack, turns: tuple[int, int]) -> str:
    return ANY if turns == (1, pack.turns) and pack.turns > 1 else str(turns[0])


def _boxes(
    maker: _Maker, spans: dict[str, tuple[int, int]], sets: dict[tuple[str, str], list[str]]
) -> Iterator[Box]:
    pack, language = maker.pack, maker.language
    for event in pack.events.values():
        name = _id(event)
        done = [
            maker.say("graph_sets", flag=key, by=", ".join(by))
            for (source, key), by in sets.items()
            if source == name and by and key in pack.ruleset.flags
        ]
        if name in spans:
            lines = (*_about(maker, event, spans[name]), *_needs(maker, event), *done)
            yield Box(name, Shape.EVENT, event.title(language), _group(pack, spans[name]), lines)
    for bulletin in pack.bulletins.values():
        name = _id(bulletin)
        if name in spans:
            chance = () if bulletin.chance == 100 else (maker.say("graph_chance", percent=bulletin.chance),)
            asked = _when(maker, bulletin.when)
            yield Box(name, Shape.BULLETIN, bulletin.id, _group(pack, spans[name]), (*chance, *asked))
    for ending in pack.ruleset.endings:
        asked = _when(maker, ending.when) or (maker.say("graph_otherwise"),)
        yield Box(f"ending:{ending.id}", Shape.ENDING, ending.title(language), ENDS, (ending.id, *asked))


def _about(maker: _Maker, event: Event, turns: tuple[int, int]) -> Iterator[str]:
    country = maker.pack.ruleset.countries.get(event.soil)
    place = country.name(maker.language) if country else maker.say("graph_both")
    yield f"{event.id} · {place}"
    if event.turn is not None:
        yield maker.say("graph_fixed", turn=event.turn)
    elif event.repeats:
        yield maker.say("graph_fallback")
    else:
        first, last = turns
        span = str(first) if first == last else f"{first}-{last}"
        yield maker.say("graph_drawn", turns=span, tier=event.tier, weight=event.weight)
    yield from _when(maker, event.when)


def _when(maker: _Maker, node: Node | None) -> tuple[str, ...]:
    return () if node is None else (maker.say("graph_when", what=unparse(node)),)


def _needs(maker: _Maker, event: Event) -> Iterator[str]:
    options: list[Option] = [one for seat in event.seats.values() for one in seat]
    for option in {one.id: one for one in options}.values():
        if option.requires is not None:
            yield maker.say("graph_needs", option=option.short, what=unparse(option.requires))
