"""pack.yaml: what a pack is, and what it changes of the ruleset."""

from dosmesas.load.shapes.content import MOST_TURNS
from dosmesas.load.shapes.declared import (
    DECIMAL,
    Key,
    Shape,
    choice,
    identifier,
    inside,
    list_of,
    map_of,
    optional,
    ref,
    refs,
    text,
    whole,
    word,
)
from dosmesas.model.balance import BOUNDS
from dosmesas.model.limits import FREE_STAGES, STAGES
from dosmesas.text.local import LANGUAGES
from dosmesas.text.phrase import phrase

MONTH = r"[0-9]{4}-(0[1-9]|1[0-2])"

_NUMBER = r"[0-9]{1,9}([.][0-9]{1,3})?"
BOUND = rf"at (least|most) {_NUMBER}|{_NUMBER} to {_NUMBER}"

SHORT = Shape(
    phrase("a short version"),
    (
        Key("turns", whole(1, MOST_TURNS), "How many of the turns it has, from the first on."),
        Key("minutes", whole(1, 300), "How long it takes."),
    ),
    "The short version of a pack.",
)

MOST_CLAIMS = 4
_ARGUED = text(220)

TEACHING = Shape(
    phrase("what a pack teaches"),
    (
        Key(
            "holds",
            list_of(ref("claim"), 1, MOST_CLAIMS),
            f"The claims of the article that the pack teaches: one to {MOST_CLAIMS}. The debrief sorts the "
            "decisions by them: take claims that say what to do, or what good it brings.",
        ),
        Key("thesis", _ARGUED, "What these claims say together, in one sentence that says who holds it."),
        Key(
            "against",
            list_of(ref("claim"), 1, MOST_CLAIMS),
            f"The rival views that stand against them: one to {MOST_CLAIMS}.",
        ),
        Key("opponent", _ARGUED, "The strongest case against the thesis, in one sentence, attributed."),
    ),
    "What a pack teaches: the debrief begins its page of claims with it, and says where the game stood.",
)

PACK = Shape(
    phrase("a pack"),
    (
        Key("pack", identifier("pack"), "The id of the pack: small letters, digits and '-'."),
        Key("title", text(60), "The title on screen: at most 60 characters."),
        Key("about", text(), "What the pack is about, in one or two sentences."),
        optional("content_note", text(), "What a teacher should know before a class plays it."),
        Key(
            "languages",
            list_of(choice(LANGUAGES, phrase("a language")), 1),
            "The languages that every text of the pack has: en, es, or both.",
        ),
        Key(
            "begins",
            word(phrase("a month such as 2019-10"), MONTH),
            "The month of the first turn.",
            examples=("2019-10",),
        ),
        Key("turns", whole(1, MOST_TURNS), "How many turns a game has; a turn is a month."),
        optional(
            "skips",
            list_of(word(phrase("a month such as 2020-05"), MONTH)),
            "Months that the calendar passes over, so that fewer turns reach further.",
            examples=(["2020-05", "2020-08"],),
        ),
        optional("minutes", whole(1, 300), "How long a game takes.", 45),
        optional(
            "short",
            inside(SHORT),
            "A short version, for a lesson with less time: the first turns of the same pack.",
        ),
        Key(
            "stages",
            list_of(choice(STAGES, phrase("a stage")), 1),
            f"The stages of a turn, in the order {', '.join(STAGES)}. {' and '.join(FREE_STAGES)} may be "
            "left out.",
        ),
        Key("seats", list_of(ref("office"), 1), "The offices that sit at the table."),
        Key("headline", list_of(ref("indicator"), 1), "The indicators shown at the top, usually four."),
        optional(
            "questions", list_of(text(400)), "What a class may talk about afterwards: one question an entry."
        ),
        optional(
            "teaches",
            inside(TEACHING),
            "What the pack teaches and its strongest opponent, by claims; a pack that ships has it.",
        ),
        optional(
            "start",
            map_of("indicator", DECIMAL),
            "Indicators that begin elsewhere in this pack, each with its value.",
        ),
        optional(
            "balance",
            map_of("", word(phrase("3 to 40, at most 10 or at least 60"), BOUND), tuple(BOUNDS)),
            "Other bounds for the certificate that `balance` prints, by figure.",
        ),
        optional("without", refs("rule"), "Rules of the game that this pack plays without, by their ids."),
    ),
    "The pack as a whole: the file pack.yaml.",
)
