"""The dossier: the source, its claims, rivals, what came later, the makers' assumptions."""

from dosmesas.load.shapes.declared import (
    YES_NO,
    Key,
    Shape,
    choice,
    identifier,
    list_of,
    optional,
    refs,
    text,
    word,
)
from dosmesas.model.dossier import ClaimKind
from dosmesas.text.phrase import phrase

FIGURE_KEYS = ("value", "date", "month", "year")

FIGURE = Shape(
    phrase("a figure"),
    (
        optional(
            "value",
            word(),
            "The number as its author wrote it. A figure has one of value, date, month, year.",
        ),
        optional("date", word(), "A day, such as 2019-10-17."),
        optional("month", word(), "A month, such as 2019-10."),
        optional("year", word(), "A year, such as 2019."),
        optional("unit", word(), "What the value counts: percent, persons, dollars. A value needs it."),
        Key("of", text(), "What is counted or dated."),
        optional("at_least", YES_NO, "yes where the author says 'at least' or 'more than'.", False),
    ),
    "One number or date of a claim.",
)

CLAIM = Shape(
    phrase("a claim"),
    (
        Key("claim", identifier("claim"), "The id of the claim: small letters, digits and '-'."),
        optional("rival", YES_NO, "yes for a claim that somebody else makes against the article.", False),
        Key("kind", choice(ClaimKind), "fact reports, causal explains, normative judges, forecast predicts."),
        Key("text", text(), "The claim in words of your own."),
        optional(
            "paragraph",
            choice([f"P{number}" for number in range(1, 17)], phrase("a paragraph P1 to P16")),
            "Where the article makes the claim: P1 to P16. A rival has 'source:' instead.",
        ),
        optional("voice", word(), "Who says it; the authors, where this is left out."),
        optional("source", word(), "Where a rival claim is made, in full. A rival needs it."),
        optional("figures", list_of(FIGURE), "The numbers and dates of the claim."),
        optional("supports", refs("claim"), "The claims that this one speaks for."),
        optional("attacks", refs("claim"), "The claims that this one speaks against. A rival needs it."),
    ),
    "One thing that the article, or a rival of it, says.",
)

SOURCE = Shape(
    phrase("the source"),
    (
        Key("source", word(), "A short name of the source."),
        Key("title", word(), "Its title."),
        Key("authors", list_of(word(), 1), "Who wrote it."),
        Key("published_in", word(), "Where it was published."),
        Key("year", word(), "When."),
        optional("paragraphs", word(), "How many paragraphs it has."),
        Key("note", text(), "What readers should know of it."),
    ),
    "The text on which the claims rest.",
)

LATER = Shape(
    phrase("a later event"),
    (
        Key("date", word(), "When it happened, such as 2020-06-26."),
        Key("text", text(), "What happened."),
        Key("source", text(), "Where that can be read."),
    ),
    "What happened after the article; shown in the debrief only.",
)

ASSUMPTION = Shape(
    phrase("an assumption"),
    (
        Key("assumption", identifier("claim"), "The id of the assumption; cited like a claim."),
        Key("text", text(), "What the makers assume."),
        Key("source", word(), "What it rests on."),
    ),
    "What the makers of the rules assume themselves.",
)
