"""seeds/ and game/ together: the ruleset that all packs share."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from dosmesas.load.arguments import read_bank
from dosmesas.load.doctrines import read_doctrine
from dosmesas.load.dossier import NO_SOURCE, read_assumption, read_claim, read_later, read_source
from dosmesas.load.fields import Fields
from dosmesas.load.folders import Folder
from dosmesas.load.nodes import Node
from dosmesas.load.reading import Reading
from dosmesas.load.rules import read_ending, read_rule, read_term, read_worldview
from dosmesas.load.shapes.files import CONDUCT_FILE
from dosmesas.load.shapes.rules import CONDUCT, CONDUCT_RULE, TOLD_ONLY, TOLD_RULE
from dosmesas.load.world import (
    read_audience,
    read_counter,
    read_country,
    read_flag,
    read_indicator,
    read_office,
    read_place,
)
from dosmesas.model.doctrines import Doctrine
from dosmesas.model.dossier import Claim, Dossier
from dosmesas.model.rules import Rule, Ruleset, Worldview
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.phrase import phrase


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_One = TypeVar("_One", bound=_Named)


def by_id(things: Iterable[_One]) -> dict[str, _One]:
    """Things by id, in sorted order, so that the order of files changes nothing."""
    return {one.id: one for one in sorted(things, key=lambda one: one.id)}


def read_dossier(seeds: Folder) -> Dossier:
    """seeds/."""
    document = seeds.file("source.yaml")
    source = read_source(document, seeds.reading) if document else None
    claims: list[Claim] = []
    for one in seeds.files("claims"):
        claims += seeds.entries(one, "claims", read_claim)
    claims += seeds.optional("rivals.yaml", "claims", read_claim)
    later = seeds.optional("after.yaml", "after", read_later)
    return Dossier(source or NO_SOURCE, by_id(claims), tuple(later))


def read_ruleset(game: Folder, dossier: Dossier) -> Ruleset:
    """game/, on the dossier that it rests on."""
    places = game.optional("places.yaml", "places", read_place)
    indicators = game.list_of("indicators.yaml", "indicators", read_indicator) + [
        level for level, _ in places
    ]
    indicators += game.optional("counters.yaml", "counters", read_counter)
    flags = game.optional("flags.yaml", "flags", read_flag) + [willing for _, willing in places]
    return Ruleset(
        dossier,
        by_id(game.list_of("countries.yaml", "countries", read_country)),
        by_id(indicators),
        by_id(flags),
        by_id(game.optional("audiences.yaml", "audiences", read_audience)),
        by_id(game.list_of("offices.yaml", "offices", read_office)),
        by_id(game.optional("assumptions.yaml", "assumptions", read_assumption)),
        by_id(read_dynamics(game)),
        by_id(_conduct(game)),
        tuple(game.list_of("endings.yaml", "endings", read_ending)),
        by_id(read_worldviews(game)),
        tuple(game.optional("glossary.yaml", "glossary", read_term)),
        {},
        read_bank(game),
        by_id(_doctrines(game)),
    )


def read_dynamics(folder: Folder) -> list[Rule]:
    """The rules under dynamics/ of game/ or of a pack."""
    rules: list[Rule] = []
    for document in folder.files("dynamics"):
        rules += folder.entries(document, "rules", read_rule)
    return rules


def _conduct(game: Folder) -> list[Rule]:
    document = game.file("conduct.yaml")
    fields = Fields.of(document, CONDUCT_FILE, game.reading) if document else None
    if fields is None:
        return []
    rules = []
    for key, node in fields.pairs("conduct"):
        if key.text not in CONDUCT:
            hint = did_you_mean(key.text, CONDUCT) or phrase("known: {known}", known=tuple(CONDUCT))
            fields.problem("E0110", phrase("the game has no conduct '{key}'", key=key.text), key.span, hint)
        rules.append(_conduct_rule(key.text, node, game.reading))
    fields.close()
    return [rule for rule in rules if rule is not None]


def _conduct_rule(key: str, node: Node, reading: Reading) -> Rule | None:
    shape = TOLD_RULE if key in TOLD_ONLY else CONDUCT_RULE
    return read_rule(node, reading, key.replace("_", "-"), shape)


def read_worldviews(folder: Folder) -> list[Worldview]:
    """The worldviews under worldviews/ of game/ or of a pack."""
    found = [read_worldview(document, folder.reading) for document in folder.files("worldviews")]
    return [view for view in found if view is not None]


def _doctrines(game: Folder) -> list[Doctrine]:
    """The doctrines under doctrines/, by which computer officials decide."""
    found = [read_doctrine(document, game.reading) for document in game.files("doctrines")]
    return [one for one in found if one is not None]
