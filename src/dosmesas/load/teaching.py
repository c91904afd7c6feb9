"""`teaches:` in pack.yaml: the claims that a pack holds up, and the views that stand against them."""

from dosmesas.load.fields import Fields
from dosmesas.load.nodes import Scalar
from dosmesas.load.shapes.pack import MOST_CLAIMS
from dosmesas.model.rules import Ruleset, Teaching


def read_teaching(pack: Fields, ruleset: Ruleset) -> Teaching | None:
    """What a pack teaches, where it says so."""
    fields = pack.inside("teaches")
    if fields is None:
        return None
    teaching = Teaching(
        _claims(fields, "holds", ruleset, rival=False),
        fields.text("thesis"),
        _claims(fields, "against", ruleset, rival=True),
        fields.text("opponent"),
    )
    fields.close()
    return teaching


def _claims(fields: Fields, key: str, ruleset: Ruleset, *, rival: bool) -> tuple[str, ...]:
    """A few claims of one side; ids that nobody has declared are told of where all ids are looked up."""
    nodes = [one for one in fields.entries(key) if isinstance(one, Scalar)]
    if len(nodes) > MOST_CLAIMS:
        message = f"'{key}:' is one to {MOST_CLAIMS} claims, not {len(nodes)}"
        fields.problem("E0114", message, fields.value_span(key), "keep those that the pack turns on")
    for node in nodes:
        claim = ruleset.dossier.claims.get(node.text)
        if node.text in ruleset.assumptions or (claim and claim.rival is not rival):
            wanted, other = ("a rival view", "holds") if rival else ("a claim of the article", "against")
            hint = f"write it under '{other}:', or name another" if claim else "name a claim of the dossier"
            fields.problem("E0113", f"'{key}:' wants {wanted}; '{node.text}' is none", node.span, hint)
    return fields.references(key)
