"""Events with their options and deals, and bulletins."""

from dosmesas.load.shapes.debate import CARDS
from dosmesas.load.shapes.declared import (
    AMOUNT,
    CONDITION,
    EFFECTS,
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
from dosmesas.load.shapes.effects import BECAUSE, FORMER
from dosmesas.model.arguments import Act, Argue, Ratify
from dosmesas.model.limits import BRIEF_WORDS, DEALS_AN_EVENT, LANGUAGE_LIMITS, OPTIONS_A_SEAT
from dosmesas.text.phrase import phrase

MOST_TURNS = 24
VIEW = optional(
    "view",
    one_or_more(ref("view")),
    "The worldviews in which this is at work, one or a list. Only for what cites a claim that some of "
    "them do not "
    "believe.",
)
CLASH = r"[^/]+/[^/]+"

OPTION = Shape(
    phrase("an option"),
    (
        Key("option", identifier("option"), "The id of the option: small letters, digits and '-'."),
        optional("renamed_from", one_or_more(identifier("former")), FORMER),
        Key(
            "label",
            text(LANGUAGE_LIMITS["label"]),
            "What the player picks, as an order: at most 60 characters.",
        ),
        Key(
            "reason",
            text(LANGUAGE_LIMITS["reason"]),
            "What a serious official says for it, in one sentence: at most 110 characters.",
        ),
        Key(
            "headline",
            text(LANGUAGE_LIMITS["headline"]),
            "How the papers of the office's own country put it: at most 70 characters.",
        ),
        BECAUSE,
        Key("effects", EFFECTS, "What the option does: a list of effects."),
        optional(
            "requires",
            CONDITION,
            "When the option may be chosen. Reads only what the office sees. One option of an office has "
            "none.",
            examples=("trust >= 40",),
        ),
        VIEW,
        optional(
            "act",
            choice(Act),
            "What the option does, whatever it is about: some cards speak for some acts only.",
        ),
        optional(
            "decided",
            refs("claim"),
            "The claims that say that this was decided at the time; at most one option of an office has it.",
        ),
        optional("lines", refs("line"), "The policy lines whose cards argue for it, one or two."),
        optional(
            "home",
            map_of("audience", AMOUNT),
            "Points on top of each audience's standing, in the vote on it only: a number or an amount.",
        ),
        optional(
            "sure",
            EFFECTS,
            "Effects that come in full even where the home table lets only half of the option through.",
        ),
        optional("watered", EFFECTS, "Effects that come only where the home table waters the option down."),
        optional(
            "blocked", EFFECTS, "Effects that come in place of all others where the home table stops it."
        ),
        optional(
            "clash",
            list_of(word(phrase("office/option, such as mx.president/hold"), CLASH)),
            "Options of a colleague of the same country that cannot be carried out beside it, as "
            "office/option.",
        ),
    ),
    "One choice of an office in an event.",
)

DEAL = Shape(
    phrase("a deal"),
    (
        Key("deal", identifier("deal"), "The id of the deal: small letters, digits and '-'."),
        optional("renamed_from", one_or_more(identifier("former")), FORMER),
        BECAUSE,
        optional(
            "headlines",
            map_of("country", text(LANGUAGE_LIMITS["headline"])),
            "What the papers of each country say of it.",
        ),
        Key(
            "between",
            map_of("office", ref("option")),
            "The two offices, one of each country, and the option that each must choose for the deal to "
            "be kept.",
        ),
        Key("name", text(), "What the deal is called on screen."),
        Key("effects", EFFECTS, "What comes besides the two options' own effects when both keep their word."),
    ),
    "A pair of options that two offices may agree on.",
)

EVENT = Shape(
    phrase("an event"),
    (
        Key("event", identifier("event"), "The id of the event: small letters, digits and '-'."),
        optional("renamed_from", one_or_more(identifier("former")), FORMER),
        Key("title", text(LANGUAGE_LIMITS["title"]), "The title on screen: at most 60 characters."),
        Key("soil", ref("country", "both"), "Where it happens: the id of a country, or both."),
        optional("at", refs("place"), "The places where it happens, for the map."),
        optional(
            "question",
            text(LANGUAGE_LIMITS["question"]),
            "What a class may discuss after it: one question of at most 220 characters.",
        ),
        optional(
            "turn", whole(1, MOST_TURNS), "Fixes the event on this turn. Without it the event may be drawn."
        ),
        optional(
            "tier", whole(0, 9), "Of the events that may be drawn, those of the highest tier come first.", 0
        ),
        optional("weight", whole(1, 10), "The odds within a tier: 2 comes twice as often as 1.", 1),
        optional("when", CONDITION, "When the event may be drawn.", examples=("trust >= 40",)),
        optional(
            "repeats",
            YES_NO,
            "yes for the one event of a pack that comes whenever no other can, as often as needed.",
            False,
        ),
        BECAUSE,
        optional("argue", choice(Argue), "How long the event is debated.", str(Argue.NONE)),
        optional(
            "ratify",
            choice(Ratify),
            "consent: the home table is asked before a choice is carried out. answer-for: the office "
            "acts and "
            "answers for it afterwards.",
            str(Ratify.CONSENT),
        ),
        optional("cards", CARDS, "Cards that speak for or against any of the event's options."),
        Key(
            "brief",
            text(),
            f"What the player reads first: {BRIEF_WORDS[0]} to {BRIEF_WORDS[1]} words in each language.",
        ),
        optional(
            "deals",
            list_of(DEAL, high=DEALS_AN_EVENT),
            f"What two offices may agree on: at most {DEALS_AN_EVENT} deals.",
        ),
        Key(
            "seats",
            map_of("office", list_of(OPTION, 1, OPTIONS_A_SEAT)),
            f"The offices that must choose, each with a list of options (at most {OPTIONS_A_SEAT}). One "
            "option of "
            "each has no 'requires:'.",
        ),
    ),
    "One event: a file of its own in the folder events/.",
)

BULLETIN = Shape(
    phrase("a bulletin"),
    (
        Key("bulletin", identifier("event"), "The id of the bulletin: small letters, digits and '-'."),
        optional("renamed_from", one_or_more(identifier("former")), FORMER),
        Key("text", text(), "The news, in one or two sentences."),
        BECAUSE,
        optional("effects", EFFECTS, "What the news changes, if it changes anything."),
        optional("turn", whole(1, MOST_TURNS), "Fixes the bulletin on this turn."),
        optional("when", CONDITION, "When the bulletin may come.", examples=("turn >= 2",)),
        optional("chance", whole(1, 100), "In how many of 100 games it comes, once it may.", 100),
        optional("at", refs("place"), "The places that it is about, for the map."),
    ),
    "A piece of news that asks for no decision.",
)
