"""Rules of the dynamics and of conduct, endings, worldviews, the glossary."""

from dosmesas.load.shapes.content import VIEW
from dosmesas.load.shapes.declared import (
    CONDITION,
    EFFECTS,
    Key,
    Shape,
    identifier,
    inside,
    map_of,
    optional,
    text,
    whole,
)
from dosmesas.load.shapes.effects import BECAUSE
from dosmesas.model.limits import LANGUAGE_LIMITS
from dosmesas.model.rules import HEARS_ARTICLE, HEARS_RIVALS
from dosmesas.text.phrase import phrase

CONDUCT = {
    "word_broken": "When an office did not keep its word, unless the other side had openly declined it.",
    "ratification_lost": "When a home table stopped what an office had agreed to.",
    "blamed": "When a card blamed the other country.",
    "credited": "When a card granted what the other country has kept.",
    "conceded": "When an office conceded a point in a debate.",
    "case_made": "When an office argued its case at home; the game brings the effects.",
    "inquiry": "When an office is looked into for what it answered for; the game brings the effects.",
    "gave_way": "When an office had to give way to a colleague; the game brings the effects.",
}
"""What the engine asks of conduct.yaml, and when."""
TOLD_ONLY = ("case_made", "inquiry", "gave_way")
"""Of these it brings the effects itself."""

_TEXT = Key("text", text(), "One short sentence that says on a receipt why the numbers moved.")
_WHEN = optional("when", CONDITION, "When the rule works; without it, every turn.", examples=("trust < 30",))
_EFFECTS = Key("effects", EFFECTS, "What the rule does in each turn in which it works.")

RULE = Shape(
    phrase("a rule"),
    (
        Key(
            "rule",
            identifier("rule"),
            "The id of the rule. With the id of a rule of the game it takes its place.",
        ),
        BECAUSE,
        _TEXT,
        _EFFECTS,
        _WHEN,
        VIEW,
    ),
    "What happens by itself at the end of each turn.",
)
CONDUCT_RULE = Shape(
    phrase("a rule of conduct"), (BECAUSE, _TEXT, _EFFECTS, _WHEN, VIEW), "What a kind of conduct brings."
)
TOLD_RULE = Shape(
    phrase("a rule of conduct"),
    (BECAUSE, _TEXT, _WHEN, VIEW),
    "What is told of conduct whose effects the game brings.",
)

ENDING = Shape(
    phrase("an ending"),
    (
        Key("ending", identifier("ending"), "The id of the ending: small letters, digits and '-'."),
        optional(
            "when_now",
            CONDITION,
            "Ends the game in the very turn in which it holds.",
            examples=("state_authority < 10",),
        ),
        optional(
            "when",
            CONDITION,
            "Asked when the turns are over. The first ending whose condition holds is told; the last has "
            "none.",
            examples=("trust >= 60",),
        ),
        BECAUSE,
        Key("title", text(60), "Its title on screen: at most 60 characters."),
        Key("text", text(), "How the story ends."),
    ),
    "A named outcome. The order in the file is the order in which they are asked.",
)

_HEARD = "How far cards are heard that rest on "
HEARING = Shape(
    phrase("a hearing"),
    (
        optional("article", whole(0, 100), _HEARD + "claims of the article, in percent.", HEARS_ARTICLE),
        optional("rivals", whole(0, 100), _HEARD + "rival claims, in percent.", HEARS_RIVALS),
    ),
    "How far cards are heard in a debate.",
)
WORLDVIEW = Shape(
    phrase("a worldview"),
    (
        Key("view", identifier("view"), "The id of the worldview: small letters, digits and '-'."),
        optional(
            "hearing", inside(HEARING), "How far cards are heard that rest on claims that it does not name."
        ),
        Key("name", text(), "Its name on screen."),
        Key("text", text(), "What this school holds, in a few sentences."),
        Key(
            "article",
            whole(0, 100),
            "How far it believes the claims of the article that it does not name, in percent.",
        ),
        Key(
            "rivals", whole(0, 100), "How far it believes the rival claims that it does not name, in percent."
        ),
        optional("beliefs", map_of("claim", whole(0, 100)), "How far it believes single claims, in percent."),
        optional(
            "rationale",
            map_of("claim", text(LANGUAGE_LIMITS["rationale"])),
            "Why it believes a claim so far: one sentence each, at most 300 characters.",
        ),
    ),
    "Which claims the rules believe, and how far.",
)

TERM = Shape(
    phrase("an entry"),
    (Key("term", text(), "The word that is explained."), Key("text", text(), "What it means.")),
    "A word of the glossary.",
)
