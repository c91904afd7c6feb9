"""game/debate.yaml and game/arguments/: questions, what audiences doubt, the cards of policy lines."""

from collections.abc import Iterable

from dosmesas.debate.table import How
from dosmesas.load.effects import ADD_BECAUSE, cited
from dosmesas.load.fields import Fields
from dosmesas.load.folders import Folder
from dosmesas.load.nodes import Node, Scalar
from dosmesas.load.reading import Reading
from dosmesas.load.shapes.debate import CARD, DEBATE, DOUBTER, LINE, MOST_QUESTIONS, OWN_CARD, QUESTION, ROLES
from dosmesas.model.arguments import (
    MOST_STRENGTH,
    USUAL_PAR,
    Act,
    Bank,
    Card,
    Doubter,
    Line,
    Question,
    Tone,
)
from dosmesas.model.dossier import ClaimKind
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.number import exact, thousandths
from dosmesas.text.phrase import NOTHING, Phrase, phrase


def read_bank(game: Folder) -> Bank:
    """The debate of a ruleset; a game may do without one."""
    if not game.has("debate.yaml"):
        return Bank(lines=_by_id(_lines(game)))
    document = game.file("debate.yaml")
    fields = Fields.of(document, DEBATE, game.reading) if document else None
    if fields is None:
        return Bank(lines=_by_id(_lines(game)))
    bank = Bank(
        {one.id: one for one in _questions(fields)},
        _force(fields),
        {one.id: one for node in fields.entries("audiences") if (one := _doubter(node, game.reading))},
        _by_id(_lines(game)),
    )
    fields.close()
    return bank


def _by_id(lines: list[Line]) -> dict[str, Line]:
    return {one.id: one for one in sorted(lines, key=lambda one: one.id)}


def _lines(game: Folder) -> list[Line]:
    return [one for node in game.files("arguments") if (one := _line(node, game.reading))]


def _questions(fields: Fields) -> list[Question]:
    nodes = fields.entries("questions")
    if len(nodes) > MOST_QUESTIONS:
        message = phrase("a debate has at most {most} questions; this is one more", most=MOST_QUESTIONS)
        fields.problem("E0106", message, nodes[MOST_QUESTIONS].span)
    return [one for node in nodes[:MOST_QUESTIONS] if (one := _question(node, fields.reading))]


def _question(node: Node, reading: Reading) -> Question | None:
    fields = Fields.of(node, QUESTION, reading)
    if fields is None:
        return None
    question = Question(
        fields.identifier("question"),
        fields.text("text"),
        fields.text("short"),
        fields.word("stock"),
        fields.span,
    )
    fields.close()
    return question


def _force(fields: Fields) -> dict[ClaimKind, int]:
    found = {}
    known = {str(one) for one in ClaimKind}
    for key, value in fields.pairs("force"):
        if key.text in known:
            found[ClaimKind(key.text)] = _strength(
                value, phrase("the force of '{kind}'", kind=key.text), fields.reading
            )
        else:
            hint = did_you_mean(key.text, known) or phrase(
                "the kinds are {known}", known=tuple(sorted(known))
            )
            fields.problem("E0113", phrase("'{kind}' is no kind of claim", kind=key.text), key.span, hint)
    missing = sorted(known - {str(one) for one in found})
    if missing and fields.has("force"):
        message = phrase("'force:' needs '{key}:'", key=missing[0])
        fields.problem("E0111", message, fields.key_span("force"))
    return found


def _doubter(node: Node, reading: Reading) -> Doubter | None:
    fields = Fields.of(node, DOUBTER, reading)
    if fields is None:
        return None
    name = fields.reference("audience")
    doubts, par = dict(_weights(fields, "doubts")), fields.get("par")
    doubter = Doubter(
        name,
        doubts,
        fields.span,
        USUAL_PAR
        if par is None
        else _strength(par, phrase("the par of '{audience}'", audience=name), reading),
    )
    fields.close()
    return doubter


def _weights(fields: Fields, key: str) -> list[tuple[str, int]]:
    """Questions with a weight each."""
    found = []
    for question, value in fields.pairs(key):
        fields.reading.refer("question", question.text, question.span)
        weight = phrase("the weight of '{question}'", question=question.text)
        found.append((question.text, _strength(value, weight, fields.reading)))
    return found


def _strength(value: Node, what: Phrase, reading: Reading) -> int:
    number = thousandths(value.text) if isinstance(value, Scalar) else None
    if number is None:
        message = phrase("{what} is a number such as 0.6", what=what)
        reading.problems.add("E0112", message, value.span, hint=phrase("with a point for its decimals"))
    elif not 0 < number <= MOST_STRENGTH:
        message = phrase("{what} is above 0 and at most {most}", what=what, most=exact(MOST_STRENGTH))
        hint = phrase("at full strength it would mute everything else that is said of that doubt")
        reading.problems.add("E0114", message, value.span, hint=hint)
    return number or 0


def _line(node: Node, reading: Reading) -> Line | None:
    fields = Fields.of(node, LINE, reading)
    if fields is None:
        return None
    line = Line(
        fields.identifier("line"),
        fields.text("name"),
        read_cards(fields),
        fields.span,
    )
    fields.close()
    return line


def read_cards(fields: Fields, event: str = "") -> tuple[Card, ...]:
    """The cards of a line or of an event."""
    nodes = fields.entries("cards")
    return tuple(card for node in nodes if (card := _card(node, event, fields.reading)))


def _card(node: Node, event: str, reading: Reading) -> Card | None:
    fields = Fields.of(node, OWN_CARD if event else CARD, reading)
    if fields is None:
        return None
    name = fields.identifier("card")
    because = cited(fields)
    if not because:
        message = phrase("the card '{card}' cites nothing", card=name)
        fields.problem("E0210", message, fields.span, ADD_BECAUSE)
    _one_role(name, fields)
    card = Card(
        name,
        because,
        fields.text("face"),
        fields.text("warrant"),
        fields.span,
        fields.reference("answers"),
        tuple(_weights(fields, "cuts")),
        fields.references("against"),
        fields.choice("how", How),
        fields.reference("worsens"),
        _acts(fields),
        fields.choice("tone", Tone) if fields.has("tone") else None,
        fields.reference("toward"),
        _not_for(fields, event) if event else (),
    )
    if card.toward and card.tone is None:
        fields.problem("E0120", phrase("'toward:' says whom a 'tone:' is about"), fields.key_span("toward"))
    fields.close()
    return card


def _one_role(name: str, fields: Fields) -> None:
    """A card answers a doubt, speaks against cards, or makes a doubt worse."""
    roles = [key for key in ROLES if fields.has(key)]
    if len(roles) != 1:
        hint = phrase("a reason has 'answers:'; a rebuttal or reply has 'against:', or 'worsens:'")
        message = phrase("the card '{card}' does nothing", card=name)
        if roles:
            message = phrase(
                "the card '{card}' has both '{one}:' and '{other}:'",
                card=name,
                one=roles[0],
                other=roles[1],
            )
        where = fields.key_span(roles[1]) if roles else fields.span
        fields.problem("E0120" if roles else "E0111", message, where, hint)
    elif roles[0] != "answers" and fields.has("cuts"):
        fields.problem("E0120", phrase("only a card that 'answers:' may cut"), fields.key_span("cuts"))
    if roles == ["against"] and not fields.has("how"):
        hint = phrase("one of {known}", known=tuple(map(str, How)))
        fields.problem("E0111", phrase("a card with 'against:' needs 'how:'"), fields.span, hint)
    elif roles and roles[0] != "against" and fields.has("how"):
        fields.problem("E0120", phrase("only a card with 'against:' has 'how:'"), fields.key_span("how"))


def act_is_one_of(known: Iterable[str]) -> Phrase:
    """What is said of a word that is no act."""
    return phrase("an act is one of {known}", known=tuple(known))


def _acts(fields: Fields) -> tuple[Act, ...]:
    found, known = [], [str(one) for one in Act]
    for node in fields.entries("only"):
        if isinstance(node, Scalar) and node.text in known:
            found.append(Act(node.text))
        else:
            hint = did_you_mean(node.text, known) if isinstance(node, Scalar) else NOTHING
            fields.problem("E0113", act_is_one_of(known), node.span, hint)
    return tuple(found)


def _not_for(fields: Fields, event: str) -> tuple[str, ...]:
    """The options of its event in whose debates a card does not come up."""
    found = []
    for node in fields.entries("not_for"):
        if isinstance(node, Scalar):
            fields.reading.refer("option", f"{event}/{node.text}", node.span)
            found.append(f"{event}/{node.text}")
        else:
            message = phrase("'not_for:' lists ids of options, one a line")
            fields.problem("E0112", message, node.span)
    return tuple(found)
