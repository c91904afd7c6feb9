"""Files of tests and invariants: what an author promises of a pack, and how it is tried."""

from dosmesas.load.shapes.declared import (
    CONDITION,
    DECIMAL,
    YES_NO,
    Form,
    Key,
    Shape,
    Value,
    choice,
    inside,
    list_of,
    map_of,
    optional,
    ref,
    refs,
    whole,
    word,
)
from dosmesas.model.limits import OUTLOOK_STEPS, WORD_CHARACTERS
from dosmesas.model.trials import Chances, Debates, Others
from dosmesas.text.phrase import phrase

MOST_TURNS, MOST_SEEDS = 24, 1000
_FREE = Value(Form.WORD, phrase("a number, or yes or no"), limit=WORD_CHARACTERS)
_TURN = whole(1, MOST_TURNS)
_START = optional(
    "start",
    map_of("indicator flag", _FREE),
    "Where the game begins otherwise than usual: indicators with a number, flags with yes or no.",
)
_VIEW = optional("worldview", ref("view"), "Under which worldview the rules work.", "authors")

DECISION = Shape(
    phrase("a turn of decisions"),
    (
        Key("turn", _TURN, "Which turn of the game."),
        optional("event", ref("event"), "The event that comes in this turn, whatever else would have come."),
    ),
    "What offices decide in a turn: an office with an option, or with a list: deals on which it gives its "
    "word, then an option. Whoever is not named is left to a bot.",
    open=("office",),
)
_DECISIONS = optional("decisions", list_of(DECISION, 1), "What is decided, one '- turn:' an entry.")

EXPECTED = Shape(
    phrase("an expectation"),
    (
        optional("fired", ref("rule"), "A rule that is to have worked."),
        optional("not_fired", ref("rule"), "A rule that is not to have worked."),
        optional("cites", ref("claim"), "A claim on which something that happened is to rest."),
        optional("not_cites", ref("claim"), "A claim on which nothing that happened is to rest."),
        optional("comes", ref("event"), "An event or bulletin that is to come."),
        optional("not_comes", ref("event"), "An event or bulletin that is not to come."),
        optional("chosen", ref("option"), "An option that is to be chosen."),
        optional("not_chosen", ref("option"), "An option that is not to be chosen."),
        optional("carried", ref("option"), "An option that its home table is to carry."),
        optional("watered", ref("option"), "An option of which half is to pass its home table."),
        optional("blocked", ref("option"), "An option that its home table is to stop."),
        optional("gave_way", ref("option"), "An option that is to give way to a colleague's."),
        optional("struck", ref("deal"), "A deal that is to be struck."),
        optional("not_struck", ref("deal"), "A deal that is not to be struck."),
        optional("broken", ref("deal"), "A deal on which a word is to be broken by choice."),
        optional("not_broken", ref("deal"), "A deal on which no word is to be broken by choice."),
        optional("ending", ref("ending"), "The ending that the game is to have."),
        optional("holds", CONDITION, "A condition that is to hold.", examples=("trust >= 40",)),
        optional(
            "turn",
            whole(1, MOST_TURNS + OUTLOOK_STEPS),
            "Which turn it is about: numbers as it ends, all else in it. Without it: the last, or any.",
        ),
        optional("since", whole(1, MOST_TURNS), "From the end of which turn a move counts, not the start."),
        optional("in_at_least", whole(1, 100), "In how many of 100 games it is to hold.", 100),
    ),
    "One thing that is to come of it: an indicator with '45', '40 to 50', 'at least 40', 'rises', "
    "'falls by 2' or, beside 'compare_with:', 'lower' or 'higher by 2'; a flag with yes or no; or a key.",
    open=("indicator", "flag"),
)
MARKS = ("turn", "since", "in_at_least")
"""The keys of an expectation that say nothing by themselves."""

OTHER = Shape(
    phrase("what a test compares with"),
    (_START, _DECISIONS, _VIEW),
    "The other game: it goes as the first, but for what is written here.",
)

TEST = Shape(
    phrase("a test"),
    (
        Key(
            "test",
            word(phrase("the name of the test")),
            "What is to hold, in one sentence. It is the test's name.",
        ),
        optional(
            "rules_only", YES_NO, "yes: nothing comes and nobody decides; only the rules are at work.", False
        ),
        _START,
        _VIEW,
        optional("seats", refs("office"), "The offices that sit at the table; all of the pack without it."),
        optional("seed", whole(0, 999_999_999), "The seed of chance: the same seed, the same game.", 1),
        optional("seeds", whole(1, MOST_SEEDS), "So many games, each with a seed of its own.", 1),
        optional(
            "chances",
            choice(Chances),
            "drawn: as the seed has it; all: whatever may come by chance does; none: nothing does.",
            "drawn",
        ),
        optional("others", choice(Others), "The bots that decide for whoever is not named.", "persona"),
        optional(
            "debates",
            choice(Debates),
            "auto: offices argue for what they chose; none: nobody speaks, which is faster.",
            "auto",
        ),
        _DECISIONS,
        optional("until", _TURN, "The turn after which it is enough; without it, the game is played out."),
        optional("compare_with", inside(OTHER), "A second game, for 'lower', 'higher' and 'same'."),
        Key("expect", list_of(EXPECTED, 1), "What is to come of it: one '- ' an expectation."),
    ),
    "A game, or many, and what is to come of it.",
)

INVARIANT = Shape(
    phrase("an invariant"),
    (
        Key("invariant", word(phrase("the name of the invariant")), "What is promised, in one sentence."),
        optional("always", CONDITION, "A condition that holds in every state.", examples=("trust > 5",)),
        optional("never", CONDITION, "A condition that holds in no state.", examples=("trust < 5",)),
        optional(
            "rises_at_most",
            map_of("indicator", DECIMAL),
            "Indicators, each with the most that it rises in a turn.",
        ),
        optional(
            "falls_at_most",
            map_of("indicator", DECIMAL),
            "Indicators, each with the most that it falls in a turn.",
        ),
        optional("because", refs("claim"), "The claims that it rests on, by their ids."),
        optional("reason", word(), "Why it matters, in plain words."),
    ),
    "What holds in every state of every game.",
)

TESTS_FILE = Shape(
    phrase("a file of tests"),
    (
        optional("tests", list_of(TEST, 1), "Tests, one '- test:' an entry."),
        optional("invariants", list_of(INVARIANT, 1), "Invariants, one '- invariant:' an entry."),
    ),
    "Tests, and what holds in every game.",
)
