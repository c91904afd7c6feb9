"""The files that hold a list under one key, and the one that holds what conduct brings."""

from dosmesas.load.shapes.content import BULLETIN
from dosmesas.load.shapes.declared import Key, Shape, inside, list_of
from dosmesas.load.shapes.dossier import ASSUMPTION, CLAIM, LATER
from dosmesas.load.shapes.rules import (
    CONDUCT,
    CONDUCT_RULE,
    ENDING,
    RULE,
    TERM,
    TOLD_ONLY,
    TOLD_RULE,
)
from dosmesas.load.shapes.world import AUDIENCE, COUNTER, COUNTRY, FLAG, INDICATOR, OFFICE, PLACE
from dosmesas.text.phrase import phrase


def _listed(key: str, shape: Shape) -> Shape:
    """A file that holds a list under one key."""
    about = f"A list, one '- ' an entry: {shape.about[:1].lower()}{shape.about[1:]}"
    return Shape(phrase("a file of {key}", key=key), (Key(key, list_of(shape, 1), about),), about)


LISTS = {
    key: _listed(key, shape)
    for key, shape in {
        "claims": CLAIM,
        "after": LATER,
        "countries": COUNTRY,
        "indicators": INDICATOR,
        "places": PLACE,
        "counters": COUNTER,
        "flags": FLAG,
        "audiences": AUDIENCE,
        "offices": OFFICE,
        "assumptions": ASSUMPTION,
        "rules": RULE,
        "endings": ENDING,
        "glossary": TERM,
        "bulletins": BULLETIN,
    }.items()
}
"""By their key, the files that hold a list."""

CONDUCT_FILE = Shape(
    phrase("a file of conduct"),
    (
        Key(
            "conduct",
            inside(
                Shape(
                    phrase("the conduct of a game"),
                    tuple(
                        Key(
                            name,
                            inside(TOLD_RULE if name in TOLD_ONLY else CONDUCT_RULE),
                            about,
                            required=False,
                        )
                        for name, about in CONDUCT.items()
                    ),
                )
            ),
            "What the game makes of conduct at the table.",
        ),
    ),
    "What the game makes of conduct at the table.",
)
