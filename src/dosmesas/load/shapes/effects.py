"""Effects: a change of a number or flag, or other effects that come later, by chance, or on a condition."""

from dosmesas.load.shapes.declared import CONDITION, EFFECTS, Key, Shape, optional, ref, refs, whole
from dosmesas.text.phrase import phrase

BECAUSE = optional(
    "because",
    refs("claim"),
    "The claims or assumptions that this rests on, by their ids. An effect without a list of its own "
    "takes the "
    "nearest one above it.",
)
FORMER = "The id or ids that this had before, oldest first, so that saved games still know it."

CHANGE = Shape(
    phrase("an effect"),
    (
        BECAUSE,
        optional(
            "figure",
            ref("claim"),
            "The claim whose figure gives the size of the change. Without it the size is the makers' "
            "estimate.",
        ),
    ),
    "One change: an indicator with a number, such as 'trust: +3', or a flag with yes or no.",
    open=("indicator", "flag"),
)

_INSIDE = Key("effects", EFFECTS, "What happens then: a list of effects.")
_OTHERWISE = optional("otherwise", EFFECTS, "What happens instead: a list of effects.")

AFTER = Shape(
    phrase("an effect"),
    (
        Key(
            "after",
            whole(1, 12),
            "In how many turns the effects land (1 to 12), at the beginning of that turn.",
        ),
        BECAUSE,
        _INSIDE,
    ),
    "Effects that come later.",
)
CHANCE = Shape(
    phrase("an effect"),
    (
        Key("chance", whole(1, 99), "In how many of 100 games the effects come (1 to 99)."),
        BECAUSE,
        _INSIDE,
        _OTHERWISE,
    ),
    "Effects that come by chance.",
)
WHEN = Shape(
    phrase("an effect"),
    (
        Key(
            "when",
            CONDITION,
            "The condition under which the effects come, such as 'trust >= 40 and not tariff_threat'.",
            examples=("trust >= 40",),
        ),
        BECAUSE,
        _INSIDE,
        _OTHERWISE,
    ),
    "Effects that come on a condition.",
)
NESTED = {"after": AFTER, "chance": CHANCE, "when": WHEN}
"""The effects that hold others, by the key that makes them so."""
