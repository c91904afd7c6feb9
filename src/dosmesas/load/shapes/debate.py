"""Debates: questions, what audiences doubt, policy lines with their cards."""

from dosmesas.debate.table import How
from dosmesas.load.shapes.declared import (
    Form,
    Key,
    Shape,
    Value,
    choice,
    identifier,
    list_of,
    map_of,
    optional,
    ref,
    refs,
    text,
    word,
)
from dosmesas.load.shapes.effects import BECAUSE
from dosmesas.model.arguments import MOST_STRENGTH, USUAL_PAR, Act, Tone
from dosmesas.model.dossier import ClaimKind
from dosmesas.model.limits import LANGUAGE_LIMITS
from dosmesas.text.number import as_json
from dosmesas.text.phrase import phrase

STRENGTH = Value(Form.DECIMAL, phrase("a number such as 0.6"), low=1, high=MOST_STRENGTH)
"""Above 0, in thousandths."""
MOST_QUESTIONS = 4
ROLES = ("answers", "against", "worsens")

CARD = Shape(
    phrase("a card"),
    (
        Key("card", identifier("card"), "The id of the card: small letters, digits and '-'."),
        BECAUSE,
        Key("face", text(LANGUAGE_LIMITS["face"]), "What stands on the card: at most 70 characters."),
        Key(
            "warrant",
            text(LANGUAGE_LIMITS["warrant"]),
            "Why that settles the doubt, in one sentence: at most 160 characters.",
        ),
        optional("answers", ref("question"), "A reason: the question that it answers."),
        optional(
            "cuts",
            map_of("question", STRENGTH),
            "Doubts that the same fact feeds, each with a weight such as 0.2.",
        ),
        optional(
            "against",
            refs("card"),
            "A rebuttal or reply: the cards that it speaks against, of the same file.",
        ),
        optional(
            "how",
            choice(How),
            "How it speaks against them: undercuts (the reason does not carry), denies (the claim is "
            "disputed), "
            "turns (it also feeds the doubt).",
            str(How.UNDERCUTS),
        ),
        optional("worsens", ref("question"), "A rebuttal that makes a doubt worse, whatever was said."),
        optional("only", list_of(choice(Act)), "The acts that it speaks for; all, without it."),
        optional(
            "tone",
            choice(Tone),
            "blame where it blames the other country, credit where it grants what that has kept.",
        ),
        optional("toward", ref("country"), "Which country the tone is about."),
    ),
    "A card: a reason with 'answers:', a rebuttal or reply with 'against:', or one that 'worsens:' a doubt.",
)
OWN_CARD = Shape(
    phrase("a card"),
    (
        *CARD.listed,
        optional(
            "not_for",
            refs("option"),
            "Options of the event in whose debates it does not come up, since it would argue against them.",
        ),
    ),
    "A card that only this event has; it may be kept out of the debates of some options.",
)
CARDS = list_of(OWN_CARD)

LINE = Shape(
    phrase("a policy line"),
    (
        Key("line", identifier("line"), "The id of the policy line: small letters, digits and '-'."),
        Key("name", text(LANGUAGE_LIMITS["title"]), "Its name on screen: at most 60 characters."),
        Key("cards", list_of(CARD, 1), "The cards that are dealt for options of this line."),
    ),
    "A policy line and its cards.",
)

QUESTION = Shape(
    phrase("a question"),
    (
        Key("question", identifier("question"), "The id of the question: small letters, digits and '-'."),
        Key("text", text(LANGUAGE_LIMITS["face"]), "The doubt in plain words: at most 70 characters."),
        Key(
            "short",
            text(LANGUAGE_LIMITS["short"]),
            "Its name at the head of a column: at most 14 characters.",
        ),
        Key("stock", word(), "What debaters call this question."),
    ),
    "A doubt that audiences may have.",
)

DOUBTER = Shape(
    phrase("an audience"),
    (
        Key("audience", ref("audience"), "The audience, by its id."),
        Key(
            "doubts",
            map_of("question", STRENGTH),
            "What it doubts: questions with a weight above 0, at most 0.95.",
        ),
        optional("par", STRENGTH, "What an ordinary debate leaves of its doubts.", as_json(USUAL_PAR)),
    ),
    "What an audience doubts.",
)

DEBATE = Shape(
    phrase("a file of debate"),
    (
        Key(
            "questions",
            list_of(QUESTION, 1, MOST_QUESTIONS),
            f"The doubts of all debates: at most {MOST_QUESTIONS}.",
        ),
        Key(
            "force",
            map_of("", STRENGTH, ClaimKind, every=True),
            "How much a card weighs, by the kind of claim that it rests on.",
        ),
        Key("audiences", list_of(DOUBTER, 1), "What each audience doubts."),
    ),
    "The debate of a ruleset.",
)
