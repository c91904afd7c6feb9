"""Offices and countries under each other's ids: whoever plays as the other did gets what the other got."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from attrs import field, frozen

from dosmesas.load.nodes import Node, Scalar
from dosmesas.load.shapes.declared import Form
from dosmesas.load.shapes.world import COUNTRY, OFFICE
from dosmesas.load.writing import scalar, written
from dosmesas.model.home import dissent_flag, inquiry_flag
from dosmesas.model.rules import Pack
from dosmesas.testing.metamorphic.expressions import called_in, question
from dosmesas.testing.metamorphic.holding import Claim, unchanged
from dosmesas.testing.metamorphic.material import Material
from dosmesas.testing.metamorphic.parts import Part, rebuilt
from dosmesas.testing.metamorphic.plan import replacing
from dosmesas.testing.metamorphic.playing import Kept, Lens
from dosmesas.testing.metamorphic.property import NotApplicableError, Wrong, named


@named
def seats_change_places(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """Where two offices of a country exchange all that they are, they exchange their returns, no more."""
    pair = _pair(material.pack)
    if not pair:
        raise NotApplicableError("no country has two seats that differ in rank from all its others")
    one, other = pair
    yield from _exchanged(material, seeds, Exchange({one: other, other: one}, {}))


@named
def countries_change_places(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """Neither country is favoured: with their ids exchanged, each gets what the other got."""
    offices, seats = material.pack.ruleset.offices, material.pack.seats
    countries = sorted({offices[seat].country for seat in seats})
    if len(countries) != 2:
        raise NotApplicableError("not two countries sit at the table")
    if not all(name.startswith(f"{one.country}.") for name, one in offices.items()):
        raise NotApplicableError("an office has an id that does not begin with its country")
    one, other = countries
    ids = {one: other, other: one}
    moved = {
        name: f"{ids[it.country]}.{name.partition('.')[2]}"
        for name, it in offices.items()
        if it.country in ids
    }
    yield from _exchanged(material, seeds, Exchange(moved, ids))


def flags_of(offices: Mapping[str, str]) -> dict[str, str]:
    """The flags that home tables keep of offices, as those of the others."""
    both = (inquiry_flag, dissent_flag)
    return {flag(one): flag(other) for one, other in offices.items() for flag in both}


def _pair(pack: Pack) -> tuple[str, ...]:
    """Two seats of one country. Offices of one rank are told apart by their ids when they are answered."""
    offices = pack.ruleset.offices
    ranks = [(offices[seat].country, offices[seat].rank) for seat in pack.seats]
    alone = [seat for seat, rank in zip(pack.seats, ranks, strict=True) if ranks.count(rank) == 1]
    pairs = combinations(pack.seats if "argue" not in pack.stages else alone, 2)
    return next((pair for pair in pairs if len({offices[seat].country for seat in pair}) == 1), ())


def _exchanged(material: Material, seeds: Sequence[int], exchange: "Exchange") -> Iterator[Wrong]:
    files = {name: written(rebuilt(one, exchange.change)) for name, one in material.documents.items()}
    what = " and ".join(sorted(exchange.countries or exchange.offices)) + " have exchanged their ids"
    plan = replacing(material.place("game/offices.yaml"), what, files)
    yield from unchanged(material, seeds, plan, Claim(Kept.LEDGER, lens=exchange.lens))


@frozen(eq=False)
class Exchange:
    """Which office is called as which other, and which country; each way round."""

    offices: Mapping[str, str]
    countries: Mapping[str, str]
    flags: Mapping[str, str] = field(init=False)

    @flags.default
    def _flags(self) -> Mapping[str, str]:
        return flags_of(self.offices)

    def lens(self, pack: Pack) -> Lens:
        """The ids of now as those from before."""
        back = {other: one for one, other in self.offices.items()}
        flags = {other: one for one, other in self.flags.items()}
        return Lens(pack, back, flags)

    def change(self, part: Part) -> list[Node] | None:
        """The part with the ids exchanged."""
        if part.form in {Form.CONDITION, Form.AMOUNT} and not part.is_key:
            return [called_in(part.node, lambda name: self.flags.get(name, name), question)]
        if not isinstance(part.node, Scalar):
            return None
        new = self._called(part.node.text, part)
        return None if new == part.node.text else [scalar(new)]

    def _called(self, text: str, part: Part) -> str:
        if part.key == "clash":
            office, slash, option = text.partition("/")
            return f"{self.offices.get(office, office)}{slash}{option}"
        if part.form is Form.ID and part.holder in {OFFICE, COUNTRY}:
            return self.offices.get(text, self.countries.get(text, text))
        if part.form is not Form.REF:
            return text
        kinds = part.value.kind.split()
        known = {"office": self.offices, "country": self.countries, "flag": self.flags}
        return next((known[kind][text] for kind in kinds if text in known.get(kind, ())), text)


PROPERTIES = (seats_change_places, countries_change_places)
