"""Doctrines: what computer officials go by."""

from dosmesas.load.shapes.declared import (
    DECIMAL,
    Key,
    Shape,
    choice,
    identifier,
    list_of,
    map_of,
    optional,
    refs,
    text,
    whole,
)
from dosmesas.load.shapes.world import GOAL
from dosmesas.model.arguments import Act
from dosmesas.model.limits import LANGUAGE_LIMITS
from dosmesas.text.phrase import phrase

DOCTRINE = Shape(
    phrase("a doctrine"),
    (
        Key("doctrine", identifier("doctrine"), "The id of the doctrine: small letters, digits and '-'."),
        Key("name", text(LANGUAGE_LIMITS["title"]), "Its name on screen: at most 60 characters."),
        Key("text", text(), "What an official of this doctrine wants, in one or two sentences."),
        Key("because", refs("claim"), "The claims that such an official goes by."),
        optional(
            "own", whole(0, 100), "How much of 100 the mandate of the office counts beside the aims.", 100
        ),
        optional(
            "aims",
            map_of("indicator", GOAL),
            "What it is after in any office: indicators with a weight, from and to; weights add up to 100.",
        ),
        optional(
            "acts",
            map_of("", DECIMAL, tuple(Act)),
            "Mandate points that it adds to options that do such a thing, or takes from them.",
        ),
        optional("deals", DECIMAL, "Mandate points that it adds to an option by which a deal is kept."),
        optional(
            "red_lines", list_of(choice(tuple(Act))), "Acts that it takes only where nothing else is legal."
        ),
        optional(
            "mood", DECIMAL, "The most that a mood adds, in mandate points; no two games are alike.", "1"
        ),
    ),
    "How a computer official decides.",
)
