"""The world of a ruleset: countries, indicators, places, counters, flags, audiences, offices."""

from dosmesas.load.shapes.declared import (
    DECIMAL,
    YES_NO,
    Key,
    Shape,
    choice,
    identifier,
    list_of,
    map_of,
    one_or_more,
    optional,
    ref,
    refs,
    text,
    whole,
    word,
)
from dosmesas.load.shapes.effects import FORMER
from dosmesas.model.dossier import ESTIMATE
from dosmesas.model.world import LOWEST_RANK, Good
from dosmesas.text.phrase import phrase

POWER_CHARACTERS = 200
STATE = r"[A-Z]{2}-[A-Z0-9]{1,3}"
_SEEN = optional(
    "seen_by",
    one_or_more(ref("office", "all")),
    "all, or a list of the offices that see it. To the others it is hidden.",
    "all",
)
_FORMER = optional("renamed_from", one_or_more(identifier("former")), FORMER)
_SOURCE = Key(
    "source",
    ref("claim", ESTIMATE, wanted=phrase("the id of a claim with figures, or '{word}'", word=ESTIMATE)),
    f"Where the start comes from: the id of a claim with figures, or '{ESTIMATE}' where the makers chose it.",
)

COUNTRY = Shape(
    phrase("a country"),
    (
        Key("country", identifier("country"), "The id of the country; the ids of its offices begin with it."),
        Key("name", text(), "Its name on screen."),
        Key("paper", text(), "What its press is called on screen."),
        optional("masthead", text(), "The invented name of the paper whose front page is shown."),
    ),
    "A country at the table.",
)

INDICATOR = Shape(
    phrase("an indicator"),
    (
        Key("indicator", identifier("indicator"), "The id of the indicator: small letters, digits and '_'."),
        _FORMER,
        Key(
            "range",
            word(phrase("two numbers such as '0 to 100'"), r"\S+ to \S+"),
            "The lowest and highest value.",
            examples=("0 to 100",),
        ),
        Key("start", DECIMAL, "The value at the beginning of a game, within the range."),
        Key("name", text(), "Its name on screen."),
        optional("unit", text(), "What it is counted in. Numbers of two units are not added or compared."),
        _SOURCE,
        Key("good", choice(Good), "Which way is the good one: low, high or neither."),
        Key("text", text(), "What the number means, in one or two sentences."),
        optional("max_step", DECIMAL, "The most that it moves in one turn."),
        _SEEN,
    ),
    "A number of the world, within a range.",
)

PLACE = Shape(
    phrase("a place"),
    (
        Key(
            "place",
            identifier("indicator"),
            "The id of the place. It is an indicator too: 0 calm, 1 tense, 2 violent.",
        ),
        Key("name", text(), "Its name on screen."),
        Key("text", text(), "What is to be known of it."),
        Key("start", whole(0, 2), "0 calm, 1 tense or 2 violent at the beginning."),
        optional("because", refs("claim"), "The claims that this rests on."),
        _FORMER,
        _SOURCE,
        optional(
            "states",
            list_of(word(phrase("a code of ISO 3166-2, such as MX-SIN"), STATE)),
            "The states that the map shows for it, by their codes of ISO 3166-2, such as MX-SIN.",
        ),
        Key(
            "willing",
            YES_NO,
            "Whether its governor is willing at the beginning; makes the flag PLACE_willing.",
        ),
    ),
    "A place on the map.",
)

COUNTER = Shape(
    phrase("a counter"),
    (
        Key("counter", identifier("indicator"), "The id of the counter: small letters, digits and '_'."),
        optional("most", whole(1, 999), "The most that it counts to.", 99),
        Key("name", text(), "Its name on screen."),
        optional("start", whole(0, 999), "Where it begins.", 0),
        optional("good", choice(Good), "Which way is the good one.", str(Good.NEITHER)),
        Key("text", text(), "What it counts."),
        _SEEN,
    ),
    "Counts how often something came; changed by whole numbers, which no worldview makes less.",
)

FLAG = Shape(
    phrase("a flag"),
    (
        Key("flag", identifier("flag"), "The id of the flag: small letters, digits and '_'."),
        Key("name", text(), "Its name on screen."),
        Key("start", YES_NO, "Whether it holds at the beginning."),
        Key("text", text(), "What it means that it holds."),
        _SEEN,
        _FORMER,
    ),
    "A yes or no of the world.",
)

AUDIENCE = Shape(
    phrase("an audience"),
    (
        Key("audience", identifier("audience"), "The id of the audience: small letters, digits and '_'."),
        Key("name", text(), "Its name on screen."),
        Key("text", text(), "Who they are and what they want."),
    ),
    "Those at home whom an office answers to.",
)

GOAL = Shape(
    phrase("a goal"),
    (
        Key("from", DECIMAL, "The value of the indicator that counts as the worst."),
        Key("to", DECIMAL, "The value of the indicator that counts as the best."),
        Key(
            "weight",
            whole(1, 100),
            "The share of the goal in the mandate; all weights of an office add up to 100.",
        ),
    ),
    "What an office is measured by.",
)

OFFICE = Shape(
    phrase("an office"),
    (
        Key(
            "office",
            identifier("office"),
            "The id of the office: its country, a point, a name, such as mx.president.",
        ),
        Key("country", ref("country"), "The country that it belongs to."),
        Key("name", text(), "Its name on screen. An office, not a person."),
        optional("abroad", text(), "What the press of the other country calls it."),
        optional(
            "rank",
            whole(1, LOWEST_RANK),
            "Its rank, 1 for the highest. Offices of the same rank answer each other's cases where both sit; "
            "the others do in the order of their ranks.",
            LOWEST_RANK,
        ),
        Key("powers", list_of(text(POWER_CHARACTERS), 1), "What it can do: one short sentence each."),
        Key(
            "mandate",
            map_of("indicator", GOAL),
            "What it is measured by: indicators with a weight, from and to.",
        ),
        Key("watch", list_of(ref("indicator"), 1), "The indicators that it looks at first."),
        Key(
            "audiences",
            map_of("audience", whole(0, 99)),
            "Whom it answers to at home, each with a share such as 5.",
        ),
        Key("dilemma", text(), "Why its choice is hard, in one or two sentences."),
        Key("secret", text(), "What only whoever plays it knows."),
    ),
    "A seat at the table.",
)
