"""Two seats that may do the same: whichever does it, it comes out the same."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from attrs import evolve, field, frozen

from dosmesas.engine.draws import DOUBLES
from dosmesas.engine.game import Game
from dosmesas.load.nodes import Mapping as Mapped
from dosmesas.load.nodes import Node, Scalar
from dosmesas.load.nodes import Sequence as Listed
from dosmesas.load.shapes.content import EVENT
from dosmesas.load.shapes.declared import Form, Shape
from dosmesas.load.shapes.world import COUNTER, FLAG, INDICATOR, OFFICE
from dosmesas.load.writing import mapping, scalar, sequence, written
from dosmesas.model.rules import Pack
from dosmesas.testing.metamorphic.expressions import called_in, question
from dosmesas.testing.metamorphic.material import Material, Refused
from dosmesas.testing.metamorphic.parts import Part, id_in, rebuilt
from dosmesas.testing.metamorphic.playing import Kept, Lens, parted, play
from dosmesas.testing.metamorphic.property import NotApplicableError, Wrong, named
from dosmesas.testing.metamorphic.seats import flags_of


@named
def alike_seats(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """Of two seats made alike in options and audiences, each gets what the other got by acting as it did."""
    alike = _Alike.of(material)
    pack = material.read(
        {name: written(rebuilt(one, alike.change)) for name, one in material.documents.items()}
    )
    if isinstance(pack, Refused):
        raise NotApplicableError(f"no two seats can be made alike: {pack.why}")
    what = f"{alike.one} and {alike.other} may do the same, and have exchanged what they do and want"
    for number, seed in enumerate(seeds):
        view = pack.ruleset.worldviews[material.view(number)]
        # What is drawn goes by names, which differ: chance has to be alike as well.
        draws = [*DOUBLES.values()][number % len(DOUBLES)]
        usual = play(Game(pack, view, draws), seed, Lens(pack))
        other = play(Game(alike.with_goals_exchanged(pack), view, draws), seed, alike.lens(pack))
        if found := parted(usual, other, Kept.NUMBERS, frozenset({"on its way"})):
            yield Wrong(seed, view.id, found.turn, found.text, material.place("game/offices.yaml"), what)
            return


def _pair(pack: Pack) -> tuple[str, str]:
    """Two seats of one country; of two, only where nothing is argued: there it counts who blames whom."""
    offices = pack.ruleset.offices
    pairs = [*combinations(sorted(pack.seats), 2)]
    same = [pair for pair in pairs if len({offices[seat].country for seat in pair}) == 1]
    if "argue" not in pack.stages:
        same += pairs
    if not same:
        raise NotApplicableError("no country has two seats")
    return same[0]


@frozen(eq=False)
class _Alike:
    """Two seats: of each event the options of the first, or of whoever is asked first, are given to both."""

    pack: Pack
    one: str
    other: str
    answers: Node
    """The audiences of the first, with their shares."""
    twins: Mapping[str, str]
    """Of every option that is left, by its full id, the id of its twin within the event."""
    full: Mapping[str, str] = field(init=False)

    @full.default
    def _full(self) -> Mapping[str, str]:
        """Options by what a question may call them."""
        seats = [options for event in self.pack.events.values() for options in event.seats.values()]
        every = [option for options in seats for option in options]
        return {**{one.short: one.id for one in every}, **{one.id: one.id for one in every}}

    @classmethod
    def of(cls, material: Material) -> "_Alike":
        """For the first two seats that can be made alike."""
        (one, other), documents, word = _pair(material.pack), material.documents, material.unused("twin")
        twins = {
            f"{document.event}/{id_in(option, 'option')}": f"{word}-{number}"
            for document in documents.values()
            if document.event
            for number, option in enumerate(_options(document.root, one))
        }
        offices = _items(documents["game/offices.yaml"].root, "offices")
        office = next(entry for entry in offices if id_in(entry, "office") == one)
        answers = office.get("audiences") if isinstance(office, Mapped) else None
        return cls(material.pack, one, other, answers or mapping([]), twins)

    def lens(self, pack: Pack) -> Lens:
        """Each seat as the other, and each option as its twin."""
        seats = {self.one: self.other, self.other: self.one}
        pairs = {name: f"{name.partition('/')[0]}/{twin}" for name, twin in self.twins.items()}
        pairs |= {twin: name for name, twin in pairs.items()}
        first = Lens(pack)
        return Lens(pack, seats, flags_of(seats), {one: first.action(twin) for one, twin in pairs.items()})

    def with_goals_exchanged(self, pack: Pack) -> Pack:
        """The pack in which each of the two wants what the other wants."""
        offices = pack.ruleset.offices
        one, other = offices[self.one], offices[self.other]
        exchanged = {one.id: evolve(one, goals=other.goals), other.id: evolve(other, goals=one.goals)}
        return evolve(pack, ruleset=evolve(pack.ruleset, offices={**offices, **exchanged}))

    def change(self, part: Part) -> list[Node] | None:
        """The part as it is in the pack in which the two are alike."""
        node = part.node
        if part.form in {Form.CONDITION, Form.AMOUNT} and not part.is_key:
            return [called_in(node, self._flag, self._asking)]
        if part.key == "not_for" and isinstance(node, Listed):
            return [sequence(map(scalar, self._both(node, part.document.event)))]
        if (part.document.kind.name, part.key) == ("pack", "seats"):
            return [sequence([scalar(self.one), scalar(self.other)])]
        if part.shape is not None and isinstance(node, Mapped):
            return self._thing(node, part.shape, part.document.event)
        return None

    def _thing(self, node: Mapped, shape: Shape, event: str) -> list[Node] | None:
        if shape in {INDICATOR, COUNTER, FLAG}:
            return [_without(node, "seen_by")]
        if shape is OFFICE and id_in(node, "office") in {self.one, self.other}:
            return [
                mapping([*_without(node, "audiences", "rank").items, (scalar("audiences"), self.answers)])
            ]
        if shape is not EVENT:
            return None
        options = [self._free(one) for one in _options(node, self.one)]
        twins = [_called(one, self.twins[f"{event}/{id_in(one, 'option')}"]) for one in options]
        seats = mapping([(scalar(self.one), sequence(options)), (scalar(self.other), sequence(twins))])
        return [mapping([*_without(node, "deals", "seats").items, (scalar("seats"), seats)])]

    def _free(self, option: Node) -> Mapped:
        """An option that clashes with none, and matters at home to those alone to whom both answer."""
        assert isinstance(option, Mapped), "an option is a mapping"
        home = option.get("home")
        heard = [
            one for one in (home.items if isinstance(home, Mapped) else []) if one[0].text in self._heard
        ]
        left = _without(option, "clash", "renamed_from", "home").items
        return mapping([*left, *([(scalar("home"), mapping(heard))] if heard else [])])

    @property
    def _heard(self) -> set[str]:
        return {key.text for key, _ in self.answers.items} if isinstance(self.answers, Mapped) else set()

    def _both(self, listed: Listed, event: str) -> Iterator[str]:
        """The options of a list that are left, with their twins."""
        for one in listed.items:
            name = one.text if isinstance(one, Scalar) else ""
            if f"{event}/{name}" in self.twins:
                yield from (name, self.twins[f"{event}/{name}"])

    def _flag(self, name: str) -> str:
        """What one of the two brings on itself counts as if either had."""
        twin = flags_of({self.one: self.other, self.other: self.one}).get(name)
        return f"({' or '.join(sorted([name, twin]))})" if twin else name

    def _asking(self, function: str, name: str) -> str:
        """A question about an option is about its twin as well; one that has left was never chosen."""
        if function == "happened" or (function == "turns_since" and name not in self.full):
            return question(function, name)
        full = self.full[name]
        if full not in self.twins:
            return "no" if function == "chose" else "36"
        asked = [question(function, one) for one in (full, f"{full.partition('/')[0]}/{self.twins[full]}")]
        return f"({' or '.join(asked)})" if function == "chose" else f"min({', '.join(asked)})"


def _options(event: Node, seat: str) -> list[Node]:
    """The options of a seat in an event, or of the first office that it asks."""
    seats = event.get("seats") if isinstance(event, Mapped) else None
    values = seats.values if isinstance(seats, Mapped) else {}
    listed = values.get(seat) or next(iter(values.values()), None)
    return listed.items if isinstance(listed, Listed) else []


def _items(node: Node, key: str) -> list[Node]:
    listed = node.get(key) if isinstance(node, Mapped) else None
    return listed.items if isinstance(listed, Listed) else []


def _without(node: Mapped, *keys: str) -> Mapped:
    return mapping((key, value) for key, value in node.items if key.text not in keys)


def _called(option: Mapped, name: str) -> Node:
    return mapping((key, scalar(name) if key.text == "option" else value) for key, value in option.items)


PROPERTIES = (alike_seats,)
