"""seeds/: the bibliographic record, the claims, the rivals, what came later."""

from dosmesas.load.fields import Fields
from dosmesas.load.nodes import Node, Scalar
from dosmesas.load.reading import Reading
from dosmesas.load.shapes.dossier import ASSUMPTION, CLAIM, FIGURE, FIGURE_KEYS, LATER, SOURCE
from dosmesas.model.dossier import Assumption, Claim, ClaimKind, Figure, Later, Source
from dosmesas.text.local import Text
from dosmesas.text.phrase import phrase


def read_claim(node: Node, reading: Reading) -> Claim | None:
    """One claim of seeds/."""
    fields = Fields.of(node, CLAIM, reading)
    if fields is None:
        return None
    name = fields.identifier("claim")
    rival = fields.yes_no("rival")
    for one in (*fields.entries("supports"), *fields.entries("attacks")):
        if isinstance(one, Scalar) and one.text == name:
            reading.places["self", name] = one.span
    claim = Claim(
        name,
        fields.choice("kind", ClaimKind),
        fields.text("text"),
        fields.span,
        "" if rival else _paragraph(fields),
        fields.word("voice") or ("rival" if rival else "authors"),
        rival,
        fields.word("source", required=rival),
        tuple(figure for one in fields.entries("figures") if (figure := _figure(one, reading))),
        fields.references("supports"),
        fields.references("attacks", required=rival),
    )
    fields.close()
    return claim


def _paragraph(fields: Fields) -> str:
    value, known = fields.scalar("paragraph", required=True), fields.shape.keys["paragraph"].value.words
    if value is not None and value.text not in known:
        fields.problem("E0113", phrase("'paragraph:' is one of P1 to P16"), value.span)
    return value.text if value else ""


def _figure(node: Node, reading: Reading) -> Figure | None:
    fields = Fields.of(node, FIGURE, reading)
    if fields is None:
        return None
    given = [key for key in FIGURE_KEYS if fields.has(key)]
    if len(given) != 1:
        hint = phrase("one of {known}", known=tuple(FIGURE_KEYS))
        fields.problem("E0120" if given else "E0111", phrase("a figure has one value"), fields.span, hint)
    value = fields.word(given[0]) if given else ""
    unit = fields.word("unit", required=given == ["value"]) or (given[0] if given else "")
    figure = Figure(value, unit, fields.text("of"), fields.yes_no("at_least"))
    fields.close()
    return figure


def read_source(node: Node, reading: Reading) -> Source | None:
    """The record of the article."""
    fields = Fields.of(node, SOURCE, reading)
    if fields is None:
        return None
    authors = tuple(one.text for one in fields.entries("authors") if isinstance(one, Scalar))
    fields.has("paragraphs")
    source = Source(
        fields.word("source"),
        fields.word("title"),
        authors,
        fields.word("published_in"),
        fields.word("year"),
        fields.text("note"),
    )
    fields.close()
    return source


def read_later(node: Node, reading: Reading) -> Later | None:
    """One line of what happened after the article."""
    fields = Fields.of(node, LATER, reading)
    if fields is None:
        return None
    later = Later(fields.word("date"), fields.text("text"), fields.text("source"))
    fields.close()
    return later


def read_assumption(node: Node, reading: Reading) -> Assumption | None:
    """One of the makers' own assumptions; cited like a claim."""
    fields = Fields.of(node, ASSUMPTION, reading)
    if fields is None:
        return None
    name = fields.identifier("assumption")
    assumption = Assumption(name, fields.text("text"), fields.word("source"), fields.span)
    fields.close()
    return assumption


NO_SOURCE = Source("", "", (), "", "", Text(()))
