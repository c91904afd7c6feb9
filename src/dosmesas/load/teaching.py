"""`teaches:` in pack.yaml: the claims that a pack holds up, and the views that stand against them."""

from dosmesas.load.fields import Fields
from dosmesas.load.nodes import Scalar
from dosmesas.load.shapes.pack import MOST_CLAIMS
from dosmesas.model.rules import Ruleset, Teaching
from dosmesas.text.phrase import Phrase, phrase


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
        message = phrase(
            "'{key}:' is one to {most} claims, not {count}", key=key, most=MOST_CLAIMS, count=len(nodes)
        )
        fields.problem("E0114", message, fields.value_span(key), phrase("keep those that the pack turns on"))
    for node in nodes:
        claim = ruleset.dossier.claims.get(node.text)
        if node.text in ruleset.assumptions or (claim and claim.rival is not rival):
            known = claim is not None
            fields.problem(
                "E0113",
                _other_side(key, node.text, rival=rival),
                node.span,
                _where_to(rival=rival, known=known),
            )
    return fields.references(key)


def _other_side(key: str, claim: str, *, rival: bool) -> Phrase:
    if rival:
        return phrase("'{key}:' wants a rival view; '{claim}' is none", key=key, claim=claim)
    return phrase("'{key}:' wants a claim of the article; '{claim}' is none", key=key, claim=claim)


def _where_to(*, rival: bool, known: bool) -> Phrase:
    if not known:
        return phrase("name a claim of the dossier")
    return phrase("write it under '{other}:', or name another", other="holds" if rival else "against")
