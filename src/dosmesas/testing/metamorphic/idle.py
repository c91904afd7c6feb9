"""What is added and nobody cites, moves or asks changes no game."""

from collections.abc import Iterator, Sequence

from dosmesas.load.nodes import Node
from dosmesas.load.nodes import Sequence as Listed
from dosmesas.load.shapes.declared import Form
from dosmesas.load.writing import scalar, sequence
from dosmesas.testing.metamorphic.holding import Claim, unchanged
from dosmesas.testing.metamorphic.material import Material
from dosmesas.testing.metamorphic.parts import Part, id_in, twin_of
from dosmesas.testing.metamorphic.plan import Plan, as_one, listing, rewriting, together
from dosmesas.testing.metamorphic.playing import Kept
from dosmesas.testing.metamorphic.property import NotApplicableError, Wrong, named

_SIDES = ("aa", "zz")
"""Ids come first or last in the order of their letters, so that everything between moves its place."""
_SAID = "what nobody asks about"


@named
def cited_by_nobody(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """A claim on which nothing rests changes nothing, whoever believes it."""
    first = next(iter(material.pack.ruleset.dossier.claims), "")
    if not first:
        raise NotApplicableError("the dossier has no claims")
    word = material.unused("cited-by-nobody")
    own = {"claim": f"aa-{word}", "kind": "causal", "text": _SAID, "paragraph": "P1"}
    rival = {"claim": f"zz-{word}", "kind": "fact", "text": _SAID, "rival": "yes"}
    claims = [own, {**rival, "source": _SAID, "attacks": [first]}]
    plan = listing(material, f"seeds/claims/{word}.yaml", "claims", claims, "two claims are added")
    yield from unchanged(material, seeds, plan)


@named
def moved_by_nobody(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """An indicator, a counter or a flag that nothing reads or moves leaves all others as they are."""
    told = {"name": _SAID, "text": _SAID}
    scale = {"range": "0 to 100", "start": "50", "source": "estimate", "good": "high"}
    plan = together(
        _everywhere(material, "indicators", "indicator", told | scale),
        _everywhere(material, "counters", "counter", told),
        _everywhere(material, "flags", "flag", told | {"start": "no"}),
    )
    yield from unchanged(material, seeds, plan, Claim(Kept.LEDGER))


@named
def asked_by_nobody(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """An office at the table that no event asks moves no number, and no return but the joint one."""
    seats = material.pack.seats
    idle = f"{material.pack.ruleset.offices[seats[0]].country}.{material.unused('aa_nobody')}"

    def seated(part: Part) -> list[Node] | None:
        if part.form is not Form.LIST or not isinstance(part.node, Listed):
            return None
        if (part.document.kind.name, part.key) == ("pack", "seats"):
            return [sequence([scalar(idle), *part.node.items])]
        twins = [twin_of(one, "office", idle) for one in part.node.items if id_in(one, "office") == seats[0]]
        return [sequence([*twins, *part.node.items])] if twins else None

    plan = rewriting(material, seated, "an office is added", only=("pack", "offices"))
    yield from unchanged(material, seeds, as_one(plan), Claim(Kept.LEDGER, without=("joint",)))


def _everywhere(material: Material, key: str, kind: str, content: dict[str, str]) -> Plan:
    """Two of a kind, the first and the last of all, in the game's file of them."""
    word = material.unused("idle")
    entries = [{kind: f"{side}_{word}_{kind}", **content} for side in _SIDES]
    return listing(material, f"game/{key}.yaml", key, entries, f"{key} are added that nothing moves")


PROPERTIES = (cited_by_nobody, moved_by_nobody, asked_by_nobody)
