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
    sets: dict[tuple[str, str], list[str]] = {}
    for read, source, label in pairs:
        _note(sets, (source, read.key), label)
    pills, arrows = list[Box](), list[Arrow]()
    for key in dict.fromkeys(read.key for read, _, _ in pairs):
        found = [(read, source) for read, source, _ in pairs if read.key == key]
        line = _Line(maker, key, spans, tuple(_bands(pack, {source for _, source in found}, spans)))
        pills += line.pills()
        arrows += line.arrows(found, sets)
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


def _bands(pack: Pack, names: set[str], spans: dict[str, tuple[int, int]]) -> list[str]:
    return sorted({_group(pack, spans, name) for name in names}, key=_order)


@frozen
class _Line:
    """The life of a flag (or of what was chosen, or happened): a label in every turn that can bring it about.

    Each label leads to the next, and to those that ask before the next.
    """

    maker: _Maker
    key: str
    spans: dict[str, tuple[int, int]]
    bands: tuple[str, ...]

    def pills(self) -> Iterator[Box]:
        flag = self.maker.pack.ruleset.flags.get(self.key)
        function, _, rest = self.key.partition("('")
        shown = self.key
        if flag is None:
            shown = self.maker.say(f"graph_{function}", name=rest[:-2].rpartition("/")[2])
        for number, band in enumerate(self.bands):
            starts = flag is not None and flag.start and number == 0
            lines = (self.maker.say("graph_from_start"),) if starts else ()
            yield Box(self.name(number), Shape.LINK, shown, band, lines)

    def name(self, number: int) -> str:
        return f"link:{number}:{self.key}"

    def arrows(
        self, found: list[tuple[_Read, str]], sets: dict[tuple[str, str], list[str]]
    ) -> Iterator[Arrow]:
        for source in dict.fromkeys(source for _, source in found):
            label = ", ".join(sets.get((source, self.key), ()))
            yield Arrow(source, self.name(self.of(source)), label)
        for number in range(len(self.bands) - 1):
            yield Arrow(self.name(number), self.name(number + 1))
        reads: dict[tuple[str, str], list[str]] = {}
        for read, source in found:
            # What is asked for before this turn too may be set now and asked for again: that arrow goes up.
            number = max(self.before(read.reader), self.of(source))
            _note(reads, (self.name(number), read.reader), read.label)
        for (link, reader), labels in reads.items():
            yield Arrow(link, reader, ", ".join(labels))

    def of(self, source: str) -> int:
        return self.bands.index(_group(self.maker.pack, self.spans, source))

    def before(self, reader: str) -> int:
        """The last label above the one who asks; the first, where there is none."""
        if reader not in self.spans:
            return len(self.bands) - 1
        place = _order(_group(self.maker.pack, self.spans, reader))
        return max((at for at, band in enumerate(self.bands) if _order(band) < place), default=0)


def _order(group: str) -> tuple[int, int]:
    return (0, int(group)) if group.isdigit() else (1, 0)


def _group(pack: Pack, spans: dict[str, tuple[int, int]], name: str) -> str:
    """The first turn of it; of news that may come in several, and of what may come in all, none."""
    first, last = spans[name]
    open_ended = (first, last) == (1, pack.turns) or name.startswith("bulletin:")
    return ANY if open_ended and first < last else str(first)


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
            yield Box(name, Shape.EVENT, event.title(language), _group(pack, spans, name), lines)
    for bulletin in pack.bulletins.values():
        name = _id(bulletin)
        if name in spans:
            chance = () if bulletin.chance == 100 else (maker.say("graph_chance", percent=bulletin.chance),)
            asked = _when(maker, bulletin.when)
            yield Box(name, Shape.BULLETIN, bulletin.id, _group(pack, spans, name), (*chance, *asked))
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
